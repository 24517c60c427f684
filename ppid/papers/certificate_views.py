"""Surat keterangan on screen: what it would say, and the act that issues it."""

from datetime import datetime, time

from flask import Response, flash, request, url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.errors import Refused
from ppid.papers.answers import answer_html, answer_pdf
from ppid.papers.blueprint import bp
from ppid.papers.certificate_forms import CertificateForm
from ppid.papers.certificates import (
    Span,
    certificate_paper,
    issue_certificate,
    list_ended,
    preview_certificate,
)
from ppid.web.days import asked_day
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other


@bp.get("/surat/keterangan")
@requires(Permission.CERTIFY)
def ask_certificate() -> Response:
    """Which days; then what the certificate would say, or what ended instead."""
    asked = bool(request.args)
    form = CertificateForm(request.args, meta={"csrf": False}) if asked else _this_year()
    return _page(form, asked=asked)


@bp.post("/surat/keterangan")
@requires(Permission.CERTIFY)
def give_certificate() -> Response:
    """Issue the certificate with its number; it is kept and never changed."""
    form = CertificateForm()
    if not form.validate():
        return _page(form, asked=False)
    try:
        issued = issue_certificate(person(), form.span())
    except Refused as refusal:
        form.refuse(refusal)
        return _page(form, asked=True)
    flash(f"{issued.label} terbit.", "success")
    return see_other(url_for("papers.show_issued", code=issued.code))


@bp.get("/surat/keterangan/pratinjau")
@requires(Permission.CERTIFY)
def preview() -> Response:
    """The certificate as a page, marked as a draft."""
    span = _asked_span()
    since, until = span.first.isoformat(), span.last.isoformat()
    return answer_html(
        preview_certificate(span),
        back=url_for("papers.ask_certificate", sejak=since, sampai=until),
        pdf=url_for("papers.print_preview", sejak=since, sampai=until),
    )


@bp.get("/surat/keterangan/pratinjau.pdf")
@requires(Permission.CERTIFY)
def print_preview() -> Response:
    """The same as PDF."""
    made = datetime.combine(clock.today(), time())
    return answer_pdf(preview_certificate(_asked_span()), name="surat-keterangan", issued_at=made)


def _asked_span() -> Span:
    return Span(asked_day("sejak"), asked_day("sampai"))


def _this_year() -> CertificateForm:
    today = clock.today()
    return CertificateForm(formdata=None, since=today.replace(month=1, day=1), until=today)


def _page(form: CertificateForm, *, asked: bool) -> Response:
    """The form, and below it what the register says of those days."""
    span, paper, ended = None, None, []
    if asked and form.validate():
        try:
            span = form.span()
            ended = list_ended(span)
            paper = None if ended else certificate_paper(span)
        except Refused as refusal:
            form.refuse(refusal)
    status = 422 if form.errors or form.form_errors else 200
    return render(
        "papers/certificate.html", form=form, span=span, paper=paper, ended=ended, status=status
    )
