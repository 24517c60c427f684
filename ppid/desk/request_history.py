"""What happened to a request, in words; and what an entry's page tells of requests about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from ppid.accounts.access import may
from ppid.accounts.permissions import Permission
from ppid.desk.files import RequestFile
from ppid.desk.models import Request, RequestEvent, RequestItem
from ppid.law.dates import format_date_short
from ppid.law.request_progress import RequestEventKind as Kind
from ppid.law.requests import ExtensionReason, ObjectionGround, Outcome
from ppid.register.history import HistoryItem

TITLES = {
    Kind.RECEIVED: "Permohonan diterima",
    Kind.TEST_ASKED: "Uji konsekuensi diminta",
    Kind.EXTENDED: "Waktu menjawab diperpanjang",
    Kind.PROPOSED: "Jawaban disiapkan",
    Kind.RETURNED: "Jawaban dikembalikan",
    Kind.APPROVED: "Penolakan disetujui Atasan PPID",
    Kind.ANSWERED: "Permohonan dijawab",
    Kind.WITHDRAWN: "Permohonan dicabut pemohon",
    Kind.OBJECTED: "Keberatan diterima",
    Kind.OBJECTION_ANSWERED: "Keberatan ditanggapi",
    Kind.DISPUTED: "Sengketa diajukan ke Komisi Informasi",
    Kind.RULED: "Putusan dicatat",
    Kind.FORGOTTEN: "Data pemohon dihapus",
}


@dataclass(frozen=True)
class HistoryLine:
    """One event as the timeline shows it."""

    on: date
    title: str
    text: str
    href: str = ""

    @property
    def iso(self) -> str:
        """The day for machines."""
        return self.on.isoformat()

    @property
    def date(self) -> str:
        """The day for people."""
        return format_date_short(self.on)


def tell_events(file: RequestFile) -> list[HistoryLine]:
    """Everything that happened, newest first, with who did it."""
    return [_line(event) for event in reversed(file.events)]


def tell_requests(entry_id: int) -> list[HistoryItem]:
    """The requests that touch an entry, for its page; for whoever may read them."""
    if not may(Permission.READ_REQUESTS):
        return []
    touching = RequestItem.select(RequestItem.request).where(
        RequestItem.entry == entry_id, RequestItem.withdrawn_at.is_null()
    )
    kinds = [Kind.RECEIVED.value, Kind.ANSWERED.value]
    rows = (
        RequestEvent.select(RequestEvent, Request)
        .join(Request)
        .where(RequestEvent.request.in_(touching), RequestEvent.kind.in_(kinds))
    )
    return [_of_entry(row, entry_id) for row in rows]


def _line(event: RequestEvent) -> HistoryLine:
    words = say_event(event)
    return HistoryLine(event.on, TITLES[Kind(event.kind)], " · ".join([*words, event.actor_name]))


def say_event(event: RequestEvent) -> list[str]:
    """What there is to say of an event, in short; never who asked."""
    kind, data = Kind(event.kind), event.data
    match kind:
        case Kind.EXTENDED:
            reason = ExtensionReason(data["reason"]).label
            said = [f"{reason}: {data['words']}"]
        case Kind.OBJECTED:
            said = [ObjectionGround(ground).label for ground in data["grounds"]]
        case Kind.DISPUTED | Kind.RULED:
            said = [f"Nomor {data['number']}", _pending(kind, data)]
        case Kind.ANSWERED:
            said = [f"Surat Nomor {data['number_text']}"]
        case _:
            said = [str(data.get("words") or "")]
    return [each for each in said if each]


def _pending(kind: Kind, data: Mapping[str, Any]) -> str:
    final = kind is Kind.DISPUTED or data["final"]
    return "" if final else "belum berkekuatan hukum tetap"


def _of_entry(row: RequestEvent, entry_id: int) -> HistoryItem:
    href = url_for("requests.show_request", number=row.request.code)
    said = [each for each in row.data.get("items", ()) if each["entry_id"] == entry_id]
    text = ", ".join(Outcome(each["outcome"]).label for each in said)
    title = TITLES[Kind(row.kind)]
    return HistoryItem(row.on, f"{title} ({row.request.code})", text, href, row.at)
