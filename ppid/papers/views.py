"""Papers on screen and in print."""

from datetime import datetime, time

from flask import Flask, Response, abort, request, url_for

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.cases.answers import found_case
from ppid.cases.files import CaseFile
from ppid.cases.queries import get_case
from ppid.papers import queries
from ppid.papers.answers import answer_html, answer_pdf
from ppid.papers.blueprint import bp
from ppid.papers.case_papers import (
    CasePaper,
    PaperUnknown,
    case_paper,
    list_case_papers,
    made_at,
)
from ppid.papers.determinations import determination_paper
from ppid.papers.dik import read_dik
from ppid.papers.documents import Paper
from ppid.papers.procedures import get_sheet
from ppid.register.history import PaperLink, add_paper_source
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render
from ppid.web.navigation import NavItem, add_nav_item


@bp.get("/surat/")
@requires(Permission.PRINT)
def list_papers() -> Response:
    """The determinations issued, newest first, and the lists that can be printed."""
    page = max(1, request.args.get("halaman", 1, type=int))
    lines, total = queries.list_determinations(page)
    last = max(1, -(-total // queries.PAGE))
    return render(
        "papers/papers.html",
        lines=lines,
        total=total,
        number=page,
        last=last,
        today=clock.today(),
    )


@bp.get("/surat/<int:year>/<int:number>")
@requires(Permission.PRINT)
def show_determination(year: int, number: int) -> Response:
    """A determination as a page."""
    found = queries.get_determination(year, number) or abort(404)
    return answer_html(
        determination_paper(found),
        back=url_for("papers.list_papers"),
        pdf=url_for("papers.print_determination", year=year, number=number),
    )


@bp.get("/surat/<int:year>/<int:number>.pdf")
@requires(Permission.PRINT)
def print_determination(year: int, number: int) -> Response:
    """A determination as PDF."""
    found = queries.get_determination(year, number) or abort(404)
    name = f"penetapan-{year}-{number}"
    return answer_pdf(determination_paper(found), name=name, issued_at=found.issued_at)


@bp.get("/surat/dik")
@requires(Permission.PRINT)
def show_dik() -> Response:
    """The DIK as a page, today or as it stood on ``?tanggal=``."""
    on = asked_day()
    pdf = url_for("papers.print_dik", tanggal=on.isoformat())
    return answer_html(read_dik(on), back=url_for("papers.list_papers"), pdf=pdf)


@bp.get("/surat/dik.pdf")
@requires(Permission.PRINT)
def print_dik() -> Response:
    """The DIK as PDF."""
    on = asked_day()
    issued = datetime.combine(on, time())
    return answer_pdf(read_dik(on), name=f"dik-{on.isoformat()}", issued_at=issued)


@bp.get("/perkara/<string:number>/naskah/<string:name>")
@requires(Permission.READ_CASES)
def show_case_paper(number: str, name: str) -> Response:
    """A paper of a case as a page; that of an earlier round with ``?putaran=``."""
    paper = _paper_of(found_case(number), name)
    pdf = url_for("papers.print_case_paper", number=number, name=name, putaran=_asked_round())
    return answer_html(paper, back=url_for("cases.show_case", number=number), pdf=pdf)


@bp.get("/perkara/<string:number>/naskah/<string:name>.pdf")
@requires(Permission.READ_CASES)
def print_case_paper(number: str, name: str) -> Response:
    """A paper of a case as PDF; that of an earlier round with ``?putaran=``."""
    file, asked = found_case(number), _asked_round()
    paper = _paper_of(file, name)
    stem = f"{name}-{number}-putaran-{asked}" if asked else f"{name}-{number}"
    return answer_pdf(paper, name=stem, issued_at=made_at(file, name, asked))


@bp.get("/prosedur/<string:code>/<int:version>/lembar.pdf")
@requires(Permission.READ_CASES)
def print_procedure(code: str, version: int) -> Response:
    """The SOP sheet as PDF."""
    sheet, added_at = get_sheet(code, version) or abort(404)
    return answer_pdf(sheet, name=f"{code}-versi-{version}", issued_at=added_at)


def papers_of_entry(entry_id: int) -> list[PaperLink]:
    """The determinations about an entry, for its page."""
    if not may(Permission.PRINT):
        return []
    return [
        PaperLink(
            f"Penetapan Nomor {row.number_text}",
            url_for("papers.print_determination", year=row.year, number=row.number),
            f"PDF, {row.about}",
        )
        for row in queries.list_determinations_of(entry_id)
    ]


def _paper_of(file: CaseFile, name: str) -> Paper:
    try:
        return case_paper(file, name, _asked_round())
    except PaperUnknown:
        abort(404)


def _asked_round() -> int | None:
    return request.args.get("putaran", type=int)


def init_app(app: Flask) -> None:
    """Add the pages of this feature, and its links to the pages below it."""
    app.register_blueprint(bp)
    add_nav_item(app, NavItem(50, "Surat", "papers.list_papers", Permission.PRINT))
    add_paper_source(app, papers_of_entry)

    @app.template_global()
    def naskah_perkara(number: str) -> list[CasePaper]:
        """The papers that a case has by now, in the order of its steps."""
        return list_case_papers(get_case(person(), number))
