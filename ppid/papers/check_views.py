"""The public pages that tell whether a paper is real, and how it stands today."""

from flask import Blueprint, Flask, Response, request, url_for

from ppid import clock
from ppid.papers.check_queries import CheckedPaper, compare_hash, get_checked
from ppid.papers.stamps import read_code
from ppid.web.guard import public
from ppid.web.htmx import render, see_other

bp = Blueprint("check", __name__, url_prefix="/cek")


@bp.get("/")
@public
def ask_code() -> Response:
    """The box to type a code in; ``?kode=`` leads to its page."""
    typed = request.args.get("kode", "").strip()
    if not typed:
        return render("papers/check_code.html", typed="", unknown=False)
    code = read_code(typed)
    return see_other(url_for("check.show_paper", code=code)) if code else _unknown(typed)


@bp.get("/<string:code>")
@public
def show_paper(code: str) -> Response:
    """What is known of the paper with this code; 404 with the box when there is none.

    ``?sha256=`` compares a file that was reckoned elsewhere.
    """
    read = read_code(code)
    if read and read != code:
        return see_other(url_for("check.show_paper", code=read))
    found = get_checked(code, clock.today()) if read else None
    return _paper(found) if found else _unknown(code)


def _paper(found: CheckedPaper) -> Response:
    typed = request.args.get("sha256", "").strip()
    response = render(
        "papers/check.html",
        paper=found,
        today=clock.today(),
        typed=typed[:200],
        likeness=compare_hash(found, typed) if typed else None,
    )
    response.headers["X-Robots-Tag"] = "noindex"  # whoever holds the paper has the code
    return response


def _unknown(typed: str) -> Response:
    return render("papers/check_code.html", typed=typed[:40], unknown=True, status=404)


def init_app(app: Flask) -> None:
    """Add the public check pages."""
    app.register_blueprint(bp)
