"""Meja layanan: one box, one answer, and the slip that the applicant takes along."""

from flask import Response, abort, request

from ppid import clock
from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.desk.answers import answer
from ppid.desk.blueprints import desk_bp as bp
from ppid.desk.slips import slip_of_entry, slip_of_nothing
from ppid.register.queries import get_entry
from ppid.web.guard import requires
from ppid.web.htmx import render

LONGEST = 300


@bp.get("/meja-layanan")
@requires(Permission.READ_REQUESTS)
def show_desk() -> Response:
    """The box and, once something is asked, what the register says to it."""
    text = request.args.get("q", "").strip()[:LONGEST]
    return render(
        "desk/desk.html",
        "desk/_answers.html",
        answer=answer(text, clock.today()),
        today=clock.today(),
        may_record=may(Permission.RECORD_REQUESTS),
        may_open_case=may(Permission.OPEN_CASE),
        may_print=may(Permission.PRINT),
    )


@bp.get("/meja-layanan/lembar")
@requires(Permission.READ_REQUESTS)
def print_slip() -> Response:
    """The slip about the entry of ``?entri=``, or about what was asked and is in no entry."""
    asked = request.args.get("q", "").strip()[:LONGEST]
    number = request.args.get("entri", "")
    today = clock.today()
    if not number:
        return render("desk/slip.html", slip=slip_of_nothing(asked, today), asked=asked)
    entry = get_entry(number) or abort(404)
    return render("desk/slip.html", slip=slip_of_entry(entry.id, asked, today), asked=asked)
