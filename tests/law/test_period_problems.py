from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.dates import add_years
from ppid.law.grounds import Ground, may_be_unlimited
from ppid.law.period_problems import ceiling_of_huruf_a, period_problems
from ppid.law.periods import Period, PeriodKind

START = date(2024, 3, 1)
REVIEW = date(2027, 7, 1)


def codes(period: Period, *grounds: Ground, first: date | None = None) -> tuple[str, ...]:
    return tuple(problem.code for problem in period_problems(period, grounds, first))


@pytest.mark.parametrize("ground", Ground)
def test_permanent_is_refused_for_a_to_f_and_for_no_other(ground: Ground) -> None:
    period = Period(PeriodKind.UNLIMITED, review_on=REVIEW)
    refused = "permanen-huruf-a-f" in codes(period, ground)
    assert refused is not may_be_unlimited(ground)


def test_one_huruf_of_a_to_f_is_enough_to_refuse_permanent() -> None:
    period = Period(PeriodKind.UNLIMITED, review_on=REVIEW)
    found = period_problems(period, (Ground.H, Ground.B))
    assert [problem.message for problem in found] == [
        "Pengecualian berdasarkan huruf b tidak boleh permanen."
    ]


def test_huruf_a_may_last_30_years_to_the_day_and_no_longer() -> None:
    first = date(2000, 5, 1)
    lawful = Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 5, 1))
    beyond = Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 5, 2))
    assert codes(lawful, Ground.A, first=first) == ()
    assert codes(beyond, Ground.A, first=first) == ("huruf-a-lebih-30-tahun",)
    assert codes(beyond, Ground.H, first=first) == ()


def test_the_30_years_run_from_the_first_exclusion_not_from_the_new_start() -> None:
    period = Period(PeriodKind.DURATION, starts_on=START, years=10)
    assert codes(period, Ground.A) == ()
    assert codes(period, Ground.A, first=date(2000, 1, 1)) == ("huruf-a-lebih-30-tahun",)


@pytest.mark.parametrize(("months", "days", "refused"), [(0, 0, False), (0, 1, True), (1, 0, True)])
def test_a_length_beyond_30_years_is_refused_even_without_a_start(
    months: int, days: int, *, refused: bool
) -> None:
    period = Period(
        PeriodKind.DURATION,
        years=30,
        months=months,
        days=days,
        start_event="putusan",
        review_on=REVIEW,
    )
    assert ("huruf-a-lebih-30-tahun" in codes(period, Ground.A)) is refused


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_ceiling_of_huruf_a_is_30_years_after_the_first_day(first: date) -> None:
    assert ceiling_of_huruf_a(first) == add_years(first, 30)


def test_the_ceiling_from_29_february_is_the_28th() -> None:
    assert ceiling_of_huruf_a(date(2024, 2, 29)) == date(2054, 2, 28)


def test_a_duration_without_any_start_is_told() -> None:
    period = Period(PeriodKind.DURATION, years=5, review_on=REVIEW)
    assert codes(period, Ground.H) == ("jangka-waktu-tanpa-mulai",)


def test_a_named_start_not_yet_confirmed_is_told_apart() -> None:
    period = Period(PeriodKind.DURATION, years=5, start_event="putusan", review_on=REVIEW)
    assert codes(period, Ground.H) == ("mulai-belum-dipastikan",)


@pytest.mark.parametrize(
    "period",
    [
        Period(PeriodKind.UNTIL_EVENT, event="lelang selesai"),
        Period(PeriodKind.WHILE_CONDITION, condition="lelang berjalan"),
        Period(PeriodKind.PER_REGULATION, regulation="jadwal retensi arsip"),
        Period(PeriodKind.UNLIMITED),
    ],
)
def test_what_has_no_end_needs_a_review_date(period: Period) -> None:
    assert codes(period, Ground.H) == ("tanpa-akhir-dan-tinjauan",)


def test_an_event_that_happened_needs_no_review_date() -> None:
    period = Period(PeriodKind.UNTIL_EVENT, event="lelang selesai", event_on=START)
    assert codes(period, Ground.H) == ()


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind != PeriodKind.UNLIMITED])
def test_a_period_only_named_and_not_stated_is_incomplete(kind: PeriodKind) -> None:
    period = Period(kind, starts_on=START, review_on=REVIEW)
    assert codes(period, Ground.H) == ("jangka-waktu-tidak-lengkap",)


def test_an_end_that_is_not_after_the_start_is_told() -> None:
    period = Period(PeriodKind.UNTIL_DATE, starts_on=START, ends_on=START)
    assert codes(period, Ground.H) == ("jangka-waktu-terbalik",)


def test_each_problem_names_the_field_to_mend() -> None:
    period = Period(PeriodKind.UNLIMITED)
    fields = [problem.field for problem in period_problems(period, (Ground.A,))]
    assert fields == ["review_on", "kind"]
