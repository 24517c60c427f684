from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.workdays import WorkCalendar, national_holidays

DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
CALENDARS = st.builds(
    WorkCalendar, st.frozensets(st.dates(date(2015, 1, 1), date(2045, 12, 31)), max_size=40)
)
HOLIDAY = date(2026, 8, 17)


def test_weekends_and_holidays_are_no_working_days() -> None:
    calendar = WorkCalendar(frozenset({HOLIDAY}))
    assert not calendar.is_workday(HOLIDAY)
    assert not calendar.is_workday(date(2026, 8, 15))
    assert calendar.is_workday(date(2026, 8, 18))


def test_the_day_of_receipt_is_not_counted() -> None:
    assert WorkCalendar().add(date(2026, 11, 20), 1) == date(2026, 11, 23)


def test_a_request_on_friday_is_due_in_ten_working_days() -> None:
    assert WorkCalendar().add(date(2026, 11, 20), 10) == date(2026, 12, 4)


def test_a_holiday_added_by_the_office_moves_the_deadline() -> None:
    calendar = WorkCalendar(frozenset({date(2026, 11, 24)}))
    assert calendar.add(date(2026, 11, 20), 10) == date(2026, 12, 7)


def test_the_first_working_day_before_monday_is_friday() -> None:
    assert WorkCalendar().before(date(2026, 11, 23), 1) == date(2026, 11, 20)


def test_an_overdue_deadline_counts_below_zero() -> None:
    assert WorkCalendar().count_between(date(2026, 11, 25), date(2026, 11, 20)) == -3


def test_a_holiday_on_the_first_day_takes_nothing_from_the_count() -> None:
    calendar = WorkCalendar(frozenset({HOLIDAY}))
    assert calendar.count_between(HOLIDAY, date(2026, 8, 18)) == 1


@given(CALENDARS, DAYS, st.integers(1, 120))
def test_counting_forward_undoes_adding(calendar: WorkCalendar, day: date, count: int) -> None:
    target = calendar.add(day, count)
    assert calendar.is_workday(target)
    assert calendar.count_between(day, target) == count


@given(CALENDARS, DAYS, st.integers(1, 120))
def test_the_nth_day_before_leaves_n_working_days(
    calendar: WorkCalendar, day: date, count: int
) -> None:
    target = calendar.before(day, count)
    between = (target + timedelta(days=step) for step in range((day - target).days))
    assert target < day
    assert sum(map(calendar.is_workday, between)) == count


@given(CALENDARS, DAYS, st.integers(0, 400))
def test_counting_between_agrees_with_counting_one_by_one(
    calendar: WorkCalendar, start: date, length: int
) -> None:
    after = (start + timedelta(days=step) for step in range(1, length + 1))
    counted = calendar.count_between(start, start + timedelta(days=length))
    assert counted == sum(map(calendar.is_workday, after))


def test_walking_stops_at_the_end_of_the_calendar() -> None:
    assert WorkCalendar().add(date(9999, 12, 30), 50) == date.max
    assert WorkCalendar().before(date(1, 1, 3), 50) == date.min


def test_zero_days_before_or_after_is_the_day_itself() -> None:
    assert WorkCalendar().add(HOLIDAY, 0) == HOLIDAY


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (date(2026, 8, 17), "Kemerdekaan"),
        (date(2026, 12, 25), "Natal"),
        (date(2026, 12, 24), "Cuti Bersama"),
    ],
)
def test_national_holidays_come_with_cuti_bersama_and_indonesian_names(
    day: date, word: str
) -> None:
    assert word in national_holidays([2026])[day]


def test_holidays_of_several_years_are_in_order() -> None:
    days = list(national_holidays([2026, 2025]))
    assert days == sorted(days)
    assert {day.year for day in days} == {2025, 2026}
