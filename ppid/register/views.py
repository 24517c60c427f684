"""The pages of an entry."""

from flask import Flask, Response, abort

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.audit.queries import TracePage, list_traces
from ppid.register import editing_views, list_views, recalculating, upkeep, uses
from ppid.register.blueprint import bp
from ppid.register.entry_page import read_entry_page
from ppid.register.public_wording_queries import read_review
from ppid.register.queries import get_entry
from ppid.register.trail import FIELD_LABELS
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render
from ppid.web.navigation import NavItem, add_nav_item, set_search

__all__ = ["editing_views", "init_app", "list_views", "show_entry"]


@bp.get("/<string:number>")
@requires(Permission.READ_REGISTER)
def show_entry(number: str) -> Response:
    """One entry, today or on the day asked for by ``?tanggal=``."""
    return _show(number, unfolded=False)


@bp.get("/<string:number>/cetak")
@requires(Permission.PRINT)
def print_entry(number: str) -> Response:
    """The same page with everything unfolded, for paper."""
    return _show(number, unfolded=True)


def _show(number: str, *, unfolded: bool) -> Response:
    entry = get_entry(number) or abort(404)
    today = clock.today()
    on = asked_day()
    seen = read_entry_page(entry.id, on=on, today=today)
    return render(
        "register/entry.html",
        seen=seen,
        entry=seen.entry,
        cells=seen.cells,
        may_write=may(Permission.WRITE_ENTRY, entry.unit_id),
        may_open_case=may(Permission.OPEN_CASE),
        may_review=may(Permission.REVIEW_WORDING, entry.unit_id),
        review=read_review(entry, today) if on == today else None,
        traces=None if unfolded else _traces(entry.id),
        unfolded=unfolded,
    )


def _traces(entry_id: int) -> TracePage | None:
    """The audit trail of the entry, for whoever may read it."""
    if not may(Permission.READ_AUDIT):
        return None
    with_cases = person().may(Permission.READ_CASES)
    return list_traces(kind="entry", subject_id=entry_id, with_cases=with_cases)


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
    uses.init_app(app)
    upkeep.keep_index()
    name_fields(app, FIELD_LABELS)
    recalculating.init_app()
    add_nav_item(app, NavItem(20, "Register", "register.list_entries", Permission.READ_REGISTER))
    set_search(app, "register.list_entries", Permission.READ_REGISTER)
