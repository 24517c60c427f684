"""A request with everything that was said of it and everything that happened to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import peewee as pw

from ppid.accounts.models import Unit
from ppid.desk.drafts import ApplicantKind, Channel, Delivery, Way
from ppid.desk.models import Applicant, Objection, Request, RequestEvent, RequestItem
from ppid.law.request_progress import (
    RequestEventKind,
    RequestFact,
    RequestProgress,
    RequestStatus,
    fold_request,
)
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import work_calendar
from ppid.register.models import Entry


@dataclass(frozen=True)
class RequestFile:
    """One request; ``items`` without those taken out, each with its entry."""

    request: Request
    applicant: Applicant
    items: tuple[RequestItem, ...]
    events: tuple[RequestEvent, ...]
    objection: Objection | None
    progress: RequestProgress

    def last(self, kind: RequestEventKind) -> RequestEvent | None:
        """The latest event of a kind."""
        return next((event for event in reversed(self.events) if event.kind == kind), None)

    @property
    def answer_data(self) -> Mapping[str, Any]:
        """What was answered; while nothing was, what is proposed; empty when nothing is."""
        said = self.last(RequestEventKind.ANSWERED)
        if said is None and self.progress.answer is RequestStatus.PROPOSED:
            said = self.last(RequestEventKind.PROPOSED)
        return said.data if said else {}

    @property
    def may_change(self) -> bool:
        """Whether its items can still be changed: nothing is proposed or answered yet."""
        return self.progress.answer is RequestStatus.IN_HAND

    @property
    def test_asked(self) -> bool:
        """Whether a consequence test was asked for."""
        return self.last(RequestEventKind.TEST_ASKED) is not None

    @property
    def awaits_ruling(self) -> bool:
        """Whether a dispute runs, or a ruling can still be appealed."""
        ruled = self.last(RequestEventKind.RULED)
        pending = ruled is not None and not ruled.data.get("final", True)
        return pending or self.progress.status is RequestStatus.DISPUTED

    @property
    def opened_entries(self) -> list[str]:
        """The numbers of the entries that the objection's answer wants opened."""
        judged = self.last(RequestEventKind.OBJECTION_ANSWERED)
        items = judged.data["items"] if judged else ()
        opened = {item["entry_id"] for item in items if item["outcome"] == "dibuka"}
        entries = [item.entry for item in self.items if item.entry]
        return [entry.number for entry in entries if entry.id in opened]

    @property
    def channel(self) -> Channel:
        """How it came in."""
        return Channel(self.request.channel)

    @property
    def way(self) -> Way:
        """What the applicant wants of it."""
        return Way(self.request.way)

    @property
    def delivery(self) -> Delivery:
        """How a copy reaches the applicant."""
        return Delivery(self.request.delivery)

    @property
    def applicant_kind(self) -> ApplicantKind:
        """Who asked, by kind: that much is kept for the figures."""
        return ApplicantKind(self.applicant.kind)


def find_request(code: str) -> RequestFile | None:
    """The request of that code; None when there is none."""
    row = Request.get_or_none(Request.code == code)
    return read_requests([row])[0] if row else None


def read_requests(
    requests: Sequence[Request], calendar: WorkCalendar | None = None
) -> list[RequestFile]:
    """These requests with all that belongs to them, in their order, in five queries."""
    ids = [row.id for row in requests]
    if not ids:
        return []
    days = calendar or work_calendar()
    applicants = {row.request_id: row for row in _of(Applicant, ids)}
    objections = {row.request_id: row for row in _of(Objection, ids)}
    items, events = _items(ids), _events(ids)
    return [
        RequestFile(
            request=row,
            applicant=applicants[row.id],
            items=tuple(item for item in items if item.request_id == row.id),
            events=tuple(events[row.id]),
            objection=objections.get(row.id),
            progress=fold_request(map(_fact, events[row.id]), days),
        )
        for row in requests
    ]


def fact_of(kind: str, on: Any, data: Mapping[str, Any]) -> RequestFact:  # noqa: ANN401 - a bare row
    """An event as the rules read it."""
    return RequestFact(
        RequestEventKind(kind), on, bool(data.get("refuses")), bool(data.get("final", True))
    )


def _fact(event: RequestEvent) -> RequestFact:
    return fact_of(event.kind, event.on, event.data)


def _of(model: type[Any], ids: Sequence[int]) -> list[Any]:
    return list(model.select().where(model.request.in_(list(ids))))


def _items(ids: Sequence[int]) -> list[RequestItem]:
    return list(
        RequestItem.select(RequestItem, Entry, Unit)
        .join(Entry, pw.JOIN.LEFT_OUTER)
        .join(Unit, pw.JOIN.LEFT_OUTER)
        .where(RequestItem.request.in_(list(ids)), RequestItem.withdrawn_at.is_null())
        .order_by(RequestItem.request, RequestItem.position)
    )


def _events(ids: Sequence[int]) -> dict[int, list[RequestEvent]]:
    found: dict[int, list[RequestEvent]] = {key: [] for key in ids}
    rows = RequestEvent.select().where(RequestEvent.request.in_(list(ids)))
    for row in rows.order_by(RequestEvent.request, RequestEvent.seq):
        found[row.request_id].append(row)
    return found
