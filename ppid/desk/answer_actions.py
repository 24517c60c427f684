"""Answering a request: proposed, approved where it refuses, then issued with its letter."""

from datetime import date
from typing import Any

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.desk.attaching import attached_form
from ppid.desk.drafts import AnswerDraft
from ppid.desk.events import demand_request, write_event
from ppid.desk.files import RequestFile
from ppid.desk.freezing import Frozen, freeze_again, freeze_items
from ppid.desk.letter_issuing import issue_answer_letter
from ppid.errors import Refused
from ppid.law.request_progress import RequestEventKind, RequestStatus
from ppid.law.requests import Outcome
from ppid.office.numbering import Taker, take_paper_number


def propose_answer(actor: Actor, *, code: str, draft: AnswerDraft, on: date | None = None) -> None:
    """Put an answer forward; a refusal then waits for Atasan PPID (Perki 1/2021 Pasal 10(2)f).

    Here as below ``on`` is given only where what happened before is brought over.
    """
    today = on or clock.today()
    with database.atomic():
        file = _in_hand(code)
        items = freeze_items(file, draft.items, today)
        data = {"delivery": draft.delivery, "cost": draft.cost, **_told(items)}
        write_event(actor, file.request, RequestEventKind.PROPOSED, today, data, _entries(items))


def return_answer(actor: Actor, *, code: str, reason: str, on: date | None = None) -> None:
    """Send a proposed answer back, with the reason."""
    if not reason:
        raise Refused("Isi alasan mengembalikan jawaban ini.", "reason")
    with database.atomic():
        file = _proposed(code)
        write_event(
            actor, file.request, RequestEventKind.RETURNED, on or clock.today(), {"words": reason}
        )


def approve_refusal(actor: Actor, *, code: str, on: date | None = None) -> None:
    """Atasan PPID agrees to the refusals of the proposed answer (Perki 1/2021 Pasal 10(2)f)."""
    today = on or clock.today()
    with database.atomic():
        file = _proposed(code)
        if not file.progress.needs_approval:
            raise Refused("Jawaban ini tidak menunggu persetujuan.")
        items = freeze_again(file, file.answer_data["items"], today)
        write_event(actor, file.request, RequestEventKind.APPROVED, today, {}, _entries(items))


def issue_answer(actor: Actor, *, code: str, on: date | None = None) -> None:
    """Answer: the basis is taken from each entry as it stands today, and frozen with the letter.

    Refused while a refusal is not approved, and when an exclusion has ended since it was proposed.
    """
    today = on or clock.today()
    with database.atomic():
        file = _proposed(code)
        if file.progress.needs_approval:
            raise Refused("Penolakan menunggu persetujuan Atasan PPID (Perki 1/2021 Pasal 10).")
        proposed = file.answer_data
        items = freeze_again(file, proposed["items"], today)
        told = _told(items)
        number = take_paper_number(
            str(told["letter"]), today, Taker(f"Permohonan {code}", f"permohonan:{code}:jawaban")
        )
        data = {
            "delivery": proposed["delivery"],
            "cost": proposed["cost"],
            "number_text": number,
            "attached_form": attached_form(told),
            **told,
        }
        write_event(actor, file.request, RequestEventKind.ANSWERED, today, data, _entries(items))
        issue_answer_letter(actor, demand_request(code))


def letter_kind(items: list[Frozen]) -> str:
    """Surat penolakan where everything is refused, else surat jawaban."""
    refused = all(item["outcome"] == Outcome.REFUSED for item in items)
    return "surat-penolakan" if refused else "surat-jawaban"


def _told(items: list[Frozen]) -> dict[str, Any]:
    return {
        "items": items,
        "refuses": any(item["outcome"] == Outcome.REFUSED for item in items),
        "letter": letter_kind(items),
    }


def _entries(items: list[Frozen]) -> list[int]:
    return [item["entry_id"] for item in items if item["entry_id"]]


def _in_hand(code: str) -> RequestFile:
    file = demand_request(code)
    if not file.may_change:
        raise Refused(_why_not(file))
    return file


def _proposed(code: str) -> RequestFile:
    file = demand_request(code)
    if file.progress.answer is not RequestStatus.PROPOSED:
        raise Refused(_why_not(file))
    return file


def _why_not(file: RequestFile) -> str:
    match file.progress.answer:
        case RequestStatus.PROPOSED:
            return "Jawaban sudah disiapkan. Kembalikan dahulu bila perlu diubah."
        case RequestStatus.ANSWERED:
            return "Permohonan ini sudah dijawab."
        case RequestStatus.WITHDRAWN:
            return "Permohonan ini sudah dicabut."
        case _:
            return "Belum ada jawaban yang disiapkan."
