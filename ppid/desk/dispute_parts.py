"""What a dispute file tells of the requests about its entry: each with its letters as issued.

An applicant is named only where a letter names them: the letters go to the Komisi Informasi whole.
"""

from collections.abc import Iterator

from ppid.accounts.access import Person
from ppid.accounts.permissions import Permission
from ppid.desk.files import RequestFile, read_requests
from ppid.desk.freezing import Frozen
from ppid.desk.letter_issuing import RECEIPT, list_letters
from ppid.desk.models import Request, RequestItem
from ppid.desk.request_history import TITLES, say_event
from ppid.law.dates import format_date
from ppid.law.request_progress import RequestEventKind as Kind
from ppid.law.requests import Outcome
from ppid.papers.bundle_parts import Part
from ppid.papers.bundle_sheets import TOLD, SheetPaper
from ppid.papers.parts import Column, Table
from ppid.papers.step_notes import NoteSection

ASKED = (Column("Yang diminta", 46), Column("Jawaban", 18), Column("Keterangan", 36))
INNER = {Kind.TEST_ASKED, Kind.PROPOSED, Kind.RETURNED, Kind.APPROVED, Kind.FORGOTTEN}
"""Steps within the office: they are no part of what passed between office and applicant."""


def tell_requests_about(person: Person, entry_id: int) -> list[Part]:
    """The requests that touch an entry, oldest first, for whoever may read them."""
    if not person.may(Permission.READ_REQUESTS):
        return []
    touching = RequestItem.select(RequestItem.request).where(
        RequestItem.entry == entry_id, RequestItem.withdrawn_at.is_null()
    )
    rows = Request.select().where(Request.id.in_(touching))
    files = read_requests(list(rows.order_by(Request.received_on, Request.id)))
    return [part for file in files for part in _parts(file, entry_id)]


def request_sheet(file: RequestFile, entry_id: int) -> SheetPaper:
    """What was asked about the entry, what was answered, and what followed."""
    request, progress = file.request, file.progress
    lines = (
        ("Nomor permohonan", request.number_text),
        ("Diterima", format_date(request.received_on)),
        ("Jenis pemohon", file.applicant_kind.label),
        ("Dijawab", format_date(progress.answered_on) if progress.answered_on else "–"),
        ("Keadaan", progress.status.label),
    )
    return SheetPaper(
        title=f"Permohonan Informasi {request.code}",
        head=lines,
        sections=(
            NoteSection("Yang diminta", table=Table(ASKED, _asked(file, entry_id), numbered=True)),
            NoteSection("Yang terjadi", table=Table(TOLD, _happened(file))),
        ),
    )


def _parts(file: RequestFile, entry_id: int) -> Iterator[Part]:
    name = f"Permohonan {file.request.code}"
    yield Part(name, name, request_sheet(file, entry_id))
    for letter in list_letters(file):
        if letter.name != RECEIPT:
            number = f" Nomor {letter.paper.number_text}" if letter.paper.number_text else ""
            yield Part(name, f"{letter.paper.label}{number}", letter.paper)


def _asked(file: RequestFile, entry_id: int) -> tuple[tuple[str, str, str], ...]:
    said = {each["item_id"]: each for each in _answered(file)}
    return tuple(
        (item.asked, *_answer(said.get(item.id)))
        for item in file.items
        if item.entry_id == entry_id
    )


def _answered(file: RequestFile) -> list[Frozen]:
    event = file.last(Kind.ANSWERED)
    return list(event.data["items"]) if event else []


def _answer(said: Frozen | None) -> tuple[str, str]:
    return (Outcome(said["outcome"]).label, said["note"] or "–") if said else ("–", "–")


def _happened(file: RequestFile) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (format_date(event.on), TITLES[Kind(event.kind)], " · ".join(say_event(event)) or "–")
        for event in file.events
        if Kind(event.kind) not in INNER
    )
