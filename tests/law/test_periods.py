import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.law.periods import Period, PeriodKind, describe, say_exclusion, say_length

MARCH = date(2024, 3, 1)
TEXTS = st.text(max_size=20)
MAYBE_DATES = st.none() | st.dates()
PERIODS = st.builds(
    Period,
    kind=st.sampled_from(PeriodKind),
    starts_on=MAYBE_DATES,
    ends_on=MAYBE_DATES,
    years=st.integers(0, 9999),
    months=st.integers(0, 9999),
    days=st.integers(0, 9999),
    start_event=TEXTS,
    event=TEXTS,
    event_on=MAYBE_DATES,
    condition=TEXTS,
    regulation=TEXTS,
    review_on=MAYBE_DATES,
)


def five_years(starts_on: date | None) -> Period:
    return Period(PeriodKind.DURATION, starts_on=starts_on, years=5, start_event="mutasi pegawai")


def test_a_period_until_a_date_opens_on_that_date() -> None:
    assert Period(PeriodKind.UNTIL_DATE, ends_on=MARCH).end() == MARCH


def test_a_duration_opens_on_the_same_day_years_later() -> None:
    assert five_years(MARCH).end() == date(2029, 3, 1)


def test_a_duration_with_an_unconfirmed_start_has_no_end() -> None:
    assert five_years(None).end() is None


def test_a_duration_without_length_has_no_end() -> None:
    assert Period(PeriodKind.DURATION, starts_on=MARCH).end() is None


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2024, 2, 29), {"years": 1}, date(2025, 2, 28)),
        (date(2024, 2, 29), {"years": 4}, date(2028, 2, 29)),
        (date(2023, 11, 30), {"months": 3}, date(2024, 2, 29)),
        (date(2024, 1, 31), {"months": 1, "days": 1}, date(2024, 3, 1)),
        (date(2024, 1, 1), {"days": 366}, date(2025, 1, 1)),
        (date(9000, 1, 1), {"years": 5000}, date.max),
    ],
)
def test_leap_years_and_month_ends(start: date, length: dict[str, int], end: date) -> None:
    assert Period(PeriodKind.DURATION, starts_on=start, **length).end() == end


@pytest.mark.parametrize("kind", [PeriodKind.UNTIL_EVENT, PeriodKind.WHILE_CONDITION])
def test_an_event_ends_the_period_only_once_it_happened(kind: PeriodKind) -> None:
    assert Period(kind, event="lelang selesai", condition="lelang berjalan").end() is None
    assert Period(kind, event_on=MARCH).end() == MARCH


def test_unlimited_has_no_end_whatever_else_is_filled_in() -> None:
    assert Period(PeriodKind.UNLIMITED, ends_on=MARCH, event_on=MARCH).end() is None


def test_a_regulation_gives_an_end_once_a_person_has_read_it() -> None:
    period = Period(PeriodKind.PER_REGULATION, regulation="jadwal retensi arsip")
    assert period.end() is None
    assert Period(PeriodKind.PER_REGULATION, ends_on=MARCH).end() == MARCH


@given(PERIODS)
def test_a_period_survives_json(period: Period) -> None:
    assert Period.from_dict(json.loads(json.dumps(period.to_dict()))) == period


@given(PERIODS)
def test_every_period_can_be_said_and_its_end_is_in_the_words(period: Period) -> None:
    assert describe(period)
    assert say_exclusion(period)
    if end := period.end():
        assert str(end.year) in describe(period)


def test_an_unknown_part_of_a_period_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak dikenal"):
        Period.from_dict({"kind": "tidak_terbatas", "warna": "biru"})


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (
            Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18)),
            "sampai 18 Januari 2028 (terbuka mulai tanggal itu)",
        ),
        (
            Period(PeriodKind.DURATION, starts_on=MARCH, years=5),
            "5 tahun sejak 1 Maret 2024, terbuka mulai 1 Maret 2029",
        ),
        (five_years(None), "5 tahun sejak mutasi pegawai (tanggal mulai belum dipastikan)"),
        (
            five_years(MARCH),
            "5 tahun sejak mutasi pegawai (1 Maret 2024), terbuka mulai 1 Maret 2029",
        ),
        (
            Period(PeriodKind.UNTIL_EVENT, event="terbitnya keputusan", review_on=MARCH),
            "sampai terbitnya keputusan; ditinjau 1 Maret 2024",
        ),
        (
            Period(PeriodKind.WHILE_CONDITION, condition="sistem dipakai", review_on=MARCH),
            "selama sistem dipakai; ditinjau 1 Maret 2024",
        ),
        (
            Period(PeriodKind.PER_REGULATION, regulation="jadwal retensi arsip"),
            "menurut jadwal retensi arsip",
        ),
        (
            Period(PeriodKind.UNLIMITED, review_on=MARCH),
            "Tidak terbatas; ditinjau 1 Maret 2024",
        ),
    ],
)
def test_a_period_is_said_in_indonesian(period: Period, words: str) -> None:
    assert describe(period) == words


def test_after_the_word_dikecualikan_the_period_is_short() -> None:
    assert say_exclusion(five_years(MARCH)) == "sampai 1 Maret 2029"
    assert say_exclusion(Period(PeriodKind.UNLIMITED)) == "tanpa batas waktu"


def test_the_length_names_only_the_units_that_count() -> None:
    assert say_length(Period(PeriodKind.DURATION, years=1, days=3)) == "1 tahun 3 hari"


def test_every_kind_has_words_for_its_choice() -> None:
    assert len({kind.label for kind in PeriodKind}) == 6


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(PeriodKind.WHILE_CONDITION, condition="selama ia pegawai"), "selama ia pegawai"),
        (Period(PeriodKind.UNTIL_EVENT, event="sampai dengan sidang"), "sampai sidang"),
        (Period(PeriodKind.UNTIL_EVENT, event="Sampai sidang selesai"), "sampai sidang selesai"),
        (Period(PeriodKind.PER_REGULATION, regulation="menurut UU Paten"), "menurut UU Paten"),
    ],
)
def test_a_word_that_is_said_anyway_is_not_said_twice(period: Period, words: str) -> None:
    assert describe(period) == words
