"""Writing and reviewing what the public reads of an entry."""

from dataclasses import asdict
from functools import partial

from flask import Blueprint, Flask, Response, abort, flash, request, url_for

from ppid import clock
from ppid.accounts.access import demand, may, person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.public.leaks import list_leaks
from ppid.public.periods import tell_period
from ppid.public.review_forms import WordingForm
from ppid.register import public_wording_queries as wordings
from ppid.register.content import read_period
from ppid.register.public_wording_actions import review_public_wording, write_public_wording
from ppid.register.queries import get_entry
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

bp = Blueprint("wording", __name__, url_prefix="/register")
SHOWN = 50


@bp.get("/rumusan-publik")
@requires(Permission.WRITE_ENTRY)
def list_unreviewed() -> Response:
    """The determined entries whose public wording waits for the officer."""
    today = clock.today()
    return render(
        "public/unreviewed.html",
        rows=wordings.list_unreviewed(today, SHOWN),
        total=wordings.count_unreviewed(today),
        may_write=partial(may, Permission.WRITE_ENTRY),
    )


@bp.route("/<string:number>/rumusan-publik", methods=["GET", "POST"])
@requires(Permission.WRITE_ENTRY)
def edit_wording(number: str) -> Response:
    """The five texts: a unit puts them before the officer, the officer publishes them."""
    entry = get_entry(number) or abort(404)
    demand(Permission.WRITE_ENTRY, entry.unit_id)
    today = clock.today()
    review = wordings.read_review(entry, today)
    form = WordingForm(data=asdict(wordings.propose_texts(entry, review, today)))
    publishes = "terbitkan" in request.form
    if publishes:
        demand(Permission.REVIEW_WORDING, entry.unit_id)
    if form.validate_on_submit() and _done(form, entry.id, publishes):
        return see_other(url_for("register.show_entry", number=number))
    said = wordings.classification_on(entry.id, today)
    return render(
        "public/edit_wording.html",
        form=form,
        entry=entry,
        review=review,
        period=tell_period(read_period(said.period), reviewed=True) if said else "",
        leaks=list_leaks(entry, form.texts()),
        may_review=may(Permission.REVIEW_WORDING, entry.unit_id),
        status=422 if form.is_submitted() else 200,
    )


def _done(form: WordingForm, entry_id: int, publishes: bool) -> bool:
    """Whether it was kept; a refusal is put beside its field."""
    act = review_public_wording if publishes else write_public_wording
    try:
        act(person(), entry_id=entry_id, texts=form.texts())
    except Refused as refusal:
        form.refuse(refusal)
        return False
    flash(
        "Rumusan publik ditetapkan dan tampil pada halaman publik."
        if publishes
        else "Rumusan tersimpan dan menunggu peninjauan PPID.",
        "success",
    )
    return True


def init_app(app: Flask) -> None:
    """Add these pages."""
    app.register_blueprint(bp)
