"""Finding cases, and the entries that a case may take in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import peewee as pw
from flask import g, has_request_context

from ppid.accounts.access import Person
from ppid.accounts.models import Unit
from ppid.accounts.permissions import Permission
from ppid.cases.files import CaseFile, read_case
from ppid.cases.lines import CaseLine, is_closed, read_lines
from ppid.cases.models import Case, CaseEntry, CaseEvent
from ppid.cases.reach import cases_in_reach, may_read, units_in_reach
from ppid.cases.refusals import CaseNotFound
from ppid.register.models import Classification, Entry

PAGE = 25
CHOICES = 20
LONGEST = 300  # letters that are searched; each word costs a condition


class CaseState(StrEnum):
    """Which cases a list shows."""

    OPEN = "berjalan"
    CLOSED = "selesai"
    ALL = "semua"


@dataclass(frozen=True)
class CasePage:
    """One page of cases; ``counts`` by state, for the same words."""

    lines: Sequence[CaseLine]
    number: int
    last: int
    total: int
    counts: dict[CaseState, int]


def get_case(person: Person, number: str) -> CaseFile:
    """The case, for whoever may read it; CaseNotFound otherwise: what is hidden is not told.

    Read once for each request, as it stood when the request began.
    """
    seen: dict[str, CaseFile] = g.setdefault("cases_seen", {}) if has_request_context() else {}
    file = seen.get(number) or read_case(number)
    if not may_read(person, file.unit_ids):
        raise CaseNotFound(f"Perkara {number} tidak ada, atau bukan dalam jangkauan Anda.")
    seen[number] = file
    return file


def list_cases(
    person: Person,
    *,
    state: CaseState = CaseState.OPEN,
    words: str = "",
    mine: bool = False,
    page: int = 1,
) -> CasePage:
    """A page of the cases within the person's reach, newest first."""
    found = _within(person).where(*_conditions(person, words, mine))
    counts = {each: _in_state(found, each).count() for each in CaseState}
    total = counts[state]
    last = max(1, -(-total // PAGE))
    number = min(max(page, 1), last)
    selection = _in_state(found, state).order_by(Case.id.desc()).paginate(number, PAGE)
    return CasePage(read_lines(selection), number, last, total, counts)


def open_lines(person: Person) -> list[CaseLine]:
    """Every open case within the person's reach, the longest waiting first."""
    lines = read_lines(_in_state(_within(person), CaseState.OPEN).order_by(Case.id))
    return sorted(lines, key=lambda line: (line.since, line.id))


def open_cases_of(entry_ids: Collection[int]) -> dict[int, str]:
    """The number of the open case that holds each of these entries."""
    rows: Any = (
        CaseEntry.select(CaseEntry.entry, Case.number)
        .join(Case)
        .where(CaseEntry.entry.in_(list(entry_ids)), ~is_closed())
        .tuples()
    )
    return dict(rows)


def cases_of_entry(person: Person, entry_id: int) -> list[CaseLine]:
    """Every case that holds or held the entry, newest first."""
    held = CaseEntry.select(CaseEntry.case).where(CaseEntry.entry == entry_id)
    return read_lines(_within(person).where(Case.id.in_(held)).order_by(Case.id.desc()))


def find_entries(person: Person, words: str) -> list[Entry]:
    """Entries by number or by words of their title, for taking into a case; 20 at most."""
    terms = words[:LONGEST].split()
    if not terms:
        return []
    units = units_in_reach(person, Permission.OPEN_CASE)
    found = Entry.select(Entry, Unit).join(Unit).where(Entry.withdrawn_at.is_null())
    if units is not None:
        found = found.where(Entry.unit.in_(sorted(units)))
    for term in terms:
        found = found.where(Entry.title.contains(term) | Entry.number.contains(term))
    return list(found.order_by(Entry.number).limit(CHOICES))


def entries_by_number(numbers: Sequence[str]) -> list[Entry]:
    """The entries of these numbers, in that order; unknown numbers are left out."""
    rows = Entry.select(Entry, Unit).join(Unit).where(Entry.number.in_(list(numbers)))
    found = {entry.number: entry for entry in rows}
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def none_determined(numbers: Sequence[str]) -> bool:
    """Whether no determination says anything of these entries; no entries: False."""
    if not numbers:
        return False
    determined = (
        Classification.select()
        .join(Entry)
        .where(Entry.number.in_(list(numbers)), Classification.determination.is_null(False))
    )
    return not determined.exists()


def _within(person: Person) -> "pw.ModelSelect[Case]":
    condition = cases_in_reach(person)
    cases = Case.select(Case)
    return cases if condition is None else cases.where(condition)


def _conditions(person: Person, words: str, mine: bool) -> list[Any]:
    wanted = [_holds_word(word) for word in words[:LONGEST].split()]
    if mine:
        acted = CaseEvent.select(CaseEvent.case).where(CaseEvent.actor == person.id)
        wanted.append(Case.id.in_(acted))
    return wanted or [pw.SQL("1 = 1")]


def _holds_word(word: str) -> pw.Expression:
    entries = (
        CaseEntry.select(CaseEntry.case)
        .join(Entry)
        .where(Entry.number.contains(word) | Entry.title.contains(word))
    )
    return Case.number.contains(word) | Case.title.contains(word) | Case.id.in_(entries)


def _in_state(cases: "pw.ModelSelect[Case]", state: CaseState) -> "pw.ModelSelect[Case]":
    if state is CaseState.ALL:
        return cases
    return cases.where(is_closed() if state is CaseState.CLOSED else ~is_closed())
