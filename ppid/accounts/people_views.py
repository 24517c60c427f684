"""Users and their roles, as the admin manages them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, abort, flash, request, url_for

from ppid.accounts import actions
from ppid.accounts.access import Grant, person
from ppid.accounts.forms import GrantForm, NewUserForm, UserForm
from ppid.accounts.permissions import Permission
from ppid.accounts.queries import get_user, list_roles, list_users
from ppid.errors import Refused
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item
from ppid.workflow.roles import Role

if TYPE_CHECKING:
    from ppid.accounts.models import User

bp = Blueprint("people", __name__, url_prefix="/pengaturan/pengguna")


@bp.get("/")
@requires(Permission.MANAGE_PEOPLE)
def list_people() -> Response:
    """All users with their roles."""
    return render("accounts/people.html", people=list_users())


@bp.route("/baru", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def add_person() -> Response:
    """A new user; the password made is shown once."""
    form = NewUserForm()
    if form.validate_on_submit():
        grants = [Grant(Role(form.role.data), form.unit.data or None)] if form.role.data else []
        try:
            user, handed = actions.add_user(
                person(), username=form.username.data, grants=grants, **form.details()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_handed_over(user.username, handed), "success")
            return see_other(url_for("people.show_person", username=user.username))
    return render("accounts/new_person.html", form=form, status=422 if form.is_submitted() else 200)


@bp.route("/<string:username>", methods=["GET", "POST"])
@requires(Permission.MANAGE_PEOPLE)
def show_person(username: str) -> Response:
    """One user: details, roles, account."""
    user = _user(username)
    form = UserForm(obj=user)
    if form.validate_on_submit():
        actions.edit_user(person(), user, **form.details())
        flash("Data pengguna tersimpan.", "success")
        return see_other(url_for("people.show_person", username=username))
    return render(
        "accounts/person.html",
        form=form,
        user=user,
        roles=list_roles(user),
        grant_form=GrantForm(formdata=None),
        status=422 if form.is_submitted() else 200,
    )


@bp.post("/<string:username>/peran")
@requires(Permission.MANAGE_PEOPLE)
def grant_role(username: str) -> Response:
    """Give a role."""
    user = _user(username)
    form = GrantForm()
    if form.validate():
        unit_id = form.unit.data or None
        actions.grant_role(person(), user, role=Role(form.role.data), unit_id=unit_id)
        flash("Peran diberikan.", "success")
    else:
        flash("Pilih peran dan unit dari daftar.", "error")
    return see_other(url_for("people.show_person", username=username))


@bp.post("/<string:username>/peran/<int:grant_id>/cabut")
@requires(Permission.MANAGE_PEOPLE)
def revoke_role(username: str, grant_id: int) -> Response:
    """Take a role away."""
    return _answer(
        username, "Peran dicabut.", lambda u: actions.revoke_role(person(), u, grant_id=grant_id)
    )


@bp.post("/<string:username>/akun")
@requires(Permission.MANAGE_PEOPLE)
def change_account(username: str) -> Response:
    """Close or open the account, or hand over a new password."""
    match request.form.get("tindakan"):
        case "sandi":
            handed = actions.reset_password(person(), _user(username))
            flash(_handed_over(username, handed), "success")
            return see_other(url_for("people.show_person", username=username))
        case "tutup":
            return _answer(username, "Akun ditutup.", lambda u: actions.disable_user(person(), u))
        case "buka":
            return _answer(username, "Akun dibuka.", lambda u: actions.enable_user(person(), u))
    return abort(400)


def _user(username: str) -> "User":
    return get_user(username) or abort(404)


def _answer(username: str, done: str, act: "Callable[[User], None]") -> Response:
    """Do it, say what came of it, and show the user again."""
    try:
        act(_user(username))
    except Refused as refusal:
        flash(refusal.message, "error")
    else:
        flash(done, "success")
    return see_other(url_for("people.show_person", username=username))


def _handed_over(username: str, password: str) -> str:
    return (
        f"Kata sandi untuk {username}: {password} — serahkan langsung kepada yang bersangkutan; "
        "tidak akan ditampilkan lagi dan wajib diganti saat masuk pertama."
    )


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
    add_nav_item(app, NavItem(80, "Pengguna", "people.list_people", Permission.MANAGE_PEOPLE))
