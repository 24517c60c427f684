"""The audit trail on screen: by entry, by person, or as a whole.

It stands with the accounts because who may read what depends on roles; the trail itself
knows no roles.
"""

from flask import Blueprint, Flask, Response, abort, request

from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.accounts.queries import get_user
from ppid.audit import labels
from ppid.audit.queries import list_traces
from ppid.web.guard import requires
from ppid.web.htmx import render
from ppid.web.navigation import NavItem, add_nav_item

bp = Blueprint("audit", __name__, url_prefix="/jejak")
FIELD_LABELS = {
    "name": "Nama",
    "position": "Jabatan",
    "rank": "Pangkat",
    "nip": "NIP",
    "email": "Surel",
    "role": "Peran",
    "unit": "Unit",
    "short_name": "Nama singkat",
    "code": "Kode",
    "parent": "Di bawah",
}
WORDS = {
    "entri": "entry",
    "perkara": "case",
    "peraturan": "regulation",
    "ketentuan": "provision",
    "pengguna": "user",
    "unit": "unit",
}


@bp.get("/")
@requires(Permission.READ_AUDIT)
def list_records() -> Response:
    """The whole trail, newest first; ``?oleh=`` names a user."""
    username = request.args.get("oleh", "")
    user = get_user(username) if username else None
    if username and user is None:
        abort(404)
    found = list_traces(
        actor_id=user.id if user else None,
        page=_page(),
        with_cases=may(Permission.READ_CASES),
        with_entries=may(Permission.READ_REGISTER),
    )
    return render("audit/records.html", "audit/_records.html", found=found, user=user, about=None)


@bp.get("/<string:word>/<int:subject_id>")
@requires(Permission.READ_AUDIT)
def list_records_about(word: str, subject_id: int) -> Response:
    """The trail of one thing."""
    kind = WORDS.get(word) or abort(404)
    found = list_traces(
        kind=kind,
        subject_id=subject_id,
        page=_page(),
        with_cases=may(Permission.READ_CASES),
        with_entries=may(Permission.READ_REGISTER),
    )
    if not found.total:
        abort(404)
    subjects = [subject for trace in found.traces[:1] for subject in trace.subjects]
    about = next((label for k, i, label in subjects if (k, i) == (kind, subject_id)), word)
    return render("audit/records.html", "audit/_records.html", found=found, user=None, about=about)


def _page() -> int:
    return max(1, request.args.get("halaman", 1, type=int))


def init_app(app: Flask) -> None:
    """Add the pages of the trail."""
    app.register_blueprint(bp)
    labels.init_app(app)
    labels.name_fields(app, FIELD_LABELS)
    add_nav_item(app, NavItem(90, "Jejak", "audit.list_records", Permission.READ_AUDIT))
