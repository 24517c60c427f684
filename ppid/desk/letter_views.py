"""The letters of a request: previewed while proposed, as issued afterwards."""

from flask import Response, abort, url_for

from ppid import clock
from ppid.accounts.permissions import Permission
from ppid.desk.blueprints import requests_bp as bp
from ppid.desk.letter_issuing import EVENTS, find_letter
from ppid.desk.pages import found_request
from ppid.desk.previews import proposed_letter
from ppid.papers.answers import answer_html, answer_issued_html, answer_issued_pdf, answer_pdf
from ppid.web.guard import requires


@bp.get("/<string:number>/surat/<string:name>")
@requires(Permission.READ_REQUESTS)
def show_letter(number: str, name: str) -> Response:
    """A letter as a page; the answer also while it is only proposed."""
    file = found_request(number)
    if name not in EVENTS:
        abort(404)
    back = url_for("requests.show_request", number=number)
    pdf = url_for("requests.print_letter", number=number, name=name)
    issued = find_letter(file, name)
    if issued is None:
        paper = proposed_letter(file, name) or abort(404)
        return answer_html(paper, back=back, pdf=pdf)
    return answer_issued_html(issued, back=back, pdf=pdf)


@bp.get("/<string:number>/surat/<string:name>.pdf")
@requires(Permission.READ_REQUESTS)
def print_letter(number: str, name: str) -> Response:
    """A letter as issued, with the determinations that go along, in one file; else its draft."""
    file = found_request(number)
    issued = find_letter(file, name)
    if issued is None:
        paper = proposed_letter(file, name) or abort(404)
        return answer_pdf(paper, name=f"rancangan-{number}", issued_at=clock.now())
    return answer_issued_pdf(issued, name=f"{name}-{number}")
