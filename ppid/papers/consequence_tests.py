"""Lembar Pengujian Konsekuensi (Perki 1/2021 Lampiran II)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from ppid.cases.kinds.assessing import RESULT_WORDS
from ppid.cases.kinds.sources import OPEN
from ppid.office.queries import office
from ppid.papers.change_sheets import people_of, tested_on
from ppid.papers.considerations import approver_of
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table, Tester
from ppid.papers.sentences import write_sheet_opening
from ppid.papers.step_records import StepRecord, list_records
from ppid.papers.wording import NONE, word_kept_bases, word_kept_period, word_rich
from ppid.web.rich_text import to_html
from ppid.workflow.kinds import StepKindCode

COLUMNS = (
    Column("Informasi", 20),
    Column("Dasar Hukum Pengecualian", 23),
    Column("Dibuka", 20, "Konsekuensi"),
    Column("Ditutup", 22, "Konsekuensi"),
    Column("Jangka Waktu", 15),
)


@dataclass(frozen=True, slots=True)
class ConsequenceTestPaper:
    """Lembar Pengujian Konsekuensi; ``approver`` signs under "Menyetujui". DRAF until approved.

    ``rows`` are (informasi, dasar hukum, dibuka, ditutup, jangka waktu). It shares its form with
    Lembar Pengubahan.
    """

    template: ClassVar[str] = "print/change_sheet.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    letterhead: Letterhead
    number: str
    opening: str
    rows: tuple[tuple[str, str, str, str, str], ...]
    testers: tuple[Tester, ...]
    approver: Signature
    closing: str = ""
    draft: bool = False
    title: str = "Lembar Pengujian Konsekuensi"
    subtitle: str = ""

    @property
    def table(self) -> Table:
        """The rows in the form's columns."""
        return Table(COLUMNS, self.rows, numbered=True)


def consequence_test_paper(record: StepRecord) -> ConsequenceTestPaper:
    """The test as the testers sign it."""
    data, settings, on = record.data, office(), tested_on(record)
    return ConsequenceTestPaper(
        letterhead=letterhead_of(settings),
        number=f"Nomor {number_of(record)}",
        opening=write_sheet_opening("lembar-pengujian-pembuka", record, on),
        rows=tuple(_row(row) for row in data.get("rows") or ()),
        testers=people_of(data, "testers"),
        approver=_approver(record, on),
        closing=f"Cara pengujian: {data['method']}" if data.get("method") else "",
        draft=record.draft,
    )


def _approver(record: StepRecord, on: date) -> Signature:
    """Whoever approved; Pimpinan by the office's settings until then."""
    if record.agreed:
        for step in record.file.procedure.steps:
            if step.kind is StepKindCode.APPROVAL:
                return approver_of(list_records(record.file, step)[-1])
    return signature_for("head", on, place_date(office().city, on))


def _row(row: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    opened = row.get("result") == OPEN
    return (
        _information(row),
        _with_more(word_kept_bases(row), "Telaah", row.get("law_analysed")),
        word_rich(row.get("consequence_open")),
        _with_more(
            word_rich(row.get("benefit_closed")),
            "Kepatutan, kesusilaan, dan kepentingan umum",
            row.get("public_interest"),
        ),
        NONE if opened else word_kept_period(row),
    )


def _information(row: Mapping[str, Any]) -> str:
    result = RESULT_WORDS.get(row.get("result") or "", "Belum disimpulkan")
    parts = f" ({row['excluded_parts']})" if row.get("excluded_parts") else ""
    document = f"Dokumen: {row['document']}" if row.get("document") else ""
    told = [str(row["number"]), str(row["title"]), document, f"Hasil: {result}{parts}"]
    return "\n".join(line for line in told if line)


def _with_more(text: str, label: str, more: object) -> str:
    """A cell's text with a labelled second part below it."""
    if not more:
        return text
    first = text if isinstance(text, Markup) else Markup("<p>{}</p>").format(text)
    return Markup("{}<p><em>{}:</em></p>{}").format(first, label, to_html(str(more)))
