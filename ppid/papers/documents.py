"""The papers of the procedures, each as one frozen value (domain: Perki 1/2021 Lampiran II–V).

A paper knows its template and how its sheet lies; ``ppid.papers.composing`` turns it into HTML and
``ppid.papers.printing`` into PDF.
"""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from ppid.papers.parts import Annex, Column, Letterhead, Orientation, Signature, Table, Tester


class Paper(Protocol):
    """Anything that can be printed."""

    template: ClassVar[str]
    orientation: ClassVar[Orientation]

    @property
    def title(self) -> str:
        """What the file is called and what stands in its running foot."""
        ...

    @property
    def draft(self) -> bool:
        """Whether each page carries the DRAF mark."""
        ...


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One entry on the change sheet, in the columns of Lampiran IV."""

    title: str
    old_bases: str
    new_bases: str
    old_if_open: str
    old_if_closed: str
    new_if_closed: str
    period: str


CHANGE_COLUMNS = (
    Column("Informasi", 14),
    Column("Semula", 13, "Dasar Hukum Pengecualian"),
    Column("Pengubahan", 26, "Dasar Hukum Pengecualian"),
    Column("Dibuka", 12, "Pertimbangan Sebelumnya"),
    Column("Ditutup", 11, "Pertimbangan Sebelumnya"),
    Column("Ditutup", 12, "Pertimbangan Pengubahan"),
    Column("Jangka Waktu", 12),
)


def change_table(rows: tuple[ChangeRow, ...]) -> Table:
    """Old beside new, in the columns of Lampiran IV; also the annex of a Penetapan pengubahan."""
    texts = tuple(
        (
            *(row.title, row.old_bases, row.new_bases, row.old_if_open),
            *(row.old_if_closed, row.new_if_closed, row.period),
        )
        for row in rows
    )
    return Table(CHANGE_COLUMNS, texts, numbered=True)


@dataclass(frozen=True, slots=True)
class ChangeSheetPaper:
    """Lembar Pengubahan (Perki 1/2021 Lampiran IV). ``opening`` is the sentence with day, date and
    place.

    While ``draft`` it carries the DRAF mark and ``number`` may be empty; ``approver`` is Pimpinan
    Badan Publik or whom the office set, who signs under "Menyetujui".
    """

    template: ClassVar[str] = "print/change_sheet.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    number: str
    opening: str
    rows: tuple[ChangeRow, ...]
    testers: tuple[Tester, ...]
    approver: Signature
    letterhead: Letterhead | None = None
    draft: bool = False
    closing: str = ""
    title: str = "Lembar Pengubahan Informasi yang Dikecualikan"
    subtitle: str = "Pengujian Konsekuensi atas Pengubahan Klasifikasi Informasi yang Dikecualikan"

    @property
    def table(self) -> Table:
        """The rows in the form's seven columns."""
        return change_table(self.rows)


@dataclass(frozen=True, slots=True)
class Dictum:
    """One diktum: ``label`` KESATU, KEDUA… (``dictum_label`` gives them), ``text`` what is
    determined.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DeterminationPaper:
    """Penetapan klasifikasi (Lampiran III) or pengubahan (Lampiran V); contents: Perki 1/2021 Pasal
    49(5), PP 61/2010 Pasal 4(2).

    ``heading`` names the kind and the official ("KEPUTUSAN PEJABAT PENGELOLA …"), ``number`` reads
    "NOMOR 3 TAHUN 2026", ``decides`` follows "Menetapkan :". Items of the three lists come without
    their letters and numbers. ``against`` names the determinations that are changed.
    """

    template: ClassVar[str] = "print/determination.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    heading: str
    number: str
    about: str
    considering: tuple[str, ...]
    in_view_of: tuple[str, ...]
    noting: tuple[str, ...]
    decides: str
    dictums: tuple[Dictum, ...]
    signature: Signature
    official: str = ""
    copies: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    draft: bool = False
    against: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Kind, number and subject in one line."""
        return f"{self.heading} {self.number} tentang {self.about}".replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Figure:
    """One counted figure of a report, with its unit: ``Figure("Entri ditelaah", "12 entri")``."""

    label: str
    value: str


REPORT_COLUMNS = (
    Column("Informasi", 24),
    Column("Semula", 27),
    Column("Menjadi", 27),
    Column("Hasil", 22, centred=True),
)


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """Laporan pengubahan (step 11): basis, figures, table old → new, obstacles, follow-up.

    ``changes`` rows are (informasi, semula, menjadi, hasil). ``recipients`` are those to whom it is
    given.
    """

    template: ClassVar[str] = "print/report.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    number: str
    about: str
    opening: str
    basis: tuple[str, ...]
    figures: tuple[Figure, ...]
    changes: tuple[tuple[str, str, str, str], ...]
    obstacles: str
    follow_up: str
    signature: Signature
    recipients: tuple[str, ...] = ()
    closing: str = "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut."
    title: str = "Laporan Pengubahan Klasifikasi Informasi yang Dikecualikan"
    draft: bool = False

    @property
    def table(self) -> Table:
        """The changes, old → new."""
        return Table(REPORT_COLUMNS, self.changes, numbered=True)


@dataclass(frozen=True, slots=True)
class DikRow:
    """One entry of the register in the five-column form."""

    title: str
    bases: str
    if_open: str
    if_closed: str
    period: str


DIK_COLUMNS = (
    Column("Informasi", 23),
    Column("Dasar Hukum Pengecualian", 22),
    Column("Dibuka", 20, "Konsekuensi/Pertimbangan bagi Publik"),
    Column("Ditutup", 20, "Konsekuensi/Pertimbangan bagi Publik"),
    Column("Jangka Waktu", 15),
)


def dik_table(rows: tuple[DikRow, ...]) -> Table:
    """The five columns of the register; also the annex of a Penetapan klasifikasi."""
    texts = tuple((row.title, row.bases, row.if_open, row.if_closed, row.period) for row in rows)
    return Table(DIK_COLUMNS, texts, numbered=True)


@dataclass(frozen=True, slots=True)
class DikPaper:
    """Daftar Informasi yang Dikecualikan as it stands on a date; ``as_at`` reads "Keadaan per 18
    Januari 2026".
    """

    template: ClassVar[str] = "print/dik.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    letterhead: Letterhead
    as_at: str
    rows: tuple[DikRow, ...]
    signature: Signature | None = None
    note: str = ""
    title: str = "Daftar Informasi yang Dikecualikan"
    draft: bool = False

    @property
    def table(self) -> Table:
        """The rows in the form's five columns."""
        return dik_table(self.rows)


_DICTUM_LABELS = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN"),
    *("KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS"),
)


def dictum_label(position: int) -> str:
    """KESATU for 1 … KEEMPAT BELAS for 14; IndexError beyond."""
    if position < 1:
        raise IndexError(position)
    return _DICTUM_LABELS[position - 1]
