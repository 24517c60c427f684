"""Formulation: for each entry the whole new classification, held against the law as it grows."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import FormField, TextAreaField

from ppid.cases.kinds.classification_rows import (
    ClassificationRow,
    lacking_reasons,
    read_classification,
    row_of,
)
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import EntryStep, change_row, numbered, split_command
from ppid.cases.kinds.examined import faults_in_fields, find_faults, find_late
from ppid.cases.kinds.picker import change_bases, cited_now, hits_for, keyed
from ppid.cases.kinds.proposal import CHANGE
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import rows_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form, Longest
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject


class FormulationForm(Form):
    """A row for each entry, and what was discussed."""

    rows = RowList(FormField(ClassificationRow))
    note = TextAreaField(
        "Catatan pembahasan",
        [Longest(10_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 3},
    )


class Formulation(EntryStep):
    """Step 6 of the SOP."""

    code = StepKindCode.FORMULATION
    template = "cases/kinds/formulation.html"
    record_template = "cases/kinds/formulation_record.html"
    form_class = FormulationForm
    topics = ("legal_bases", "extent", "consequence_open", "benefit_closed", "period")
    help = (
        "Susun klasifikasi baru yang utuh untuk tiap entri. Temuan yang menghalangi harus "
        "diperbaiki sebelum langkah ini selesai; peringatan boleh dibiarkan."
    )

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """Semula, with the bases that were proposed where they change."""
        row = row_of(entry)
        proposal = rows_of(context, StepKindCode.PROPOSAL).get(entry.id, {})
        if proposal.get("stance") == CHANGE:
            return {**row, "bases": keyed(proposal["bases"])}
        return row

    def read_row(self, context: StepContext, kept: Data, typed: Data) -> Data:
        """The classification as typed; what was never determined cannot stay as it was."""
        row = read_classification(kept, typed)
        return {**row, "keep": False} if _is_initial(context) else row

    def in_draft(self, context: StepContext, data: Data, command: str) -> Data:
        """Find, add and drop bases; ``take:12:semula`` and ``take:12:usulan`` start over."""
        verb, about = split_command(command)
        if verb == "take" and len(about) == 2 and about[0].isdecimal():
            entry = context.entry(int(about[0]))
            return data if entry is None else self._take(context, data, entry, about[1])
        return change_bases(data, command)

    def _take(self, context: StepContext, data: Data, entry: ReviewedEntry, whence: str) -> Data:
        row = row_of(entry) if whence == "semula" else self.start_row(context, entry)
        return change_row(data, str(entry.id), row)

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Reasons everywhere, and nothing that the law stops."""
        reasons = [
            fault for start, row in numbered(data["rows"]) for fault in lacking_reasons(start, row)
        ]
        faults = faults_in_fields(context, data["rows"])
        return [*reasons, *(each for each in faults if each.field not in _fields(reasons))]

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """What the catalogue and the law say now, and what earlier steps brought."""
        rows = self.rows(context, data)
        return {
            **super().extras(context, data),
            "initial": _is_initial(context),
            "hits": hits_for(rows),
            "cited": cited_now(rows),
            "findings": find_faults(context, rows),
            "late": find_late(context, rows),
            "proposals": rows_of(context, StepKindCode.PROPOSAL),
            "checks": rows_of(context, StepKindCode.CHECK),
            "meeting": context.data_of(StepKindCode.MEETING),
        }

    def summary(self, data: Data) -> str:
        """How many entries change."""
        if not any(row.get("before") for row in data["rows"]):
            return f"Klasifikasi dirumuskan untuk {len(data['rows'])} entri"
        changed = sum(not row.get("keep") for row in data["rows"])
        return f"{changed} dari {len(data['rows'])} entri dirumuskan berubah"


def _fields(found: Sequence[Missing]) -> set[str | None]:
    return {each.field for each in found}


def _is_initial(context: StepContext) -> bool:
    return context.procedure.subject is Subject.INITIAL
