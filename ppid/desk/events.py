"""Writing what happened to a request: the fact and the audit record in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ppid.audit.actions import Actor, Subject, record
from ppid.desk.files import RequestFile, find_request
from ppid.desk.models import Request, RequestEvent
from ppid.errors import Refused
from ppid.law.request_progress import RequestEventKind
from ppid.register.models import Entry

SUMMARIES = {
    RequestEventKind.RECEIVED: "Mencatat permohonan {code}",
    RequestEventKind.TEST_ASKED: "Meminta uji konsekuensi untuk permohonan {code}",
    RequestEventKind.EXTENDED: "Memperpanjang waktu menjawab permohonan {code}",
    RequestEventKind.PROPOSED: "Menyiapkan jawaban permohonan {code}",
    RequestEventKind.RETURNED: "Mengembalikan jawaban permohonan {code}",
    RequestEventKind.APPROVED: "Menyetujui penolakan permohonan {code}",
    RequestEventKind.ANSWERED: "Menjawab permohonan {code}",
    RequestEventKind.WITHDRAWN: "Mencatat pencabutan permohonan {code}",
    RequestEventKind.OBJECTED: "Mencatat keberatan atas permohonan {code}",
    RequestEventKind.OBJECTION_ANSWERED: "Menanggapi keberatan atas permohonan {code}",
    RequestEventKind.DISPUTED: "Mencatat sengketa atas permohonan {code}",
    RequestEventKind.RULED: "Mencatat putusan atas permohonan {code}",
    RequestEventKind.FORGOTTEN: "Menghapus data pemohon pada permohonan {code}",
}


class RequestUnknown(Refused):
    """There is no request of that number."""


def demand_request(code: str) -> RequestFile:
    """The request; RequestUnknown when there is none."""
    file = find_request(code)
    if file is None:
        raise RequestUnknown(f"Permohonan {code} tidak ada.")
    return file


def write_event(
    actor: Actor,
    request: Request,
    kind: RequestEventKind,
    on: date,
    data: Mapping[str, Any] | None = None,
    entry_ids: Sequence[int] = (),
) -> RequestEvent:
    """The next fact of a request; inside the transaction of an action.

    Neither ``data`` nor the audit record may name the applicant.
    """
    before = RequestEvent.select().where(RequestEvent.request == request).count()
    event = RequestEvent.create(
        request=request,
        seq=before + 1,
        kind=kind.value,
        on=on,
        actor=actor.id,
        actor_name=actor.name,
        data=dict(data or {}),
    )
    summary = SUMMARIES[kind].format(code=request.code)
    record(
        actor, f"request-{kind.value}", summary, subjects=subjects_of(request, sorted(entry_ids))
    )
    return event


def subjects_of(request: Request, entry_ids: Sequence[int] = ()) -> list[Subject]:
    """The request and the entries that it touches, as the audit trail names them."""
    entries = Entry.select(Entry.id, Entry.number).where(Entry.id.in_(list(entry_ids)))
    return [
        Subject("request", request.id, request.code),
        *(Subject("entry", row.id, row.number) for row in entries),
    ]
