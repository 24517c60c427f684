"""Pages of long work: its progress, calling it off, its result."""

from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, abort, current_app, flash, make_response, url_for

from ppid.accounts.access import may, person
from ppid.jobs import actions, queries
from ppid.jobs.runner import KEPT, start_after_request
from ppid.jobs.works import works_of
from ppid.web.guard import signed_in
from ppid.web.htmx import render, see_other

if TYPE_CHECKING:
    from ppid.jobs.models import Job

bp = Blueprint("jobs", __name__, url_prefix="/pekerjaan")


@bp.get("/")
@signed_in
def list_jobs() -> Response:
    """What the person asked for, newest first."""
    return render("jobs/list_jobs.html", jobs=queries.list_jobs(person()))


@bp.get("/<int:job_id>")
@signed_in
def show_job(job_id: int) -> Response:
    """One job: its progress, then its result. Looking at it makes sure that somebody does it."""
    job = _found(job_id)
    if job.is_open:
        start_after_request()
    response = render(
        "jobs/show_job.html",
        "jobs/_job.html",
        view=queries.view_job(job),
        kept_days=KEPT.days,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<int:job_id>/batal")
@signed_in
def cancel_job(job_id: int) -> Response:
    """Call it off."""
    actions.cancel_job(_found(job_id))
    flash("Pekerjaan dibatalkan; tidak ada yang disimpan.", "success")
    return see_other(url_for("jobs.show_job", job_id=job_id))


@bp.post("/<int:job_id>/ulang")
@signed_in
def repeat_job(job_id: int) -> Response:
    """Ask for the same once more, by whoever may."""
    job = _found(job_id)
    _demand(job)
    return see_other(url_for("jobs.show_job", job_id=actions.repeat_job(person(), job).id))


@bp.get("/<int:job_id>/hasil")
@signed_in
def fetch_result(job_id: int) -> Response:
    """The file, always as a download."""
    job = _found(job_id)
    _demand(job)
    result = queries.get_result(job) or abort(404)
    response = make_response(result.content)
    response.mimetype = result.media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{result.name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _found(job_id: int) -> "Job":
    """A job of the person, else 404: what is hidden is not told."""
    return queries.get_job(person(), job_id) or abort(404)


def _demand(job: "Job") -> None:
    """Whoever lost the right to it since asking gets it no more."""
    work = works_of(current_app).by_kind.get(job.kind)
    if work is None or (work.permission is not None and not may(work.permission)):
        abort(403)


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)

    @app.template_global()
    def pekerjaan_saya() -> "list[Job]":
        """What the person behind this request waits for, or got within a day."""
        return queries.list_current_jobs(person())
