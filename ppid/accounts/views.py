"""Signing in and out, and one's own account."""

from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, flash, request, url_for
from flask_login import current_user

from ppid.accounts import people_views, unit_views
from ppid.accounts.access import person
from ppid.accounts.actions import change_password
from ppid.accounts.forms import PasswordForm, SignInForm
from ppid.accounts.queries import list_roles, list_sessions
from ppid.accounts.sessions import begin_session, end_other_sessions, end_session
from ppid.accounts.sign_in import TooManyAttempts, check_password
from ppid.errors import Refused
from ppid.web.guard import brings_session, public, signed_in
from ppid.web.htmx import leave_page, render, see_other

bp = Blueprint("accounts", __name__)


@bp.route("/masuk", methods=["GET", "POST"])
@public
def sign_in() -> Response:
    """Sign in, and go on to the page that was asked for."""
    if current_user.is_authenticated:
        return see_other(url_for("home.show_front"))
    form = SignInForm()
    status = 200
    if form.validate_on_submit():
        try:
            user = check_password(
                form.username.data, form.password.data, address=request.remote_addr or ""
            )
        except Refused as refusal:
            form.refuse(refusal)
            status = 429 if isinstance(refusal, TooManyAttempts) else 422
        else:
            begin_session(user, hours=current_app.config["SETTINGS"].session_hours)
            own = url_for("accounts.show_account")
            return see_other(own if user.must_change_password else _next_page())
    elif form.is_submitted():
        status = 422
    return render("accounts/sign_in.html", form=form, next=_next_page(), status=status)


@bp.post("/keluar")
@signed_in
def sign_out() -> Response:
    """Sign out of this browser."""
    end_session(person().session_id)
    flash("Anda sudah keluar.", "success")
    return see_other(url_for("accounts.sign_in"))


@bp.route("/akun", methods=["GET", "POST"])
@signed_in
def show_account() -> Response:
    """One's own account: password, roles, where one is signed in."""
    form = PasswordForm()
    user = person().user
    if form.validate_on_submit():
        try:
            change_password(user, current=form.current.data, new=form.password.data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            end_other_sessions(user, keep=person().session_id)
            flash("Kata sandi sudah diganti; perangkat lain dikeluarkan.", "success")
            return see_other(url_for("accounts.show_account"))
    return render(
        "accounts/account.html",
        form=form,
        user=user,
        roles=list_roles(user),
        sessions=list_sessions(user),
        status=422 if form.is_submitted() else 200,
    )


@bp.post("/akun/keluar-dari-perangkat-lain")
@signed_in
def end_others() -> Response:
    """Sign out everywhere but here."""
    end_other_sessions(person().user, keep=person().session_id)
    flash("Perangkat lain sudah dikeluarkan.", "success")
    return see_other(url_for("accounts.show_account"))


def _next_page() -> str:
    """The page asked for before signing in, if it is one of ours."""
    wanted = request.values.get("next", "")
    return wanted if _is_ours(wanted) else url_for("home.show_front")


def _is_ours(address: str) -> bool:
    """Whether it is a plain path on this site, however a browser might read it."""
    if not address.startswith("/") or address.startswith("//") or "\\" in address:
        return False
    try:
        return address.isprintable() and not urlsplit(address).netloc
    except ValueError:
        return False


def init_app(app: Flask) -> None:
    """Add the pages of this feature."""
    app.register_blueprint(bp)
    people_views.init_app(app)
    unit_views.init_app(app)

    @app.before_request
    def have_password_changed() -> Response | None:
        free = {"accounts.show_account", "accounts.sign_out", "static"}
        if request.endpoint in free or not brings_session() or not current_user.is_authenticated:
            return None
        changed = not person().user.must_change_password
        return None if changed else leave_page(url_for("accounts.show_account"))

    @app.context_processor
    def roles_of_person() -> dict[str, str]:
        if not brings_session() or not current_user.is_authenticated:
            return {}
        return {"person_roles": ", ".join(sorted(role.label for role in person().roles))}
