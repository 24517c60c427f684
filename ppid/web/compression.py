"""Pages travel compressed: a slow line is the rule, not the exception.

A page holds the anti-forgery token beside text that a request may have put there, so its
compressed length could tell a listener something (BREACH). Every answer therefore carries a
random number of extra bytes, which hides a guess's one or two bytes in noise.
"""

import gzip
import io
import secrets

import brotli
from flask import Flask, Response, request

SHORTEST = 600
PADDING = 100
KINDS = {
    *("text/html", "application/json", "text/plain", "text/csv", "image/svg+xml"),
    *("application/xml", "application/atom+xml", "application/ld+json", "application/schema+json"),
}


def init_app(app: Flask) -> None:
    """Compress text answers for whoever can read them."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """Brotli when the browser takes it, else gzip; short, streamed and encoded ones as they are."""
    response.vary.add("Accept-Encoding")
    if not _worth_it(response):
        return response
    accepted = request.accept_encodings
    public = response.cache_control.public  # holds no token, so there is nothing to hide
    body = response.get_data()
    if accepted["br"]:
        padded = body + _noise() if response.mimetype == "text/html" and not public else body
        _replace(response, "br", brotli.compress(padded, quality=5))
    elif accepted["gzip"]:
        _replace(response, "gzip", gzip.compress(body, 6, mtime=0) if public else _gzip(body))
    return response


def _worth_it(response: Response) -> bool:
    return (
        response.mimetype in KINDS
        and not response.direct_passthrough
        and not response.is_streamed
        and "Content-Encoding" not in response.headers
        and (response.content_length or 0) >= SHORTEST
    )


def _noise() -> bytes:
    """An HTML comment of random length and random letters, after the page's end."""
    letters = secrets.token_urlsafe(secrets.randbelow(PADDING) + 1)
    return f"<!-- {letters} -->".encode()


def _gzip(body: bytes) -> bytes:
    """Gzip whose header names a file of random length."""
    buffer = io.BytesIO()
    name = "a" * secrets.randbelow(PADDING)
    with gzip.GzipFile(filename=name, mode="wb", compresslevel=6, fileobj=buffer, mtime=0) as out:
        out.write(body)
    return buffer.getvalue()


def _replace(response: Response, encoding: str, body: bytes) -> None:
    response.set_data(body)
    response.headers["Content-Encoding"] = encoding
