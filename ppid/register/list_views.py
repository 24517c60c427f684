"""The list of the register."""

from datetime import date

from flask import Response, request, url_for

from ppid import clock
from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.register import list_queries
from ppid.register.blueprint import bp
from ppid.register.list_filters import ListFilters, read_filters
from ppid.register.list_page import ListPage
from ppid.web.guard import requires
from ppid.web.htmx import render


@bp.get("/")
@requires(Permission.READ_REGISTER)
def list_entries() -> Response:
    """The register, searched, filtered and sorted, today or on the day of ``?tanggal=``."""
    filters = read_filters(request.args)
    today = clock.today()
    on = _day(request.args.get("tanggal"), today)
    page = request.args.get("halaman", 1, type=int)
    listing = list_queries.list_entries(filters, page, on)
    return render(
        "register/list.html",
        "register/_results.html",
        found=ListPage(
            path=url_for("register.list_entries"),
            filters=filters,
            listing=listing,
            today=today,
            unfiltered=0 if listing.total else _count_unfiltered(filters, on),
        ),
        may_write=may(Permission.WRITE_ENTRY),
    )


def _count_unfiltered(filters: ListFilters, on: date) -> int:
    """How many entries there would be without filters."""
    return list_queries.count_matches(filters.text, on) if filters.chosen else 0


def _day(written: str | None, today: date) -> date:
    if not written:
        return today
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise Refused(
            "Tanggal tidak dapat dibaca. Isi dengan bentuk tahun-bulan-hari, misalnya 2026-11-22.",
            "tanggal",
        ) from error
