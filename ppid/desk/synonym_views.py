"""The office's list of everyday words."""

from flask import Response, abort, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.desk import synonym_actions as actions
from ppid.desk.blueprints import synonyms_bp as bp
from ppid.desk.forms import SynonymForm
from ppid.errors import Refused
from ppid.register.search.synonyms import list_synonyms
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other


@bp.route("/", methods=["GET", "POST"])
@requires(Permission.EDIT_SYNONYMS)
def list_words() -> Response:
    """All lines in use, and one more."""
    form = SynonymForm()
    if form.validate_on_submit():
        try:
            row = actions.add_synonym(person(), **form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"“{row.everyday}” ditambahkan.", "success")
            return see_other(url_for("synonyms.list_words"))
    status = 422 if form.is_submitted() else 200
    return render("desk/synonyms.html", form=form, synonyms=list_synonyms(), status=status)


@bp.route("/<int:synonym_id>", methods=["GET", "POST"])
@requires(Permission.EDIT_SYNONYMS)
def change_word(synonym_id: int) -> Response:
    """Change a line."""
    row = next((each for each in list_synonyms() if each.id == synonym_id), None) or abort(404)
    kept = {"everyday": row.everyday, "official": "\n".join(row.official)}
    form = SynonymForm() if request.method == "POST" else SynonymForm(data=kept)
    if form.validate_on_submit():
        try:
            actions.change_synonym(person(), synonym_id=synonym_id, **form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Sinonim diubah.", "success")
            return see_other(url_for("synonyms.list_words"))
    status = 422 if form.is_submitted() else 200
    return render("desk/synonym.html", form=form, synonym=row, status=status)


@bp.post("/<int:synonym_id>/cabut")
@requires(Permission.EDIT_SYNONYMS)
def withdraw_word(synonym_id: int) -> Response:
    """Use a line no longer."""
    if not any(each.id == synonym_id for each in list_synonyms()):
        abort(404)
    actions.withdraw_synonym(person(), synonym_id=synonym_id)
    flash("Sinonim dicabut.", "success")
    return see_other(url_for("synonyms.list_words"))
