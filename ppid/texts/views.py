"""The office's texts on screen: list, edit with preview, history."""

from itertools import pairwise

from flask import Blueprint, Flask, Response, abort, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.errors import Refused
from ppid.texts import actions, queries
from ppid.texts.differences import compare_lines
from ppid.texts.forms import TextForm
from ppid.texts.preview import preview_text
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

FIELD_LABELS = {"text_body": "Isi naskah", "text_note": "Alasan perubahan"}

bp = Blueprint("texts", __name__, url_prefix="/pengaturan/naskah")


@bp.get("/")
@requires(Permission.MANAGE_OFFICE)
def list_texts() -> Response:
    """Every text with who changed it last."""
    return render("texts/list.html", groups=queries.list_texts())


@bp.route("/<string:name>", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def edit_text(name: str) -> Response:
    """The words of a text, its placeholders, and how it would stand on the paper."""
    line = _found(name)
    form = TextForm() if request.method == "POST" else TextForm.of(line.current)
    theirs = None
    if form.validate_on_submit():
        try:
            saved = actions.save_text(
                person(), line.text, body=form.words, note=form.reason, seen=form.seen_number
            )
        except actions.TextFaulty:
            form.show_faults(line.text)
        except actions.TextChangedMeanwhile as refusal:
            form.refuse(refusal)
            theirs = refusal.theirs
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Naskah tersimpan sebagai versi {saved.number}.", "success")
            return see_other(url_for("texts.edit_text", name=name))
    return _edit_page(line, form, theirs, status=422 if form.is_submitted() else 200)


@bp.post("/<string:name>/pratinjau")
@requires(Permission.MANAGE_OFFICE)
def show_preview(name: str) -> Response:
    """What is typed as it would stand on the paper; nothing is kept."""
    return _edit_page(_found(name), TextForm())


@bp.get("/<string:name>/riwayat")
@requires(Permission.MANAGE_OFFICE)
def list_versions(name: str) -> Response:
    """Every version with what it changed."""
    line = _found(name)
    versions = queries.list_versions(line.text)
    pairs = [(new, compare_lines(old.body, new.body)) for new, old in pairwise(versions)]
    return render("texts/history.html", line=line, pairs=pairs, shipped=versions[-1])


@bp.post("/<string:name>/versi/<int:number>/pulihkan")
@requires(Permission.MANAGE_OFFICE)
def restore_text(name: str, number: int) -> Response:
    """Take up what a version said, as a new one."""
    line = _found(name)
    try:
        saved = actions.restore_text(person(), line.text, number=number)
    except Refused as refusal:
        flash(refusal.message, "error")
    else:
        flash(f"Naskah dipulihkan sebagai versi {saved.number}.", "success")
    return see_other(url_for("texts.list_versions", name=name))


def _found(name: str) -> queries.TextLine:
    return queries.get_text(name) or abort(404)


def _edit_page(
    line: queries.TextLine,
    form: TextForm,
    theirs: queries.Version | None = None,
    *,
    status: int = 200,
) -> Response:
    """``theirs`` is the version that came between: it is compared, and has now been seen."""
    if theirs is not None:
        form.seen.data = str(theirs.number)
    return render(
        "texts/edit.html",
        "texts/_preview.html",
        status=status,
        line=line,
        form=form,
        theirs=theirs,
        lines=compare_lines(theirs.body, form.words) if theirs else (),
        preview=preview_text(line.text, form.words),
    )


def init_app(app: Flask) -> None:
    """Add the pages of the office's texts."""
    app.register_blueprint(bp)
    name_fields(app, FIELD_LABELS)
