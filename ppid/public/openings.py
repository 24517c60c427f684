"""What was opened lately and what opens next, in their order; worked out once a change."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ppid.db import database
from ppid.law.standing_kinds import OPEN_KINDS
from ppid.register.kept_by_day import KeptByDay

_OPEN = ", ".join(f"'{kind.value}'" for kind in OPEN_KINDS)
_OPENED = f"""SELECT entry_id FROM entry_span WHERE starts_on <= ? AND ends_on > ?
AND standing IN ({_OPEN}) ORDER BY starts_on DESC, entry_id"""  # noqa: S608 - our own names
_ENDING = f"""SELECT entry_id FROM entry_span WHERE starts_on > ? AND standing IN ({_OPEN})
GROUP BY entry_id ORDER BY min(starts_on), entry_id"""  # noqa: S608 - our own names


@dataclass(frozen=True)
class Orders:
    """Entries that are open, the latest opened first, and those with a day of opening to come."""

    on: date
    change: int
    opened: Sequence[int]
    ending: Sequence[int]


def get_orders(on: date) -> Orders:
    """The orders of that day with everything indexed so far in them."""
    return _orders.get(on)


def _load(on: date, change: int, only: Collection[int] | None = None) -> Orders:  # noqa: ARG001 - an order is read as a whole
    day = on.isoformat()
    return Orders(on, change, _ids(_OPENED, day, day), _ids(_ENDING, day))


def _take_fresh(kept: Orders, fresh: Orders, touched: set[int]) -> Orders:  # noqa: ARG001 - see above
    return fresh


def _ids(sql: str, *values: str) -> Sequence[int]:
    return array("I", (row[0] for row in database.execute_sql(sql, values).fetchall()))


_orders = KeptByDay(_load, _take_fresh)
