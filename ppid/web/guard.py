"""Deny unless marked: the one place that lets a request through to its view."""

from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, TypeVar

from flask import Flask, Response, abort, current_app, request, url_for
from flask_login import current_user

from ppid.web.htmx import leave_page

View = TypeVar("View", bound=Callable[..., Any])
May = Callable[[StrEnum], bool]


class Mark(Enum):
    """Marks that need no permission by name."""

    PUBLIC = "public"
    SIGNED_IN = "signed in"


def public(view: View) -> View:
    """Anybody may come here."""
    return _mark(view, Mark.PUBLIC)


def signed_in(view: View) -> View:
    """Anybody who has signed in may come here."""
    return _mark(view, Mark.SIGNED_IN)


def requires(permission: StrEnum) -> Callable[[View], View]:
    """Only who holds ``permission`` in some unit may come here; the view checks which."""
    return lambda view: _mark(view, permission)


def mark_of(view: Callable[..., Any]) -> Mark | StrEnum | None:
    """The mark of a view; None when it has none and is therefore closed."""
    return getattr(view, "guard_mark", None)


def brings_session() -> bool:
    """Whether the browser sent a session at all; without one nobody need look who it is.

    A page that never asks who reads it is the same for all and may be kept by caches.
    """
    return current_app.config["SESSION_COOKIE_NAME"] in request.cookies


def install_guard(app: Flask, *, may: May, sign_in_endpoint: str) -> None:
    """Ask ``may`` before every request; send who is not signed in to ``sign_in_endpoint``."""
    app.extensions["ppid_may"] = may
    _mark(app.view_functions["static"], Mark.PUBLIC)

    @app.before_request
    def guard() -> Response | None:
        if request.endpoint is None:
            return None
        mark = mark_of(current_app.view_functions[request.endpoint])
        if mark is Mark.PUBLIC:
            return None
        if mark is not None and not current_user.is_authenticated:
            return leave_page(url_for(sign_in_endpoint, next=_way_back()))
        if mark is not Mark.SIGNED_IN and not (isinstance(mark, StrEnum) and may(mark)):
            abort(403)
        return None


def _mark(view: View, mark: Mark | StrEnum) -> View:
    view.guard_mark = mark  # type: ignore[attr-defined]  # functions carry attributes
    return view


def _way_back() -> str:
    """Where to go after signing in: the page asked for, never the address of a write."""
    return request.full_path.rstrip("?") if request.method == "GET" else url_for("home.show_front")
