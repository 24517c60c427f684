"""The fields of the open data: their names, their column heads, what each means, how each is told.

The heads are those of the five-column form of the DIK, in its order, with what else is public.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ppid.public.records import PublicRecord
from ppid.public.telling import cited, tell_standing

FORMULA = ("=", "+", "-", "@", "\t", "\r")
UNREADABLE = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
Told = str | int | bool | None | list[dict[str, str]] | list[str]


@dataclass(frozen=True)
class Field:
    """One field: ``schema`` is its JSON type; ``tell`` its value; a table joins lists by ``; ``."""

    name: str
    head: str
    meaning: str
    tell: Callable[[PublicRecord], Told]
    schema: dict[str, Any]


TEXT: dict[str, Any] = {"type": "string"}
DAY: dict[str, Any] = {"type": ["string", "null"], "format": "date"}
LETTERS: dict[str, Any] = {"type": "array", "items": {"type": "string", "pattern": "^[a-j]$"}}
BASES: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"ketentuan": TEXT, "peraturan": TEXT, "isi": TEXT},
        "required": ["ketentuan", "peraturan", "isi"],
    },
}


def _bases(record: PublicRecord) -> list[dict[str, str]]:
    return [
        {"ketentuan": each.named, "peraturan": each.regulation, "isi": each.meaning}
        for each in record.bases
        if each.named
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


FIELDS: tuple[Field, ...] = (
    Field("nomor", "Nomor", "Nomor entri; tidak pernah dipakai ulang", lambda r: r.number, TEXT),
    Field(
        *("informasi", "Informasi yang Dikecualikan", "Judul menurut rumusan publik"),
        lambda r: r.texts.title,
        TEXT,
    ),
    Field(
        *("bagian_ditutup", "Bagian yang Ditutup", "Bagian yang dikecualikan"),
        lambda r: r.texts.what_is_closed,
        TEXT,
    ),
    Field(
        *("cakupan", "Cakupan", "seluruhnya atau sebagian"),
        lambda r: r.extent.value,
        {"enum": ["seluruhnya", "sebagian"]},
    ),
    Field("dasar_hukum", "Dasar Hukum Pengecualian", "Ketentuan yang menjadi dasar", _bases, BASES),
    Field(
        *("huruf", "Huruf Pasal 17", "Huruf Pasal 17 UU 14/2008 yang disebut"),
        lambda r: list(r.grounds),
        LETTERS,
    ),
    Field(
        *("konsekuensi_dibuka", "Konsekuensi Bila Dibuka", "Akibat bila informasi dibuka"),
        lambda r: r.texts.consequence,
        TEXT,
    ),
    Field(
        *("manfaat_ditutup", "Manfaat Bila Ditutup", "Yang dilindungi dengan menutupnya"),
        lambda r: r.texts.benefit,
        TEXT,
    ),
    Field("jangka_waktu", "Jangka Waktu", "Jangka waktu dengan kata", lambda r: r.period, TEXT),
    Field(
        *("dikecualikan_sejak", "Dikecualikan Sejak", "Mulai berlakunya penetapan pertama"),
        lambda r: _iso(r.excluded_since),
        DAY,
    ),
    Field(
        *("terbuka_mulai", "Terbuka Mulai", "Hari informasi terbuka; kosong bila belum diketahui"),
        lambda r: _iso(r.since if r.standing.is_open else r.opens_on),
        DAY,
    ),
    Field("keadaan", "Keadaan", "Keadaan pada tanggal data", lambda r: r.standing.label, TEXT),
    Field(
        *("keadaan_sejak", "Keadaan Sejak", "Hari keadaan itu mulai"),
        lambda r: _iso(r.since),
        DAY,
    ),
    Field("uraian_keadaan", "Uraian Keadaan", "Keadaan dalam satu kalimat", tell_standing, TEXT),
    Field("penetapan", "Nomor Penetapan", "Nomor penetapan", lambda r: r.act.number_text, TEXT),
    Field(
        *("tanggal_penetapan", "Tanggal Penetapan", "Tanggal penetapan yang berlaku"),
        lambda r: _iso(r.act.determined_on),
        DAY,
    ),
    Field("unit", "Unit yang Menguasai", "Unit kerja yang menguasai", lambda r: r.unit, TEXT),
    Field("kode_unit", "Kode Unit", "Kode unit kerja", lambda r: r.unit_code, TEXT),
    Field(
        *("dapat_diberikan", "Yang Dapat Diberikan", "Yang dapat diminta sebagai gantinya"),
        lambda r: r.texts.given_instead,
        TEXT,
    ),
    Field(
        *("sudah_dirumuskan", "Rumusan Publik", "Apakah rumusan publiknya sudah ditetapkan"),
        lambda r: r.is_worded,
        {"type": "boolean"},
    ),
)


def to_object(record: PublicRecord) -> dict[str, Told]:
    """The entry as the JSON file has it."""
    return {field.name: field.tell(record) for field in FIELDS}


def to_row(record: PublicRecord) -> list[str]:
    """The entry as a row of a table; cells that a spreadsheet would reckon are made harmless."""
    return [in_cell(_flat(field.name, field.tell(record), record)) for field in FIELDS]


def heads() -> list[str]:
    """The heads of the columns."""
    return [field.head for field in FIELDS]


def in_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula, without signs that no file may hold."""
    plain = text if text.isprintable() else text.translate(UNREADABLE)
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def _flat(name: str, told: Told, record: PublicRecord) -> str:
    if isinstance(told, str):
        return told
    if name == "dasar_hukum":
        return "; ".join(cited(record))
    if isinstance(told, bool):
        return "sudah ditetapkan" if told else "belum ditetapkan"
    if isinstance(told, list):
        return ", ".join(map(str, told))
    return "" if told is None else str(told)
