"""Years, quarters and months as the report counts them."""

from datetime import date

from ppid.yearly.terms import month_of, quarter_of, report_due, year_of


def test_the_quarters_of_a_year_join_without_gap_or_overlap() -> None:
    parts = year_of(2024).parts

    assert [(part.first, part.last) for part in parts] == [
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 4, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), date(2024, 9, 30)),
        (date(2024, 10, 1), date(2024, 12, 31)),
    ]


def test_a_quarter_is_made_of_its_three_months() -> None:
    assert [part.label for part in quarter_of(2024, 1).parts] == [
        "Januari 2024",
        "Februari 2024",
        "Maret 2024",
    ]
    assert month_of(2024, 2).last == date(2024, 2, 29)
    assert month_of(2024, 2).parts == ()


def test_a_running_term_is_counted_up_to_today() -> None:
    today = date(2026, 8, 17)

    assert year_of(2026).end(today) == today
    assert not year_of(2026).is_over(today)
    assert quarter_of(2026, 2).end(today) == date(2026, 6, 30)
    assert not quarter_of(2026, 4).has_begun(today)


def test_a_year_is_over_only_after_its_last_day() -> None:
    assert not year_of(2025).is_over(date(2025, 12, 31))
    assert year_of(2025).is_over(date(2026, 1, 1))


def test_the_report_is_due_three_months_after_the_year() -> None:
    assert report_due(2025) == date(2026, 3, 31)
