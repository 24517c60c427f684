"""The figures of the register itself: what is closed at the end, and what moved in the term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from ppid import clock
from ppid.cases.models import Case, CaseEvent
from ppid.cases.procedure_queries import last_steps
from ppid.law.grounds import Ground
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind
from ppid.register import closed
from ppid.register.acts import DeterminationKind
from ppid.register.bit_sets import EMPTY
from ppid.register.list_facets import FacetTree, members_of
from ppid.register.list_filters import FacetKey, StandingGroup
from ppid.register.list_snapshot import Snapshot, get_snapshot
from ppid.register.models import Classification, Determination, Entry, EntrySpan
from ppid.workflow.events import EventKind
from ppid.yearly.terms import Term

CLOSED_GROUPS = (
    StandingGroup.EXCLUDED,
    StandingGroup.PARTIAL,
    StandingGroup.EXPIRING,
    StandingGroup.HELD,
)
_OPEN = [kind.value for kind in OPEN_KINDS]


class RegisterOn:
    """The register as its list shows it on a day: the same sets, so the same counts."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._snapshot: Snapshot = get_snapshot(on)
        self._tree = FacetTree()

    def count(self, group: StandingGroup, key: FacetKey | None = None, value: str = "") -> int:
        """Entries of a standing, all or those with this value of another filter."""
        return (self._standing(group) & self._having(key, value)).bit_count()

    def count_closed(self, key: FacetKey | None = None, value: str = "") -> int:
        """Entries that are closed, all or those with this value of a filter."""
        closed = EMPTY
        for group in CLOSED_GROUPS:
            closed |= self._standing(group)
        return (closed & self._having(key, value)).bit_count()

    def units(self) -> Iterator[tuple[str, str]]:
        """Code and name of each unit in whose branch something is closed, as in the list."""
        for code, (label, _ids) in self._tree.units.items():
            if self.count_closed(FacetKey.UNIT, code):
                yield code, label

    def regulations(self) -> Iterator[tuple[str, str]]:
        """Code and name of every regulation of the catalogue, the highest rank first."""
        yield from self._tree.regulations.items()

    def grounds(self) -> Iterator[Ground]:
        """The huruf of Pasal 17."""
        yield from Ground

    def _standing(self, group: StandingGroup) -> int:
        return members_of(FacetKey.STANDING, group.value, self._snapshot, self._tree)

    def _having(self, key: FacetKey | None, value: str) -> int:
        if key is None:
            return self._snapshot.every
        return members_of(key, value, self._snapshot, self._tree)


def count_closed(term: Term, today: date) -> int:
    """Entries closed on the last day of the term, or today while it runs."""
    return closed.count_closed(term.end(today))


def count_determinations(term: Term, kind: DeterminationKind | None = None) -> int:
    """Determinations dated in the term, of one kind or of any."""
    return int(_determinations(term, kind).count())


def list_determinations(term: Term) -> list[Determination]:
    """Determinations dated in the term, in the order of their day and number."""
    rows = _determinations(term, None)
    return list(rows.order_by(Determination.determined_on, Determination.number))


def count_determined(term: Term, kind: DeterminationKind) -> int:
    """Entries that determinations of this kind, dated in the term, are about."""
    said = (
        Classification.select(Classification.entry)
        .join(Determination)
        .where(
            Determination.kind == kind.value,
            Determination.determined_on.between(term.first, term.last),
        )
    )
    return int(said.distinct().count())


@dataclass(frozen=True)
class Opened:
    """An entry that went from closed to open: the day, and in what way."""

    on: date
    kind: StandingKind


def list_opened(term: Term, today: date) -> list[Opened]:
    """What opened in the term, up to today.

    Read from the standings, so that what opened by its own end is there on its day. One reading:
    a large register is gone through once for all columns and ways.
    """
    before: Any = EntrySpan.alias()
    came_before = (before.entry == EntrySpan.entry) & (before.ends_on == EntrySpan.starts_on)
    rows: Any = (
        EntrySpan.select(EntrySpan.starts_on, EntrySpan.standing)
        .join(before, on=came_before)
        .join(Entry, on=Entry.id == EntrySpan.entry)
        .where(
            EntrySpan.starts_on.between(term.first, term.end(today)),
            EntrySpan.standing.in_(_OPEN),
            before.standing.in_(closed.CLOSED),
            Entry.withdrawn_at.is_null(),
        )
        .tuples()
    )
    return [Opened(on, StandingKind(kind)) for on, kind in rows]


@dataclass(frozen=True)
class FinishedCase:
    """A case that ended: when, by which fact, in how many rounds."""

    on: date
    unchanged: bool
    rounds: int


def list_finished_cases() -> list[FinishedCase]:
    """Every case that ended, by its last step or undecided; the day is the office's."""
    last = last_steps()
    rows: Any = (
        CaseEvent.select(
            CaseEvent.at, CaseEvent.kind, CaseEvent.step, CaseEvent.round, Case.procedure
        )
        .join(Case)
        .where(CaseEvent.kind.in_([EventKind.COMPLETED.value, EventKind.ENDED_UNCHANGED.value]))
        .tuples()
    )
    return [
        FinishedCase(clock.local_day(at), kind == EventKind.ENDED_UNCHANGED, rounds)
        for at, kind, step, rounds, procedure in rows
        if kind == EventKind.ENDED_UNCHANGED or step == last.get(procedure)
    ]


def first_year(today: date) -> int:
    """The year of the earliest determination, or this one."""
    earliest = Determination.select(pw.fn.MIN(Determination.determined_on)).scalar()
    return min(date.fromisoformat(str(earliest)[:10]).year, today.year) if earliest else today.year


def _determinations(term: Term, kind: DeterminationKind | None) -> Any:  # noqa: ANN401 - a query of peewee
    rows = Determination.select().where(Determination.determined_on.between(term.first, term.last))
    return rows.where(Determination.kind == kind.value) if kind else rows
