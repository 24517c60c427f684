"""The header's links: each feature adds its own, each person sees what they may open."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import Flask, request, url_for
from flask_login import current_user

from ppid.web.guard import May, brings_session


@dataclass(frozen=True)
class NavItem:
    """A link in the header; ``count`` tells how much waits there.

    ``begins`` is what makes it the page where a day's work begins, where its permission does not.
    """

    position: int
    label: str
    endpoint: str
    permission: StrEnum | None = None
    count: Callable[[], int] | None = None
    begins: StrEnum | None = None


@dataclass(frozen=True)
class NavLink:
    """A link as the template shows it."""

    label: str
    href: str
    current: bool
    count: int | None


def add_nav_item(app: Flask, item: NavItem) -> None:
    """Put a link into the header."""
    app.extensions.setdefault("ppid_navigation", []).append(item)


def set_search(app: Flask, endpoint: str, permission: StrEnum) -> None:
    """Name the page that the header's search box asks, for whoever may read it."""
    app.extensions["ppid_search"] = (endpoint, permission)


def init_app(app: Flask, may: May) -> None:
    """Give templates ``nav_items``."""

    @app.context_processor
    def navigation() -> dict[str, Any]:
        if not brings_session() or not current_user.is_authenticated:
            return {"nav_items": [], "search_url": ""}
        shown = [_link(item) for item in _open_items(app, may)]
        return {"nav_items": shown, "search_url": _search_url(app, may)}


def first_address(app: Flask, may: May) -> str | None:
    """Where a person's work begins: the first link of the header that is open to them."""
    items = [item for item in _open_items(app, may) if item.begins is None or may(item.begins)]
    return url_for(items[0].endpoint) if items else None


def _open_items(app: Flask, may: May) -> list[NavItem]:
    items = sorted(app.extensions.get("ppid_navigation", []), key=lambda item: item.position)
    return [item for item in items if item.permission is None or may(item.permission)]


def _search_url(app: Flask, may: May) -> str:
    endpoint, permission = app.extensions.get("ppid_search", ("", None))
    return url_for(endpoint) if permission is not None and may(permission) else ""


def _link(item: NavItem) -> NavLink:
    blueprint = item.endpoint.partition(".")[0]
    return NavLink(
        label=item.label,
        href=url_for(item.endpoint),
        current=request.blueprint == blueprint,
        count=item.count() if item.count else None,
    )
