"""The report of a term: all its tables, counted at one moment."""

from dataclasses import dataclass
from datetime import date

from ppid import clock
from ppid.law.dates import format_date
from ppid.law.requests import Outcome
from ppid.papers.issued_queries import find_issued
from ppid.papers.models import IssuedPaper
from ppid.yearly import register_tables, request_tables
from ppid.yearly.ledger import Ledger, read_ledger
from ppid.yearly.register_queries import RegisterOn, first_year
from ppid.yearly.reliance import count_provisions_in_force, read_closing
from ppid.yearly.request_tables import Counting
from ppid.yearly.tables import FigureTable
from ppid.yearly.terms import FIRST_YEAR, Term, report_due, year_of

KIND = "laporan-tahunan"


@dataclass(frozen=True)
class YearlyReport:
    """The figures of a term as of ``today``: tables of requests, then of the register."""

    term: Term
    today: date
    services: tuple[FigureTable, ...]
    register: tuple[FigureTable, ...]

    @property
    def tables(self) -> tuple[FigureTable, ...]:
        """All tables in their order."""
        return (*self.services, *self.register)

    @property
    def is_final(self) -> bool:
        """Whether the term is over, so that its figures no longer grow."""
        return self.term.is_over(self.today)

    @property
    def counted(self) -> str:
        """Up to when was counted: ``1 Januari 2026 sampai dengan 22 November 2026``."""
        until = self.term.end(self.today)
        return f"{format_date(self.term.first)} sampai dengan {format_date(until)}"

    @property
    def due_on(self) -> date:
        """The last day to hand in the report of its year (Perki 1/2021 Pasal 56(1))."""
        return report_due(self.term.year)


@dataclass(frozen=True)
class YearLine:
    """A year in the list: what came in, when its report is due, the report if it was issued."""

    term: Term
    received: int
    due_on: date
    issued: IssuedPaper | None


def read_report(term: Term) -> YearlyReport:
    """Count everything for a term, up to today at the latest."""
    today = clock.today()
    ledger = read_ledger(today)
    return YearlyReport(term, today, _services(ledger, term, today), _register(ledger, term, today))


def list_years() -> list[YearLine]:
    """Every year since the first request or determination, the newest first."""
    today = clock.today()
    ledger = read_ledger(today)
    received = [record.received_on.year for record in ledger]
    first = max(min([first_year(today), *received]), FIRST_YEAR)
    return [
        YearLine(
            year_of(year), received.count(year), report_due(year), find_issued(subject_of(year))
        )
        for year in range(today.year, first - 1, -1)
    ]


def subject_of(year: int) -> str:
    """What the report of a year is about, as papers name their subject."""
    return f"{KIND}:{year}"


def _services(ledger: Ledger, term: Term, today: date) -> tuple[FigureTable, ...]:
    counting = Counting(ledger, term, today)
    refused, blacked_out = (
        read_closing(ledger, term, today, outcome)
        for outcome in (Outcome.REFUSED, Outcome.BLACKED_OUT)
    )
    return (
        request_tables.flow_table(counting),
        request_tables.time_table(counting),
        request_tables.refusal_table(refused, blacked_out),
        request_tables.objection_table(counting),
        request_tables.dispute_table(counting),
    )


def _register(ledger: Ledger, term: Term, today: date) -> tuple[FigureTable, ...]:
    on = term.end(today)
    register, in_force = RegisterOn(on), count_provisions_in_force(on)
    refused, blacked_out = (
        read_closing(ledger, term, today, outcome)
        for outcome in (Outcome.REFUSED, Outcome.BLACKED_OUT)
    )
    return (
        register_tables.standing_table(register),
        register_tables.ground_table(register),
        register_tables.unit_table(register),
        register_tables.movement_table(term, today),
        register_tables.determination_table(term),
        register_tables.regulation_table(register, refused, blacked_out),
        register_tables.provision_table(in_force, refused, blacked_out),
        register_tables.case_table(term, today),
    )
