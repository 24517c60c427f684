"""The forms of the register: propose an entry, describe it, propose its classification."""

from typing import TYPE_CHECKING

from flask import Response, abort, flash, request, url_for

from ppid.accounts.access import demand, person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.register import actions
from ppid.register.blueprint import bp
from ppid.register.classification_form import ClassificationForm, form_values
from ppid.register.forms import EntryForm, NewEntryForm
from ppid.register.originals import list_cells
from ppid.register.picking import Picker
from ppid.register.queries import draft_of, get_dossier, get_entry
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

if TYPE_CHECKING:
    from ppid.register.models import Entry


@bp.route("/usulkan", methods=["GET", "POST"])
@requires(Permission.WRITE_ENTRY)
def propose_entry() -> Response:
    """A new entry of one's own unit."""
    form = NewEntryForm(data={"title": request.args.get("title", "")[:500]})
    if form.validate_on_submit():
        demand(Permission.WRITE_ENTRY, form.unit.data)
        try:
            entry = actions.propose_entry(
                person(), unit_id=form.unit.data, description=form.description()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"{entry.number} diusulkan. Lengkapi usulan klasifikasinya.", "success")
            return see_other(url_for("register.propose_classification", number=entry.number))
    return render("register/new_entry.html", form=form, status=_status(form))


@bp.route("/<string:number>/ubah", methods=["GET", "POST"])
@requires(Permission.WRITE_ENTRY)
def edit_entry(number: str) -> Response:
    """What describes an entry."""
    entry = _writable(number)
    form = EntryForm(obj=entry)
    if form.validate_on_submit():
        try:
            actions.edit_entry(person(), entry_id=entry.id, description=form.description())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Data entri tersimpan.", "success")
            return see_other(url_for("register.show_entry", number=number))
    return render("register/edit_entry.html", form=form, entry=entry, status=_status(form))


@bp.route("/<string:number>/klasifikasi", methods=["GET", "POST"])
@requires(Permission.WRITE_ENTRY)
def propose_classification(number: str) -> Response:
    """What a determination should say of an entry; it closes nothing by itself."""
    entry = _writable(number)
    dossier = get_dossier(entry.id)
    kept = draft_of(dossier)
    picker = Picker(kept.bases)
    form = ClassificationForm(data=form_values(kept, picker))
    if form.validate_on_submit() and (draft := form.draft(picker, kept)):
        actions.propose_classification(person(), entry_id=entry.id, draft=draft)
        flash("Usulan klasifikasi tersimpan; berlaku setelah ditetapkan.", "success")
        return see_other(url_for("register.show_entry", number=number))
    return render(
        "register/classification.html",
        form=form,
        entry=entry,
        kept=kept,
        cells=list_cells(dossier.original),
        picker=picker,
        status=_status(form),
    )


def _writable(number: str) -> "Entry":
    entry = get_entry(number) or abort(404)
    demand(Permission.WRITE_ENTRY, entry.unit_id)
    return entry


def _status(form: EntryForm | ClassificationForm) -> int:
    return 422 if form.is_submitted() else 200
