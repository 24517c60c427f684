from datetime import date

import pytest

from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind
from ppid.law.prolonging import reason_against_prolonging
from ppid.law.standing import (
    ClassificationFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
)
from ppid.law.workdays import WorkCalendar

END = date(2026, 3, 2)
CALENDAR = WorkCalendar()


def closed_until(end: date, *grounds: Ground) -> EntryFacts:
    period = Period(PeriodKind.UNTIL_DATE, ends_on=end)
    closed = ClassificationFacts(1, "Penetapan 1", date(2000, 1, 3), grounds, Extent.WHOLE, period)
    return EntryFacts(None, (closed,))


def test_prolonging_before_the_end_is_allowed() -> None:
    facts = closed_until(END, Ground.H)
    assert reason_against_prolonging(facts, date(2026, 3, 1), (Ground.H,), CALENDAR) == ""


@pytest.mark.parametrize("day", [END, date(2030, 1, 1)])
def test_prolonging_on_or_after_the_end_is_refused_with_the_reason(day: date) -> None:
    reason = reason_against_prolonging(closed_until(END, Ground.H), day, (Ground.H,), CALENDAR)
    assert "sudah terbuka sejak 2 Maret 2026" in reason
    assert "Pasal 11 ayat (3)" in reason


def test_what_a_final_ruling_opened_is_never_closed_again() -> None:
    facts = closed_until(END, Ground.H)
    ruling = OpeningFacts(OpeningKind.RULING, date(2025, 1, 1), "putusan")
    ruled = EntryFacts(None, facts.classifications, (ruling,))
    reason = reason_against_prolonging(ruled, date(2025, 2, 3), (Ground.J,), CALENDAR)
    assert "putusan" in reason


def test_huruf_a_alone_is_not_prolonged_beyond_its_30_years() -> None:
    facts = closed_until(date(2040, 1, 1), Ground.A, Ground.H)
    day = date(2030, 1, 3)
    assert "30 tahun" in reason_against_prolonging(facts, day, (Ground.A,), CALENDAR)
    assert reason_against_prolonging(facts, day, (Ground.A, Ground.C), CALENDAR) == ""


def test_an_entry_never_classified_has_nothing_against_it() -> None:
    empty = EntryFacts(None, ())
    assert reason_against_prolonging(empty, END, (Ground.A,), CALENDAR) == ""
