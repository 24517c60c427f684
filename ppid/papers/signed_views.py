"""Signed copies of an issued paper: uploading, reading, fetching them."""

from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, abort, current_app, flash, make_response, url_for
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage

from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.papers.issued_queries import get_issued, may_see
from ppid.papers.signed_copies import (
    ROOTS,
    Checks,
    get_signed_copy,
    keep_signed_copy,
    list_signed_copies,
)
from ppid.settings import Settings
from ppid.web.forms import Form
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

if TYPE_CHECKING:
    from ppid.papers.models import IssuedPaper

bp = Blueprint("signed_copies", __name__, url_prefix="/surat/naskah")


class SignedCopyForm(Form):
    """A PDF that was signed elsewhere."""

    file = FileField(
        "PDF bertanda tangan elektronik",
        description="Berkas hasil aplikasi penanda tangan (TTE), bukan pindaian.",
    )


@bp.get("/<string:code>/salinan")
@requires(Permission.PRINT)
def show_copies(code: str) -> Response:
    """The signed copies of a paper, and the way to add one."""
    return _page(_found(code), SignedCopyForm())


@bp.post("/<string:code>/salinan")
@requires(Permission.KEEP_SIGNED_COPIES)
def add_copy(code: str) -> Response:
    """Keep a PDF signed elsewhere with the paper."""
    paper, form = _found(code), SignedCopyForm()
    if form.validate():
        try:
            keep_signed_copy(person(), paper=paper, content=_sent(form), checks=_checks())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Salinan bertanda tangan tersimpan; naskah aslinya tetap.", "success")
            return see_other(url_for("signed_copies.show_copies", code=paper.code))
    return _page(paper, form, status=422)


@bp.get("/<string:code>/salinan/<int:copy_id>.pdf")
@requires(Permission.PRINT)
def fetch_copy(code: str, copy_id: int) -> Response:
    """The bytes as they were uploaded; always as a download."""
    paper = _found(code)
    kept = get_signed_copy(paper.id, copy_id) or abort(404)
    response = make_response(bytes(kept.content))
    response.mimetype = "application/pdf"
    name = f"{paper.kind}-{paper.code}-bertanda-tangan-{kept.id}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _found(code: str) -> "IssuedPaper":
    """The paper, or 404 for who may not see it: what is hidden is not told."""
    issued = get_issued(code)
    if issued is None or not may_see(person(), issued):
        abort(404)
    return issued


def _page(paper: "IssuedPaper", form: SignedCopyForm, status: int = 200) -> Response:
    return render(
        "papers/signed_copies.html",
        issued=paper,
        form=form if may(Permission.KEEP_SIGNED_COPIES) else None,
        status=status,
    )


def _sent(form: SignedCopyForm) -> bytes:
    sent = form.file.data
    if not isinstance(sent, FileStorage) or not sent.filename:
        raise Refused("Pilih PDF yang bertanda tangan elektronik.", "file")
    return bytes(sent.read())


def _checks() -> Checks:
    settings: Settings = current_app.config["SETTINGS"]
    return Checks(settings.upload_limit_mb * 1024 * 1024, settings.data_dir / ROOTS)


def init_app(app: Flask) -> None:
    """Add the pages of signed copies, and let the page of a paper show them."""
    app.register_blueprint(bp)
    app.add_template_global(list_signed_copies, "salinan_bertanda_tangan")
    app.add_template_global(lambda: may(Permission.KEEP_SIGNED_COPIES), "boleh_simpan_salinan")
