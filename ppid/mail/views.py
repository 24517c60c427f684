"""Mail on screen: addresses of the posts, a trial, the outbox; and its work beside requests."""

from flask import Blueprint, Flask, Response, abort, current_app, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.audit.labels import name_fields
from ppid.errors import Refused
from ppid.jobs.works import add_work
from ppid.mail import actions, queries, rounds
from ppid.mail.forms import MailboxForm, TrialForm, UnitMailboxForm
from ppid.mail.outbox import KIND, LABEL, ask_to_send, is_any_due
from ppid.mail.posts import Post
from ppid.mail.sending import send_outbox
from ppid.web.forms import Form
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

FIELD_LABELS = {"mail_unit": "Surel unit kerja"} | {
    f"mail_{post}": f"Surel {post.label}" for post in Post
}
bp = Blueprint("mail", __name__, url_prefix="/pengaturan/surel")


@bp.route("", methods=["GET", "POST"])
@requires(Permission.MANAGE_OFFICE)
def show_mailboxes() -> Response:
    """The addresses of the posts, and what became of the last mails."""
    form = MailboxForm() if request.method == "POST" else MailboxForm.filled()
    if form.validate_on_submit():
        actions.save_mailboxes(person(), form.addresses)
        flash("Alamat surel tersimpan.", "success")
        return _back()
    return _page(boxes=form)


@bp.post("/unit")
@requires(Permission.MANAGE_OFFICE)
def save_unit() -> Response:
    """The address of one unit."""
    form = UnitMailboxForm()
    if not form.validate_on_submit():
        return _page(unit_form=form)
    actions.save_unit_mailbox(person(), unit_id=form.unit.data, address=form.address.data)
    flash("Alamat surel unit tersimpan.", "success")
    return _back()


@bp.post("/percobaan")
@requires(Permission.MANAGE_OFFICE)
def send_trial() -> Response:
    """A mail that only tries the way."""
    form = TrialForm()
    if not form.validate_on_submit():
        return _page(trial=form)
    try:
        mail = actions.send_trial(person(), post=form.post.data)
    except Refused as refusal:
        form.refuse(refusal)
        return _page(trial=form)
    flash(f"Surel percobaan ke {mail.to} masuk kotak keluar; lihat keadaannya di bawah.", "success")
    return _back("outbox")


@bp.post("/<int:mail_id>/ulang")
@requires(Permission.MANAGE_OFFICE)
def retry_mail(mail_id: int) -> Response:
    """Try a mail anew that was given up."""
    actions.retry_mail(person(), queries.get_mail(mail_id) or abort(404))
    flash("Surel dikirim ulang; lihat keadaannya di bawah.", "success")
    return _back("outbox")


def _page(
    boxes: MailboxForm | None = None,
    unit_form: UnitMailboxForm | None = None,
    trial: TrialForm | None = None,
) -> Response:
    """The page; a form that was sent and comes back here was refused."""
    settings = current_app.config["SETTINGS"]
    refused: list[Form] = [form for form in (boxes, unit_form, trial) if form and form.errors]
    return render(
        "mail/show_mailboxes.html",
        "mail/_outbox.html",
        form=boxes or MailboxForm.filled(),
        unit_form=unit_form or UnitMailboxForm(formdata=None),
        trial=trial or TrialForm(formdata=None),
        units=queries.list_unit_mailboxes(),
        mails=queries.list_mails(),
        sends=settings.sends_mail,
        server=f"{settings.smtp_host}:{settings.smtp_port}",
        sender=settings.mail_from,
        status=422 if refused or request.method == "POST" else 200,
    )


def _back(anchor: str | None = None) -> Response:
    return see_other(url_for("mail.show_mailboxes", _anchor=anchor))


def init_app(app: Flask) -> None:
    """Add the page, the work of sending, and the look for what is due."""
    settings = app.config["SETTINGS"]
    app.register_blueprint(bp)
    name_fields(app, FIELD_LABELS)
    add_work(app, KIND, LABEL, lambda _order, progress: send_outbox(settings, progress))
    if settings.sends_mail:
        rounds.add_look(app, _look)
        rounds.init_app(app)


def _look() -> bool:
    if is_any_due():
        ask_to_send()
        return True
    return False
