"""The time that figures are counted for: a year, one of its quarters, or a month."""

from dataclasses import dataclass
from datetime import date

from ppid.law.dates import MONTHS, SHORT_MONTHS, add_days, add_months, roman

YEAR, QUARTER, MONTH = 12, 3, 1
FIRST_YEAR = 2010
"""UU 14/2008 is in force since 30 April 2010 (Pasal 64)."""


@dataclass(frozen=True)
class Term:
    """So many whole months of a year by the office's calendar, its first and last day included."""

    year: int
    first_month: int = 1
    months: int = YEAR

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return add_days(add_months(self.first, self.months), -1)

    @property
    def quarter(self) -> int | None:
        """1 to 4 for a quarter."""
        return (self.first_month + 2) // QUARTER if self.months == QUARTER else None

    @property
    def month(self) -> int | None:
        """1 to 12 for a month."""
        return self.first_month if self.months == MONTH else None

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.months == YEAR

    @property
    def label(self) -> str:
        """``Tahun 2026``, ``Triwulan II 2026`` or ``April 2026``."""
        if self.month:
            return f"{MONTHS[self.month - 1]} {self.year}"
        return (
            f"Triwulan {roman(self.quarter)} {self.year}" if self.quarter else f"Tahun {self.year}"
        )

    @property
    def short_label(self) -> str:
        """``2026``, ``TW II`` or ``Apr``: the head of a column."""
        if self.month:
            return SHORT_MONTHS[self.month - 1]
        return f"TW {roman(self.quarter)}" if self.quarter else str(self.year)

    @property
    def parts(self) -> tuple["Term", ...]:
        """The quarters of a year, the months of a quarter."""
        length = {YEAR: QUARTER, QUARTER: MONTH}.get(self.months)
        if length is None:
            return ()
        firsts = range(self.first_month, self.first_month + self.months, length)
        return tuple(Term(self.year, month, length) for month in firsts)

    @property
    def columns(self) -> tuple["Term", ...]:
        """What a table tells beside each other: the whole, which is read first, then the parts."""
        return (self, *self.parts)

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it."""
        return day is not None and self.first <= day <= self.last

    def end(self, today: date) -> date:
        """The day up to and with which is counted: the last, or today while it runs."""
        return min(self.last, today)

    def has_begun(self, today: date) -> bool:
        """Whether there is anything to count yet."""
        return self.first <= today

    def is_over(self, today: date) -> bool:
        """Whether its figures can no longer grow."""
        return self.last < today


def year_of(year: int) -> Term:
    """A whole year."""
    return Term(year)


def quarter_of(year: int, quarter: int) -> Term:
    """Quarter 1 to 4 of a year."""
    return Term(year, (quarter - 1) * QUARTER + 1, QUARTER)


def month_of(year: int, month: int) -> Term:
    """Month 1 to 12 of a year."""
    return Term(year, month, MONTH)


def report_due(year: int) -> date:
    """The last day to hand in the report of a year: three months after its end.

    Perki 1/2021 Pasal 56(1); the report answers UU 14/2008 Pasal 12.
    """
    return add_months(date(year, 12, 31), 3)
