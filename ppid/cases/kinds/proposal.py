"""Proposal: for each entry other legal bases from the catalogue, or that they stay."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import FormField, RadioField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, Missing
from ppid.cases.kinds.entry_rows import EntryStep, before_words, named, numbered
from ppid.cases.kinds.picker import (
    PickerRow,
    change_bases,
    cited_now,
    hits_for,
    keyed,
    lacking_bases,
    read_picker,
)
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import rows_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form, Longest, choices
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

KEEP, CHANGE = "tetap", "ubah"
STANCES = [(CHANGE, "Diusulkan berubah menjadi dasar di bawah ini"), (KEEP, "Tetap seperti semula")]


class ProposalRow(PickerRow):
    """What the unit proposes for one entry."""

    stance = RadioField("Usulan", choices=choices(STANCES), validate_choice=False)
    note = TextAreaField(
        "Catatan usulan",
        [Longest(4000)],
        render_kw={"rows": 2},
        description="Misalnya usul menjadi sebagian, atau jangka waktu yang lebih tepat.",
    )


class ProposalForm(Form):
    """A row for each entry."""

    rows = RowList(FormField(ProposalRow))


class Proposal(EntryStep):
    """Step 3 of the SOP."""

    code = StepKindCode.PROPOSAL
    template = "cases/kinds/proposal.html"
    record_template = "cases/kinds/proposal_record.html"
    form_class = ProposalForm
    topics = ("legal_bases",)
    help = (
        "Pilih dasar hukum dari katalog sampai huruf dan angka, dan beri alasan pada tiap dasar. "
        "Bila dasarnya tidak perlu diganti, pilih Tetap seperti semula."
    )

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Where nothing was determined yet, nothing can stay as it was."""
        form = super().make_form(context, data, formdata)
        if context.procedure.subject is Subject.INITIAL:
            for row in form["rows"]:
                row.form.stance.choices = choices(
                    [(CHANGE, "Diusulkan dikecualikan atas dasar ini")]
                )
        return form

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """The bases in force are where a proposal starts."""
        bases = keyed(entry.before.to_dict()["bases"]) if entry.before else []
        texts = {"note": "", "find": "", "why_revoked": ""}
        stance = CHANGE if context.procedure.subject is Subject.INITIAL else None
        row = {**named(entry), **texts, "stance": stance, "bases": bases}
        return {**row, "before": before_words(entry)}

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """The picked bases with the reasoning typed."""
        return read_picker(kept, typed)

    def in_draft(self, _context: StepContext, data: Data, command: str) -> Data:
        """Find, add and drop bases."""
        return change_bases(data, command)

    def missing(self, _context: StepContext, data: Data) -> Sequence[Missing]:
        """A stance for each entry; new bases each with a reason."""
        found: list[Missing] = []
        for start, row in numbered(data["rows"]):
            if row["stance"] not in {KEEP, CHANGE}:
                found.append(Missing(f"{start}stance", "Pilih berubah atau tetap."))
            elif row["stance"] == CHANGE:
                found += lacking_bases(start, row["bases"])
        return found

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """What was found in the catalogue, and the unit's own remarks of the step before."""
        rows = data.get("rows") or []
        return {
            **super().extras(context, data),
            "hits": hits_for(rows),
            "cited": cited_now(rows),
            "remarks": rows_of(context, StepKindCode.INPUT),
        }

    def summary(self, data: Data) -> str:
        """How many entries are proposed to change."""
        if not any(row.get("before") for row in data["rows"]):
            return f"Dasar hukum diusulkan untuk {len(data['rows'])} entri"
        changing = sum(row["stance"] == CHANGE for row in data["rows"])
        return f"{changing} dari {len(data['rows'])} entri diusulkan berubah"
