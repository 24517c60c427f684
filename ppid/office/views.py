"""The office's settings on screen: letterhead, who signs, holidays."""

from flask import Flask, Response, abort, flash, request, url_for

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.errors import Refused
from ppid.office import (
    actions,
    logo_views,  # noqa: F401 - its views join the blueprint
    number_views,  # noqa: F401 - its views join the blueprint
    queries,
)
from ppid.office.beginnings import list_undecided
from ppid.office.blueprint import bp
from ppid.office.forms import POSTS, HolidayForm, OfficeForm, SignatoryForm, YearForm
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item

FIELD_LABELS = {
    "body_name": "Nama badan publik",
    "office_name": "Nama kantor",
    "letterhead": "Kop surat",
    "address": "Alamat",
    "city": "Kota penetapan",
    "paper_size": "Ukuran kertas",
    "determination_pattern": "Pola nomor penetapan",
    "number_pattern": "Pola nomor",
    "number_mode": "Asal nomor",
    "copies_to": "Tembusan",
    "remind_workdays": "Pengingat (hari kerja)",
    "public_contact": "Alamat dan kontak layanan informasi",
    "service_hours": "Jam layanan",
    "how_to_request": "Cara meminta informasi",
    "how_to_object": "Cara mengajukan keberatan",
    "public_address": "Alamat publik",
    "applicant_months": "Simpan data pemohon (bulan)",
    "signing": "Cara menandatangani",
    "attached_form": "Lampiran surat penolakan",
    "logo": "Logo (SHA-256)",
    "post": "Sebagai",
    "valid_from": "Mulai",
    "day": "Hari",
}


@bp.route("/", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def show_settings() -> Response:
    """Name, letterhead, numbers."""
    form = OfficeForm() if request.method == "POST" else OfficeForm.of(queries.office())
    if form.validate_on_submit():
        try:
            actions.save_settings(person(), form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Pengaturan tersimpan.", "success")
            return see_other(url_for("office.show_settings"))
    return render(
        "office/settings.html",
        form=form,
        undecided=list_undecided(clock.today()),
        may=may,
        status=422 if form.is_submitted() else 200,
    )


@bp.route("/penanda-tangan", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def list_signatories() -> Response:
    """Who signs, and who signed before."""
    form = SignatoryForm()
    if form.validate_on_submit():
        values = {key: value for key, value in form.data.items() if key != "csrf_token"}
        try:
            actions.name_signatory(person(), **values)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Penanda tangan tersimpan.", "success")
            return see_other(url_for("office.list_signatories"))
    return render(
        "office/signatories.html",
        form=form,
        signatories=queries.list_signatories(),
        posts=dict(POSTS),
        status=422 if form.is_submitted() else 200,
    )


@bp.route("/hari-libur/", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def list_holidays() -> Response:
    """The days of a year that are no working days."""
    form = HolidayForm()
    if form.validate_on_submit():
        try:
            actions.add_holiday(person(), day=form.day.data, name=form.name.data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Hari libur tersimpan; semua tenggat sudah memperhitungkannya.", "success")
            return see_other(url_for("office.list_holidays", tahun=form.day.data.year))
    year = min(max(request.args.get("tahun", clock.today().year, type=int), 2008), 2100)
    return render(
        "office/holidays.html",
        form=form,
        year_form=YearForm(formdata=None, year=year),
        year=year,
        holidays=queries.list_holidays(year),
        status=422 if form.is_submitted() else 200,
    )


@bp.post("/hari-libur/nasional")
@requires(Permission.MANAGE_OFFICE)
def seed_holidays() -> Response:
    """Take over the national holidays of a year."""
    form = YearForm()
    if not form.validate() or not form.year.data:
        raise Refused("Isi tahun antara 2008 dan 2100.", "year")
    added = actions.seed_holidays(person(), range(form.year.data, form.year.data + 1))
    flash(f"{added} hari libur diambil. Cocokkan dengan keputusan bersama terbaru.", "success")
    return see_other(url_for("office.list_holidays", tahun=form.year.data))


@bp.post("/hari-libur/<int:holiday_id>/cabut")
@requires(Permission.MANAGE_OFFICE)
def withdraw_holiday(holiday_id: int) -> Response:
    """Make it a working day again."""
    holiday = queries.get_holiday(holiday_id) or abort(404)
    actions.withdraw_holiday(person(), holiday)
    flash(f"{holiday.name} menjadi hari kerja.", "success")
    return see_other(url_for("office.list_holidays", tahun=holiday.day.year))


def init_app(app: Flask) -> None:
    """Add the pages of this feature, and the office's name to every page."""
    app.register_blueprint(bp)
    item = NavItem(70, "Pengaturan", "office.show_settings", Permission.MANAGE_OFFICE)
    add_nav_item(app, item)
    name_fields(app, FIELD_LABELS)

    @app.context_processor
    def office_name() -> dict[str, str]:
        return {"office_name": queries.office().office_name}
