"""Pages with two faces: one address, shown to the public otherwise than to the office."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Flask, Response, abort, current_app, request, url_for
from flask_login import current_user

from ppid.web.guard import brings_session, public
from ppid.web.htmx import leave_page

View = TypeVar("View", bound=Callable[..., Any])
Face = Callable[..., Response]


def public_face(permission: StrEnum | None = None) -> Callable[[View], View]:
    """Who holds ``permission`` (None: has signed in) sees the view; all others its public face.

    Above may stand a feature that offers the face; where none does, the way is as to any page of
    the office: by signing in. Caches on the way are told that the answer depends on the cookie.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def shown(*args: Any, **values: Any) -> Any:  # noqa: ANN401 - as the view's own
            if _is_for_office(permission):
                return view(*args, **values)
            response = _face()(*args, **values)
            response.vary.add("Cookie")
            return response

        return public(cast("View", shown))

    return mark


def offer_face(app: Flask, endpoint: str, face: Face) -> None:
    """Let the public see ``face`` at the address of ``endpoint``."""
    app.extensions.setdefault("public_faces", {})[endpoint] = face


def _is_for_office(permission: StrEnum | None) -> bool:
    if not brings_session() or not current_user.is_authenticated:
        return False
    may: Callable[[StrEnum], bool] = current_app.extensions["ppid_may"]
    return permission is None or may(permission)


def _face() -> Face:
    faces: dict[str, Face] = current_app.extensions.get("public_faces", {})
    return faces.get(request.endpoint or "", _turn_away)


def _turn_away(*_args: object, **_values: object) -> Response:
    if brings_session() and current_user.is_authenticated:
        abort(403)
    return leave_page(url_for("accounts.sign_in", next=request.full_path.rstrip("?")))
