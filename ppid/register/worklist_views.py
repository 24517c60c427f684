"""Pemeriksaan: what is overdue, due, unreviewed, fallen or missing over the whole register."""

from typing import Any

from flask import Blueprint, Flask, Response, abort, request

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.accounts.queries import unit_code
from ppid.register import worklist_cases, worklist_queries
from ppid.register.worklist import GroupKey
from ppid.register.worklist_parts import count_urgent
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render
from ppid.web.navigation import NavItem, add_nav_item

bp = Blueprint("worklist", __name__, url_prefix="/pemeriksaan")


@bp.get("")
@requires(Permission.READ_REGISTER)
def show_worklist() -> Response:
    """All groups, today or on the day of ``?tanggal=``, of the register or of one unit."""
    on, unit = asked_day(), request.args.get("unit", own_unit())
    return render(
        "register/worklist.html",
        work=worklist_queries.read_worklist(on, today=clock.today(), unit=unit),
        units=worklist_queries.list_units(),
        **_shown(unit),
    )


@bp.get("/<string:group>")
@requires(Permission.READ_REGISTER)
def show_group(group: str) -> Response:
    """One part of a group in full, 50 rows a page."""
    key = GroupKey(group) if group in set(GroupKey) else abort(404)
    on, unit = asked_day(), request.args.get("unit", "")
    found = worklist_queries.read_part(
        on,
        today=clock.today(),
        unit=unit,
        group=key,
        key=request.args.get("bagian", ""),
        page=request.args.get("halaman", 1, type=int),
    )
    told, shown = found or abort(404)
    return render("register/worklist_part.html", group=told, shown=shown, on=on, **_shown(unit))


def own_unit() -> str:
    """The code of the one unit whose work a person looks after; empty for the whole body."""
    held = {grant.unit_id for grant in person().grants}
    only = held.pop() if len(held) == 1 else None
    return unit_code(only)


def _shown(unit: str) -> dict[str, Any]:
    return {
        "unit": unit,
        "unit_name": worklist_queries.name_unit(unit) if unit else "",
        "may": may,
        "permission": Permission,
    }


def count_for_header() -> int:
    """How many entries are overdue or due."""
    return count_urgent(clock.today())


def init_app(app: Flask) -> None:
    """Add the page, and the way from the register to cases."""
    app.register_blueprint(bp)
    worklist_cases.init_app(app)
    item = NavItem(
        35, "Pemeriksaan", "worklist.show_worklist", Permission.READ_REGISTER, count_for_header
    )
    add_nav_item(app, item)
