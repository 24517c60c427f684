"""The whole register in each order it can be sorted by, kept until something changes."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import chain
from threading import Lock
from weakref import WeakKeyDictionary

import peewee as pw

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.law.standing_kinds import OPEN_KINDS
from ppid.register.list_filters import Order
from ppid.register.list_snapshot import Query, Snapshot
from ppid.register.models import Entry, EntrySpan

ORDERS_KEPT = 12
Sorted = Sequence[int]
Stamp = tuple[object, ...]


def sorted_ids(order: Order, snapshot: Snapshot) -> Sorted:
    """The ids of all entries in this order, as of the snapshot."""
    stamp = _stamp(order, snapshot)
    if database.in_transaction():
        return _READ[order](snapshot.on)
    with _turn:
        kept = _kept.setdefault(database.obj, {})
        if stamp not in kept:
            if len(kept) >= ORDERS_KEPT:
                kept.clear()
            kept[stamp] = _READ[order](snapshot.on)
        return kept[stamp]


_turn = Lock()
_kept: WeakKeyDictionary[pw.Database, dict[Stamp, Sorted]] = WeakKeyDictionary()


def _stamp(order: Order, snapshot: Snapshot) -> Stamp:
    """What an order depends on: numbers never change, so only on which entries there are."""
    if order in {Order.NUMBER, Order.NEWEST, Order.RELEVANCE}:
        return order, snapshot.every
    return order, snapshot.change, snapshot.on if order is Order.UNTIL else None


def opens_after(on: object) -> pw.Expression:
    """Spans that begin after the day and in which the entry is open."""
    kinds = [kind.value for kind in OPEN_KINDS]
    found: pw.Expression = (EntrySpan.starts_on > on) & EntrySpan.standing.in_(kinds)
    return found


def _by_number(_on: date) -> Sorted:
    return _ids(Entry.select(Entry.id).order_by(pw.fn.length(Entry.number), Entry.number))


def _by_title(_on: date) -> Sorted:
    return _ids(Entry.select(Entry.id).order_by(pw.fn.lower(Entry.title), Entry.id))


def _by_unit(_on: date) -> Sorted:
    return _ids(Entry.select(Entry.id).join(Unit).order_by(Unit.short_name, Entry.id))


def _by_until(on: date) -> Sorted:
    """Those that open first come first; those without a day last."""
    opening = (
        EntrySpan.select(EntrySpan.entry, pw.fn.min(EntrySpan.starts_on).alias("opens_on"))
        .where(opens_after(on))
        .group_by(EntrySpan.entry)
        .alias("opening")
    )
    return _ids(
        Entry.select(Entry.id)
        .join(opening, pw.JOIN.LEFT_OUTER, on=(opening.c.entry_id == Entry.id))
        .order_by(opening.c.opens_on.is_null(), opening.c.opens_on, Entry.id)
    )


def _newest_first(_on: date) -> Sorted:
    return _ids(Entry.select(Entry.id).order_by(Entry.id.desc()))


_READ: dict[Order, Callable[[date], Sorted]] = {
    Order.NUMBER: _by_number,
    Order.TITLE: _by_title,
    Order.UNIT: _by_unit,
    Order.UNTIL: _by_until,
    Order.NEWEST: _newest_first,
    Order.RELEVANCE: _newest_first,
}


def _ids(query: Query) -> Sorted:
    rows: Iterable[tuple[int]] = database.execute(query)
    return array("I", chain.from_iterable(rows))
