"""Which entries have which value of each filter on a day: kept in memory, mended after changes."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import peewee as pw

from ppid.db import database
from ppid.law.standing_kinds import StandingKind
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.bit_sets import EMPTY, bits_of
from ppid.register.kept_by_day import KeptByDay
from ppid.register.list_filters import FacetKey
from ppid.register.models import (
    Classification,
    Determination,
    Entry,
    EntryFinding,
    EntrySpan,
    LegalBasis,
)

if TYPE_CHECKING:
    Query = pw.ModelSelect[Any]  # the types of peewee are generic, its classes are not
else:
    Query = pw.ModelSelect

Members = Mapping[tuple[FacetKey, str], int]


@dataclass(frozen=True)
class Snapshot:
    """The entries that are not withdrawn, and by filter and value those that have it.

    Units stand for themselves, without those below. ``change`` is the latest change seen.
    """

    on: date
    change: int
    every: int
    members: Members

    def having(self, key: FacetKey, value: str) -> int:
        """The set of entries with this value."""
        return self.members.get((key, value), EMPTY)


def get_snapshot(on: date) -> Snapshot:
    """The snapshot of that day with everything indexed so far in it."""
    return _snapshots.get(on)


def _replace(kept: Snapshot, fresh: Snapshot, touched: set[int]) -> Snapshot:
    """The kept snapshot with the touched entries as they are in the fresh one."""
    gone = bits_of(list(touched))
    members = {
        key: (kept.members.get(key, EMPTY) & ~gone) | fresh.members.get(key, EMPTY)
        for key in kept.members.keys() | fresh.members.keys()
    }
    return Snapshot(kept.on, fresh.change, (kept.every & ~gone) | fresh.every, members)


def _load(on: date, change: int, only: Collection[int] | None = None) -> Snapshot:
    """Read from the database; plain arrays keep a hundred thousand entries within a few MB."""
    ids: dict[tuple[FacetKey, str], array[int]] = defaultdict(lambda: array("I"))
    every = array("I")
    shown: dict[int, int] = {}
    for entry_id, unit_id, standing, classification_id in _rows(_standings(on, only)):
        every.append(entry_id)
        ids[FacetKey.UNIT, str(unit_id)].append(entry_id)
        ids[FacetKey.STANDING, standing or StandingKind.NOT_DETERMINED].append(entry_id)
        if classification_id:
            shown[classification_id] = entry_id
    for key, classification_id, value in _said(only):
        if value and (found := shown.get(classification_id)):
            ids[key, value].append(found)
    for code, entry_id in _rows(_findings(only)):
        ids[FacetKey.FINDING, code].append(entry_id)
    there = bits_of(every)
    return Snapshot(on, change, there, {key: bits_of(own) & there for key, own in ids.items()})


_snapshots = KeptByDay(_load, _replace)


def _said(only: Collection[int] | None) -> Iterator[tuple[FacetKey, int, str | None]]:
    """What classifications say, of whatever day they are."""
    for classification_id, ground, code in _rows(_bases(only)):
        yield FacetKey.GROUND, classification_id, ground
        yield FacetKey.REGULATION, classification_id, code
    for classification_id, determined_on in _rows(_determined(only)):
        yield FacetKey.YEAR, classification_id, str(determined_on)[:4]


def shown_classification() -> pw.Function:
    """What is in force on the day of the span joined, else what is proposed."""
    proposal = Classification.select(pw.fn.max(Classification.id)).where(
        Classification.entry == Entry.id,
        Classification.determination.is_null(),
        Classification.withdrawn_at.is_null(),
    )
    return pw.fn.coalesce(EntrySpan.classification, proposal)


def span_on(on: object) -> pw.Expression:
    """Joins an entry to its span of a day."""
    joined: pw.Expression = (
        (EntrySpan.entry == Entry.id) & (EntrySpan.starts_on <= on) & (EntrySpan.ends_on > on)
    )
    return joined


def _standings(on: date, only: Collection[int] | None) -> Query:
    query = (
        Entry.select(Entry.id, Entry.unit, EntrySpan.standing, shown_classification())
        .join(EntrySpan, pw.JOIN.LEFT_OUTER, on=span_on(on))
        .where(Entry.withdrawn_at.is_null())
    )
    return query if only is None else query.where(Entry.id.in_(list(only)))


def _bases(only: Collection[int] | None) -> Query:
    query = (
        LegalBasis.select(LegalBasis.classification, LegalBasis.ground, Regulation.code)
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
    )
    return query if only is None else query.where(LegalBasis.classification.in_(_own(only)))


def _determined(only: Collection[int] | None) -> Query:
    query = Classification.select(Classification.id, Determination.determined_on).join(
        Determination
    )
    return query if only is None else query.where(Classification.entry.in_(list(only)))


def _findings(only: Collection[int] | None) -> Query:
    query = EntryFinding.select(EntryFinding.code, EntryFinding.entry)
    return query if only is None else query.where(EntryFinding.entry.in_(list(only)))


def _own(only: Collection[int]) -> Query:
    return Classification.select(Classification.id).where(Classification.entry.in_(list(only)))


def _rows(query: Query) -> Iterable[Any]:
    """Bare rows: a hundred thousand of them are read at once."""
    rows: Iterable[Any] = database.execute(query)
    return rows
