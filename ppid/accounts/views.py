"""Signing in and out."""

from flask import Blueprint, Flask, Response

from ppid.web.guard import public
from ppid.web.htmx import render

bp = Blueprint("accounts", __name__)


@bp.route("/masuk", methods=["GET", "POST"])
@public
def sign_in() -> Response:
    """The sign-in page."""
    return render("accounts/sign_in.html")


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
