"""The tables of the report: told once, shown alike as page, paper and spreadsheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ppid.yearly.charts import Chart
from ppid.yearly.terms import Term

Value = int | float | str | None


@dataclass(frozen=True)
class Link:
    """The page that proves a figure: its endpoint and the values of its address."""

    endpoint: str
    values: tuple[tuple[str, str | int], ...] = ()

    @property
    def address(self) -> dict[str, str | int]:
        """The values as ``url_for`` takes them."""
        return dict(self.values)


@dataclass(frozen=True)
class Cell:
    """A figure and its proof; None where there is nothing to count yet, or nothing to reckon."""

    value: Value
    link: Link | None = None

    @property
    def text(self) -> str:
        """The figure as written in Indonesia."""
        return write_value(self.value)


@dataclass(frozen=True)
class Row:
    """A line of figures; ``link`` leads to what it is about, ``total`` sums up those above."""

    label: str
    cells: tuple[Cell, ...]
    link: Link | None = None
    total: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A table; ``sheet`` is its short name (a sheet's name has at most 31 letters)."""

    sheet: str
    title: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    chart: Chart | None = None
    when_empty: str = "Tidak ada."


def write_value(value: Value) -> str:
    """``1.234``, ``7,5``, text as it is; a dash for nothing."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:,.1f}".translate(str.maketrans(",.", ".,")).removesuffix(",0")
    return f"{value:,}".replace(",", ".")


def row_by_term(
    label: str,
    term: Term,
    today: date,
    reckon: Callable[[Term], Value],
    link: Callable[[Term], Link] | None = None,
) -> Row:
    """A figure for the whole term and for each part; nothing for what has not begun."""
    return Row(label, tuple(_cell(each, today, reckon, link) for each in term.columns))


def term_heads(term: Term) -> tuple[str, ...]:
    """The heads of such a table."""
    return tuple(each.short_label for each in term.columns)


def numbers(cells: Iterable[Cell]) -> tuple[int, ...]:
    """The whole numbers of a line, nothing told as 0: for a chart."""
    return tuple(cell.value if isinstance(cell.value, int) else 0 for cell in cells)


def _cell(
    term: Term,
    today: date,
    reckon: Callable[[Term], Value],
    link: Callable[[Term], Link] | None,
) -> Cell:
    if not term.has_begun(today):
        return Cell(None)
    value = reckon(term)
    return Cell(value, link(term) if link and value else None)
