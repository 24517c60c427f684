"""The shape of a published register: a list of objects, one for each row, as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ppid.errors import Refused
from ppid.web.json_files import read_json

TEXTS = (
    *("agency", "register", "row_no", "title", "summary", "legal_bases_raw"),
    *("consequence_open", "consequence_closed", "period_text", "unit", "kind", "notes"),
)
NEVER_EMPTY = ("agency", "register", "title")
MOST_FAULTS = 5


class WrongFile(Refused):
    """The file is no register of the known shape; the message names row and column."""


@dataclass(frozen=True)
class PublishedRow:
    """One row, untouched: ``texts`` holds every cell as it came."""

    agency: str
    register: str
    key: str
    texts: dict[str, Any]

    def text(self, name: str) -> str:
        """The cell of that name without blanks at its ends."""
        return str(self.texts[name]).strip()


def read_published(content: bytes) -> tuple[PublishedRow, ...]:
    """The rows of a file, or WrongFile naming the faults; nothing is mended on the way."""
    rows = _parse(content)
    faults = [fault for number, row in enumerate(rows, 1) for fault in _faults(number, row)]
    if faults:
        more = len(faults) - MOST_FAULTS
        told = " ".join(faults[:MOST_FAULTS])
        raise WrongFile(f"{told} Dan {more} kesalahan lain." if more > 0 else told, "file")
    read = tuple(_row(row) for row in rows)
    _refuse_twins(read)
    return read


def _parse(content: bytes) -> list[Any]:
    try:
        rows = read_json(content, field="file")
    except Refused as refusal:
        raise WrongFile(refusal.message, refusal.field) from refusal
    if not isinstance(rows, list) or not rows:
        raise WrongFile("Berkas harus berisi daftar baris register, sedikitnya satu.", "file")
    return rows


def _faults(number: int, row: object) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"Baris {number} bukan objek dengan kolom-kolom register."
        return
    if not isinstance(row.get("id"), int | str) or isinstance(row.get("id"), bool):
        yield f"Baris {number}: kolom “id” harus berisi nomor."
    for name in TEXTS:
        if name not in row:
            yield f"Baris {number}: kolom “{name}” tidak ada."
        elif not isinstance(row[name], str):
            yield f"Baris {number}: kolom “{name}” harus berupa teks."
        elif name in NEVER_EMPTY and not row[name].strip():
            yield f"Baris {number}: kolom “{name}” kosong."


def _row(row: dict[str, Any]) -> PublishedRow:
    agency, register = row["agency"].strip(), row["register"].strip()
    named = "|".join((agency, register, str(row["id"])))
    return PublishedRow(agency, register, sha256(named.encode()).hexdigest(), row)


def _refuse_twins(rows: tuple[PublishedRow, ...]) -> None:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        if row.key in seen:
            raise WrongFile(
                f"Baris {number}: “id” {row.texts['id']} sudah dipakai baris {seen[row.key]} dari "
                "register yang sama.",
                "file",
            )
        seen[row.key] = number
