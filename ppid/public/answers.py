"""How public pages are answered: without cookies, kept for a while, and 304 where nothing changed.

The tag of a page is the hash of its text, so it changes exactly when the page does.
"""

import hashlib
from typing import Any

from flask import Response, make_response, request

from ppid.web.htmx import render

PAGE_SECONDS = 60
FILE_SECONDS = 300


def show(page: str, fragment: str | None = None, **values: Any) -> Response:  # noqa: ANN401 - a template takes anything
    """A public page, or its fragment for htmx."""
    return keep(render(page, fragment, **values))


def tell(text: str, media_type: str, *, seconds: int = FILE_SECONDS) -> Response:
    """A small public file made of text."""
    response = make_response(text)
    response.content_type = f"{media_type}; charset=utf-8"
    return keep(response, seconds=seconds)


def keep(response: Response, *, seconds: int = PAGE_SECONDS) -> Response:
    """Let browsers and caches keep the answer, and ask again by its tag."""
    response.cache_control.public = True
    response.cache_control.max_age = seconds
    digest = hashlib.sha256(response.get_data()).hexdigest()[:20]
    response.set_etag(digest, weak=True)
    response.make_conditional(request)
    return response
