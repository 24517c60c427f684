"""The series of numbers as the office reads them: what was taken, passed over, and left a hole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import peewee as pw

from ppid.db import database
from ppid.office.models import NumberSeries, SkippedNumbers, TakenNumber
from ppid.office.number_kinds import EVERY_YEAR, KINDS, NumberKind
from ppid.office.number_patterns import write_number
from ppid.office.numbering import Rule, last_number, rule_of, series_year

PAGE = 100
Span = tuple[int, int]


@dataclass(frozen=True)
class Hole:
    """Numbers of a series, both inclusive, that no paper bears and nobody has explained."""

    kind: NumberKind
    year: int
    first: int
    last: int

    @property
    def told(self) -> str:
        """``4`` or ``4–7``."""
        return tell_span((self.first, self.last))


@dataclass(frozen=True)
class Passed:
    """A range passed over, its explanation; ``after_all`` are numbers in it recorded later."""

    row: SkippedNumbers
    after_all: tuple[int, ...]

    @property
    def told(self) -> str:
        """``4`` or ``4–7``."""
        return tell_span((self.row.first_number, self.row.last_number))


@dataclass(frozen=True)
class KindLine:
    """A kind as the list shows it: how it is numbered, its next number, and what is wrong."""

    kind: NumberKind
    rule: Rule
    year: int
    last: int
    example: str
    holes: int


@dataclass(frozen=True)
class Series:
    """One kind in one year, a page of it; newest number first."""

    kind: NumberKind
    year: int
    last: int
    taken: tuple[TakenNumber, ...]
    total: int
    page: int
    passed: tuple[Passed, ...]
    holes: tuple[Hole, ...]
    years: tuple[int, ...]

    @property
    def next(self) -> int:
        """The next free number."""
        return self.last + 1

    @property
    def last_page(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // PAGE))


def list_kinds(today: date) -> list[KindLine]:
    """Every kind with its rule and its series of this year."""
    return [_line(kind, today) for kind in KINDS.values()]


def read_series(kind: NumberKind, year: int, page: int = 1) -> Series:
    """A series that has begun, or is still empty."""
    rows = TakenNumber.select().where(TakenNumber.kind == kind.code, TakenNumber.year == year)
    return Series(
        kind=kind,
        year=year,
        last=last_number(kind.code, year),
        taken=tuple(rows.order_by(TakenNumber.number.desc()).paginate(page, PAGE)),
        total=rows.count(),
        page=page,
        passed=tuple(_passed(kind.code, year)),
        holes=tuple(list_holes(kind, year)),
        years=years_of(kind),
    )


def years_of(kind: NumberKind) -> tuple[int, ...]:
    """The years in which the kind has a series, newest first."""
    rows = NumberSeries.select().where(NumberSeries.kind == kind.code)
    return tuple(row.year for row in rows.order_by(NumberSeries.year.desc()))


def check_numbers() -> list[Hole]:
    """Every unexplained hole of every series."""
    return [
        hole
        for kind in KINDS.values()
        for year in sorted(years_of(kind))
        for hole in list_holes(kind, year)
    ]


def list_holes(kind: NumberKind, year: int) -> Iterator[Hole]:
    """The numbers up to the last that no paper bears and no explanation covers."""
    explained = [(row.first_number, row.last_number) for row in _skipped(kind.code, year)]
    for gap in _gaps(kind.code, year):
        yield from (Hole(kind, year, *span) for span in without(gap, explained))


def without(span: Span, covered: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span of whole numbers when the covered spans are taken out of it."""
    start, end = span
    for first, last in sorted(covered):
        if last < start or first > end:
            continue
        if first > start:
            yield start, first - 1
        start = last + 1
    if start <= end:
        yield start, end


def tell_span(span: Span) -> str:
    """``4`` or ``4–7``."""
    first, last = span
    return str(first) if first == last else f"{first}–{last}"


def _gaps(kind: str, year: int) -> list[Span]:
    before = pw.fn.LAG(TakenNumber.number, 1, 0).over(order_by=[TakenNumber.number])
    ordered = TakenNumber.select(TakenNumber.number, before.alias("earlier")).where(
        TakenNumber.kind == kind, TakenNumber.year == year
    )
    wide = pw.Select([ordered], [ordered.c.earlier, ordered.c.number]).where(
        ordered.c.number > ordered.c.earlier + 1
    )
    found = [(earlier + 1, number - 1) for earlier, number in database.execute(wide)]
    end = last_number(kind, year)
    highest = _highest(kind, year)
    return [*found, (highest + 1, end)] if highest < end else found


def _highest(kind: str, year: int) -> int:
    rows = TakenNumber.select(pw.fn.MAX(TakenNumber.number))
    return rows.where(TakenNumber.kind == kind, TakenNumber.year == year).scalar() or 0


def _skipped(kind: str, year: int) -> list[SkippedNumbers]:
    rows = SkippedNumbers.select().where(SkippedNumbers.kind == kind, SkippedNumbers.year == year)
    return list(rows.order_by(SkippedNumbers.first_number, SkippedNumbers.id))


def _passed(kind: str, year: int) -> Iterator[Passed]:
    for row in _skipped(kind, year):
        inside = TakenNumber.select(TakenNumber.number).where(
            TakenNumber.kind == kind,
            TakenNumber.year == year,
            TakenNumber.number.between(row.first_number, row.last_number),
        )
        yield Passed(row, tuple(each.number for each in inside.order_by(TakenNumber.number)))


def _line(kind: NumberKind, today: date) -> KindLine:
    year, rule = series_year(kind.code, today), rule_of(kind.code)
    last = last_number(kind.code, year)
    holes = [hole for each in years_of(kind) for hole in list_holes(kind, each)]
    example = write_number(rule.pattern, last + 1, today)
    return KindLine(kind, rule, year, last, example, len(holes))


def tell_year(year: int) -> str:
    """The year of a series in words."""
    return "semua tahun" if year == EVERY_YEAR else f"tahun {year}"
