"""Issuing papers: what a paper says is frozen with the act that issues it; its bytes are made from
that, once, and kept for ever.
"""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Final, Protocol

import peewee as pw

from ppid import clock
from ppid.audit.actions import Actor, Subject, record
from ppid.cases.models import Case
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.actions import enqueue
from ppid.jobs.progress import Progress
from ppid.office.queries import office
from ppid.papers.binding import BindingFailed
from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.enclosures import Enclosed, bind_enclosures, enclose, frozen_enclosures
from ppid.papers.heads import page_size
from ppid.papers.issued_queries import frozen_html
from ppid.papers.kinds import case_of
from ppid.papers.long_work import render_at_length
from ppid.papers.models import Enclosure, IssuedPaper, PaperFile
from ppid.papers.renderer import RenderFailed, render_pdf
from ppid.papers.stamps import new_code, stamp_for
from ppid.papers.unset import refuse_unset

FILE_WORK: Final = "berkas-naskah"
Look = Callable[[], None]


class Render(Protocol):
    """Makes a PDF of a page, as ``Renderer.render`` does."""

    def __call__(self, html: str, *, title: str, author: str, issued_at: datetime) -> bytes:
        """The PDF."""


class FileNotMade(Refused):
    """The PDF of an issued paper could not be made now; the paper stays issued."""


@dataclass(frozen=True)
class Issue:
    """A paper about to be issued.

    ``kind`` is a name of ``ppid.papers.kinds``; ``subject`` what it is about, e.g. ``penetapan:12``
    (a second paper about it is its next version); ``public_title`` leaks nothing; ``issued_at``
    (UTC) is now when None; ``enclosed`` goes along in the same file.
    """

    kind: str
    label: str
    paper: Paper
    subject: str
    issued_on: date
    public_title: str
    issuer: str
    number_text: str = ""
    issued_at: datetime | None = None
    determination_id: int | None = None
    enclosed: tuple[Enclosed, ...] = ()


def issue_paper(actor: Actor, issue: Issue) -> IssuedPaper:
    """Freeze what the paper says, with its code on it; inside the transaction that issues it.

    Its bytes are made afterwards, beside the requests or when they are first asked for. Refused
    while it is a draft, or what it cannot do without is not set (``ppid.papers.unset``).
    """
    if not database.in_transaction():
        raise RuntimeError("a paper is issued in the transaction of the act that it tells of")
    if issue.paper.draft:
        raise Refused(f"{issue.label} masih berupa draf dan belum dapat diterbitkan.")
    refuse_unset(issue.kind, issue.label, issue.paper)
    issued = _freeze(actor, issue)
    enclose(issued, issue.enclosed)
    named = f"{issue.label} {issue.number_text}".strip()
    record(actor, "issue-paper", f"Menerbitkan naskah {named}", subjects=_subjects(issued, named))
    enqueue(None, FILE_WORK, {"paper": issued.id}, f"Membuat PDF {named}")
    return issued


def issuer_name() -> str:
    """Who issues: the office, and the public body that it serves unless its name says it."""
    settings = office()
    if settings.body_name in settings.office_name:
        return settings.office_name
    return ", ".join(name for name in (settings.office_name, settings.body_name) if name)


def paper_file(issued: IssuedPaper) -> PaperFile:
    """The bytes of an issued paper: those kept, else made from what was frozen and kept.

    Two at once keep one file. FileNotMade when they cannot be made now; asking again tries again.
    """
    return _file(issued, render_pdf, _unwatched)


def file_at_length(issued: IssuedPaper, look: Look) -> PaperFile:
    """``paper_file`` within long work: by its own renderer, ``look`` called while it is at it."""
    return _file(issued, partial(render_at_length, look=look), look)


def make_file(order: dict[str, Any], progress: Progress) -> None:
    """Make the file of the paper that ``order`` names, unless it is kept already."""
    issued = IssuedPaper.get_by_id(order["paper"])
    file_at_length(issued, lambda: progress.step(0, 1, issued.label))


def _freeze(actor: Actor, issue: Issue) -> IssuedPaper:
    code, size = _unused_code(), page_size()
    return IssuedPaper.create(
        code=code,
        subject=issue.subject,
        version=_next_version(issue.subject),
        kind=issue.kind,
        label=issue.label,
        title=issue.paper.title,
        public_title=issue.public_title,
        number_text=issue.number_text,
        issuer=issue.issuer,
        issued_on=issue.issued_on,
        issued_at=issue.issued_at or clock.now(),
        issued_by=actor.id,
        determination=issue.determination_id,
        size=size.value,
        html=compose(issue.paper, size=size, stamp=stamp_for(code)),
    )


def _unused_code() -> str:
    """A code that no paper bears; that one is found twice is all but impossible."""
    code = new_code()
    while IssuedPaper.select().where(IssuedPaper.code == code).exists():
        code = new_code()
    return code


def _next_version(subject: str) -> int:
    newest = pw.fn.MAX(IssuedPaper.version)
    last = IssuedPaper.select(newest).where(IssuedPaper.subject == subject).scalar()
    return int(last or 0) + 1


def _subjects(issued: IssuedPaper, named: str) -> list[Subject]:
    """The paper, and the determination or case that it tells of."""
    subjects = [Subject("paper", issued.id, named)]
    if issued.determination_id:
        subjects.append(Subject("determination", issued.determination_id, issued.number_text))
    number = case_of(issued.subject)
    case = Case.get_or_none(Case.number == number) if number else None
    return [*subjects, Subject("case", case.id, case.number)] if case else subjects


def _kept_file(paper_id: int) -> PaperFile | None:
    return PaperFile.get_or_none(PaperFile.paper == paper_id)


def _unwatched() -> None:
    """Nobody looks on while a single paper is made."""


def _file(issued: IssuedPaper, render: Render, look: Look) -> PaperFile:
    return _kept_file(issued.id) or _keep(issued, _make(issued, render, look))


def _make(issued: IssuedPaper, render: Render, look: Look) -> bytes:
    try:
        return _make_whole(issued, render, look)
    except (RenderFailed, BindingFailed) as error:
        raise FileNotMade(
            "Naskah ini sudah terbit dan tetap berlaku, tetapi berkas PDF-nya belum dapat dibuat. "
            f"Buka halamannya, atau unduh lagi sesaat lagi. {error.message}"
        ) from error


def _make_whole(issued: IssuedPaper, render: Render, look: Look) -> bytes:
    """The paper, and behind it what goes along."""
    draw = partial(render, author=issued.issuer, issued_at=clock.local(issued.issued_at))

    def content_of(row: Enclosure) -> bytes:
        if row.enclosed_id is None:
            return draw(row.html, title=row.title)
        return bytes(_file(IssuedPaper.get_by_id(row.enclosed_id), render, look).content)

    own, rows = draw(frozen_html(issued.id), title=issued.title), frozen_enclosures(issued.id)
    return bind_enclosures(issued, own, rows, content_of, look) if rows else own


def _keep(issued: IssuedPaper, content: bytes) -> PaperFile:
    """Keep the bytes unless another was faster; what is kept is what counts."""
    PaperFile.insert(
        paper=issued.id,
        sha256=hashlib.sha256(content).hexdigest(),
        length=len(content),
        pages=_count_pages(content),
        made_at=clock.now(),
        content=content,
    ).on_conflict_ignore().execute()
    return PaperFile.get(PaperFile.paper == issued.id)


def _count_pages(content: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to load, and needed once a paper

    return len(PdfReader(io.BytesIO(content)).pages)
