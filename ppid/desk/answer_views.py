"""Answering: the form, the preview, the approval, the letter."""

from typing import Any

from flask import Response, flash, request, url_for

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.desk import answer_actions as actions
from ppid.desk.answer_forms import OUTCOMES, AnswerForm, form_for
from ppid.desk.attaching import goes_along
from ppid.desk.blueprints import requests_bp as bp
from ppid.desk.files import RequestFile
from ppid.desk.pages import cards_of, found_request, item_lines, request_page
from ppid.desk.verdicts import Verdict
from ppid.errors import Refused
from ppid.law.dates import format_date
from ppid.law.requests import Outcome
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

HINT = (
    "Apa yang diberikan; bagian yang dihitamkan; badan lain yang menguasai; atau alasan menolak "
    "dan apa yang dapat diberikan sebagai gantinya."
)


@bp.route("/<string:number>/jawaban", methods=["GET", "POST"])
@requires(Permission.RECORD_REQUESTS)
def prepare_answer(number: str) -> Response:
    """The answer, item by item; each entry shown as it stands today."""
    file = found_request(number)
    form = form_for(AnswerForm, file.items, OUTCOMES, HINT, data=_begun(file))
    if form.validate_on_submit():
        try:
            actions.propose_answer(person(), code=number, draft=form.draft())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Jawaban disiapkan. Periksa suratnya sebelum diterbitkan.", "success")
            return see_other(url_for("requests.show_request", number=number))
    status, lines = 422 if form.is_submitted() else 200, item_lines(file)
    ahead = goes_along(cards_of(lines))
    return render("desk/answer.html", file=file, form=form, lines=lines, ahead=ahead, status=status)


@bp.post("/<string:number>/jawaban/persetujuan")
@requires(Permission.APPROVE_REQUESTS)
def approve_answer(number: str) -> Response:
    """Atasan PPID agrees to what is refused."""
    found_request(number)
    actions.approve_refusal(person(), code=number)
    flash("Penolakan disetujui; PPID dapat menerbitkan suratnya.", "success")
    return see_other(url_for("requests.show_request", number=number))


@bp.post("/<string:number>/jawaban/kembalikan")
@requires(Permission.READ_REQUESTS)
def return_answer(number: str) -> Response:
    """Send the proposed answer back, with the reason."""
    found_request(number)
    reason = request.form.get("reason", "").strip()[:1000]
    actions.return_answer(person(), code=number, reason=reason)
    flash("Jawaban dikembalikan.", "success")
    return see_other(url_for("requests.show_request", number=number))


@bp.post("/<string:number>/jawaban/terbitkan")
@requires(Permission.ANSWER_REQUESTS)
def issue_answer(number: str) -> Response:
    """Issue the answer and its letter."""
    file = found_request(number)
    try:
        actions.issue_answer(person(), code=number)
    except Refused as refusal:
        return request_page(file, refusal=refusal.message)
    flash("Jawaban terbit; suratnya siap dicetak.", "success")
    return see_other(url_for("requests.show_request", number=number))


def _begun(file: RequestFile) -> dict[str, Any]:
    """What fits each item's entry as it stands today, to begin with; nothing is chosen for what
    is closed as a whole or is in no entry.
    """
    fitting = {Verdict.PARTIAL: Outcome.BLACKED_OUT, Verdict.OPEN: Outcome.GIVEN}
    begun = {
        f"outcome_{line.item.id}": fitting[line.card.verdict].value
        for line in item_lines(file)
        if line.card and line.card.verdict in fitting
    }
    last_day = format_date(file.progress.due_on or clock.today())
    return {**begun, "delivery": f"{file.delivery.label.lower()} paling lambat {last_day}"}
