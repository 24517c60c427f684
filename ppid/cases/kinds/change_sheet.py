"""Change sheet: Semula → Pengubahan for each entry, as it will be signed by the testers."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import DateField, FormField, StringField

from ppid.cases.kinds.classification_rows import (
    ClassificationRow,
    lacking_reasons,
    read_classification,
    row_of,
)
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, Missing
from ppid.cases.kinds.differences import differing, differing_words
from ppid.cases.kinds.entry_rows import EntryStep, named, numbered
from ppid.cases.kinds.examined import faults_in_fields, find_faults
from ppid.cases.kinds.numbered import NumberedStep, with_number
from ppid.cases.kinds.people_rows import (
    PersonRow,
    change_people,
    filled,
    lacking_people,
    padded,
    trimmed,
)
from ppid.cases.kinds.picker import change_bases, cited_now, hits_for
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import rows_of, seq_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode


class ChangeSheetForm(Form):
    """The sheet's head and testers, and a row for each entry."""

    number = StringField(
        "Nomor Lembar Pengubahan",
        [Needed("Isi nomor Lembar Pengubahan."), Longest(80)],
        description="Nomor menurut buku agenda kantor.",
    )
    tested_on = DateField("Tanggal", [Needed("Isi tanggal pengujian.")])
    place = StringField("Tempat", [Needed("Isi tempat pengujian."), Longest(200)])
    rows = RowList(FormField(ClassificationRow))
    testers = RowList(FormField(PersonRow))


class ChangeSheet(NumberedStep, EntryStep):
    """Step 7 of the SOP: Lembar Pengubahan (Perki 1/2021 Lampiran IV)."""

    code = StepKindCode.CHANGE_SHEET
    template = "cases/kinds/change_sheet.html"
    record_template = "cases/kinds/change_sheet_record.html"
    form_class = ChangeSheetForm
    series = "lembar-pengubahan"
    dated_by = "tested_on"
    wide = True
    topics = ("legal_bases", "benefit_closed", "period")
    help = (
        "Kolom Pengubahan berasal dari rumusan langkah sebelumnya dan masih dapat diperhalus. "
        "Semula terkunci. Yang berbeda ditandai."
    )

    def start(self, context: StepContext) -> Data:
        """The formulation, tested by those who met."""
        return {
            **super().start(context),
            "tested_on": context.today.isoformat(),
            "place": context.data_of(StepKindCode.MEETING).get("place") or context.office.city,
            "testers": filled(context.data_of(StepKindCode.MEETING).get("participants")),
        }

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """The row as it was formulated."""
        formulated = rows_of(context, StepKindCode.FORMULATION).get(entry.id)
        if formulated is None:
            return row_of(entry)
        return {**formulated, **named(entry), "find": "", "why_revoked": ""}

    def rows(self, context: StepContext, data: Mapping[str, Any]) -> list[Data]:
        """The kept rows, as long as they were written on the formulation that counts now."""
        if data.get("formulated") in {None, seq_of(context, StepKindCode.FORMULATION)}:
            return super().rows(context, data)
        return super().rows(context, {})

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """The classification as typed."""
        return read_classification(kept, typed)

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Rows for testers, one blank."""
        people = padded(data.get("testers"), len(data.get("testers") or ()) + 1)
        return super().make_form(context, {**data, "testers": people}, formdata)

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed, and on which formulation."""
        read = super().read(context, form, data)
        formulated = seq_of(context, StepKindCode.FORMULATION)
        return {**read, "testers": trimmed(read["testers"]), "formulated": formulated}

    def in_draft(self, _context: StepContext, data: Data, command: str) -> Data:
        """Find, add and drop bases; add and drop testers."""
        return change_people(change_bases(data, command), "testers", command)

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Testers, reasons, something that differs, and nothing that the law stops."""
        found = lacking_people(data, "testers", 1, "penguji")
        if (data.get("tested_on") or "") > context.today.isoformat():
            found.append(Missing("tested_on", "Tanggal ini belum tiba."))
        for start, row in numbered(data["rows"]):
            found += lacking_reasons(start, row) or _lacking_difference(start, row)
        named_fields = {each.field for each in found}
        faults = faults_in_fields(context, data["rows"])
        return [*found, *(each for each in faults if each.field not in named_fields)]

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """What the catalogue and the law say now."""
        rows = self.rows(context, data)
        return {
            **super().extras(context, data),
            "hits": hits_for(rows),
            "cited": cited_now(rows),
            "findings": find_faults(context, rows),
        }

    def differing(self, row: Mapping[str, Any]) -> frozenset[str]:
        """The parts of a row that differ from Semula."""
        return differing(row)

    def summary(self, data: Data) -> str:
        """The sheet's number and what it changes."""
        changed = sum(not row.get("keep") for row in data["rows"])
        return f"{with_number('Lembar Pengubahan', data)}: {changed} entri diubah"


def _lacking_difference(start: str, row: Data) -> list[Missing]:
    if row.get("keep") or differing_words(row):
        return []
    message = "Pengubahan masih sama dengan Semula. Ubah isinya, atau centang Tidak diubah."
    return [Missing(f"{start}keep", message)]
