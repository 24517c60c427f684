"""Where a request is, folded from what happened."""

from datetime import date

from ppid.law.request_progress import RequestEventKind as Kind
from ppid.law.request_progress import RequestFact, RequestProgress, RequestStatus, fold_request
from ppid.law.workdays import WorkCalendar

RECEIVED = RequestFact(Kind.RECEIVED, date(2026, 11, 2))
PROPOSED = RequestFact(Kind.PROPOSED, date(2026, 11, 9), refuses=True)
APPROVED = RequestFact(Kind.APPROVED, date(2026, 11, 10))
ANSWERED = RequestFact(Kind.ANSWERED, date(2026, 11, 11))
OBJECTED = RequestFact(Kind.OBJECTED, date(2026, 11, 18))
JUDGED = RequestFact(Kind.OBJECTION_ANSWERED, date(2026, 12, 1))
DISPUTED = RequestFact(Kind.DISPUTED, date(2026, 12, 7))


def fold(*facts: RequestFact) -> RequestProgress:
    return fold_request((RECEIVED, *facts), WorkCalendar())


def test_a_fresh_request_is_owed_an_answer() -> None:
    progress = fold()

    assert (progress.status, progress.due_on) == (RequestStatus.IN_HAND, date(2026, 11, 16))
    assert not progress.is_overdue(date(2026, 11, 16))
    assert progress.is_overdue(date(2026, 11, 17))


def test_an_extension_moves_the_last_day() -> None:
    progress = fold(RequestFact(Kind.EXTENDED, date(2026, 11, 12)))

    assert (progress.extended, progress.due_on) == (True, date(2026, 11, 25))


def test_a_refusal_waits_for_approval_until_it_is_given() -> None:
    assert fold(PROPOSED).needs_approval
    assert not fold(PROPOSED, APPROVED).needs_approval


def test_an_answer_that_refuses_nothing_waits_for_nobody() -> None:
    assert not fold(RequestFact(Kind.PROPOSED, date(2026, 11, 9))).needs_approval


def test_an_approval_counts_only_for_the_answer_that_it_saw() -> None:
    returned = RequestFact(Kind.RETURNED, date(2026, 11, 10))

    assert fold(PROPOSED, APPROVED, returned, PROPOSED).needs_approval


def test_a_returned_answer_is_in_hand_again() -> None:
    progress = fold(PROPOSED, RequestFact(Kind.RETURNED, date(2026, 11, 10)))

    assert progress.answer is RequestStatus.IN_HAND


def test_an_answered_request_tells_the_working_days_it_took() -> None:
    progress = fold(PROPOSED, APPROVED, ANSWERED)

    assert (progress.status, progress.used_workdays) == (RequestStatus.ANSWERED, 7)
    assert (progress.due_on, progress.closed_on) == (None, date(2026, 11, 11))
    assert progress.may_object_until == date(2026, 12, 23)


def test_an_objection_opens_the_request_again() -> None:
    progress = fold(PROPOSED, APPROVED, ANSWERED, OBJECTED)

    assert (progress.status, progress.answer) == (RequestStatus.OBJECTED, RequestStatus.ANSWERED)
    assert progress.due_on == date(2026, 12, 30)
    assert progress.closed_on is None


def test_an_answer_during_an_objection_does_not_end_the_objection() -> None:
    progress = fold(OBJECTED, PROPOSED, APPROVED, ANSWERED)

    assert (progress.status, progress.answer) == (RequestStatus.OBJECTED, RequestStatus.ANSWERED)


def test_after_the_objection_is_answered_a_dispute_has_its_own_last_day() -> None:
    progress = fold(PROPOSED, APPROVED, ANSWERED, OBJECTED, JUDGED)

    assert progress.may_dispute_until == date(2026, 12, 21)
    assert progress.closed_on == date(2026, 12, 1)


def test_a_dispute_closes_with_a_final_ruling_only() -> None:
    told = (PROPOSED, APPROVED, ANSWERED, OBJECTED, JUDGED, DISPUTED)
    appealed = RequestFact(Kind.RULED, date(2027, 2, 1), final=False)
    final = RequestFact(Kind.RULED, date(2027, 3, 1))

    assert fold(*told).closed_on is None
    assert fold(*told, appealed).closed_on is None
    assert fold(*told, appealed, final).closed_on == date(2027, 3, 1)


def test_forgetting_the_applicant_changes_nothing_else() -> None:
    told = (PROPOSED, APPROVED, ANSWERED)
    forgotten = RequestFact(Kind.FORGOTTEN, date(2029, 1, 1))

    assert fold(*told) == fold(*told, forgotten)
