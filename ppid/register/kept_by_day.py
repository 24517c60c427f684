"""What is worked out of the whole register for a day: kept in memory, mended after changes."""

from collections import OrderedDict
from collections.abc import Collection
from datetime import date
from threading import Lock
from typing import Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary

import peewee as pw

from ppid import clock
from ppid.db import database
from ppid.register.search import changes_since, last_change

DAYS_KEPT = 2
MENDED_AT_ONCE = 500


class Seen(Protocol):
    """Anything that says which change of the register it has seen last."""

    @property
    def change(self) -> int:
        """The number of that change."""


Held = TypeVar("Held", bound=Seen)
Reader_co = TypeVar("Reader_co", bound=Seen, covariant=True)


class Load(Protocol[Reader_co]):
    """Reads it for a day: of all entries, or of those that were touched."""

    def __call__(self, on: date, change: int, only: Collection[int] | None = None) -> Reader_co:
        """The value as of ``on``, having seen ``change``."""


class Merge(Protocol[Held]):
    """Puts the touched entries, read afresh, into what was kept."""

    def __call__(self, kept: Held, fresh: Held, touched: set[int]) -> Held:
        """The kept value with the touched entries as they are in the fresh one."""


class KeptByDay(Generic[Held]):
    """Keeps the value of the last days asked for, for each database; today's is never let go for
    the sake of another day, which anybody may ask for.

    Inside a transaction nothing is kept: what it did may yet be taken back.
    """

    def __init__(self, load: Load[Held], merge: Merge[Held]) -> None:
        self._load = load
        self._merge = merge
        self._turn = Lock()
        self._kept: WeakKeyDictionary[pw.Database, OrderedDict[date, Held]] = WeakKeyDictionary()

    def get(self, on: date) -> Held:
        """The value of that day with everything indexed so far in it."""
        if database.in_transaction():
            return self._load(on, last_change())
        with self._turn:
            days = self._kept.setdefault(database.obj, OrderedDict())
            fresh = self._mended(days.pop(on, None), on)
            days[on] = fresh
            if len(days) > DAYS_KEPT:
                del days[next(day for day in days if day != clock.today())]
        return fresh

    def _mended(self, kept: Held | None, on: date) -> Held:
        change = last_change()
        if kept is None:
            return self._load(on, change)
        if kept.change == change:
            return kept
        touched = changes_since(kept.change)
        if touched is None or len(touched) > MENDED_AT_ONCE:
            return self._load(on, change)
        return self._merge(kept, self._load(on, change, touched), touched)
