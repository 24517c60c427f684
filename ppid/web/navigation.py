"""The header's links: each feature adds its own, each person sees what they may open."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import Flask, request, url_for
from flask_login import current_user

from ppid.web.guard import May


@dataclass(frozen=True)
class NavItem:
    """A link in the header; ``count`` tells how much waits there."""

    position: int
    label: str
    endpoint: str
    permission: StrEnum | None = None
    count: Callable[[], int] | None = None


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


def init_app(app: Flask, may: May) -> None:
    """Give templates ``nav_items``."""

    @app.context_processor
    def navigation() -> dict[str, Any]:
        if not current_user.is_authenticated:
            return {"nav_items": []}
        items = sorted(app.extensions.get("ppid_navigation", []), key=lambda item: item.position)
        shown = [item for item in items if item.permission is None or may(item.permission)]
        return {"nav_items": [_link(item) for item in shown]}


def _link(item: NavItem) -> NavLink:
    blueprint = item.endpoint.partition(".")[0]
    return NavLink(
        label=item.label,
        href=url_for(item.endpoint),
        current=request.blueprint == blueprint,
        count=item.count() if item.count else None,
    )
