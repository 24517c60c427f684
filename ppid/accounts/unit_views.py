"""Units of the public body, as the admin manages them."""

from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, abort, flash, url_for

from ppid.accounts import actions
from ppid.accounts.access import person
from ppid.accounts.forms import UnitForm
from ppid.accounts.permissions import Permission
from ppid.accounts.queries import get_unit_by_code, list_units
from ppid.errors import Refused
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item

if TYPE_CHECKING:
    from ppid.accounts.models import Unit

bp = Blueprint("units", __name__, url_prefix="/pengaturan/unit")


@bp.get("/")
@requires(Permission.MANAGE_PEOPLE)
def list_all_units() -> Response:
    """The tree of units."""
    return render("accounts/units.html", lines=list_units())


@bp.route("/baru", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def add_unit() -> Response:
    """A new unit."""
    return _edit(None)


@bp.route("/<string:code>", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def edit_unit(code: str) -> Response:
    """Change a unit."""
    return _edit(_unit(code))


@bp.post("/<string:code>/tutup")
@requires(Permission.MANAGE_PEOPLE)
def close_unit(code: str) -> Response:
    """Close a unit for new work, or open it again."""
    unit = _unit(code)
    actions.close_unit(person(), unit, closed=unit.closed_at is None)
    flash(f"{unit.name} {'ditutup' if unit.closed_at else 'dibuka kembali'}.", "success")
    return see_other(url_for("units.list_all_units"))


def _edit(unit: "Unit | None") -> Response:
    form = UnitForm(data=_values(unit))
    if form.validate_on_submit():
        try:
            saved = actions.save_unit(person(), unit, **form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"{saved.name} tersimpan.", "success")
            return see_other(url_for("units.list_all_units"))
    status = 422 if form.is_submitted() else 200
    return render("accounts/unit.html", form=form, unit=unit, status=status)


def _values(unit: "Unit | None") -> dict[str, str | int]:
    if unit is None:
        return {}
    return {
        "name": unit.name,
        "short_name": unit.short_name,
        "code": unit.code,
        "parent": unit.parent_id or 0,
    }


def _unit(code: str) -> "Unit":
    return get_unit_by_code(code) or abort(404)


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
    add_nav_item(app, NavItem(81, "Unit", "units.list_all_units", Permission.MANAGE_PEOPLE))
