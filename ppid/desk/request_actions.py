"""What people do to a request before it is answered: record, link, extend, withdraw."""

from datetime import date

from ppid import clock
from ppid.audit.actions import Actor, diff, record
from ppid.db import database
from ppid.desk.drafts import ApplicantDraft, ExtensionDraft, RequestDraft
from ppid.desk.events import demand_request, subjects_of, write_event
from ppid.desk.files import RequestFile, find_request
from ppid.desk.letter_issuing import issue_extension, issue_receipt
from ppid.desk.models import Applicant, Request, RequestItem
from ppid.errors import Refused
from ppid.law.request_progress import RequestEventKind, RequestStatus
from ppid.law.requests import refuse_extension
from ppid.office.numbering import Taker, take_next, take_paper_number
from ppid.office.queries import work_calendar
from ppid.register.models import Entry
from ppid.register.queries import get_entry

MOST_ITEMS = 30
LONGEST_ITEM = 500


def record_request(actor: Actor, *, draft: RequestDraft, applicant: ApplicantDraft) -> str:
    """Write down a request with its receipt (UU 14/2008 Pasal 22(4)–(6)); returns its code."""
    asked = _lines(draft.asked)
    entry = _entry(draft.entry_number) if draft.entry_number else None
    if draft.received_on > clock.today():
        raise Refused("Tanggal diterima tidak boleh setelah hari ini.", "received_on")
    with database.atomic():
        request = _write_request(actor, draft)
        _write_applicant(request, applicant)
        for position, line in enumerate(asked, 1):
            touched = entry if position == 1 else None
            RequestItem.create(request=request, position=position, asked=line, entry=touched)
        touched_ids = [entry.id] if entry else []
        write_event(actor, request, RequestEventKind.RECEIVED, draft.received_on, {}, touched_ids)
        if draft.wants_test:
            write_event(actor, request, RequestEventKind.TEST_ASKED, clock.today())
        issue_receipt(actor, demand_request(request.code))
    return str(request.code)


def link_item(actor: Actor, *, code: str, item_id: int, entry_number: str) -> None:
    """Say which entry an item touches, or that it touches none (an empty number)."""
    with database.atomic():
        file = _changeable(code)
        item = _item(file, item_id)
        entry = _entry(entry_number) if entry_number else None
        before = item.entry.number if item.entry else ""
        RequestItem.update(entry=entry).where(RequestItem.id == item.id).execute()
        record(
            actor,
            "link-request-item",
            f"Mengaitkan rincian {item.position} permohonan {code}",
            subjects=subjects_of(file.request, [entry.id] if entry else []),
            changes=diff({"linked_entry": before}, {"linked_entry": entry.number if entry else ""}),
        )


def add_item(actor: Actor, *, code: str, asked: str, entry_number: str = "") -> None:
    """One more thing asked for, as long as no answer is proposed."""
    lines = _lines(asked)
    entry = _entry(entry_number) if entry_number else None
    with database.atomic():
        file = _changeable(code)
        taken = RequestItem.select().where(RequestItem.request == file.request).count()
        if taken + len(lines) > MOST_ITEMS:
            raise Refused(f"Satu permohonan memuat paling banyak {MOST_ITEMS} rincian.", "asked")
        for position, line in enumerate(lines, taken + 1):
            RequestItem.create(request=file.request, position=position, asked=line, entry=entry)
        _record_items(actor, file, f"Menambah rincian pada permohonan {code}")


def remove_item(actor: Actor, *, code: str, item_id: int) -> None:
    """Take an item out; one must stay."""
    with database.atomic():
        file = _changeable(code)
        item = _item(file, item_id)
        if len(file.items) == 1:
            raise Refused("Permohonan harus memuat sedikitnya satu rincian.")
        RequestItem.update(withdrawn_at=clock.now()).where(RequestItem.id == item.id).execute()
        _record_items(actor, file, f"Mengeluarkan rincian {item.position} permohonan {code}")


def ask_test(actor: Actor, *, code: str) -> None:
    """Ask PPID for a consequence test within the time to answer (UU 14/2008 Pasal 19)."""
    with database.atomic():
        file = _changeable(code)
        if file.last(RequestEventKind.TEST_ASKED):
            raise Refused("Uji konsekuensi sudah diminta untuk permohonan ini.")
        write_event(actor, file.request, RequestEventKind.TEST_ASKED, clock.today())


def extend_request(
    actor: Actor, *, code: str, draft: ExtensionDraft, on: date | None = None
) -> None:
    """Put the answer off by 7 working days, once, with a letter (UU 14/2008 Pasal 22(8)).

    ``on`` is given only where what happened before is brought over.
    """
    today = on or clock.today()
    with database.atomic():
        file = _unanswered(code)
        progress = file.progress
        reason = refuse_extension(
            progress.received_on, today, work_calendar(), extended=progress.extended
        )
        if reason:
            raise Refused(reason)
        data = {
            "reason": draft.reason.value,
            "words": draft.words,
            "number_text": take_paper_number("surat-perpanjangan", today, _taker(code)),
        }
        write_event(actor, file.request, RequestEventKind.EXTENDED, today, data)
        issue_extension(actor, demand_request(code))


def withdraw_request(actor: Actor, *, code: str, on: date, reason: str) -> None:
    """The applicant took the request back before it was answered."""
    with database.atomic():
        file = _unanswered(code)
        if not file.progress.received_on <= on <= clock.today():
            raise Refused("Isi tanggal antara tanggal diterima dan hari ini.", "on")
        write_event(actor, file.request, RequestEventKind.WITHDRAWN, on, {"words": reason})


def _write_request(actor: Actor, draft: RequestDraft) -> Request:
    year = draft.received_on.year
    taken = take_next("permohonan", draft.received_on, Taker("Permohonan informasi"))
    return Request.create(
        code=f"PI-{year}-{taken.number:03d}",
        number_text=taken.text,
        received_on=draft.received_on,
        channel=draft.channel.value,
        asked=draft.asked,
        purpose=draft.purpose,
        way=draft.way.value,
        delivery=draft.delivery.value,
        recorded_by=actor.id,
    )


def _taker(code: str) -> Taker:
    return Taker(f"Permohonan {code}", f"permohonan:{code}:perpanjangan")


def _write_applicant(request: Request, draft: ApplicantDraft) -> None:
    Applicant.create(
        request=request,
        kind=draft.kind.value,
        name=draft.name,
        identity_kind=draft.identity_kind,
        identity_number=draft.identity_number,
        address=draft.address,
        contact=draft.contact,
    )


def _lines(asked: str) -> list[str]:
    lines = [line.strip() for line in asked.splitlines() if line.strip()]
    if not lines:
        raise Refused("Isi informasi yang diminta.", "asked")
    if len(lines) > MOST_ITEMS:
        raise Refused(f"Satu permohonan memuat paling banyak {MOST_ITEMS} rincian.", "asked")
    if any(len(line) > LONGEST_ITEM for line in lines):
        raise Refused(f"Satu rincian paling panjang {LONGEST_ITEM} huruf.", "asked")
    return lines


def _entry(number: str) -> Entry:
    entry = get_entry(number.strip().upper())
    if entry is None:
        raise Refused(f"Tidak ada entri bernomor {number} dalam register.", "entry")
    return entry


def _unanswered(code: str) -> RequestFile:
    file = demand_request(code)
    if file.progress.answer not in {RequestStatus.IN_HAND, RequestStatus.PROPOSED}:
        raise Refused("Permohonan ini sudah dijawab atau dicabut.")
    return file


def _changeable(code: str) -> RequestFile:
    file = _unanswered(code)
    if not file.may_change:
        raise Refused("Jawabannya sudah disiapkan; kembalikan dahulu bila rinciannya berubah.")
    return file


def _item(file: RequestFile, item_id: int) -> RequestItem:
    found = next((item for item in file.items if item.id == item_id), None)
    if found is None:
        raise Refused("Rincian itu tidak ada dalam permohonan ini.")
    return found


def _record_items(actor: Actor, file: RequestFile, summary: str) -> None:
    after = find_request(file.request.code)
    record(
        actor,
        "change-request-items",
        summary,
        subjects=subjects_of(file.request),
        changes=diff(
            {"request_items": len(file.items)}, {"request_items": len(after.items) if after else 0}
        ),
    )
