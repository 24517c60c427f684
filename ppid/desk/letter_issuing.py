"""Issuing the letters of the desk, and the one file in which a letter and its determinations go."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ppid.audit.actions import Actor
from ppid.desk.files import RequestFile
from ppid.desk.letters import (
    answer_letter,
    attached_determinations,
    extension_letter,
    objection_letter,
    receipt_paper,
)
from ppid.desk.models import RequestEvent
from ppid.law.request_progress import RequestEventKind
from ppid.papers.documents import Paper
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import Issue, issue_paper, issuer_name, paper_file
from ppid.papers.kinds import kind_label
from ppid.papers.models import IssuedPaper
from ppid.papers.occasions import determination_subject, issue_determination_paper
from ppid.register.models import Determination

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


def letter_bytes(file: RequestFile, name: str) -> bytes | None:
    """The letter and the determinations that go along, as one PDF; None when it is not issued.

    Made of the stored bytes: the same each time.
    """
    letter = find_issued(letter_subject(file.request.code, name))
    if letter is None:
        return None
    papers = [letter, *map(IssuedPaper.get_by_id, _attached(file, name))]
    parts = [bytes(paper_file(paper).content) for paper in papers]
    return _together(parts, letter.title) if len(parts) > 1 else parts[0]


def attach_determinations(actor: Actor, data: Mapping[str, Any]) -> list[int]:
    """The papers that must go along with a letter (Perki 1/2021 Pasal 34(2), 44(3)), by number.

    Determinations recorded before the register issued any papers are issued now.
    """
    return [_determination_paper(actor, each).id for each in attached_determinations(data)]


def _issue(
    actor: Actor, file: RequestFile, name: str, kind: str, paper: Paper, number: str
) -> IssuedPaper:
    label = kind_label(kind)
    issue = Issue(
        kind=kind,
        label=label,
        paper=paper,
        subject=letter_subject(file.request.code, name),
        issued_on=_event(file, name).on,
        public_title=f"{label} atas permohonan informasi",
        issuer=issuer_name(),
        number_text=number,
    )
    return issue_paper(actor, issue)


def _event(file: RequestFile, name: str) -> RequestEvent:
    """What happened that the letter tells of."""
    event = file.last(EVENTS[name])
    if event is None:
        raise ValueError(f"{name} has not happened")
    return event


def _determination_paper(actor: Actor, determination_id: int) -> IssuedPaper:
    known = find_issued(determination_subject(determination_id))
    return known or issue_determination_paper(actor, Determination.get_by_id(determination_id))


def _attached(file: RequestFile, name: str) -> list[int]:
    """The papers that went along with a letter, as its event keeps them."""
    event = file.last(EVENTS[name])
    return list(event.data.get("attached", ())) if event else []


def _issued_letters(file: RequestFile) -> Iterator[LetterLine]:
    for name, kind in EVENTS.items():
        paper = file.last(kind) and find_issued(letter_subject(file.request.code, name))
        if paper:
            yield LetterLine(name, paper, len(_attached(file, name)))


def _together(parts: Sequence[bytes], title: str) -> bytes:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - slow to load, and needed once a letter

    writer = PdfWriter()
    for part in parts:
        writer.append(PdfReader(io.BytesIO(part)))
    writer.add_metadata({"/Title": title})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
