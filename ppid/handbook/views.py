"""The handbook on screen, for whoever has signed in."""

from typing import Any

from flask import Blueprint, Flask, Response, abort, request, url_for
from flask_login import current_user

from ppid.handbook import pages
from ppid.handbook.help_texts import help_for, title_of
from ppid.handbook.rendering import render_findings, render_sections
from ppid.handbook.search import find_pages
from ppid.web.guard import brings_session, signed_in
from ppid.web.htmx import render

bp = Blueprint("handbook", __name__, url_prefix="/panduan")


@bp.get("/")
@signed_in
def list_pages() -> Response:
    """All pages under their headings, or those that hold what was searched."""
    text = request.args.get("q", "").strip()[:200]
    shown = pages.list_pages()
    return render(
        "handbook/list_pages.html",
        text=text,
        hits=find_pages(shown, text),
        groups=pages.by_group(shown),
    )


@bp.get("/<string:slug>")
@signed_in
def show_page(slug: str) -> Response:
    """One page, with its table of contents and its neighbours."""
    page = pages.get_page(slug) or abort(404)
    before, after = pages.neighbours(page)
    return render(
        "handbook/show_page.html",
        chapter=page,
        sections=render_sections(page),
        findings=render_findings() if page.table == pages.FINDINGS_TABLE else (),
        before=before,
        after=after,
    )


def init_app(app: Flask) -> None:
    """Add the pages, the link at the foot of every page, and ``bantuan`` for forms."""
    app.register_blueprint(bp)
    app.jinja_env.globals["bantuan"] = help_for
    app.jinja_env.globals["judul_bantuan"] = title_of

    @app.context_processor
    def handbook() -> dict[str, Any]:
        shown = brings_session() and current_user.is_authenticated
        return {"handbook_url": url_for("handbook.list_pages") if shown else ""}
