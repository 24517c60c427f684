"""The front door and the health check."""

from flask import Blueprint, Flask, Response, current_app, url_for

from ppid.accounts.access import may
from ppid.web.faces import public_face
from ppid.web.guard import public
from ppid.web.htmx import see_other
from ppid.web.navigation import first_address

bp = Blueprint("home", __name__)


@bp.get("/")
@public_face()
def show_front() -> Response:
    """To one's work; who has not signed in sees the public front."""
    return see_other(first_address(current_app, may) or url_for("accounts.show_account"))


@bp.get("/sehat")
@public
def tell_health() -> tuple[str, int, dict[str, str]]:
    """Whether the program answers."""
    return "ok\n", 200, {"Content-Type": "text/plain; charset=utf-8"}


def init_app(app: Flask) -> None:
    """Add the front door."""
    app.register_blueprint(bp)
