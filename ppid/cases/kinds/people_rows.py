"""Rows of people: who took part in a meeting, who tested."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import StringField

from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import split_command
from ppid.cases.kinds.freezing import RowForm
from ppid.web.forms import Longest

PARTS = ("name", "position", "unit")


class PersonRow(RowForm):
    """A person with post and unit."""

    name = StringField("Nama", [Longest(120)])
    position = StringField("Jabatan", [Longest(160)])
    unit = StringField("Unit kerja", [Longest(160)])


def trimmed(rows: Sequence[Mapping[str, Any]]) -> list[Data]:
    """The rows without the blank ones at the end."""
    kept = [{part: row.get(part) or "" for part in PARTS} for row in rows]
    while kept and not any(kept[-1].values()):
        kept.pop()
    return kept


def filled(rows: Sequence[Mapping[str, Any]] | None) -> list[Data]:
    """The rows in which somebody is named."""
    return [dict(row) for row in rows or () if row.get("name")]


def padded(rows: Sequence[Mapping[str, Any]] | None, least: int) -> list[Data]:
    """The rows for the form: at least so many, the last ones blank."""
    kept = [dict(row) for row in rows or ()]
    return [*kept, *(dict.fromkeys(PARTS, "") for _each in range(least - len(kept)))]


def change_people(data: Data, name: str, command: str) -> Data:
    """The data after ``add-person`` or ``drop-person:2``; other commands change nothing."""
    verb, about = split_command(command)
    rows = list(data.get(name) or ())
    if verb == "add-person":
        return {**data, name: [*rows, dict.fromkeys(PARTS, "")]}
    if verb == "drop-person" and about and about[0].isdecimal():
        return {**data, name: [row for at, row in enumerate(rows) if at != int(about[0])]}
    return data


def lacking_people(data: Mapping[str, Any], name: str, least: int, who: str) -> list[Missing]:
    """What the rows lack: each names somebody with a post, and there are enough."""
    rows = data.get(name) or []
    found = [
        Missing(f"{name}-{at}-name", "Isi nama, atau kosongkan seluruh baris ini.")
        for at, row in enumerate(rows)
        if not row.get("name") and any(row.values())
    ]
    found += [
        Missing(f"{name}-{at}-position", "Isi jabatannya.")
        for at, row in enumerate(rows)
        if row.get("name") and not row.get("position")
    ]
    if len(filled(rows)) < least:
        first = next((at for at, row in enumerate(rows) if not row.get("name")), len(rows))
        found.append(Missing(f"{name}-{first}-name", f"Isi sedikitnya {least} {who}."))
    return found
