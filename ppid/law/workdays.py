"""Working days: Monday to Friday less national holidays and cuti bersama."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ppid.law.dates import add_days

_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """The days on which the office works (Perki 1/2021 Pasal 1 angka 22: *hari* is a working day).

    ``holidays`` are national holidays, cuti bersama and the days the office added; weekends need
    not be listed.
    """

    holidays: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Tell whether the office works on ``day``."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def add(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which itself is not counted; ``day`` for 0.

        Deadlines of UU 14/2008 Pasal 22, 35–38 run so: the day of receipt is not counted.
        """
        return _walk(self, day, count, 1)

    def before(self, day: date, count: int) -> date:
        """The ``count``-th working day strictly before ``day`` (PP 61/2010 Pasal 11(2))."""
        return _walk(self, day, count, -1)

    def count_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; negative when ``end`` is earlier.

        ``count_between(day, add(day, n)) == n``; an overdue deadline counts below zero.
        """
        if end < start:
            return -self.count_between(end, start)
        off = sum(start < day <= end and day.weekday() < _SATURDAY for day in self.holidays)
        return _weekdays_until(end) - _weekdays_until(start) - off


@lru_cache(maxsize=4096)  # whole registers share few end dates, and a calendar changes rarely
def _walk(calendar: WorkCalendar, day: date, count: int, step: int) -> date:
    left = count
    while left > 0:
        moved = add_days(day, step)
        if moved == day:
            return day
        day = moved
        left -= calendar.is_workday(day)
    return day


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays from the calendar's first day, a Monday, up to and with ``day``."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def national_holidays(years: Iterable[int]) -> dict[date, str]:
    """National holidays and cuti bersama of the years, with their Indonesian names.

    A seed only: the yearly joint decree of three ministers (SKB) changes it, so the office's own
    table has the last word.
    """
    import holidays  # noqa: PLC0415 - slow to load, and needed only when the table is seeded

    calendar = holidays.country_holidays(
        "ID", years=list(years), categories=("public", "government"), language="id"
    )
    return dict(sorted(calendar.items()))
