"""When each entry opens by itself, and which of those without such a day should be looked at."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

import peewee as pw

from ppid.db import database
from ppid.law.dates import add_months
from ppid.law.standing_kinds import StandingKind
from ppid.register.content import read_period
from ppid.register.kept_by_day import KeptByDay
from ppid.register.models import Classification, Determination, EntrySpan

REVIEW_MONTHS = 12
CLOSED = (StandingKind.EXCLUDED.value, StandingKind.PARTIAL.value)
Told = TypeVar("Told")


class Review(NamedTuple):
    """The day by which an entry should have been reviewed; ``stated`` when that day was set."""

    day: date
    stated: bool


@dataclass(frozen=True)
class Deadlines:
    """The days of one day's worklist, by entry; ``change`` is the latest change seen.

    ``ends``, the earliest first: the day on which the entry opens, or opened, by itself.
    ``reviews``: closed entries without an end whose review is due: the review date has passed
    or, without one, the last determination is older than 12 months.
    """

    change: int
    ends: Mapping[int, date]
    reviews: Mapping[int, Review]


def read_deadlines(on: date) -> Deadlines:
    """The deadlines as of ``on``: kept, and mended where something changed."""
    return _deadlines.get(on)


def _replace(kept: Deadlines, fresh: Deadlines, touched: set[int]) -> Deadlines:
    ends = {**_without(kept.ends, touched), **fresh.ends}
    reviews = {**_without(kept.reviews, touched), **fresh.reviews}
    return Deadlines(fresh.change, dict(sorted(ends.items(), key=itemgetter(1))), reviews)


def _without(told: Mapping[int, Told], touched: set[int]) -> dict[int, Told]:
    return {key: value for key, value in told.items() if key not in touched}


def _read(on: date, change: int, only: Collection[int] | None = None) -> Deadlines:
    ends = _read_ends(on, only)
    return Deadlines(change, ends, dict(_due_reviews(on, ends, only)))


_deadlines = KeptByDay(_read, _replace)


def _read_ends(on: date, only: Collection[int] | None) -> dict[int, date]:
    """The first opening by expiry that is running or still to come."""
    rows = (
        EntrySpan.select(EntrySpan.entry, EntrySpan.starts_on)
        .where(EntrySpan.standing == StandingKind.EXPIRED.value, EntrySpan.ends_on > on)
        .order_by(EntrySpan.starts_on, EntrySpan.entry)
    )
    ends: dict[int, date] = {}
    for entry_id, day in _rows(_narrowed(rows, only)):
        ends.setdefault(entry_id, _day(day))
    return ends


def _due_reviews(
    on: date, ends: Mapping[int, date], only: Collection[int] | None
) -> Iterator[tuple[int, Review]]:
    for entry_id, period, determined_on in _rows(_narrowed(_candidates(on), only)):
        if entry_id not in ends:
            review = _review(period, _day(determined_on))
            if review and review.day < on:
                yield entry_id, review


def _narrowed(query: "pw.ModelSelect[Any]", only: Collection[int] | None) -> "pw.ModelSelect[Any]":
    return query if only is None else query.where(EntrySpan.entry.in_(list(only)))


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
