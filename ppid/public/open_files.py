"""Which files of the open data there are; each can be made again from plain values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import IO

from ppid.public import files

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV, SEMICOLON_CSV, WORKBOOK, JSON, ARCHIVE = "csv", "csv-titik-koma", "xlsx", "json", "zip"
Write = Callable[[IO[bytes]], None]


@dataclass(frozen=True)
class OpenFile:
    """A file as it is to be sent: ``name`` as it is saved, ``write`` makes it; texts are packed.

    ``order`` tells a work beside the requests which file is meant. ``of_one_day`` marks those of
    which there are as many as days: anybody may ask for any. ``root`` is the site's address where
    the file holds it.
    """

    name: str
    media_type: str
    on: date
    write: Write
    packed: bool = True
    order: tuple[str, str, str] = ("", "", "")
    of_one_day: bool = False
    is_download: bool = True
    root: str = ""


def open_file(form: str, on: date, since: date | None = None) -> OpenFile:
    """The file of a form as of a day; ``since`` narrows the JSON to what changed from then on."""
    order = form, on.isoformat(), since.isoformat() if since else ""
    if form == ARCHIVE:
        name, write = f"dik-{on.isoformat()}.zip", partial(files.write_archive, on=on)
        return OpenFile(name, "application/zip", on, write, False, order, of_one_day=True)
    if form == WORKBOOK:
        return OpenFile("dik.xlsx", XLSX, on, partial(files.write_xlsx, on=on), False, order)
    if form == JSON:
        name = f"dik-sejak-{since}.json" if since else "dik.json"
        write = partial(files.write_json, on=on, since=since)
        return OpenFile(
            name, "application/json", on, write, order=order, of_one_day=since is not None
        )
    semicolon = form == SEMICOLON_CSV
    delimiter = files.SEMICOLON if semicolon else files.COMMA
    write = partial(files.write_csv, on=on, delimiter=delimiter)
    name = "dik-titik-koma.csv" if semicolon else "dik.csv"
    return OpenFile(name, "text/csv", on, write, order=order)


def file_ordered(order: tuple[str, str, str]) -> OpenFile:
    """The file of an order."""
    form, on, since = order
    return open_file(form, date.fromisoformat(on), date.fromisoformat(since) if since else None)
