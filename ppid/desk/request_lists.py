"""Requests in a list: by state, year and words; what is owed and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ppid import clock
from ppid.desk.files import RequestFile, fact_of, read_requests
from ppid.desk.models import Applicant, Request, RequestEvent
from ppid.law.request_progress import RequestEventKind, RequestProgress, fold_request
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import work_calendar
from ppid.web.once import read_once

PAGE = 25
SOON = 3  # working days: what is due within them is named


class RequestState(StrEnum):
    """Which requests a list shows."""

    OPEN = "berjalan"
    LATE = "lewat-batas"
    CLOSED = "selesai"
    ALL = "semua"

    @property
    def label(self) -> str:
        """The words of the state."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True)
class RequestFilters:
    """What a list is narrowed by; ``year`` is that of receipt."""

    state: RequestState = RequestState.OPEN
    year: int | None = None
    words: str = ""


@dataclass(frozen=True)
class RequestPage:
    """One page of requests; ``counts`` by state, for the same year and words."""

    files: Sequence[RequestFile]
    number: int
    last: int
    total: int
    counts: dict[RequestState, int]
    years: tuple[int, ...]


def list_requests(filters: RequestFilters, page: int = 1) -> RequestPage:
    """A page of requests: what is owed soonest first, then the newest."""
    today, calendar = clock.today(), work_calendar()
    progress = fold_all(_matching(filters), calendar)
    by_state = {state: _in_state(state, progress, today) for state in RequestState}
    chosen = sorted(by_state[filters.state], key=lambda key: _urgency(key, progress[key]))
    last = max(1, -(-len(chosen) // PAGE))
    number = min(max(page, 1), last)
    shown = chosen[(number - 1) * PAGE : number * PAGE]
    rows = {row.id: row for row in Request.select().where(Request.id.in_(shown))}
    return RequestPage(
        files=read_requests([rows[key] for key in shown], calendar),
        number=number,
        last=last,
        total=len(chosen),
        counts={state: len(ids) for state, ids in by_state.items()},
        years=_years(),
    )


def list_owed() -> list[RequestFile]:
    """Every request of which somebody at the office owes an act, the soonest due first.

    Read once for each page.
    """
    return read_once("requests-owed", _read_owed)


def _read_owed() -> list[RequestFile]:
    files = [file for file in read_requests(_maybe_open()) if file.progress.due_on]
    return sorted(files, key=lambda file: file.progress.due_on or date.max)


def count_pressing() -> int:
    """How many requests are overdue or due within three working days."""
    owed = list_owed()
    if not owed:
        return 0
    today, calendar = clock.today(), work_calendar()
    days = (file.progress.due_on for file in owed)
    return sum(day is not None and calendar.count_between(today, day) <= SOON for day in days)


def fold_all(request_ids: Iterable[int], calendar: WorkCalendar) -> dict[int, RequestProgress]:
    """How these requests stand, read from kinds and days alone: fit for thousands."""
    wanted = set(request_ids)
    rulings = _rulings()
    facts: dict[int, list[Any]] = {}
    rows: Any = RequestEvent.select(
        RequestEvent.id, RequestEvent.request, RequestEvent.kind, RequestEvent.on
    ).order_by(RequestEvent.request, RequestEvent.seq)
    for event_id, request_id, kind, on in rows.tuples():
        if request_id in wanted:
            facts.setdefault(request_id, []).append(fact_of(kind, on, rulings.get(event_id, {})))
    return {key: fold_request(told, calendar) for key, told in facts.items()}


def _rulings() -> dict[int, dict[str, Any]]:
    ruled = RequestEvent.kind == RequestEventKind.RULED.value
    return {row.id: row.data for row in RequestEvent.select().where(ruled)}


def _matching(filters: RequestFilters) -> list[int]:
    rows = Request.select(Request.id).join(Applicant)
    if filters.year:
        start, end = date(filters.year, 1, 1), date(filters.year, 12, 31)
        rows = rows.where(Request.received_on.between(start, end))
    for word in filters.words.split():
        rows = rows.where(
            Request.code.contains(word)
            | Request.number_text.contains(word)
            | Request.asked.contains(word)
            | Applicant.name.contains(word)
        )
    return [row.id for row in rows]


def _in_state(state: RequestState, progress: dict[int, RequestProgress], today: date) -> list[int]:
    match state:
        case RequestState.OPEN:
            return [key for key, each in progress.items() if each.closed_on is None]
        case RequestState.LATE:
            return [key for key, each in progress.items() if each.is_overdue(today)]
        case RequestState.CLOSED:
            return [key for key, each in progress.items() if each.closed_on is not None]
        case _:
            return list(progress)


def _urgency(key: int, progress: RequestProgress) -> tuple[date, int]:
    return (progress.due_on or date.max, -key)


def _maybe_open() -> list[Request]:
    """Requests without an answer, and those whose objection has none."""
    ended = _having(RequestEventKind.ANSWERED, RequestEventKind.WITHDRAWN)
    objected = _having(RequestEventKind.OBJECTED)
    settled = _having(
        RequestEventKind.OBJECTION_ANSWERED, RequestEventKind.DISPUTED, RequestEventKind.RULED
    )
    is_open = Request.id.not_in(ended) | (Request.id.in_(objected) & Request.id.not_in(settled))
    return list(Request.select().where(is_open))


def _having(*kinds: RequestEventKind) -> Any:  # noqa: ANN401 - a query of peewee
    wanted = [kind.value for kind in kinds]
    return RequestEvent.select(RequestEvent.request).where(RequestEvent.kind.in_(wanted))


def _years() -> tuple[int, ...]:
    rows: Any = Request.select(Request.received_on.year).distinct().tuples()
    return tuple(sorted((int(year) for (year,) in rows), reverse=True))
