"""The report as a workbook: a sheet for each table, numbers as numbers."""

import io
from collections.abc import Iterator
from itertools import chain

from ppid.office.queries import office
from ppid.public.fields import in_cell
from ppid.yearly.report import YearlyReport
from ppid.yearly.tables import FigureTable, Row, Value

Line = list[int | float | str]


def write_workbook(report: YearlyReport) -> bytes:
    """XLSX; no text in it is taken for a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and seldom asked for

    book = Workbook(write_only=True)
    for table in report.tables:
        sheet = book.create_sheet(table.sheet)
        sheet.column_dimensions["A"].width = 56
        for line in _lines(report, table):
            sheet.append(line)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _lines(report: YearlyReport, table: FigureTable) -> Iterator[Line]:
    about = f"{office().office_name}, {report.term.label}: {report.counted}"
    heads = map(in_cell, (table.head, *table.columns))
    return chain(
        ([in_cell(table.title)], [in_cell(about)], [], list(heads)), map(_line, table.rows)
    )


def _line(row: Row) -> Line:
    return [in_cell(row.label), *(_plain(cell.value) for cell in row.cells)]


def _plain(value: Value) -> int | float | str:
    if value is None:
        return ""
    return in_cell(value) if isinstance(value, str) else value
