"""How long answers to requests may take, and which the law allows on a day."""

from datetime import date

import pytest

from ppid.law.facts import (
    ClassificationFacts,
    DisputeFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
)
from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind
from ppid.law.requests import (
    Outcome,
    answer_due,
    dispute_last_day,
    forbids_outcome,
    objection_due,
    objection_last_day,
    refuse_extension,
)
from ppid.law.standing import Standing, standing
from ppid.law.workdays import WorkCalendar

CALENDAR = WorkCalendar()
MONDAY = date(2026, 11, 2)
ENDS = date(2028, 1, 18)


def stands(
    on: date = MONDAY, extent: Extent = Extent.WHOLE, **facts: tuple[object, ...]
) -> Standing:
    """An entry closed from 2025 until 18 January 2028."""
    closed = ClassificationFacts(
        key=1,
        label="Penetapan Nomor 3 Tahun 2025",
        effective_on=date(2025, 1, 18),
        grounds=(Ground.H,),
        extent=extent,
        period=Period(PeriodKind.UNTIL_DATE, ends_on=ENDS),
    )
    told = EntryFacts(first_excluded_on=None, classifications=(closed,), **facts)
    return standing(told, on, CALENDAR)


def test_a_request_is_answered_within_ten_working_days() -> None:
    assert answer_due(MONDAY, CALENDAR) == date(2026, 11, 16)


def test_a_holiday_moves_the_last_day_to_answer() -> None:
    calendar = WorkCalendar(frozenset({date(2026, 11, 10)}))

    assert answer_due(MONDAY, calendar) == date(2026, 11, 17)


def test_an_extension_adds_seven_working_days() -> None:
    assert answer_due(MONDAY, CALENDAR, extended=True) == date(2026, 11, 25)


def test_the_answer_is_put_off_once_and_not_again() -> None:
    due = answer_due(MONDAY, CALENDAR)

    assert refuse_extension(MONDAY, due, CALENDAR, extended=False) is None
    assert "satu kali" in str(refuse_extension(MONDAY, due, CALENDAR, extended=True))


def test_an_answer_that_is_late_already_cannot_be_put_off() -> None:
    told = refuse_extension(MONDAY, date(2026, 11, 17), CALENDAR, extended=False)

    assert "16 November 2026" in str(told)


def test_an_objection_has_thirty_working_days_and_its_answer_thirty() -> None:
    assert objection_last_day(MONDAY, CALENDAR) == date(2026, 12, 14)
    assert objection_due(MONDAY, CALENDAR) == date(2026, 12, 14)


def test_a_dispute_has_fourteen_working_days() -> None:
    assert dispute_last_day(MONDAY, CALENDAR) == date(2026, 11, 20)


def test_what_is_excluded_that_day_may_be_refused_and_not_given() -> None:
    assert forbids_outcome(Outcome.REFUSED, stands(), MONDAY) is None
    assert "masih dikecualikan" in str(forbids_outcome(Outcome.GIVEN, stands(), MONDAY))


def test_what_opened_by_itself_may_not_be_refused_any_more() -> None:
    told = forbids_outcome(Outcome.REFUSED, stands(ENDS), ENDS)

    assert "terbuka pada 18 Januari 2028" in str(told)
    assert forbids_outcome(Outcome.GIVEN, stands(ENDS), ENDS) is None


def test_a_partial_exclusion_never_refuses_the_whole() -> None:
    partly = stands(extent=Extent.PARTIAL)

    assert "Pasal 50 ayat (3)" in str(forbids_outcome(Outcome.REFUSED, partly, MONDAY))
    assert forbids_outcome(Outcome.BLACKED_OUT, partly, MONDAY) is None


def test_what_is_in_no_entry_is_neither_refused_nor_blacked_out() -> None:
    assert "Pasal 19" in str(forbids_outcome(Outcome.REFUSED, None, MONDAY))
    assert "Tidak ada yang dapat dihitamkan" in str(
        forbids_outcome(Outcome.BLACKED_OUT, None, MONDAY)
    )
    assert forbids_outcome(Outcome.GIVEN, None, MONDAY) is None


def test_what_was_never_determined_is_tested_before_it_is_refused() -> None:
    undetermined = standing(EntryFacts(None, ()), MONDAY, CALENDAR)

    assert "uji konsekuensi" in str(forbids_outcome(Outcome.REFUSED, undetermined, MONDAY))


def test_what_is_held_stays_closed_and_may_be_refused() -> None:
    held = stands(disputes=(DisputeFacts(MONDAY, None, "Sengketa Nomor 1"),))

    assert forbids_outcome(Outcome.REFUSED, held, MONDAY) is None


def test_what_a_ruling_opened_may_not_be_refused() -> None:
    ruled = stands(openings=(OpeningFacts(OpeningKind.RULING, MONDAY, "Putusan Nomor 5"),))

    assert "Putusan Nomor 5" in str(forbids_outcome(Outcome.REFUSED, ruled, MONDAY))


@pytest.mark.parametrize("given", [None, stands(), stands(ENDS)])
def test_that_it_is_not_held_can_always_be_said(given: Standing | None) -> None:
    assert forbids_outcome(Outcome.NOT_HELD, given, MONDAY) is None
