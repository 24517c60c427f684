"""The worklist of a day: all groups, or one part of a group page by page."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from ppid.accounts.models import Unit
from ppid.law.standing import OPENING_WORKDAYS
from ppid.office.queries import office, work_calendar
from ppid.register.forces import Forces
from ppid.register.list_facets import FacetTree
from ppid.register.worklist import (
    CASE_HOLDS,
    ROWS,
    RULES,
    Group,
    GroupKey,
    Part,
    ShownPart,
    Worklist,
)
from ppid.register.worklist_cases import cases_holding
from ppid.register.worklist_parts import Members, list_parts, read_members
from ppid.register.worklist_rows import RowReader, read_bases, read_entries, read_gaps

FEWEST = 5


def read_worklist(on: date, *, today: date, unit: str = "") -> Worklist:
    """Every group with its first 50 rows, shared out among its parts."""
    members = read_members(on, unit=unit, today=today)
    parts = {key: list_parts(members, key) for key in GroupKey}
    reader = _reader(members, [part for own in parts.values() for part in own], 1)
    workdays = _workdays()
    groups = tuple(_group(key, own, reader, workdays) for key, own in parts.items())
    return Worklist(on, on == today, groups)


def read_part(
    on: date, *, today: date, unit: str, group: GroupKey, key: str, page: int
) -> tuple[Group, ShownPart] | None:
    """One part of a group, 50 rows a page, at most its last; None when it has no entries."""
    members = read_members(on, unit=unit, today=today)
    part = next((each for each in list_parts(members, group) if each.key == key), None)
    if part is None:
        return None
    page = min(max(1, page), -(-len(part.ids) // ROWS))
    shown = _shown(part, _reader(members, [part], page), ROWS, page)
    return Group(group, RULES[group], (shown,), len(part.ids), _workdays()), shown


def list_units() -> list[tuple[str, str]]:
    """Units for the filter: code and name, each below the one it belongs to."""
    return [(code, label) for code, (label, _ids) in FacetTree().units.items()]


def name_unit(code: str) -> str:
    """The name of a unit; empty when there is none of this code."""
    row = Unit.get_or_none(Unit.code == code)
    return str(row.name) if row else ""


def _group(key: GroupKey, parts: list[Part], reader: RowReader, workdays: int) -> Group:
    rows = max(FEWEST, ROWS // max(1, len(parts)))
    shown = tuple(_shown(part, reader, rows) for part in parts)
    count = len(set(chain.from_iterable(part.ids for part in parts)))
    return Group(key, RULES[key], shown, count, workdays)


def _shown(part: Part, reader: RowReader, rows: int, page: int = 1) -> ShownPart:
    start = (page - 1) * ROWS
    there = reader.entries
    first = [there[key] for key in part.ids[:CASE_HOLDS] if key in there]
    return ShownPart(
        part=part,
        rows=tuple(reader.row(part, key) for key in part.ids[start : start + rows] if key in there),
        free=tuple(entry.number for entry in first if entry.id not in reader.cases),
        page=page,
    )


def _reader(members: Members, parts: Sequence[Part], page: int) -> RowReader:
    """Reads what the page shows of these parts, and what one case could take in of each."""
    ids = list(dict.fromkeys(chain.from_iterable(_wanted(part, page) for part in parts)))
    entries = read_entries(ids, members.on)
    said = [row.classification_id for row in entries.values() if row.classification_id]
    return RowReader(
        on=members.on,
        calendar=work_calendar(),
        deadlines=members.deadlines,
        entries=entries,
        bases=read_bases(said if _holds(parts, GroupKey.FALLEN) else ()),
        gaps=read_gaps(ids if _holds(parts, GroupKey.INCOMPLETE) else ()),
        forces=Forces(),
        cases=cases_holding(ids),
    )


def _wanted(part: Part, page: int) -> Iterable[int]:
    start = (page - 1) * ROWS
    return chain(part.ids[:CASE_HOLDS], part.ids[start : start + ROWS])


def _holds(parts: Sequence[Part], key: GroupKey) -> bool:
    return any(part.group is key for part in parts)


def _workdays() -> int:
    """How long before its end an entry counts as expiring; the office may be warned earlier."""
    return max(office().remind_workdays, OPENING_WORKDAYS)
