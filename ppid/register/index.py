"""The index of the register: standings through time, findings, search; made from the facts.

It holds nothing of its own and can be thrown away: what is asked for a date is answered from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ppid import clock
from ppid.db import database
from ppid.law.timeline import Span, timeline
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import office, work_calendar
from ppid.register import search
from ppid.register.batches import in_batches
from ppid.register.dossiers import Dossier, load_dossiers
from ppid.register.examining import findings_of
from ppid.register.facts import facts_of
from ppid.register.forces import Forces
from ppid.register.models import Entry, EntryFinding, EntrySpan
from ppid.register.near_duplicates import find_near_duplicates

FROM_EVER = date(1, 1, 1)
FOR_EVER = date(9999, 12, 31)
NEAR_DUPLICATE = "hampir-sama"


def refresh(entry_ids: Sequence[int]) -> None:
    """Make the index of these entries anew, inside the transaction that changed their facts.

    Entries that became, or were, near-duplicates of them are made anew with them.
    """
    chosen = set(entry_ids)
    units = sorted(_units_of(chosen))
    duplicates = find_near_duplicates(units)
    neighbours = _touched_by(chosen, duplicates, units)
    with database.atomic():
        _Indexer(duplicates).index(sorted(chosen | neighbours))
        search.index_entries(sorted(chosen))


def rebuild() -> int:
    """Make the whole index anew, in batches; returns the number of entries."""
    every = _numbers(Entry.select(Entry.id).order_by(Entry.id))
    units = _numbers(Entry.select(Entry.unit).distinct())
    indexer = _Indexer(find_near_duplicates(units))
    for batch in in_batches(every):
        with database.atomic():
            indexer.index(batch)
    search.rebuild()
    return len(every)


class _Indexer:
    """What all entries share while they are indexed: calendar, settings, catalogue, likeness."""

    def __init__(self, duplicates: Mapping[int, tuple[str, ...]]) -> None:
        self.calendar: WorkCalendar = work_calendar()
        self.remind_workdays = office().remind_workdays
        self.forces = Forces()
        self.duplicates = duplicates
        self.today = clock.today()

    def index(self, entry_ids: Sequence[int]) -> None:
        """Replace the rows of these entries."""
        for batch in in_batches(entry_ids):
            dossiers = load_dossiers(batch)
            for model in (EntrySpan, EntryFinding):
                model.delete().where(model.entry.in_(batch)).execute()
            _insert(EntrySpan, [row for each in dossiers.values() for row in self.spans(each)])
            _insert(
                EntryFinding, [row for each in dossiers.values() for row in self.findings(each)]
            )

    def spans(self, dossier: Dossier) -> list[dict[str, Any]]:
        """The standings of an entry from ever for ever; a span for each of them."""
        spans = timeline(facts_of(dossier), self.calendar, self.remind_workdays)
        return [_span_row(dossier.entry.id, span) for span in spans]

    def findings(self, dossier: Dossier) -> list[dict[str, Any]]:
        """What is wrong with an entry now, each code once."""
        found = findings_of(
            dossier, self.forces, self.today, self.duplicates.get(dossier.entry.id, ())
        )
        return [
            {"entry": dossier.entry.id, "code": code, "severity": severity}
            for code, severity in {each.code: each.severity.value for each in found}.items()
        ]


def _span_row(entry_id: int, span: Span) -> dict[str, Any]:
    return {
        "entry": entry_id,
        "starts_on": span.starts_on or FROM_EVER,
        "ends_on": span.ends_on or FOR_EVER,
        "standing": span.standing.kind.value,
        "classification": span.standing.classification,
    }


def _touched_by(
    chosen: set[int], duplicates: Mapping[int, tuple[str, ...]], units: Sequence[int]
) -> set[int]:
    """Entries whose likeness to the chosen ones began, and those of the units that had some."""
    numbers = {number for entry_id in chosen for number in duplicates.get(entry_id, ())}
    begun = {
        entry_id
        for batch in in_batches(numbers)
        for entry_id in _numbers(Entry.select(Entry.id).where(Entry.number.in_(batch)))
    }
    return begun | _no_longer_alike(duplicates, units)


def _units_of(entry_ids: Iterable[int]) -> set[int]:
    return {
        unit_id
        for batch in in_batches(entry_ids)
        for unit_id in _numbers(Entry.select(Entry.unit).where(Entry.id.in_(batch)))
    }


def _no_longer_alike(duplicates: Mapping[int, tuple[str, ...]], units: Sequence[int]) -> set[int]:
    had = _numbers(
        EntryFinding.select(EntryFinding.entry)
        .join(Entry)
        .where(EntryFinding.code == NEAR_DUPLICATE, Entry.unit.in_(list(units)))
    )
    return set(had) - duplicates.keys()


def _insert(model: type[EntrySpan] | type[EntryFinding], rows: list[dict[str, Any]]) -> None:
    """Rows in few statements, each below the number of values that a statement may bind."""
    for batch in in_batches(rows):
        model.insert_many(batch).execute()


def _numbers(query: Any) -> list[int]:  # noqa: ANN401 - a query for one column of numbers
    return [row[0] for row in query.tuples()]
