"""Objections, disputes and rulings on their pages."""

from collections.abc import Callable
from typing import Any

from flask import Response, abort, flash, request, url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.desk import objection_actions as actions
from ppid.desk.answer_forms import (
    JUDGED,
    DisputeForm,
    JudgementForm,
    ObjectionForm,
    RulingForm,
    form_for,
)
from ppid.desk.attaching import goes_along
from ppid.desk.blueprints import requests_bp as bp
from ppid.desk.files import RequestFile
from ppid.desk.pages import cards_of, found_request, item_lines
from ppid.desk.previews import is_preview, preview_judgement
from ppid.errors import Refused
from ppid.web.forms import Form
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

HINT = "Yang diberikan, atau mengapa tetap ditutup."


@bp.route("/<string:number>/keberatan", methods=["GET", "POST"])
@requires(Permission.RECORD_REQUESTS)
def file_objection(number: str) -> Response:
    """Write an objection down."""
    file = found_request(number)
    found = file.progress.answered_on or file.progress.due_on
    form = ObjectionForm(data={"received_on": clock.today(), "found_on": found})
    if form.validate_on_submit() and _done(
        form, lambda: actions.file_objection(person(), code=number, draft=form.draft())
    ):
        flash("Keberatan dicatat; Atasan PPID menanggapinya dalam 30 hari kerja.", "success")
        return see_other(url_for("requests.show_request", number=number))
    return _page("desk/objection.html", file, form)


@bp.route("/<string:number>/tanggapan", methods=["GET", "POST"])
@requires(Permission.APPROVE_REQUESTS)
def answer_objection(number: str) -> Response:
    """Atasan PPID answers an objection, item by item."""
    file = _objected(number)
    form = form_for(JudgementForm, file.items, JUDGED, HINT)
    if form.validate_on_submit() and is_preview():
        return preview_judgement(file, form.judged(), form.reason.data)
    if form.validate_on_submit() and _done(
        form,
        lambda: actions.answer_objection(
            person(), code=number, items=form.judged(), reason=form.reason.data
        ),
    ):
        flash("Keberatan ditanggapi; suratnya siap dicetak.", "success")
        return see_other(url_for("requests.show_request", number=number))
    lines = item_lines(file)
    return _page("desk/judgement.html", file, form, lines=lines, ahead=goes_along(cards_of(lines)))


@bp.route("/<string:number>/sengketa", methods=["GET", "POST"])
@requires(Permission.ANSWER_REQUESTS)
def open_dispute(number: str) -> Response:
    """The applicant went to the Komisi Informasi."""
    file, form = _objected(number), DisputeForm()
    if form.validate_on_submit() and _done(
        form,
        lambda: actions.open_dispute(
            person(), code=number, number=form.number.data, on=form.on.data
        ),
    ):
        flash("Sengketa dicatat; entrinya tertahan sampai ada putusan.", "success")
        return see_other(url_for("requests.show_request", number=number))
    return _page("desk/dispute.html", file, form)


@bp.route("/<string:number>/putusan", methods=["GET", "POST"])
@requires(Permission.ANSWER_REQUESTS)
def record_ruling(number: str) -> Response:
    """What was ruled, item by item."""
    file = _objected(number)
    form = form_for(RulingForm, file.items, JUDGED, "Bunyi amar putusan atas rincian ini.")
    if form.validate_on_submit() and _done(
        form, lambda: actions.record_ruling(person(), code=number, draft=form.draft())
    ):
        flash("Putusan dicatat.", "success")
        return see_other(url_for("requests.show_request", number=number))
    return _page("desk/ruling.html", file, form, lines=item_lines(file))


def _objected(number: str) -> RequestFile:
    file = found_request(number)
    return file if file.objection else abort(404)


def _done(form: Form, act: Callable[[], None]) -> bool:
    """Whether the action was done; a refusal stands on the form."""
    try:
        act()
    except Refused as refusal:
        form.refuse(refusal)
        return False
    return True


def _page(template: str, file: RequestFile, form: Form, **values: Any) -> Response:  # noqa: ANN401 - a template takes anything
    status = 422 if request.method == "POST" else 200
    return render(template, file=file, form=form, status=status, **values)
