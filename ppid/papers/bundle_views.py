"""Asking for long prints: what will be in it, then the work that makes it."""

from flask import Blueprint, Flask, Response, abort, request, url_for

from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.cases.answers import found_case
from ppid.papers import bundles, dik_work
from ppid.papers.answers import asked_size
from ppid.papers.bundle_parts import parts_of_case
from ppid.papers.dik_forms import asked_form
from ppid.register.closed import count_closed
from ppid.register.history import PaperLink, add_paper_source
from ppid.register.queries import get_entry
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

bp = Blueprint("bundles", __name__)


@bp.route("/register/<string:number>/berkas-sengketa", methods=["GET", "POST"])
@requires(Permission.READ_CASES)
def ask_entry_bundle(number: str) -> Response:
    """What the dispute file of an entry holds; posted, it is made."""
    entry = get_entry(number) or abort(404)
    if not bundles.may_take_out(person(), entry.unit_id):
        abort(403)
    if request.method == "POST":
        return _to_job(bundles.order_entry_bundle(person(), entry, asked_size()).id)
    return render(
        "papers/ask_bundle.html",
        heading=f"Berkas sengketa {number}",
        about=entry.title,
        parts=bundles.entry_parts(person(), entry.id),
        back=("Register", number, url_for("register.show_entry", number=number)),
    )


@bp.route("/perkara/<string:number>/berkas", methods=["GET", "POST"])
@requires(Permission.READ_CASES)
def ask_case_bundle(number: str) -> Response:
    """What the file of a case holds; posted, it is made."""
    file = found_case(number)
    if not may(Permission.PRINT):
        abort(403)
    if request.method == "POST":
        return _to_job(bundles.order_case_bundle(person(), file, asked_size()).id)
    return render(
        "papers/ask_bundle.html",
        heading=f"Berkas perkara {number}",
        about=file.facts.title,
        parts=parts_of_case(file),
        back=("Perkara", number, url_for("cases.show_case", number=number)),
    )


@bp.route("/surat/dik/pekerjaan", methods=["GET", "POST"])
@requires(Permission.PRINT)
def ask_dik() -> Response:
    """The list of a day, printed as long work."""
    wanted = dik_work.DikOrder(asked_day(), asked_form(), asked_size())
    if request.method == "POST":
        return _to_job(dik_work.order_dik(person(), wanted).id)
    return render(
        "papers/ask_dik.html",
        wanted=wanted,
        rows=count_closed(wanted.on),
        short=dik_work.SHORT,
    )


def bundle_of_entry(entry_id: int) -> list[PaperLink]:
    """The dispute file, among the papers on an entry's page."""
    number = bundles.number_to_take_out(person(), entry_id)
    if number is None:
        return []
    href = url_for("bundles.ask_entry_bundle", number=number)
    return [PaperLink("Berkas sengketa", href, "Semua naskah entri ini dalam satu PDF")]


def _to_job(job_id: int) -> Response:
    return see_other(url_for("jobs.show_job", job_id=job_id))


def init_app(app: Flask) -> None:
    """Add the pages and their works."""
    app.register_blueprint(bp)
    bundles.add_works(app)
    dik_work.add_works(app)
    add_paper_source(app, bundle_of_entry)
