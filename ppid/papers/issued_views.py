"""Issued papers: their list, the page of each, and its bytes."""

from flask import Response, request, url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.papers import queries
from ppid.papers.answers import answer_issued_html, answer_issued_pdf, found_issued
from ppid.papers.blueprint import bp
from ppid.papers.enclosures import list_enclosures
from ppid.papers.issued_queries import (
    PaperFilters,
    file_facts,
    list_issued,
    list_kinds,
    list_versions,
    list_years,
    readable_title,
)
from ppid.papers.kinds import kind_label
from ppid.papers.stamps import printed_code
from ppid.web.guard import requires
from ppid.web.htmx import render


@bp.get("/surat/")
@requires(Permission.PRINT)
def list_papers() -> Response:
    """The papers that were issued, by kind, year and words, and the lists that can be printed."""
    filters = PaperFilters(
        kind=request.args.get("jenis", ""),
        year=request.args.get("tahun", type=int),
        words=request.args.get("q", "").strip(),
    )
    me = person()
    return render(
        "papers/papers.html",
        found=list_issued(me, filters, request.args.get("halaman", 1, type=int)),
        filters=filters,
        kinds=[(kind, kind_label(kind)) for kind in list_kinds(me)],
        years=list_years(me),
        older=queries.count_older(),
        today=clock.today(),
    )


@bp.get("/surat/sebelum-register")
@requires(Permission.PRINT)
def list_older() -> Response:
    """The determinations whose papers were issued before the register, newest first."""
    page = max(1, request.args.get("halaman", 1, type=int))
    lines, total = queries.list_older(page)
    last = max(1, -(-total // queries.PAGE))
    return render("papers/older.html", lines=lines, total=total, number=page, last=last)


@bp.get("/surat/naskah/<string:code>")
@requires(Permission.PRINT)
def show_issued(code: str) -> Response:
    """What is known of one issued paper, its versions and its signed copies."""
    issued = found_issued(code)
    return render(
        "papers/issued.html",
        issued=issued,
        title=readable_title(issued),
        kind=kind_label(issued.kind),
        printed=printed_code(issued.code),
        file=file_facts(issued.id),
        enclosures=list_enclosures(issued.id),
        versions=list_versions(issued.subject),
    )


@bp.get("/surat/naskah/<string:code>/halaman")
@requires(Permission.PRINT)
def read_issued(code: str) -> Response:
    """An issued paper as a page."""
    issued = found_issued(code)
    return answer_issued_html(
        issued,
        back=url_for("papers.show_issued", code=issued.code),
        pdf=url_for("papers.print_issued", code=issued.code),
    )


@bp.get("/surat/naskah/<string:code>.pdf")
@requires(Permission.PRINT)
def print_issued(code: str) -> Response:
    """An issued paper as PDF: the bytes that were kept."""
    issued = found_issued(code)
    return answer_issued_pdf(issued, name=f"{issued.kind}-{issued.code}")
