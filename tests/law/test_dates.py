from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.dates import (
    MONTHS,
    add_days,
    add_months,
    add_years,
    format_date,
    format_date_short,
    parse_date_text,
    roman,
    spell_date,
    spell_number,
    weekday_name,
)


def test_a_date_is_written_with_the_month_in_words() -> None:
    assert format_date(date(2028, 1, 18)) == "18 Januari 2028"
    assert format_date_short(date(2026, 8, 5)) == "5 Agu 2026"


def test_the_weekday_of_the_sop_is_monday() -> None:
    assert weekday_name(date(2021, 1, 18)) == "Senin"


def test_minutes_open_with_the_date_in_words() -> None:
    said = "Senin tanggal delapan belas bulan Januari tahun dua ribu dua puluh satu"
    assert spell_date(date(2021, 1, 18)) == said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1000, "seribu"),
        (1945, "seribu sembilan ratus empat puluh lima"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (2_500_001, "dua juta lima ratus ribu satu"),
    ],
)
def test_numbers_are_spelled_as_indonesians_say_them(number: int, words: str) -> None:
    assert spell_number(number) == words


@given(st.lists(st.integers(0, 999_999), min_size=2, max_size=2, unique=True))
def test_no_two_numbers_are_spelled_alike(pair: list[int]) -> None:
    assert spell_number(pair[0]) != spell_number(pair[1])


def test_a_number_beyond_the_words_is_refused() -> None:
    with pytest.raises(ValueError, match="terbilang"):
        spell_number(-1)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "I"), (4, "IV"), (9, "IX"), (12, "XII"), (2024, "MMXXIV")]
)
def test_roman_numerals(number: int, letters: str) -> None:
    assert roman(number) == letters


def test_zero_has_no_roman_numeral() -> None:
    with pytest.raises(ValueError, match="Romawi"):
        roman(0)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 8, 31), 1, date(2024, 9, 30)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
    ],
)
def test_a_day_that_does_not_exist_falls_on_the_months_last(
    start: date, months: int, end: date
) -> None:
    assert add_months(start, months) == end


def test_29_february_plus_a_year_is_the_28th_and_plus_four_the_29th() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


@given(st.dates(), st.integers(-200_000, 200_000))
def test_adding_months_never_leaves_the_calendar(day: date, months: int) -> None:
    moved = add_months(day, months)
    if date.min < moved < date.max:
        assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
        assert moved.day <= day.day


@given(st.dates(), st.integers(-10_000_000, 10_000_000))
def test_adding_days_stays_at_the_ends_of_the_calendar(day: date, days: int) -> None:
    wanted = day.toordinal() + days
    lowest, highest = date.min.toordinal(), date.max.toordinal()
    assert add_days(day, days).toordinal() == min(max(wanted, lowest), highest)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_written_is_read_back(day: date) -> None:
    assert parse_date_text(format_date(day)) == day
    assert parse_date_text(format_date_short(day)) == day
    assert parse_date_text(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tanggal 18 januari 2021 di Mataram", date(2021, 1, 18)),
        ("18-1-2021", date(2021, 1, 18)),
        ("18/01/2021", date(2021, 1, 18)),
        ("1 Nopember 2020", date(2020, 11, 1)),
        ("31 Februari 2021", None),
        ("Januari 2021", None),
        ("118 Januari 2021", None),
        ("", None),
    ],
)
def test_a_full_date_is_found_in_text_and_nothing_less(text: str, day: date | None) -> None:
    assert parse_date_text(text) == day


def test_there_are_twelve_months() -> None:
    assert (len(MONTHS), MONTHS[0], MONTHS[11]) == (12, "Januari", "Desember")
