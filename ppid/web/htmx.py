"""One view for htmx and for plain requests."""

from typing import Any

from flask import Flask, Response, make_response, redirect, render_template
from flask_htmx import HTMX

htmx = HTMX()


def init_app(app: Flask) -> None:
    """Read the HX headers of each request, and let caches know that they matter."""
    htmx.init_app(app)

    @app.after_request
    def vary(response: Response) -> Response:
        response.vary.add("HX-Request")
        return response


def wants_fragment() -> bool:
    """Whether the request wants a part of the page: htmx, neither boosted nor restoring history."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render(page: str, fragment: str | None = None, *, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 - a template takes anything
    """The page, or only its fragment when htmx asks. Both render the same partial."""
    template = fragment if fragment and wants_fragment() else page
    return make_response(render_template(template, **values), status)


def see_other(address: str) -> Response:
    """303 after a write: go and get the page; the browser keeps the HX headers."""
    return make_response(redirect(address, code=303))


def leave_page(address: str) -> Response:
    """Leave the page as a whole, also when only a fragment was asked for."""
    if not htmx:
        return see_other(address)
    response = make_response("", 200)
    response.headers["HX-Redirect"] = address
    return response
