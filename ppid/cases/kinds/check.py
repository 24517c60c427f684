"""Check: the officer finds each proposed basis fitting or not; the law's findings stand beside."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import FormField, HiddenField, RadioField, TextAreaField

from ppid.cases.kinds.classification_rows import row_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Button, Data, Formdata, Missing, StepKind
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, named, numbered
from ppid.cases.kinds.examined import find_faults
from ppid.cases.kinds.freezing import RowForm
from ppid.cases.kinds.judging import JudgingForm, JudgingStep
from ppid.cases.kinds.picker import cited_now, keyed
from ppid.cases.kinds.proposal import CHANGE
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import rows_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form, Longest, choices
from ppid.workflow.kinds import StepKindCode

FITS, UNFIT = "sesuai", "tidak_sesuai"
VERDICTS = [(FITS, "Sesuai"), (UNFIT, "Tidak sesuai")]


class VerdictRow(RowForm):
    """What the check found of one basis."""

    key = HiddenField()
    verdict = RadioField("Hasil", choices=choices(VERDICTS), validate_choice=False)
    note = TextAreaField(
        "Catatan", [Longest(4000)], description="Wajib bila tidak sesuai.", render_kw={"rows": 2}
    )


class CheckRow(EntryRow):
    """What the check found of one entry."""

    verdicts = RowList(FormField(VerdictRow))
    note = TextAreaField("Catatan atas entri ini", [Longest(4000)], render_kw={"rows": 2})


class CheckForm(JudgingForm):
    """A row for each entry, the whole in a few words; an answer where the procedure lets return."""

    rows = RowList(FormField(CheckRow))
    conclusion = TextAreaField("Kesimpulan pemeriksaan", [Longest(10_000)], render_kw={"rows": 3})


class Check(JudgingStep, EntryStep):
    """Step 4 of the SOP; with returns only where another procedure gives it some."""

    code = StepKindCode.CHECK
    template = "cases/kinds/check.html"
    record_template = "cases/kinds/check_record.html"
    form_class = CheckForm
    yes = "Ya, dilanjutkan"
    help = (
        "Periksa setiap dasar yang diusulkan: sesuai atau tidak, dan mengapa. Temuan program "
        "ditampilkan sebagai bahan; keputusan tetap pada Anda."
    )

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Without a step to return to there is nothing to answer."""
        form = super().make_form(context, data, formdata)
        if not (context.step.returns or context.step.may_end):
            for name in ("answer", "to", "reason"):
                del form[name]
        return form

    def buttons(self, context: StepContext) -> Sequence[Button]:
        """Plainly done where there is nothing to answer."""
        if context.step.returns or context.step.may_end:
            return super().buttons(context)
        return StepKind.buttons(self, context)

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """A verdict to be given on each basis proposed, or in force where none is proposed."""
        proposed = proposed_bases(context, entry)
        verdicts = [
            {
                "key": each["key"],
                "provision_id": each["provision_id"],
                "citation": each["citation"],
                "reasoning": each["reasoning"],
                "verdict": None,
                "note": "",
            }
            for each in proposed
        ]
        return {**named(entry), "verdicts": verdicts, "note": ""}

    def rows(self, context: StepContext, data: Mapping[str, Any]) -> list[Data]:
        """The kept verdicts, on what is proposed now."""
        return [_on_proposal(row, kept) for row, kept in self._pairs(context, data)]

    def _pairs(
        self, context: StepContext, data: Mapping[str, Any]
    ) -> list[tuple[Data, Mapping[str, Any]]]:
        kept = {row["entry_id"]: row for row in super().rows(context, data)}
        fresh = [self.start_row(context, entry) for entry in context.entries]
        return [(row, kept[row["entry_id"]]) for row in fresh]

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """Verdicts stay on the bases that were proposed."""
        said = {row["key"]: row for row in typed.get("verdicts") or ()}
        verdicts = [{**each, **said.get(each["key"], {})} for each in kept["verdicts"]]
        return {**kept, **typed, "verdicts": verdicts}

    def missing(self, _context: StepContext, data: Data) -> Sequence[Missing]:
        """A verdict on every basis, with a note where it does not fit."""
        found = []
        for start, row in numbered(data["rows"]):
            for at, each in enumerate(row["verdicts"]):
                if each["verdict"] not in {FITS, UNFIT}:
                    message = "Pilih sesuai atau tidak sesuai."
                    found.append(Missing(f"{start}verdicts-{at}-verdict", message))
                elif each["verdict"] == UNFIT and not each["note"]:
                    message = "Sebutkan apa yang tidak sesuai."
                    found.append(Missing(f"{start}verdicts-{at}-note", message))
        return found

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The law's findings on what is proposed, and what became of each provision."""
        proposed = [_as_proposed(context, entry) for entry in context.entries]
        return {
            **super().extras(context, data),
            "findings": find_faults(context, proposed),
            "cited": cited_now(proposed),
            "proposals": rows_of(context, StepKindCode.PROPOSAL),
        }

    def words(self, verdict: str) -> str:
        """A verdict in words."""
        return dict(VERDICTS).get(verdict, "Belum diperiksa")

    def summary(self, data: Data) -> str:
        """How many bases fit, how many do not."""
        verdicts = [each["verdict"] for row in data["rows"] for each in row["verdicts"]]
        return f"{verdicts.count(FITS)} dasar sesuai, {verdicts.count(UNFIT)} tidak sesuai"


def proposed_bases(context: StepContext, entry: ReviewedEntry) -> list[Data]:
    """The bases proposed for an entry, else those in force."""
    proposal = rows_of(context, StepKindCode.PROPOSAL).get(entry.id, {})
    if proposal.get("stance") == CHANGE:
        return keyed(proposal["bases"])
    return keyed(entry.before.to_dict()["bases"]) if entry.before else []


def _as_proposed(context: StepContext, entry: ReviewedEntry) -> Data:
    """The classification as it would be with the bases proposed and all else as it is."""
    return {**row_of(entry), "bases": proposed_bases(context, entry)}


def _on_proposal(row: Data, kept: Mapping[str, Any]) -> Data:
    said = {each["key"]: each for each in kept["verdicts"]}
    verdicts = [
        {**each, **{part: said.get(each["key"], each)[part] for part in ("verdict", "note")}}
        for each in row["verdicts"]
    ]
    return {**row, "note": kept.get("note", ""), "verdicts": verdicts}
