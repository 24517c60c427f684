"""Every error is a page (or a fragment) in Indonesian; a refusal is never a fault of ours."""

import logging

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from ppid.errors import Refused

log = logging.getLogger("ppid.web")
PAGES = {400, 403, 404, 405, 413, 429}


def init_app(app: Flask) -> None:
    """Answer refusals, HTTP errors and our own faults."""
    app.register_error_handler(Refused, show_refusal)
    app.register_error_handler(CSRFError, show_expired_form)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(OverflowError, show_too_large)
    app.register_error_handler(Exception, show_fault)


def show_refusal(refusal: Refused) -> Response:
    """A refusal that no form caught: said as it is, with 422."""
    return _page("errors/refused.html", 422, message=refusal.message)


def show_expired_form(_error: CSRFError) -> Response:
    """The token is old or missing: what was typed is still in the browser."""
    return _page("errors/csrf.html", 400)


def show_http_error(error: HTTPException) -> Response:
    """An HTTP error by its own page; redirects pass through."""
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    code = error.code if error.code in PAGES else 400 if error.code < 500 else 500
    return _page(f"errors/{code}.html", error.code)


def show_too_large(error: OverflowError) -> Response:
    """A number or a day beyond what can be kept, in an address or a form: what was asked is wrong,
    not the program. Logged all the same, since a sum of ours might be behind it.
    """
    log.warning("out of range at %s %r: %s", request.method, request.path, error)
    return _page("errors/400.html", 400)


def show_fault(error: Exception) -> Response:
    """A fault of ours: logged with its trace, told without it."""
    log.error("fault at %s %r", request.method, request.path, exc_info=error)
    return _page("errors/500.html", 500)


def _page(template: str, status: int, **values: object) -> Response:
    return make_response(render_template(template, **values), status)
