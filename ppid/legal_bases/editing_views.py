"""The catalogue on screen, for changing."""

from typing import TYPE_CHECKING

from flask import Response, abort, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.legal_bases import actions, queries
from ppid.legal_bases.blueprint import bp, find_regulation
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.forms import ChangeForm, ProvisionForm, RegulationForm
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

if TYPE_CHECKING:
    from ppid.legal_bases.models import Provision, Regulation


@bp.route("/baru", methods=["GET", "POST"])
@requires(Permission.EDIT_LEGAL_BASES)
def add_regulation() -> Response:
    """A regulation that the catalogue does not know."""
    return _edit_regulation(None)


@bp.route("/<string:code>/ubah", methods=["GET", "POST"])
@requires(Permission.EDIT_LEGAL_BASES)
def edit_regulation(code: str) -> Response:
    """Amend what is known of a regulation."""
    return _edit_regulation(find_regulation(code))


@bp.route("/<string:code>/ketentuan/baru", methods=["GET", "POST"])
@requires(Permission.EDIT_LEGAL_BASES)
def add_provision(code: str) -> Response:
    """A provision that the catalogue does not know."""
    return _edit_provision(find_regulation(code), None)


@bp.route("/<string:code>/ketentuan/<int:provision_id>/ubah", methods=["GET", "POST"])
@requires(Permission.EDIT_LEGAL_BASES)
def edit_provision(code: str, provision_id: int) -> Response:
    """Amend what is told of a provision."""
    return _edit_provision(find_regulation(code), _provision(code, provision_id))


@bp.post("/<string:code>/ketentuan/<int:provision_id>/tarik")
@requires(Permission.EDIT_LEGAL_BASES)
def withdraw_provision(code: str, provision_id: int) -> Response:
    """Take a provision out of the choices, or put it back."""
    provision = _provision(code, provision_id)
    withdrawn = provision.withdrawn_at is None
    actions.withdraw_provision(person(), provision, withdrawn=withdrawn)
    flash("Ketentuan ditarik dari pilihan." if withdrawn else "Ketentuan dapat dipilih.", "success")
    return see_other(url_for("legal_bases.show_provision", code=code, provision_id=provision_id))


@bp.post("/<string:code>/tinjau")
@requires(Permission.EDIT_LEGAL_BASES)
def review_regulation(code: str) -> Response:
    """Note that the regulation, or one of its provisions, was looked at today."""
    provision_id = request.form.get("ketentuan", type=int)
    provision = _provision(code, provision_id) if provision_id else None
    actions.note_review(person(), find_regulation(code), provision)
    flash("Tanggal peninjauan dicatat.", "success")
    return see_other(url_for("legal_bases.show_regulation", code=code))


@bp.route("/<string:code>/perubahan", methods=["GET", "POST"])
@requires(Permission.EDIT_LEGAL_BASES)
def record_change(code: str) -> Response:
    """Record that the regulation was revoked, amended or adjusted."""
    regulation = find_regulation(code)
    form = ChangeForm()
    if form.validate_on_submit():
        by = queries.get_regulation_by_id(form.by.data) if form.by.data else None
        kind = ChangeKind(form.kind.data)
        told = {"on": form.on.data, "by_text": form.by_text.data, "note": form.note.data}
        try:
            actions.record_change(person(), regulation, kind=kind, by=by, **told)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Perubahan dicatat. Entri yang bersandar padanya kini ditandai.", "success")
            return see_other(url_for("legal_bases.show_regulation", code=code))
    status = 422 if form.is_submitted() else 200
    return render("legal_bases/change.html", form=form, regulation=regulation, status=status)


def _edit_regulation(regulation: "Regulation | None") -> Response:
    form = RegulationForm(obj=regulation)
    if form.validate_on_submit():
        saved = actions.save_regulation(person(), regulation, **form.values())
        flash("Peraturan tersimpan.", "success")
        return see_other(url_for("legal_bases.show_regulation", code=saved.code))
    status = 422 if form.is_submitted() else 200
    template = "legal_bases/regulation_form.html"
    return render(template, form=form, regulation=regulation, status=status)


def _edit_provision(regulation: "Regulation", provision: "Provision | None") -> Response:
    form = ProvisionForm(obj=provision)
    if form.validate_on_submit():
        try:
            saved = actions.save_provision(person(), regulation, provision, **form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Ketentuan tersimpan.", "success")
            code, number = regulation.code, saved.id
            page = url_for("legal_bases.show_provision", code=code, provision_id=number)
            return see_other(page)
    return render(
        "legal_bases/provision_form.html",
        form=form,
        regulation=regulation,
        provision=provision,
        status=422 if form.is_submitted() else 200,
    )


def _provision(code: str, provision_id: int) -> "Provision":
    provision = queries.get_provision(provision_id)
    if provision is None or provision.regulation.code != code:
        abort(404)
    return provision
