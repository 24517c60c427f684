"""Laporan tahunan layanan informasi as a paper (Perki 1/2021 Pasal 56–58)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table
from ppid.yearly.report import YearlyReport
from ppid.yearly.tables import FigureTable

WIDE, NARROW = 46.0, 30.0  # per cent for the label: a long word in a head needs the room


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report with its heading and what is to be known of it."""

    title: str
    note: str
    table: Table


@dataclass(frozen=True, slots=True)
class YearlyReportPaper:
    """The report of a year. ``counted`` are the days that its figures cover."""

    template: ClassVar[str] = "print/yearly.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    number: str
    about: str
    opening: str
    services: tuple[ReportTable, ...]
    register: tuple[ReportTable, ...]
    signature: Signature
    title: str = "Laporan Layanan Informasi Publik"
    draft: bool = False


def yearly_paper(
    report: YearlyReport, *, number: str, on: date, draft: bool = False
) -> YearlyReportPaper:
    """The report as it reads when dated ``on``; charts are left to the screen."""
    settings = office()
    return YearlyReportPaper(
        letterhead=letterhead_of(settings),
        number=number,
        about=report.term.label,
        opening=_opening(report, settings.body_name),
        services=tuple(map(_table, report.services)),
        register=tuple(map(_table, report.register)),
        signature=signature_for("officer", on, place_date(settings.city, on)),
        draft=draft,
    )


def _opening(report: YearlyReport, body: str) -> str:
    running = (
        "" if report.is_final else " Masa laporan masih berjalan, sehingga angkanya sementara."
    )
    return (
        f"Laporan ini memuat angka layanan informasi publik {body} untuk masa {report.counted}, "
        "disusun menurut Pasal 12 Undang-Undang Nomor 14 Tahun 2008 serta Pasal 56 dan Pasal 57 "
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021, dihitung dari register pada tanggal "
        f"{format_date(report.today)}.{running}"
    )


def _table(told: FigureTable) -> ReportTable:
    first = NARROW if any(len(word) > 9 for word in " ".join(told.columns).split()) else WIDE
    share = (100 - first) / len(told.columns)
    heads = (Column(head, share, centred=True) for head in told.columns)
    rows = tuple((row.label, *(cell.text for cell in row.cells)) for row in told.rows)
    return ReportTable(told.title, told.note, Table((Column(told.head, first), *heads), rows))
