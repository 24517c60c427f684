"""Test: the record of one consequence test, measured against what the law asks of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, FormField, RadioField, StringField, TextAreaField

from ppid.cases.kinds.assessing import GAP_FIELDS, RESULT_WORDS, RESULTS, assess_row
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, Missing
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, named, numbered
from ppid.cases.kinds.examined import faults_in_fields
from ppid.cases.kinds.numbered import NumberedStep, with_number
from ppid.cases.kinds.people_rows import (
    PersonRow,
    change_people,
    filled,
    lacking_people,
    padded,
    trimmed,
)
from ppid.cases.kinds.period_fields import period_values, period_words, read_period
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import OPEN, rows_of, seq_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.completeness import Completeness
from ppid.law.facts import Extent
from ppid.register.classification_form import PeriodForm
from ppid.register.content import ClassificationDraft
from ppid.web.forms import Form, Longest, Needed, choices
from ppid.workflow.kinds import StepKindCode

CARRIED = ("extent", "excluded_parts", "consequence_open", "benefit_closed", "period_fields")


class ConsequenceTestRow(EntryRow):
    """The test of one information."""

    document = TextAreaField(
        "Dokumen yang diuji",
        [Longest(4000)],
        render_kw={"rows": 2},
        description="Nama, bentuk, dan tahun dokumen.",
    )
    law_analysed = TextAreaField("Telaah undang-undang", [Longest(20_000)], render_kw={"rows": 4})
    consequence_open = TextAreaField(
        "Konsekuensi bila dibuka", [Longest(10_000)], render_kw={"rows": 4}
    )
    benefit_closed = TextAreaField(
        "Kepentingan yang dilindungi bila ditutup", [Longest(10_000)], render_kw={"rows": 4}
    )
    public_interest = TextAreaField(
        "Timbangan kepatutan, kesusilaan, dan kepentingan umum",
        [Longest(10_000)],
        render_kw={"rows": 4},
    )
    result = RadioField("Hasil pengujian", choices=choices(RESULTS), validate_choice=False)
    excluded_parts = TextAreaField(
        "Bagian yang dikecualikan",
        [Longest(10_000)],
        render_kw={"rows": 2},
        description="Diisi bila hanya sebagian.",
    )
    period_fields = FormField(PeriodForm)


class ConsequenceTestForm(Form):
    """The head of the sheet, its testers, and a row for each entry."""

    number = StringField(
        "Nomor Lembar Pengujian",
        [Needed("Isi nomor Lembar Pengujian Konsekuensi."), Longest(80)],
    )
    tested_on = DateField("Tanggal pengujian", [Needed("Isi tanggal pengujian.")])
    place = StringField("Tempat", [Needed("Isi tempat pengujian."), Longest(200)])
    method = TextAreaField(
        "Cara pengujian",
        [Longest(4000)],
        render_kw={"rows": 2},
        description="Misalnya rapat pengujian, telaah tertulis, atau pendapat ahli.",
    )
    rows = RowList(FormField(ConsequenceTestRow))
    testers = RowList(FormField(PersonRow))


class ConsequenceTest(NumberedStep, EntryStep):
    """Step 4 of the first determination (UU 14/2008 Pasal 19; Perki 1/2021 Pasal 49)."""

    code = StepKindCode.TEST
    template = "cases/kinds/test.html"
    record_template = "cases/kinds/test_record.html"
    form_class = ConsequenceTestForm
    series = "lembar-pengujian"
    dated_by = "tested_on"
    topics = ("consequence_open", "benefit_closed")
    help = (
        "Timbang akibat bila dibuka dan manfaat bila ditutup. Nilai kelengkapan menunjukkan apa "
        "yang masih diminta peraturan."
    )

    def start(self, context: StepContext) -> Data:
        """Today, at the office."""
        day = context.today.isoformat()
        return {**super().start(context), "tested_on": day, "place": context.office.city}

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """The classification as it was formulated, still to be weighed."""
        formulated = rows_of(context, StepKindCode.FORMULATION).get(entry.id)
        said = formulated or ClassificationDraft().to_dict()
        reasons = [f"{each['citation']}: {each['reasoning']}" for each in said["bases"]]
        documents = rows_of(context, StepKindCode.INPUT).get(entry.id, {}).get("documents", "")
        return {
            **said,
            **named(entry),
            "period_fields": period_values(said["period"]),
            "document": documents,
            "law_analysed": "\n".join(reasons),
            "public_interest": "",
            "result": None,
            "keep": False,
        }

    def rows(self, context: StepContext, data: Mapping[str, Any]) -> list[Data]:
        """The kept rows; bases and period anew where the formulation was written anew."""
        rows = super().rows(context, data)
        if data.get("formulated") in {None, seq_of(context, StepKindCode.FORMULATION)}:
            return rows
        fresh = {row["entry_id"]: row for row in super().rows(context, {})}
        parts = ("bases", "period", "law_analysed", *CARRIED)
        return [{**row, **{each: fresh[row["entry_id"]][each] for each in parts}} for row in rows]

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """The result as an extent, the period as stated."""
        row = {**kept, **typed}
        period = read_period(row["period_fields"])
        extent = row["result"] if row["result"] in set(Extent) else Extent.WHOLE.value
        words = period_words(period, row["period_text"])
        return {**row, "extent": extent, "period": period, "period_words": words}

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Rows for testers, one blank."""
        people = padded(data.get("testers"), len(data.get("testers") or ()) + 1)
        return super().make_form(context, {**data, "testers": people}, formdata)

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed, with the score that each test had then."""
        read = super().read(context, form, data)
        kept = {
            **read,
            "testers": trimmed(read["testers"]),
            "formulated": seq_of(context, StepKindCode.FORMULATION),
        }
        scores = {str(row["entry_id"]): self.assess(kept, row).score for row in kept["rows"]}
        return {**kept, "scores": scores}

    def in_draft(self, _context: StepContext, data: Data, command: str) -> Data:
        """Add and drop testers."""
        return change_people(data, "testers", command)

    def assess(self, data: Data, row: Data) -> Completeness:
        """How complete the test of an entry is, with its named gaps."""
        return assess_row(data, row)

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Every gap but the approval, which comes next; and nothing that the law stops."""
        found = lacking_people(data, "testers", 1, "penguji")
        if (data.get("tested_on") or "") > context.today.isoformat():
            found.append(Missing("tested_on", "Tanggal ini belum tiba."))
        for start, row in numbered(data["rows"]):
            gaps = self.assess(data, row).gaps
            found += [
                Missing(_field(start, gap.code), f"{gap.message} ({gap.article})")
                for gap in gaps
                if gap.code in GAP_FIELDS
            ]
        closed = [{**row, "keep": row["result"] == OPEN} for row in data["rows"]]
        named_fields = {each.field for each in found}
        faults = faults_in_fields(context, closed)
        return [*found, *(each for each in faults if each.field not in named_fields)]

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """How complete each test is now."""
        rows = self.rows(context, data)
        assessed = {row["entry_id"]: self.assess(data, row) for row in rows}
        return {**super().extras(context, data), "assessed": assessed}

    def words(self, result: str) -> str:
        """A result in words."""
        return RESULT_WORDS.get(result, "Belum dipilih")

    def summary(self, data: Data) -> str:
        """The sheet's number, its day and how many tested."""
        day = date.fromisoformat(data["tested_on"])
        testers = len(filled(data["testers"]))
        return f"{with_number('Lembar Pengujian', data)} ({day:%d-%m-%Y}), {testers} penguji"


def _field(start: str, code: str) -> str:
    name = GAP_FIELDS[code]
    return name if name in {"method", "place"} else f"{start}{name}"
