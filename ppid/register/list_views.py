"""The list of the register."""

from datetime import date
from typing import Any

from flask import Response, abort, request, url_for

from ppid import clock
from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.register import list_queries
from ppid.register.blueprint import bp
from ppid.register.list_filters import FacetKey, ListFilters, read_filters
from ppid.register.list_page import ListPage
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render


@bp.get("/")
@requires(Permission.READ_REGISTER)
def list_entries() -> Response:
    """The register, searched, filtered and sorted, today or on the day of ``?tanggal=``."""
    return render("register/list.html", "register/_results.html", **_shown())


@bp.get("/saringan/<string:key>")
@requires(Permission.READ_REGISTER)
def list_choices(key: str) -> Response:
    """The values of a long filter with their counts: alone, or unfolded on the list's page."""
    unfolded = FacetKey(key) if key in set(FacetKey) else abort(404)
    shown = _shown(unfolded)
    return render(
        "register/list.html",
        "register/_choices.html",
        row=shown["found"].chip_row(unfolded),
        **shown,
    )


def _shown(unfolded: FacetKey | None = None) -> dict[str, Any]:
    filters = read_filters(request.args)
    today = clock.today()
    on = asked_day()
    page = request.args.get("halaman", 1, type=int)
    listing = list_queries.list_entries(filters, page, on, unfolded)
    found = ListPage(
        path=url_for("register.list_entries"),
        filters=filters,
        listing=listing,
        today=today,
        unfiltered=0 if listing.total else _count_unfiltered(filters, on),
    )
    return {
        "found": found,
        "may_write": may(Permission.WRITE_ENTRY),
        "may_load": may(Permission.LOAD_REGISTER),
        "may_print": may(Permission.PRINT),
    }


def _count_unfiltered(filters: ListFilters, on: date) -> int:
    """How many entries there would be without filters."""
    return list_queries.count_matches(filters.text, on) if filters.chosen else 0
