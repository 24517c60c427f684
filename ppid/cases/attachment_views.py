"""Files of a step: attaching, taking off, fetching."""

from flask import Response, abort, current_app, flash, send_file, url_for
from werkzeug.datastructures import FileStorage

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases.answers import found_case, found_step
from ppid.cases.attachments import (
    Store,
    Upload,
    attach_file,
    get_attachment,
    withdraw_attachment,
)
from ppid.cases.blueprint import bp
from ppid.cases.forms import AttachmentForm
from ppid.cases.pages import records_of, view_case
from ppid.errors import Refused
from ppid.settings import Settings
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other


@bp.post("/<string:number>/langkah/<int:step>/lampiran")
@requires(Permission.WORK_ON_CASE)
def add_attachment(number: str, step: int) -> Response:
    """Keep a file with the step."""
    file = found_case(number)
    found = found_step(file, step)
    form = AttachmentForm()
    if form.validate():
        try:
            attach_file(person(), _store(), number=number, step=step, upload=_upload(form))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Berkas dilampirkan.", "success")
            return see_other(_back(number, step, current=file.current_step == found))
    return render(
        "cases/show_step.html",
        view=view_case(person(), file),
        step=found,
        records=records_of(file, found),
        attachment_form=form,
        status=422,
    )


@bp.post("/<string:number>/lampiran/<int:attachment_id>/tarik")
@requires(Permission.WORK_ON_CASE)
def remove_attachment(number: str, attachment_id: int) -> Response:
    """Take a file off the step that is open."""
    found_case(number)
    step = withdraw_attachment(person(), number=number, attachment_id=attachment_id)
    flash("Lampiran ditarik; berkasnya tetap tercatat dalam jejak.", "success")
    return see_other(_back(number, step, current=True))


@bp.get("/<string:number>/lampiran/<int:attachment_id>")
@requires(Permission.READ_CASES)
def fetch_attachment(number: str, attachment_id: int) -> Response:
    """The bytes as they came; always as a download, never shown in the page."""
    file = found_case(number)
    try:
        kept = get_attachment(file, attachment_id)
    except Refused:
        abort(404)
    response = send_file(
        _store().path(kept.sha256).resolve(),
        mimetype=kept.media_type,
        as_attachment=True,
        download_name=kept.file_name,
        etag=kept.sha256,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _store() -> Store:
    settings: Settings = current_app.config["SETTINGS"]
    return Store(settings.attachments_dir, settings.upload_limit_mb * 1024 * 1024)


def _upload(form: AttachmentForm) -> Upload:
    sent = form.file.data
    if not isinstance(sent, FileStorage) or not sent.filename:
        raise Refused("Pilih berkas yang akan dilampirkan.", "file")
    return Upload(sent.filename, sent.read(), form.hardcopy_place.data or "")


def _back(number: str, step: int, *, current: bool) -> str:
    if current:
        return url_for("cases.show_case", number=number, _anchor=f"langkah-{step}")
    return url_for("cases.show_step", number=number, step=step)
