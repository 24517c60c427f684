"""Papers on screen and in print."""

from datetime import datetime, time

from flask import Flask, Response, abort, request, url_for

from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.cases.answers import found_case
from ppid.cases.queries import get_case
from ppid.jobs.works import add_work
from ppid.papers import (
    certificate_views,  # noqa: F401 - its views join the blueprint
    issued_views,  # noqa: F401 - its views join the blueprint
    occasions,
    queries,
)
from ppid.papers.answers import answer_html, answer_issued_html, answer_issued_pdf, answer_pdf
from ppid.papers.blueprint import bp
from ppid.papers.case_papers import (
    CasePaper,
    PaperUnknown,
    find_record,
    list_case_papers,
    record_paper,
)
from ppid.papers.dik import read_dik
from ppid.papers.dik_forms import DikForm, asked_form
from ppid.papers.dik_work import is_long
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import FILE_WORK, make_file
from ppid.papers.occasions import determination_subject, find_issued_record
from ppid.papers.older import older_determination
from ppid.papers.procedures import get_sheet
from ppid.papers.stamps import address_in_lieu
from ppid.papers.step_records import StepRecord
from ppid.register.history import PaperLink, add_paper_source
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import see_other
from ppid.web.navigation import NavItem, add_nav_item


@bp.get("/surat/<int:year>/<int:number>")
@requires(Permission.PRINT)
def show_determination(year: int, number: int) -> Response:
    """A determination as a page: as it was issued, else as the register tells it."""
    found = queries.get_determination(year, number) or abort(404)
    back = url_for("papers.list_papers")
    pdf = url_for("papers.print_determination", year=year, number=number)
    if issued := find_issued(determination_subject(found.id)):
        return answer_issued_html(issued, back=back, pdf=pdf)
    return answer_html(older_determination(found), back=back, pdf=pdf)


@bp.get("/surat/<int:year>/<int:number>.pdf")
@requires(Permission.PRINT)
def print_determination(year: int, number: int) -> Response:
    """A determination as PDF: the bytes that were issued, else what the register tells."""
    found = queries.get_determination(year, number) or abort(404)
    name = f"penetapan-{year}-{number}"
    if issued := find_issued(determination_subject(found.id)):
        return answer_issued_pdf(issued, name=name)
    return answer_pdf(older_determination(found), name=name, issued_at=found.issued_at)


@bp.get("/surat/dik")
@requires(Permission.PRINT)
def show_dik() -> Response:
    """The DIK as a page, today or as it stood on ``?tanggal=``."""
    on, form = asked_day(), asked_form()
    pdf = url_for("papers.print_dik", tanggal=on.isoformat(), bentuk=form.value)
    return answer_html(read_dik(on, form), back=url_for("papers.list_papers"), pdf=pdf)


@bp.get("/surat/dik.pdf")
@requires(Permission.PRINT)
def print_dik() -> Response:
    """The DIK as PDF; a long one is asked for as work."""
    on, form = asked_day(), asked_form()
    if is_long(on):
        paper = request.args.get("kertas", "")
        return see_other(
            url_for("bundles.ask_dik", tanggal=on.isoformat(), bentuk=form.value, kertas=paper)
        )
    issued = datetime.combine(on, time())
    name = f"dik-{on.isoformat()}" if form is DikForm.COLUMNS else f"dik-esensi-{on.isoformat()}"
    return answer_pdf(read_dik(on, form), name=name, issued_at=issued)


@bp.get("/perkara/<string:number>/naskah/<string:name>")
@requires(Permission.READ_CASES)
def show_case_paper(number: str, name: str) -> Response:
    """A paper of a case as a page; that of an earlier round with ``?putaran=``."""
    record = _record_of(number, name)
    back = url_for("cases.show_case", number=number)
    pdf = url_for("papers.print_case_paper", number=number, name=name, putaran=_asked_round())
    if issued := find_issued_record(record):
        return answer_issued_html(issued, back=back, pdf=pdf)
    return answer_html(record_paper(record), back=back, pdf=pdf)


@bp.get("/perkara/<string:number>/naskah/<string:name>.pdf")
@requires(Permission.READ_CASES)
def print_case_paper(number: str, name: str) -> Response:
    """A paper of a case as PDF; that of an earlier round with ``?putaran=``."""
    record, asked = _record_of(number, name), _asked_round()
    stem = f"{name}-{number}-putaran-{asked}" if asked else f"{name}-{number}"
    if issued := find_issued_record(record):
        return answer_issued_pdf(issued, name=stem)
    return answer_pdf(record_paper(record), name=stem, issued_at=record.at)


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


def _record_of(number: str, name: str) -> StepRecord:
    try:
        return find_record(found_case(number), name, _asked_round())
    except PaperUnknown:
        abort(404)


def _asked_round() -> int | None:
    return request.args.get("putaran", type=int)


def init_app(app: Flask) -> None:
    """Add the pages of this feature and its links to the pages below it; listen for acts."""
    app.register_blueprint(bp)
    add_nav_item(app, NavItem(50, "Surat", "papers.list_papers", Permission.PRINT))
    add_paper_source(app, papers_of_entry)
    add_work(app, FILE_WORK, "Membuat PDF naskah yang terbit", make_file)
    occasions.listen()

    app.add_template_global(address_in_lieu, "alamat_tercetak")
    app.add_template_global(lambda: may(Permission.MANAGE_OFFICE), "boleh_mengatur")

    @app.template_global()
    def naskah_perkara(number: str) -> list[CasePaper]:
        """The papers that a case has by now, in the order of its steps."""
        return list_case_papers(get_case(person(), number))
