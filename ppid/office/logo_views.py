"""The logo of the letterhead on screen."""

from flask import Response, flash, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.office import logos
from ppid.office.blueprint import bp
from ppid.office.forms import LogoForm
from ppid.office.logo_pictures import LIMIT
from ppid.office.queries import office
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other


@bp.route("/logo", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def show_logo() -> Response:
    """The letterhead as it is printed, and a form for its picture."""
    form = LogoForm()
    if form.validate_on_submit():
        try:
            logos.put_logo(person(), form.logo.data.read(LIMIT + 1))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Logo terpasang pada kop surat.", "success")
            return see_other(url_for("office.show_logo"))
    return render(
        "office/logo.html",
        form=form,
        office=office(),
        logo=logos.logo_address(),
        status=422 if form.is_submitted() else 200,
    )


@bp.post("/logo/lepas")
@requires(Permission.MANAGE_OFFICE)
def remove_logo() -> Response:
    """Take the picture off the letterhead."""
    logos.remove_logo(person())
    flash("Logo dilepas dari kop surat.", "success")
    return see_other(url_for("office.show_logo"))
