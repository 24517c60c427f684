"""The figures of requests, one question each; a figure is the number of what its question finds.

Answers and objections count on the day on which they were given or filed: what was left over at
the start and what came in is what was settled and what is left at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ppid.law.request_progress import RequestEventKind
from ppid.law.requests import ExtensionReason, ObjectionGround, Outcome
from ppid.yearly.ledger import Ledger, RequestRecord, Told
from ppid.yearly.terms import Term

Found = list[RequestRecord]
Kind = RequestEventKind


class Result(StrEnum):
    """What an answer comes to as a whole (UU 14/2008 Pasal 12 huruf c)."""

    GRANTED = "dikabulkan-seluruhnya"
    IN_PART = "dikabulkan-sebagian"
    REFUSED = "ditolak"
    NOT_HELD = "tidak-dikuasai"


def result_of(record: RequestRecord) -> Result | None:
    """What its answer comes to; None while there is none.

    Whole: every item given. Refused: nothing given and something refused. Not held: nothing else.
    """
    said = {Outcome(item["outcome"]) for item in record.answered_items}
    if not said:
        return None
    if said == {Outcome.GIVEN}:
        return Result.GRANTED
    if said & {Outcome.GIVEN, Outcome.BLACKED_OUT}:
        return Result.IN_PART
    return Result.REFUSED if Outcome.REFUSED in said else Result.NOT_HELD


class Judgement(StrEnum):
    """What the answer to an objection, or a ruling, comes to."""

    KEPT = "dikuatkan"
    OPENED = "diberikan"
    MIXED = "sebagian"


def judgement_of(told: Told) -> Judgement:
    """Whether everything was upheld, everything given, or some of each."""
    said = {item["outcome"] for item in told.data.get("items", ())}
    if said == {"dibuka"}:
        return Judgement.OPENED
    return Judgement.MIXED if "dibuka" in said else Judgement.KEPT


def carried_in(ledger: Ledger, term: Term, _today: date) -> Found:
    """Requests that already waited for their answer when the term began."""
    eve = term.first - timedelta(days=1)
    return [each for each in ledger if each.runs_on(eve)]


def received(ledger: Ledger, term: Term, _today: date) -> Found:
    """Requests received in the term."""
    return [each for each in ledger if term.holds(each.received_on)]


def answered(ledger: Ledger, term: Term, _today: date) -> Found:
    """Requests answered in the term."""
    return [each for each in ledger if term.holds(each.answered_on)]


def with_result(result: Result) -> "Question":
    """Requests answered in the term with this result."""

    def find(ledger: Ledger, term: Term, today: date) -> Found:
        return [each for each in answered(ledger, term, today) if result_of(each) is result]

    return find


def withdrawn(ledger: Ledger, term: Term, _today: date) -> Found:
    """Requests that their applicant took back in the term."""
    return [each for each in ledger if term.holds(each.withdrawn_on)]


def running(ledger: Ledger, term: Term, today: date) -> Found:
    """Requests that wait for their answer at the end of the term, or now while it runs."""
    return [each for each in ledger if each.runs_on(term.end(today))]


def in_time(ledger: Ledger, term: Term, today: date) -> Found:
    """Answers of the term given on or before the last day (UU 14/2008 Pasal 22(7) and (8))."""
    return [each for each in answered(ledger, term, today) if _is_in_time(each)]


def late(ledger: Ledger, term: Term, today: date) -> Found:
    """Answers of the term given after the last day."""
    return [each for each in answered(ledger, term, today) if not _is_in_time(each)]


def lapsed(ledger: Ledger, term: Term, today: date) -> Found:
    """Silence: requests whose last day lay in the term and passed without an answer."""
    return [
        each
        for each in ledger
        if term.holds(each.due_on) and each.due_on < today and each.runs_on(each.due_on)
    ]


def extended(reason: ExtensionReason | None = None) -> "Question":
    """Requests put off in the term (Perki 1/2021 Pasal 36), for this reason or for any."""

    def find(ledger: Ledger, term: Term, _today: date) -> Found:
        return [
            each
            for each in ledger
            if (told := _in(each, Kind.EXTENDED, term))
            and (reason is None or told.data.get("reason") == reason.value)
        ]

    return find


def objected(ground: ObjectionGround | None = None) -> "Question":
    """Requests objected to in the term, on this ground or on any (UU 14/2008 Pasal 35)."""

    def find(ledger: Ledger, term: Term, _today: date) -> Found:
        return [
            each
            for each in ledger
            if (told := _in(each, Kind.OBJECTED, term))
            and (ground is None or ground.value in told.data.get("grounds", ()))
        ]

    return find


def judged(kind: RequestEventKind, judgement: Judgement | None = None) -> "Question":
    """Requests whose objection was answered, or dispute ruled on, in the term; so or anyhow.

    Of several rulings the last in the term counts: a ruling of a court takes the place of an
    earlier one.
    """

    def find(ledger: Ledger, term: Term, _today: date) -> Found:
        return [
            each
            for each in ledger
            if (told := _in(each, kind, term))
            and (judgement is None or judgement_of(told) is judgement)
        ]

    return find


def objections_running(ledger: Ledger, term: Term, today: date) -> Found:
    """Requests whose objection waits for its answer at the end of the term."""
    ends = {Kind.OBJECTION_ANSWERED, Kind.DISPUTED, Kind.RULED}
    return [each for each in ledger if _waits(each, Kind.OBJECTED, ends, term.end(today))]


def disputed(ledger: Ledger, term: Term, _today: date) -> Found:
    """Requests over which a dispute was brought in the term (UU 14/2008 Pasal 37)."""
    return [each for each in ledger if _in(each, Kind.DISPUTED, term)]


def disputes_running(ledger: Ledger, term: Term, today: date) -> Found:
    """Requests whose dispute has no final ruling at the end of the term."""
    return [each for each in ledger if _dispute_waits(each, term.end(today))]


def average_workdays(ledger: Ledger, term: Term, today: date) -> float | None:
    """Working days from receipt to answer, on average; None when nothing was answered."""
    used = _used(ledger, term, today)
    return round(sum(used) / len(used), 1) if used else None


def longest_workdays(ledger: Ledger, term: Term, today: date) -> int | None:
    """The most working days that an answer took; None when nothing was answered."""
    return max(_used(ledger, term, today), default=None)


def share_in_time(ledger: Ledger, term: Term, today: date) -> float | None:
    """Answers in time, in per cent of all answers; None when nothing was answered."""
    given = len(answered(ledger, term, today))
    return round(100 * len(in_time(ledger, term, today)) / given, 1) if given else None


Question = Callable[[Ledger, Term, date], Found]


@dataclass(frozen=True)
class Figure:
    """A figure that is a number of requests: its name in addresses, its words, its question."""

    name: str
    label: str
    find: Question


def _is_in_time(record: RequestRecord) -> bool:
    return record.answered_on is not None and record.answered_on <= record.due_on


def _used(ledger: Ledger, term: Term, today: date) -> list[int]:
    found = answered(ledger, term, today)
    return [each.used_workdays for each in found if each.used_workdays is not None]


def _in(record: RequestRecord, kind: RequestEventKind, term: Term) -> Told | None:
    """The last thing of a kind that happened in the term."""
    told = (each for each in reversed(record.told) if each.kind is kind and term.holds(each.on))
    return next(told, None)


def _waits(
    record: RequestRecord, begin: RequestEventKind, ends: set[RequestEventKind], day: date
) -> bool:
    kinds = {each.kind for each in record.told if each.on <= day}
    return begin in kinds and not kinds & ends


def _dispute_waits(record: RequestRecord, day: date) -> bool:
    past = [each for each in record.told if each.on <= day]
    final = any(each.kind is Kind.RULED and each.data.get("final", True) for each in past)
    return any(each.kind is Kind.DISPUTED for each in past) and not final
