"""The front door and the health check."""

from flask import Blueprint, Response, url_for
from flask_login import current_user

from ppid.web.guard import public
from ppid.web.htmx import see_other

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def show() -> Response:
    """To one's work, or to the sign-in page."""
    signed_in = current_user.is_authenticated
    return see_other(url_for("tasks.list_tasks" if signed_in else "accounts.sign_in"))


@bp.get("/sehat")
@public
def health() -> tuple[str, int, dict[str, str]]:
    """Whether the program answers."""
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}
