"""Issuing the letters of the desk; a letter and its determinations are one file."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.audit.actions import Actor
from ppid.desk.attaching import enclosed_with
from ppid.desk.files import RequestFile
from ppid.desk.letters import answer_letter, extension_letter, objection_letter, receipt_paper
from ppid.desk.models import RequestEvent
from ppid.law.request_progress import RequestEventKind
from ppid.papers.documents import Paper
from ppid.papers.enclosures import list_enclosures
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import Issue, issue_paper, issuer_name
from ppid.papers.kinds import kind_label
from ppid.papers.models import IssuedPaper

RECEIPT = "tanda-terima"
EXTENSION = "perpanjangan"
ANSWER = "jawaban"
OBJECTION = "tanggapan"
EVENTS = {
    RECEIPT: RequestEventKind.RECEIVED,
    EXTENSION: RequestEventKind.EXTENDED,
    ANSWER: RequestEventKind.ANSWERED,
    OBJECTION: RequestEventKind.OBJECTION_ANSWERED,
}
"""The letters by their names in addresses, and the event that each belongs to."""


@dataclass(frozen=True)
class LetterLine:
    """An issued letter, by its name in addresses; ``attached`` counts what goes along."""

    name: str
    paper: IssuedPaper
    attached: int


def issue_receipt(actor: Actor, file: RequestFile) -> IssuedPaper:
    """The receipt, issued with the request's own number."""
    return _issue(
        actor,
        file,
        RECEIPT,
        "tanda-terima-permohonan",
        receipt_paper(file),
        file.request.number_text,
    )


def issue_extension(actor: Actor, file: RequestFile) -> IssuedPaper:
    """Surat perpanjangan."""
    event = _event(file, EXTENSION)
    data, paper = event.data, extension_letter(file, event.data, event.on)
    return _issue(actor, file, EXTENSION, "surat-perpanjangan", paper, data["number_text"])


def issue_answer_letter(actor: Actor, file: RequestFile) -> IssuedPaper:
    """Surat jawaban or Surat penolakan."""
    event = _event(file, ANSWER)
    data = event.data
    paper = answer_letter(file, data, event.on, data["number_text"])
    return _issue(actor, file, ANSWER, data["letter"], paper, data["number_text"])


def issue_objection_letter(actor: Actor, file: RequestFile) -> IssuedPaper:
    """Tanggapan keberatan, with what closes the items upheld (Perki 1/2021 Pasal 44(3))."""
    event = _event(file, OBJECTION)
    data = event.data
    paper = objection_letter(file, data, event.on)
    return _issue(actor, file, OBJECTION, "tanggapan-keberatan", paper, data["number_text"])


def letter_subject(code: str, name: str) -> str:
    """What a letter is about: ``permohonan:PI-2026-001:jawaban``."""
    return f"permohonan:{code}:{name}"


def list_letters(file: RequestFile) -> list[LetterLine]:
    """The letters issued for a request, oldest first."""
    return list(_issued_letters(file))


def find_letter(file: RequestFile, name: str) -> IssuedPaper | None:
    """The letter of that name; None when it is not issued, or there is no such letter."""
    return find_issued(letter_subject(file.request.code, name)) if name in EVENTS else None


def _issue(
    actor: Actor, file: RequestFile, name: str, kind: str, paper: Paper, number: str
) -> IssuedPaper:
    label, event = kind_label(kind), _event(file, name)
    issue = Issue(
        kind=kind,
        label=label,
        paper=paper,
        subject=letter_subject(file.request.code, name),
        issued_on=event.on,
        public_title=f"{label} atas permohonan informasi",
        issuer=issuer_name(),
        number_text=number,
        enclosed=enclosed_with(event.data),
    )
    return issue_paper(actor, issue)


def _event(file: RequestFile, name: str) -> RequestEvent:
    """What happened that the letter tells of."""
    event = file.last(EVENTS[name])
    if event is None:
        raise ValueError(f"{name} has not happened")
    return event


def _issued_letters(file: RequestFile) -> Iterator[LetterLine]:
    for name, kind in EVENTS.items():
        paper = file.last(kind) and find_letter(file, name)
        if paper:
            yield LetterLine(name, paper, len(list_enclosures(paper.id)))
