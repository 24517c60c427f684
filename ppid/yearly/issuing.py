"""Issuing the report of a year: numbered, frozen, kept."""

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.errors import Refused
from ppid.office.numbering import Taker, preview_number, take_paper_number
from ppid.papers.issuing import Issue, issue_paper, issuer_name
from ppid.papers.kinds import kind_label
from ppid.papers.models import IssuedPaper
from ppid.yearly.paper import YearlyReportPaper, yearly_paper
from ppid.yearly.report import KIND, read_report, subject_of
from ppid.yearly.terms import Term, year_of


def preview_report(term: Term) -> YearlyReportPaper:
    """The report as it would be issued today, marked as a draft; no number is taken."""
    today = clock.today()
    return yearly_paper(read_report(term), number=preview_number(KIND, today), on=today, draft=True)


def issue_report(actor: Actor, year: int) -> IssuedPaper:
    """Issue the report of a year that is over; issued again it is the next version.

    Refused while the year runs: its figures may still grow.
    """
    today, term = clock.today(), year_of(year)
    if not term.is_over(today):
        raise Refused(f"Laporan {term.label.lower()} dapat diterbitkan setelah tahunnya berakhir.")
    label = kind_label(KIND)
    with database.atomic():
        number = take_paper_number(KIND, today, Taker(f"{label} {year}", subject_of(year)))
        issue = Issue(
            kind=KIND,
            label=label,
            paper=yearly_paper(read_report(term), number=number, on=today),
            subject=subject_of(year),
            issued_on=today,
            public_title=f"{label} {year}",
            issuer=issuer_name(),
            number_text=number,
        )
        return issue_paper(actor, issue)
