"""When each entry opens by itself, and which of those without such a day should be looked at."""

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import peewee as pw

from ppid.db import database
from ppid.law.dates import add_months
from ppid.law.standing_kinds import StandingKind
from ppid.register.content import read_period
from ppid.register.models import Classification, Determination, EntrySpan
from ppid.register.search import last_change

DAYS_KEPT = 2
REVIEW_MONTHS = 12
CLOSED = (StandingKind.EXCLUDED.value, StandingKind.PARTIAL.value)


class Review(NamedTuple):
    """The day by which an entry should have been reviewed; ``stated`` when that day was set."""

    day: date
    stated: bool


@dataclass(frozen=True)
class Deadlines:
    """The days of one day's worklist, by entry.

    ``ends``: the day on which the entry opens, or opened, by itself. ``reviews``: closed entries
    without an end whose review is due: the review date has passed or, without one, the last
    determination is older than 12 months.
    """

    ends: Mapping[int, date]
    reviews: Mapping[int, Review]


def read_deadlines(on: date) -> Deadlines:
    """The deadlines as of ``on``; kept until something changes."""
    if database.in_transaction():
        return _read(on)
    stamp = (on, last_change())
    with _turn:
        kept = _kept.setdefault(database.obj, OrderedDict())
        if stamp not in kept:
            kept[stamp] = _read(on)
            if len(kept) > DAYS_KEPT:
                kept.popitem(last=False)
        return kept[stamp]


_turn = Lock()
_kept: WeakKeyDictionary[pw.Database, OrderedDict[tuple[date, int], Deadlines]] = (
    WeakKeyDictionary()
)


def _read(on: date) -> Deadlines:
    ends = _read_ends(on)
    return Deadlines(ends, dict(_due_reviews(on, ends)))


def _read_ends(on: date) -> dict[int, date]:
    """The first opening by expiry that is running or still to come."""
    rows = (
        EntrySpan.select(EntrySpan.entry, EntrySpan.starts_on)
        .where(EntrySpan.standing == StandingKind.EXPIRED.value, EntrySpan.ends_on > on)
        .order_by(EntrySpan.starts_on.desc())
    )
    return {entry_id: _day(day) for entry_id, day in _rows(rows)}


def _due_reviews(on: date, ends: Mapping[int, date]) -> Iterator[tuple[int, Review]]:
    for entry_id, period, determined_on in _rows(_candidates(on)):
        if entry_id not in ends:
            review = _review(period, _day(determined_on))
            if review and review.day < on:
                yield entry_id, review


def _review(period: str | None, determined_on: date) -> Review | None:
    """When to look again at what has no end; None when it has one."""
    stated = read_period(json.loads(period)) if period else None
    if stated and stated.end():
        return None
    if stated and stated.review_on:
        return Review(stated.review_on, stated=True)
    return Review(add_months(determined_on, REVIEW_MONTHS), stated=False)


def _candidates(on: date) -> "pw.ModelSelect[Any]":
    """What is closed on the day and may have waited too long."""
    old = Determination.determined_on <= add_months(on, -REVIEW_MONTHS)
    return (
        EntrySpan.select(EntrySpan.entry, Classification.period, Determination.determined_on)
        .join(Classification)
        .join(Determination)
        .where(
            EntrySpan.starts_on <= on,
            EntrySpan.ends_on > on,
            EntrySpan.standing.in_(CLOSED),
            old | Classification.period.contains('"review_on"'),
        )
    )


def _rows(query: "pw.ModelSelect[Any]") -> Iterable[Any]:
    rows: Iterable[Any] = database.execute(query)
    return rows


def _day(kept: date | str) -> date:
    """A day as the engine keeps it."""
    return kept if isinstance(kept, date) else date.fromisoformat(kept)
