"""What the parts of one page ask for again and again, read once."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import has_request_context, request

Value = TypeVar("Value")
_KEPT = "ppid.read_once"


def read_once(name: str, read: Callable[[], Value]) -> Value:
    """What ``read`` gives, asked once for each page.

    A request that writes always reads afresh, and so does whatever runs outside requests.
    """
    if not has_request_context() or request.method not in {"GET", "HEAD"}:
        return read()
    kept: dict[str, Any] = request.environ.setdefault(_KEPT, {})
    if name not in kept:
        kept[name] = read()
    return cast("Value", kept[name])


def read_afresh() -> None:
    """Forget what this request has read: something of it has been written since."""
    if has_request_context():
        request.environ.pop(_KEPT, None)
