"""The two table forms in which public bodies publish their list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from flask import request

from ppid.errors import Refused
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table


class DikForm(StrEnum):
    """``kolom`` is the five-column form; ``esensi`` adds unit and determination."""

    COLUMNS = "kolom"
    ESSENCE = "esensi"


def asked_form() -> DikForm:
    """``?bentuk=esensi``, else the five-column form; refuses what is neither."""
    asked = request.args.get("bentuk", "") or DikForm.COLUMNS
    if asked not in list(DikForm):
        raise Refused("Bentuk daftar hanya kolom atau esensi.", "bentuk")
    return DikForm(asked)


@dataclass(frozen=True, slots=True)
class EssenceRow:
    """One entry with its gist, who holds it and the determination that closes it."""

    information: str
    bases: str
    if_open: str
    if_closed: str
    period: str
    holder: str
    determination: str


ESSENCE_COLUMNS = (
    Column("Jenis/Esensi Informasi\n(konten ringkas)", 19),
    Column("Dasar Hukum Pengecualian", 15),
    Column("Dibuka", 15, "Konsekuensi/Pertimbangan bagi Publik"),
    Column("Ditutup", 14, "Konsekuensi/Pertimbangan bagi Publik"),
    Column("Jangka Waktu", 11),
    Column("Unit/Penanggung Jawab", 12),
    Column("Penetapan", 14),
)


@dataclass(frozen=True, slots=True)
class EssencePaper:
    """Daftar Informasi yang Dikecualikan in the esensi/konten form; ``as_at`` names the day."""

    template: ClassVar[str] = "print/dik.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    letterhead: Letterhead
    as_at: str
    rows: tuple[EssenceRow, ...]
    signature: Signature | None = None
    note: str = ""
    title: str = "Daftar Informasi yang Dikecualikan (Esensi/Konten)"
    draft: bool = False

    @property
    def table(self) -> Table:
        """The rows in the columns of the form."""
        texts = tuple(
            (
                *(row.information, row.bases, row.if_open, row.if_closed),
                *(row.period, row.holder, row.determination),
            )
            for row in self.rows
        )
        return Table(ESSENCE_COLUMNS, texts, numbered=True)
