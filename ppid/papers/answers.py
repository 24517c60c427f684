"""A paper as an answer: its HTML to read, its PDF to print and keep."""

from datetime import datetime

from flask import Response, make_response, request

from ppid import clock
from ppid.errors import Refused
from ppid.office.queries import office
from ppid.papers.composing import Screen, compose
from ppid.papers.documents import Paper
from ppid.papers.heads import page_size
from ppid.papers.parts import PageSize
from ppid.papers.printing import print_paper

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


def answer_html(paper: Paper, *, back: str, pdf: str) -> Response:
    """The paper as a page: the accessible original of the PDF, styles and all in one file."""
    screen = Screen(back, pdf)
    response = make_response(compose(paper, size=asked_size(), screen=screen))
    response.headers["Content-Security-Policy"] = POLICY
    return response


def answer_pdf(paper: Paper, *, name: str, issued_at: datetime) -> Response:
    """The PDF, shown in the browser under a name to keep it by."""
    stamped = clock.local(issued_at)
    made = print_paper(paper, author=office().body_name, issued_at=stamped, size=asked_size())
    response = make_response(made)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def asked_size() -> PageSize:
    """``?kertas=F4``, else the paper that the office prints on."""
    asked = request.args.get("kertas", "")
    if not asked:
        return page_size()
    if asked not in list(PageSize):
        raise Refused("Ukuran kertas hanya A4 atau F4.", "kertas")
    return PageSize(asked)
