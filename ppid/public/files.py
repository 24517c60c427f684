"""The files of the open data, written row by row: a large register never stands in memory."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from ppid.office.queries import office
from ppid.public.changes import changed_since
from ppid.public.fields import FIELDS, heads, to_object, to_row
from ppid.public.queries import PublicRegister

VERSION = 1
BOM = "\ufeff"
COMMA, SEMICOLON = ",", ";"


def write_csv(file: IO[bytes], on: date, delimiter: str = COMMA) -> None:
    """CSV (RFC 4180) in UTF-8 with a byte-order mark, by which Excel knows the letters."""
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    text.write(BOM)
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(heads())
    writer.writerows(to_row(record) for record in PublicRegister(on).walk())
    text.flush()
    text.detach()


def write_json(file: IO[bytes], on: date, since: date | None = None) -> None:
    """The register as JSON by the published schema; ``since`` keeps what changed from that day."""
    for part in _json_parts(on, since):
        file.write(part.encode())


def _json_parts(on: date, since: date | None) -> Iterator[str]:
    register = PublicRegister(on)
    only = None if since is None else register.within(changed_since(since, on))
    total = (register.every if only is None else only).bit_count()
    head = {
        "versi": VERSION,
        "badan_publik": office().body_name,
        "per_tanggal": on.isoformat(),
        "berubah_sejak": since.isoformat() if since else None,
        "jumlah": total,
    }
    yield _plain(head)[:-1] + ',"entri":['
    for place, record in enumerate(register.walk(only)):
        yield (",\n" if place else "\n") + _plain(to_object(record))
    yield "\n]}\n"


def write_xlsx(file: IO[bytes], on: date) -> None:
    """A workbook for Excel: one sheet, its first row the heads."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and seldom asked for

    book = Workbook(write_only=True)
    sheet = book.create_sheet("DIK")
    sheet.freeze_panes = "C2"
    sheet.append(heads())
    for record in PublicRegister(on).walk():
        sheet.append(to_row(record))
    book.save(file)


def write_archive(file: IO[bytes], on: date) -> None:
    """The whole register of a day: table, JSON, schema, and what they are; the same bytes always
    for the same contents.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with _member(archive, "dik.csv", on) as part:
            write_csv(part, on)
        with _member(archive, "dik.json", on) as part:
            write_json(part, on)
        with _member(archive, "dik.schema.json", on) as part:
            part.write(_plain(schema()).encode())
        with _member(archive, "BACA-SAYA.txt", on) as part:
            part.write(_read_me(on).encode())


def _member(archive: zipfile.ZipFile, name: str, on: date) -> IO[bytes]:
    info = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(info, "w", force_zip64=True)


def schema() -> dict[str, Any]:
    """The JSON Schema of ``dik.json``."""
    properties = {each.name: {**each.schema, "description": each.meaning} for each in FIELDS}
    entry = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    day = {"type": ["string", "null"], "format": "date"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Daftar Informasi yang Dikecualikan",
        "type": "object",
        "properties": {
            "versi": {"const": VERSION},
            "badan_publik": {"type": "string"},
            "per_tanggal": day,
            "berubah_sejak": day,
            "jumlah": {"type": "integer", "minimum": 0},
            "entri": {"type": "array", "items": entry},
        },
        "required": ["versi", "badan_publik", "per_tanggal", "berubah_sejak", "jumlah", "entri"],
    }


def _read_me(on: date) -> str:
    lines = [
        f"Daftar Informasi yang Dikecualikan {office().body_name} per {on.isoformat()}.",
        "",
        "dik.csv          tabel, UTF-8, dipisah koma",
        "dik.json         data yang sama, menurut dik.schema.json",
        "",
        "Yang dimuat hanya rumusan publik; isi informasi yang dikecualikan tidak ada di sini.",
        "",
        *(f"{each.head}: {each.meaning}." for each in FIELDS),
    ]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
