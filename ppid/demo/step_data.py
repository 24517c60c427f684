"""What the demo's people wrote at a step, in the shape that its kind keeps."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask
from werkzeug.datastructures import MultiDict

from ppid.accounts.models import Unit
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.check import FITS, UNFIT
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata
from ppid.cases.kinds.freezing import plain, walk
from ppid.cases.kinds.period_fields import period_values
from ppid.cases.kinds.picker import keyed
from ppid.cases.kinds.proposal import CHANGE
from ppid.demo.files import Record
from ppid.demo.law import DemoLaw
from ppid.register.models import Determination
from ppid.web.forms import Form
from ppid.workflow.kinds import StepKindCode as Kind

Row = Mapping[str, Any]


class Scribe:
    """Fills in the form of a step from a record of the file, as its person did.

    A record names the fields by their own names; what stands in rows is told by entry.
    """

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.law = DemoLaw()
        self.units = {code: unit.name for code, unit in units.items()}
        self.writers: dict[Kind, Callable[[Data, Record], Data]] = {
            Kind.INPUT: self._input,
            Kind.PROPOSAL: self._proposal,
            Kind.CHECK: self._check,
            Kind.MEETING: self._meeting,
            Kind.FORMULATION: self._formulation,
            Kind.CHANGE_SHEET: self._change_sheet,
            Kind.DETERMINATION: self._determination,
        }

    def fill_in(self, context: StepContext, told: Record) -> tuple[Data, list[str]]:
        """The data as handed in, and in words what it lacks; needs :func:`forms_at_hand`."""
        kind = kind_of(context.step)
        begun = kind.start(context)
        write = self.writers.get(context.step.kind, _as_told)
        written = {**begun, **write(begun, told)}
        shown = kind.make_form(context, written, None)
        form = kind.make_form(context, written, _sent(shown))
        data = kind.read(context, form, written)
        lacking = [each.message for each in kind.missing(context, data)]
        return data, [*_faults(form), *lacking]

    def _input(self, begun: Data, told: Record) -> Data:
        return {"rows": _rows(begun, told, _remark)}

    def _proposal(self, begun: Data, told: Record) -> Data:
        return {"rows": _rows(begun, told, self._propose)}

    def _propose(self, _row: Row, said: Record) -> Data:
        return {"stance": CHANGE, "bases": self._bases(said), "note": said["note"]}

    def _bases(self, said: Record) -> list[Data]:
        return keyed(self.law.basis(basis).to_dict() for basis in said["bases"])

    def _check(self, begun: Data, told: Record) -> Data:
        return {"rows": _rows(begun, told, _judge), "conclusion": told["conclusion"]}

    def _meeting(self, _begun: Data, told: Record) -> Data:
        return {**told, "participants": self._people(told["participants"])}

    def _people(self, records: list[Record]) -> list[Data]:
        parts = ("name", "position")
        return [
            {**{part: record[part] for part in parts}, "unit": self.units[record["unit"]]}
            for record in records
        ]

    def _formulation(self, begun: Data, told: Record) -> Data:
        notes = {each["entry"]: each.get("note") for each in told["entries"]}
        lines = [f"- {number}: {note}" for number, note in notes.items() if note]
        note = told.get("note") or "\n".join(lines)
        return {"rows": _rows(begun, told, self._formulate), "note": note}

    def _formulate(self, _row: Row, said: Record) -> Data:
        draft = self.law.classification(said).to_dict()
        fields = period_values(draft["period"])
        return {**draft, "bases": keyed(draft["bases"]), "period_fields": fields}

    def _change_sheet(self, _begun: Data, told: Record) -> Data:
        return {**told, "testers": self._people(told["testers"])}

    def _determination(self, begun: Data, told: Record) -> Data:
        issued: Determination = told["issued"]
        approval = issued.approval
        return {
            "about": issued.about,
            "considering": begun["considering"].replace(begun["about"], issued.about),
            "determined_on": issued.determined_on.isoformat(),
            "effective_on": issued.effective_on.isoformat(),
            "place": issued.place,
            "signatory": {**begun["signatory"], **issued.signatory},
            "approval": {"name": approval["name"], "title": approval["by"], "on": approval["on"]},
        }


@contextmanager
def forms_at_hand() -> Iterator[None]:
    """Forms want a request around them, even where nobody sends one."""
    desk = Flask(__name__)
    desk.config["WTF_CSRF_ENABLED"] = False
    with desk.test_request_context():
        yield


def _sent(form: Form) -> Formdata:
    """What a browser would send of a form that is filled in."""
    sent: Formdata = MultiDict()
    for field in walk(form):
        value = "y" if field.data is True else plain(field.data)
        if value not in (None, False):
            sent.add(field.name, str(value))
    return sent


def _as_told(_begun: Data, told: Record) -> Data:
    return told


def _rows(begun: Data, told: Record, write: Callable[[Row, Record], Data]) -> list[Data]:
    said = {record["entry"]: record for record in told["entries"]}
    return [
        {**row, **write(row, said[row["number"]])} if row["number"] in said else row
        for row in begun["rows"]
    ]


def _remark(row: Row, said: Record) -> Data:
    texts = {name: said[name] for name in ("still_holds", "changed", "documents")}
    pairs = zip(row["remarks"], said["remarks"], strict=True)
    return {**texts, "remarks": [{**remark, **judged} for remark, judged in pairs]}


def _judge(row: Row, said: Record) -> Data:
    """What was found wrong stands beside the basis that is wrong, all else beside the entry."""
    wrong = [
        any(each["citation"].endswith(cite) for cite in said["unfit"]) for each in row["verdicts"]
    ]
    verdicts = [
        {**each, "verdict": UNFIT, "note": said["finding"]} if bad else {**each, "verdict": FITS}
        for each, bad in zip(row["verdicts"], wrong, strict=True)
    ]
    return {"verdicts": verdicts, "note": "" if any(wrong) else said["finding"]}


def _faults(form: Form) -> list[str]:
    if form.validate():
        return []
    return [f"{field.label.text}: {error}" for field in walk(form) for error in field.errors]
