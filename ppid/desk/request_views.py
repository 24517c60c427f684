"""Requests: the list, recording one, its page, its items."""

from flask import Response, abort, flash, request, url_for

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.desk import request_actions as actions
from ppid.desk.answers import answer
from ppid.desk.blueprints import requests_bp as bp
from ppid.desk.forms import ExtensionForm, ItemForm, RequestForm, WithdrawalForm
from ppid.desk.pages import found_request, request_page
from ppid.desk.previews import is_preview, preview_extension
from ppid.desk.request_lists import RequestFilters, RequestState, list_requests
from ppid.errors import Refused
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other

LONGEST = 300


@bp.get("/", endpoint="list_requests")
@requires(Permission.READ_REQUESTS)
def show_list() -> Response:
    """Requests by state, year and words."""
    wanted = request.args.get("keadaan", "")
    state = RequestState(wanted) if wanted in set(RequestState) else RequestState.OPEN
    year = request.args.get("tahun", type=int)
    filters = RequestFilters(
        state=state,
        year=year if year and 2000 <= year <= 2200 else None,
        words=request.args.get("q", "").strip()[:LONGEST],
    )
    listing = list_requests(filters, request.args.get("halaman", 1, type=int))
    return render(
        "desk/list_requests.html",
        "desk/_request_list.html",
        listing=listing,
        filters=filters,
        states=RequestState,
        today=clock.today(),
        may_record=may(Permission.RECORD_REQUESTS),
    )


@bp.route("/baru", methods=["GET", "POST"])
@requires(Permission.RECORD_REQUESTS)
def record_request() -> Response:
    """Write a request down; the desk hands on what was asked and the entry it found."""
    form = RequestForm() if request.method == "POST" else _begun()
    if form.validate_on_submit():
        try:
            code = actions.record_request(
                person(), draft=form.request_draft(), applicant=form.applicant_draft()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Permohonan {code} dicatat; tanda terimanya siap dicetak.", "success")
            return see_other(url_for("requests.show_request", number=code))
    return render("desk/new_request.html", form=form, status=422 if form.is_submitted() else 200)


@bp.get("/<string:number>")
@requires(Permission.READ_REQUESTS)
def show_request(number: str) -> Response:
    """One request: what is asked, what happened, what is owed."""
    return request_page(found_request(number))


@bp.post("/<string:number>/rincian")
@requires(Permission.RECORD_REQUESTS)
def add_item(number: str) -> Response:
    """One more thing asked for."""
    file, form = found_request(number), ItemForm()
    if not form.validate():
        return request_page(file, item_form=form)
    actions.add_item(person(), code=number, asked=form.asked.data)
    flash("Rincian ditambahkan.", "success")
    return see_other(url_for("requests.show_request", number=number))


@bp.route("/<string:number>/rincian/<int:item_id>", methods=["GET", "POST"])
@requires(Permission.RECORD_REQUESTS)
def link_item(number: str, item_id: int) -> Response:
    """Look for the entry that an item touches, and choose it."""
    file = found_request(number)
    item = next((each for each in file.items if each.id == item_id), None) or abort(404)
    if request.method == "POST":
        chosen = request.form.get("entry", "")
        actions.link_item(person(), code=number, item_id=item_id, entry_number=chosen)
        return see_other(url_for("requests.show_request", number=number))
    words = request.args.get("q", item.asked).strip()[:LONGEST]
    return render(
        "desk/link_item.html",
        "desk/_entry_choices.html",
        file=file,
        item=item,
        answer=answer(words, clock.today()),
    )


@bp.post("/<string:number>/rincian/<int:item_id>/keluarkan")
@requires(Permission.RECORD_REQUESTS)
def remove_item(number: str, item_id: int) -> Response:
    """Take an item out."""
    found_request(number)
    actions.remove_item(person(), code=number, item_id=item_id)
    flash("Rincian dikeluarkan.", "success")
    return see_other(url_for("requests.show_request", number=number))


@bp.post("/<string:number>/uji")
@requires(Permission.RECORD_REQUESTS)
def ask_test(number: str) -> Response:
    """Ask PPID for a consequence test."""
    found_request(number)
    actions.ask_test(person(), code=number)
    flash("PPID diminta memulai uji konsekuensi.", "success")
    return see_other(url_for("requests.show_request", number=number))


@bp.route("/<string:number>/perpanjangan", methods=["GET", "POST"])
@requires(Permission.ANSWER_REQUESTS)
def extend_request(number: str) -> Response:
    """Put the answer off, once."""
    file, form = found_request(number), ExtensionForm()
    if form.validate_on_submit():
        if is_preview():
            return preview_extension(file, form.draft())
        try:
            actions.extend_request(person(), code=number, draft=form.draft())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash("Waktu menjawab diperpanjang; suratnya siap dicetak.", "success")
            return see_other(url_for("requests.show_request", number=number))
    status = 422 if form.is_submitted() else 200
    return render("desk/extend.html", file=file, form=form, status=status)


@bp.route("/<string:number>/cabut", methods=["GET", "POST"])
@requires(Permission.RECORD_REQUESTS)
def withdraw_request(number: str) -> Response:
    """The applicant takes it back."""
    file, form = found_request(number), WithdrawalForm()
    if form.validate_on_submit():
        on, words = form.on.data, form.words.data or ""
        try:
            actions.withdraw_request(person(), code=number, on=on, reason=words)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return see_other(url_for("requests.show_request", number=number))
    status = 422 if form.is_submitted() else 200
    return render("desk/withdraw.html", file=file, form=form, status=status)


def _begun() -> RequestForm:
    asked = request.args.get("q", "").strip()[:LONGEST]
    entry = request.args.get("entri", "")[:20]
    wants_test = request.args.get("uji") == "1"
    return RequestForm.begun(asked, entry, clock.today(), wants_test=wants_test)
