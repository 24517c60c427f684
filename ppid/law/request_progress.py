"""How a request stands: folded from what happened to it, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.law.requests import answer_due, dispute_last_day, objection_due, objection_last_day
from ppid.law.workdays import WorkCalendar


class RequestEventKind(StrEnum):
    """What can happen to a request, in the past tense."""

    RECEIVED = "received"
    TEST_ASKED = "test-asked"
    EXTENDED = "extended"
    PROPOSED = "answer-proposed"
    RETURNED = "answer-returned"
    APPROVED = "answer-approved"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    OBJECTED = "objected"
    OBJECTION_ANSWERED = "objection-answered"
    DISPUTED = "disputed"
    RULED = "ruled"
    FORGOTTEN = "applicant-forgotten"


class RequestStatus(StrEnum):
    """Where a request is."""

    IN_HAND = "diproses"
    PROPOSED = "jawaban-disiapkan"
    ANSWERED = "dijawab"
    WITHDRAWN = "dicabut"
    OBJECTED = "keberatan"
    OBJECTION_ANSWERED = "keberatan-ditanggapi"
    DISPUTED = "sengketa"
    RULED = "diputus"

    @property
    def label(self) -> str:
        """The words of the status."""
        return self.value.replace("-", " ").capitalize()

    @property
    def is_open(self) -> bool:
        """Whether somebody at the office still owes an act."""
        return self in {RequestStatus.IN_HAND, RequestStatus.PROPOSED, RequestStatus.OBJECTED}


_ANSWER = {
    RequestEventKind.RECEIVED: RequestStatus.IN_HAND,
    RequestEventKind.PROPOSED: RequestStatus.PROPOSED,
    RequestEventKind.RETURNED: RequestStatus.IN_HAND,
    RequestEventKind.ANSWERED: RequestStatus.ANSWERED,
    RequestEventKind.WITHDRAWN: RequestStatus.WITHDRAWN,
}
_OBJECTION = {
    RequestEventKind.OBJECTED: RequestStatus.OBJECTED,
    RequestEventKind.OBJECTION_ANSWERED: RequestStatus.OBJECTION_ANSWERED,
    RequestEventKind.DISPUTED: RequestStatus.DISPUTED,
    RequestEventKind.RULED: RequestStatus.RULED,
}


@dataclass(frozen=True)
class RequestFact:
    """One thing that happened, on a day at the office.

    ``refuses`` is said of proposed answers, ``final`` of rulings.
    """

    kind: RequestEventKind
    on: date
    refuses: bool = False
    final: bool = True


@dataclass(frozen=True)
class RequestProgress:
    """A request as its facts leave it.

    ``answer`` is how far the answer is, whatever objections run beside it; ``due_on`` the last day
    of what is owed next, if any. ``may_object_until`` and ``may_dispute_until`` are the applicant's
    own last days; ``needs_approval`` tells that a refusal waits for Atasan PPID.
    """

    status: RequestStatus
    answer: RequestStatus
    received_on: date
    due_on: date | None
    extended: bool
    needs_approval: bool
    approved: bool
    answered_on: date | None
    used_workdays: int | None
    may_object_until: date
    may_dispute_until: date | None
    closed_on: date | None

    def is_overdue(self, today: date) -> bool:
        """Whether the last day has passed and the act is still owed."""
        return self.due_on is not None and self.due_on < today


def fold_request(facts: Iterable[RequestFact], calendar: WorkCalendar) -> RequestProgress:
    """The request as its facts, in their order, leave it; the first is its receipt."""
    told = list(facts)
    days = {fact.kind: fact.on for fact in told}
    answer = [_ANSWER[fact.kind] for fact in told if fact.kind in _ANSWER][-1]
    objection = [_OBJECTION[fact.kind] for fact in told if fact.kind in _OBJECTION]
    status = objection[-1] if objection else answer
    received = days[RequestEventKind.RECEIVED]
    extended = RequestEventKind.EXTENDED in days
    answered = days.get(RequestEventKind.ANSWERED)
    due = answer_due(received, calendar, extended=extended)
    approved = _approved(told)
    return RequestProgress(
        status=status,
        answer=answer,
        received_on=received,
        due_on=_owed(status, due, days, calendar),
        extended=extended,
        needs_approval=answer is RequestStatus.PROPOSED and _refuses(told) and not approved,
        approved=approved,
        answered_on=answered,
        used_workdays=None if answered is None else calendar.count_between(received, answered),
        may_object_until=objection_last_day(answered or due, calendar),
        may_dispute_until=_dispute_day(days, calendar),
        closed_on=_closed_on(status, told),
    )


def _owed(
    status: RequestStatus,
    due: date,
    days: dict[RequestEventKind, date],
    calendar: WorkCalendar,
) -> date | None:
    if status in {RequestStatus.IN_HAND, RequestStatus.PROPOSED}:
        return due
    if status is RequestStatus.OBJECTED:
        return objection_due(days[RequestEventKind.OBJECTED], calendar)
    return None


def _dispute_day(days: dict[RequestEventKind, date], calendar: WorkCalendar) -> date | None:
    """From the answer to the objection, else from the day on which it should have come."""
    if answered := days.get(RequestEventKind.OBJECTION_ANSWERED):
        return dispute_last_day(answered, calendar)
    if objected := days.get(RequestEventKind.OBJECTED):
        return dispute_last_day(objection_due(objected, calendar), calendar)
    return None


def _refuses(facts: list[RequestFact]) -> bool:
    """Whether the answer that was last proposed refuses something."""
    proposed = [fact for fact in facts if fact.kind is RequestEventKind.PROPOSED]
    return bool(proposed) and proposed[-1].refuses


def _approved(facts: list[RequestFact]) -> bool:
    """Whether Atasan PPID approved the answer that was last proposed."""
    weighing = (RequestEventKind.PROPOSED, RequestEventKind.RETURNED, RequestEventKind.APPROVED)
    weighed = [fact.kind for fact in facts if fact.kind in weighing]
    return bool(weighed) and weighed[-1] is RequestEventKind.APPROVED


def _closed_on(status: RequestStatus, facts: list[RequestFact]) -> date | None:
    """The day since which nothing was owed any more; a ruling that is not final closes nothing."""
    if status.is_open or status is RequestStatus.DISPUTED:
        return None
    if status is RequestStatus.RULED and not facts[-1].final:
        return None
    return max(fact.on for fact in facts if fact.kind in {**_ANSWER, **_OBJECTION})
