"""Taking a register in on screen."""

from flask import Blueprint, Flask, Response, request

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.exchange.actions import LoadReport, load_content, preview_content
from ppid.exchange.forms import ImportForm
from ppid.web.guard import requires
from ppid.web.htmx import render

bp = Blueprint("exchange", __name__, url_prefix="/register/impor")


@bp.route("/", methods=["GET", "POST"])
@requires(Permission.LOAD_REGISTER)
def import_register() -> Response:
    """Check a file, or load it; nothing is written while it is only checked."""
    form = ImportForm()
    report: LoadReport | None = None
    loading = request.form.get("tindakan") == "muat"
    if form.validate_on_submit():
        try:
            content = form.file.data.read()
            report = load_content(person(), content) if loading else preview_content(content)
        except Refused as refusal:
            form.refuse(refusal)
    status = 422 if form.is_submitted() and report is None else 200
    return render("exchange/import.html", form=form, report=report, loaded=loading, status=status)


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
