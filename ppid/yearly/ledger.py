"""Requests as the report reads them: days and decisions, no name and no words of an applicant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ppid.desk.models import Request, RequestEvent
from ppid.law.request_progress import RequestEventKind
from ppid.law.requests import answer_due
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import work_calendar


@dataclass(frozen=True)
class Told:
    """One thing that happened to a request, on a day at the office."""

    kind: RequestEventKind
    on: date
    data: Mapping[str, Any]


@dataclass(frozen=True)
class RequestRecord:
    """One request. ``due_on`` is the last day to answer, an extension counted in."""

    code: str
    received_on: date
    due_on: date
    told: tuple[Told, ...]
    used_workdays: int | None

    def first(self, kind: RequestEventKind) -> Told | None:
        """The first thing of a kind that happened; of most kinds there is one."""
        return next((each for each in self.told if each.kind is kind), None)

    def day_of(self, kind: RequestEventKind) -> date | None:
        """The day on which a thing of this kind first happened."""
        found = self.first(kind)
        return found.on if found else None

    @property
    def answered_on(self) -> date | None:
        """The day of the answer."""
        return self.day_of(RequestEventKind.ANSWERED)

    @property
    def withdrawn_on(self) -> date | None:
        """The day on which the applicant took it back."""
        return self.day_of(RequestEventKind.WITHDRAWN)

    @property
    def settled_on(self) -> date | None:
        """The day on which it was answered or taken back."""
        return self.answered_on or self.withdrawn_on

    @property
    def answered_items(self) -> list[Mapping[str, Any]]:
        """What was answered, item by item, with the basis as frozen that day."""
        answered = self.first(RequestEventKind.ANSWERED)
        return list(answered.data["items"]) if answered else []

    def runs_on(self, day: date) -> bool:
        """Whether it waits for its answer at the end of a day."""
        settled = self.settled_on
        return self.received_on <= day and (settled is None or settled > day)


Ledger = tuple[RequestRecord, ...]


def read_ledger(until: date) -> Ledger:
    """Every request received up to a day, in order of receipt, with what happened up to that day.

    Two queries; the applicants are not read at all.
    """
    calendar, told = work_calendar(), _told(until)
    rows = Request.select(Request.id, Request.code, Request.received_on).where(
        Request.received_on <= until
    )
    return tuple(
        _record(row.code, row.received_on, told[row.id], calendar)
        for row in rows.order_by(Request.received_on, Request.id)
    )


def _told(until: date) -> Mapping[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    rows: Iterable[Any] = (
        RequestEvent.select(
            RequestEvent.request, RequestEvent.kind, RequestEvent.on, RequestEvent.data
        )
        .where(RequestEvent.on <= until)
        .order_by(RequestEvent.request, RequestEvent.seq)
        .tuples()
    )
    for request_id, kind, on, data in rows:
        found[request_id].append(Told(RequestEventKind(kind), on, data))
    return found


def _record(code: str, received: date, told: list[Told], calendar: WorkCalendar) -> RequestRecord:
    extended = any(each.kind is RequestEventKind.EXTENDED for each in told)
    answered = next((each.on for each in told if each.kind is RequestEventKind.ANSWERED), None)
    return RequestRecord(
        code=code,
        received_on=received,
        due_on=answer_due(received, calendar, extended=extended),
        told=tuple(told),
        used_workdays=None if answered is None else calendar.count_between(received, answered),
    )
