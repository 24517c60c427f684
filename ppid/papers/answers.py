"""A paper as an answer: its HTML to read, its PDF to print and keep."""

from datetime import datetime

from flask import Response, abort, make_response, request

from ppid import clock
from ppid.accounts.access import person
from ppid.errors import Refused
from ppid.office.queries import office
from ppid.papers.composing import Screen, compose
from ppid.papers.documents import Paper
from ppid.papers.frozen import on_screen
from ppid.papers.heads import page_size
from ppid.papers.issued_queries import file_facts, frozen_html, get_issued, may_see
from ppid.papers.issuing import paper_file
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import PageSize
from ppid.papers.printing import print_paper

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


def answer_html(paper: Paper, *, back: str, pdf: str) -> Response:
    """The paper as a page: the accessible original of the PDF, styles and all in one file."""
    return _page(compose(paper, size=asked_size(), screen=Screen(back, pdf)))


def answer_pdf(paper: Paper, *, name: str, issued_at: datetime) -> Response:
    """The PDF, shown in the browser under a name to keep it by."""
    stamped = clock.local(issued_at)
    made = print_paper(paper, author=office().body_name, issued_at=stamped, size=asked_size())
    return _pdf(made, name)


def answer_issued_html(issued: IssuedPaper, *, back: str, pdf: str) -> Response:
    """An issued paper as a page, in the words that were frozen."""
    return _page(on_screen(frozen_html(issued.id), Screen(back, pdf)))


def answer_issued_pdf(issued: IssuedPaper, *, name: str) -> Response:
    """The bytes of an issued paper; 304 to whoever has them. Nothing is composed."""
    _demand_issued_size(issued)
    known = file_facts(issued.id) if request.if_none_match else None
    if known and request.if_none_match.contains(known.sha256):
        return _tagged(Response(status=304), known.sha256)
    file = paper_file(issued)
    return _tagged(_pdf(bytes(file.content), name), file.sha256)


def found_issued(code: str) -> IssuedPaper:
    """The paper that bears this code, or 404 for who may not see it: what is hidden is not told."""
    issued = get_issued(code)
    if issued is None or not may_see(person(), issued):
        abort(404)
    return issued


def asked_size() -> PageSize:
    """``?kertas=F4``, else the paper that the office prints on."""
    asked = request.args.get("kertas", "")
    if not asked:
        return page_size()
    if asked not in list(PageSize):
        raise Refused("Ukuran kertas hanya A4 atau F4.", "kertas")
    return PageSize(asked)


def _demand_issued_size(issued: IssuedPaper) -> None:
    """What is issued lies on one size of paper; on another it would be another file."""
    if request.args.get("kertas") and asked_size() != issued.size:
        raise Refused(
            f"Naskah ini terbit pada kertas {issued.size} dan dicetak sebagaimana terbit. "
            f"Pilih {issued.size}.",
            "kertas",
        )


def _page(html: str) -> Response:
    response = make_response(html)
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _pdf(content: bytes, name: str) -> Response:
    response = make_response(content)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _tagged(response: Response, sha256: str) -> Response:
    response.set_etag(sha256)
    return response
