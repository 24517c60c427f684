"""The yearly report on screen, as paper and as workbook; it names no applicant anywhere."""

from datetime import datetime, time

from flask import Blueprint, Flask, Response, abort, flash, make_response, request, url_for

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.papers.answers import answer_html, answer_pdf
from ppid.papers.issued_queries import find_issued
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item
from ppid.yearly.charts import draw_chart
from ppid.yearly.figures import FIGURES
from ppid.yearly.issuing import issue_report, preview_report
from ppid.yearly.ledger import read_ledger
from ppid.yearly.report import list_years, read_report, subject_of
from ppid.yearly.terms import FIRST_YEAR, Term, month_of, quarter_of, year_of
from ppid.yearly.workbook import write_workbook

bp = Blueprint("yearly", __name__, url_prefix="/laporan")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEEDS = {
    "yearly.list_requests": Permission.READ_REQUESTS,
    "register.list_entries": Permission.READ_REGISTER,
}
"""What the pages that prove a figure ask for; the others are public."""


@bp.get("/", endpoint="list_years")
@requires(Permission.PRINT)
def show_years() -> Response:
    """The years, when their report is due, and the reports that were issued."""
    return render("yearly/years.html", years=list_years(), today=clock.today())


@bp.get("/<int:year>")
@requires(Permission.PRINT)
def show_report(year: int) -> Response:
    """The figures of a year, or of the quarter of ``?triwulan=1`` … ``4``."""
    return _page(_asked_term(year))


@bp.get("/<int:year>/permohonan/<string:name>", endpoint="list_requests")
@requires(Permission.READ_REQUESTS)
def prove_figure(year: int, name: str) -> Response:
    """The requests that make a figure."""
    figure, term, today = FIGURES.get(name) or abort(404), _asked_part(year), clock.today()
    found = figure.find(read_ledger(today), term, today)
    return render("yearly/requests.html", figure=figure, term=term, found=found)


@bp.get("/<int:year>/pratinjau")
@requires(Permission.PRINT)
def preview(year: int) -> Response:
    """The report as it would be printed, marked as a draft."""
    term = _asked_term(year)
    return answer_html(
        preview_report(term),
        back=url_for("yearly.show_report", year=year, triwulan=term.quarter),
        pdf=url_for("yearly.print_preview", year=year, triwulan=term.quarter),
    )


@bp.get("/<int:year>/pratinjau.pdf")
@requires(Permission.PRINT)
def print_preview(year: int) -> Response:
    """The same as PDF."""
    made = datetime.combine(clock.today(), time())
    return answer_pdf(preview_report(_asked_term(year)), name=f"laporan-{year}", issued_at=made)


@bp.get("/<int:year>.xlsx")
@requires(Permission.PRINT)
def give_workbook(year: int) -> Response:
    """All tables as a workbook."""
    term = _asked_term(year)
    response = make_response(write_workbook(read_report(term)))
    response.mimetype = XLSX
    name = f"laporan-{year}-triwulan-{term.quarter}" if term.quarter else f"laporan-{year}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@bp.post("/<int:year>/terbit")
@requires(Permission.CERTIFY)
def give_report(year: int) -> Response:
    """Issue the report with its number; it is kept and never changed."""
    try:
        issued = issue_report(person(), _known_year(year))
    except Refused as refusal:
        return _page(year_of(year), refusal.message)
    flash(f"{issued.label} {year} terbit.", "success")
    return see_other(url_for("papers.show_issued", code=issued.code))


def _page(term: Term, refusal: str = "") -> Response:
    """The figures; with a refusal beside what was asked for, 422."""
    return render(
        "yearly/report.html",
        report=read_report(term),
        quarters=year_of(term.year).parts,
        issued=find_issued(subject_of(term.year)),
        closed={name for name, needed in NEEDS.items() if not may(needed)},
        draw_chart=draw_chart,
        may_issue=may(Permission.CERTIFY),
        refusal=refusal,
        status=422 if refusal else 200,
    )


def _asked_term(year: int) -> Term:
    """The year, or its quarter of ``?triwulan=``; 404 for what is none or has not begun."""
    term, quarter = year_of(_known_year(year)), request.args.get("triwulan", "")
    if quarter:
        term = quarter_of(year, _number(quarter, 4))
    return term if term.has_begun(clock.today()) else abort(404)


def _asked_part(year: int) -> Term:
    """As above, or the month of ``?bulan=``."""
    month = request.args.get("bulan", "")
    if not month:
        return _asked_term(year)
    term = month_of(_known_year(year), _number(month, 12))
    return term if term.has_begun(clock.today()) else abort(404)


def _known_year(year: int) -> int:
    return year if FIRST_YEAR <= year <= clock.today().year else abort(404)


def _number(written: str, highest: int) -> int:
    known = {str(number) for number in range(1, highest + 1)}
    return int(written) if written in known else abort(404)


def init_app(app: Flask) -> None:
    """Add the report and its link."""
    app.register_blueprint(bp)
    add_nav_item(app, NavItem(55, "Laporan", "yearly.list_years", Permission.PRINT))
