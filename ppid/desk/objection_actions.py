"""Objections against an answer or against silence, disputes at the Komisi Informasi, rulings."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.desk.attaching import attached_form
from ppid.desk.drafts import ObjectionDraft, ObjectionItem, ObjectionOutcome, RulingDraft
from ppid.desk.events import demand_request, write_event
from ppid.desk.files import RequestFile
from ppid.desk.freezing import Frozen, basis_of, standings_of
from ppid.desk.holds import hold_entries, open_holds, release_entries
from ppid.desk.letter_issuing import issue_objection_letter
from ppid.desk.models import Objection
from ppid.errors import Refused
from ppid.law.facts import OpeningKind
from ppid.law.request_progress import RequestEventKind, RequestStatus
from ppid.law.requests import ObjectionGround, Outcome
from ppid.office.numbering import Taker, take_paper_number
from ppid.register.actions import record_opening
from ppid.register.acts import OpeningDraft


def file_objection(actor: Actor, *, code: str, draft: ObjectionDraft) -> None:
    """Write down an objection; the closed entries it touches are held (UU 14/2008 Pasal 35–36)."""
    with database.atomic():
        file = demand_request(code)
        _check_objection(file, draft)
        taker = Taker(f"Keberatan atas permohonan {code}", f"permohonan:{code}:keberatan")
        number = take_paper_number("keberatan", draft.received_on, taker)
        Objection.create(
            request=file.request,
            number_text=number,
            received_on=draft.received_on,
            found_on=draft.found_on,
            grounds=[ground.value for ground in draft.grounds],
            reason=draft.reason,
        )
        reference = f"Keberatan Nomor {number}"
        holds = hold_entries(actor, file, draft.received_on, reference, number)
        data = {"grounds": [ground.value for ground in draft.grounds], "holds": holds}
        entries = [int(key) for key in holds]
        write_event(
            actor, file.request, RequestEventKind.OBJECTED, draft.received_on, data, entries
        )


def answer_objection(
    actor: Actor,
    *,
    code: str,
    items: Sequence[ObjectionItem],
    reason: str,
    on: date | None = None,
) -> None:
    """Atasan PPID answers item by item, with reasons (UU 14/2008 Pasal 36(2)–(3)).

    An item is upheld only while its entry is closed; the entries are no longer held by it.
    ``on`` is given only where what happened before is brought over.
    """
    today = on or clock.today()
    if not reason:
        raise Refused("Isi alasan tertulis tanggapan ini.", "reason")
    with database.atomic():
        file = demand_request(code)
        if file.progress.status is not RequestStatus.OBJECTED:
            raise Refused("Tidak ada keberatan yang menunggu tanggapan.")
        released = release_entries(actor, open_holds(file).values(), today)
        taker = Taker(f"Keberatan atas permohonan {code}", f"permohonan:{code}:tanggapan")
        data = {
            "items": judge_items(file, items, today),
            "words": reason,
            "released": released,
            "number_text": take_paper_number("tanggapan-keberatan", today, taker),
        }
        data["attached_form"] = attached_form(data)
        write_event(actor, file.request, RequestEventKind.OBJECTION_ANSWERED, today, data)
        issue_objection_letter(actor, demand_request(code))


def open_dispute(actor: Actor, *, code: str, number: str, on: date) -> None:
    """The applicant went to the Komisi Informasi (UU 14/2008 Pasal 37): the entries are held."""
    if not number:
        raise Refused("Isi nomor register sengketa dari Komisi Informasi.", "number")
    with database.atomic():
        file = demand_request(code)
        if file.progress.status not in {
            RequestStatus.OBJECTED,
            RequestStatus.OBJECTION_ANSWERED,
        }:
            raise Refused("Sengketa hanya dapat dicatat setelah ada keberatan.")
        _demand_day(file, on, "on")
        reference = f"Sengketa informasi Nomor {number}"
        holds = hold_entries(actor, file, on, reference, number)
        data = {"number": number, "holds": holds}
        entries = [int(key) for key in holds]
        write_event(actor, file.request, RequestEventKind.DISPUTED, on, data, entries)


def record_ruling(actor: Actor, *, code: str, draft: RulingDraft) -> None:
    """A ruling: once final it opens what it orders open, and ends the hold (UU 14/2008 Pasal 46).

    One that may still be appealed opens nothing and holds on (Perki 1/2021 Pasal 52(3)).
    """
    if not draft.number:
        raise Refused("Isi nomor putusan.", "number")
    with database.atomic():
        file = demand_request(code)
        _demand_ruling(file)
        _demand_day(file, draft.on, "on")
        opened = _opened_entries(file, draft.items)
        data: dict[str, Any] = {
            "number": draft.number,
            "final": draft.final,
            "items": [_told(each) for each in draft.items],
        }
        if draft.final:
            data["released"] = release_entries(actor, open_holds(file).values(), draft.on)
            _open(actor, opened, draft)
        write_event(actor, file.request, RequestEventKind.RULED, draft.on, data, opened)


def _open(actor: Actor, entry_ids: Sequence[int], draft: RulingDraft) -> None:
    if entry_ids:
        opening = OpeningDraft(OpeningKind.RULING, draft.on, f"Putusan Nomor {draft.number}")
        record_opening(actor, entry_ids=entry_ids, opening=opening)


def _check_objection(file: RequestFile, draft: ObjectionDraft) -> None:
    if file.objection is not None:
        raise Refused("Keberatan atas permohonan ini sudah dicatat.")
    if file.progress.answer is RequestStatus.WITHDRAWN:
        raise Refused("Permohonan ini sudah dicabut pemohonnya.")
    if not draft.grounds:
        raise Refused("Pilih sedikitnya satu alasan keberatan.", "grounds")
    _demand_day(file, draft.received_on, "received_on")
    if not file.progress.received_on <= draft.found_on <= draft.received_on:
        raise Refused(
            "Isi tanggal ditemukannya alasan antara tanggal permohonan dan tanggal keberatan.",
            "found_on",
        )
    _check_grounds(file, draft)


def _check_grounds(file: RequestFile, draft: ObjectionDraft) -> None:
    answered = file.last(RequestEventKind.ANSWERED)
    closing = {Outcome.REFUSED, Outcome.BLACKED_OUT}
    refuses = answered and any(item["outcome"] in closing for item in answered.data["items"])
    if ObjectionGround.EXCLUSION in draft.grounds and not refuses:
        raise Refused(
            "Permohonan ini tidak ditolak karena pengecualian; pilih alasan yang lain.", "grounds"
        )
    if ObjectionGround.NO_ANSWER in draft.grounds and answered:
        raise Refused("Permohonan ini sudah ditanggapi; pilih alasan yang lain.", "grounds")


def judge_items(file: RequestFile, items: Sequence[ObjectionItem], on: date) -> list[Frozen]:
    """Each item with what Atasan PPID says of it, and what closes it where it is upheld."""
    chosen = {each.item_id: each for each in items}
    standings = standings_of(file, on)
    judged = []
    for item in file.items:
        field = f"outcome_{item.id}"
        if item.id not in chosen:
            raise Refused(f"Pilih tanggapan untuk rincian {item.position}.", field)
        told, basis = chosen[item.id], basis_of(item, standings)
        kept = told.outcome is ObjectionOutcome.KEPT
        if kept and basis is None and _was_refused(file, item.id):
            raise Refused(
                f"Penolakan rincian {item.position} tidak dapat dikuatkan karena tidak ada "
                "pengecualian yang berlaku hari ini.",
                field,
            )
        words = {"asked": item.asked, "entry_id": item.entry_id, "basis": basis if kept else None}
        judged.append({**_told(told), **words})
    return judged


def _was_refused(file: RequestFile, item_id: int) -> bool:
    answered = file.last(RequestEventKind.ANSWERED)
    items = answered.data["items"] if answered else []
    return any(i["item_id"] == item_id and i["outcome"] == Outcome.REFUSED for i in items)


def _told(item: ObjectionItem) -> Frozen:
    return {"item_id": item.item_id, "outcome": item.outcome.value, "note": item.note}


def _opened_entries(file: RequestFile, items: Sequence[ObjectionItem]) -> list[int]:
    opened = {each.item_id for each in items if each.outcome is ObjectionOutcome.OPENED}
    touched = {item.entry_id for item in file.items if item.id in opened and item.entry_id}
    return sorted(key for key in touched if key is not None)


def _demand_ruling(file: RequestFile) -> None:
    ruled = file.last(RequestEventKind.RULED)
    pending = ruled is not None and not ruled.data.get("final", True)
    if file.progress.status is not RequestStatus.DISPUTED and not pending:
        raise Refused("Putusan hanya dapat dicatat untuk sengketa yang berjalan.")


def _demand_day(file: RequestFile, on: date, field: str) -> None:
    if not file.progress.received_on <= on <= clock.today():
        raise Refused("Isi tanggal antara tanggal permohonan diterima dan hari ini.", field)
