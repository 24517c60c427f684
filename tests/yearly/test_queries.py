"""The figures of requests against a book that was counted by hand."""

from collections.abc import Mapping
from datetime import date

import pytest

from ppid.law.requests import Outcome
from ppid.office.models import Holiday
from ppid.yearly import queries
from ppid.yearly.figures import FIGURES, FLOW
from ppid.yearly.ledger import Ledger, read_ledger
from ppid.yearly.reliance import read_closing
from ppid.yearly.terms import Term, month_of, quarter_of, year_of

LATER = date(2026, 3, 2)
COUNTED: Mapping[str, tuple[int, set[str]]] = {
    "sisa-awal": (2025, {"given-on-its-last-day", "of-new-years-eve"}),
    "dikabulkan-seluruhnya": (2025, {"given-on-its-last-day"}),
    "dikabulkan-sebagian": (2025, {"of-new-years-eve", "disputed"}),
    "ditolak": (2025, {"refused-late"}),
    "tidak-dikuasai": (2025, {"not-held"}),
    "dicabut": (2025, {"withdrawn"}),
    "berjalan": (2025, {"extended-over-the-year", "due-on-the-last-day"}),
    "tepat-waktu": (
        2025,
        {"given-on-its-last-day", "of-new-years-eve", "not-held", "disputed"},
    ),
    "terlambat": (2025, {"refused-late"}),
    "tanpa-jawaban": (2025, {"refused-late", "due-on-the-last-day"}),
    "diperpanjang-belum-diputus": (2025, {"extended-over-the-year"}),
    "diperpanjang-belum-dikuasai": (2025, set()),
    "keberatan-a": (2025, {"disputed"}),
    "keberatan-f": (2025, {"disputed"}),
    "keberatan-c": (2025, set()),
    "keberatan-dikuatkan": (2025, {"disputed"}),
    "keberatan-berjalan": (2025, set()),
    "sengketa": (2025, {"disputed"}),
    "putusan-diberikan": (2025, {"disputed"}),
    "sengketa-berjalan": (2025, {"disputed"}),
}


def found(ledger: Ledger, name: str, term: Term, today: date = LATER) -> set[str]:
    return {each.code for each in FIGURES[name].find(ledger, term, today)}


@pytest.mark.parametrize("name", COUNTED)
def test_a_figure_of_the_year_finds_what_was_counted_by_hand(ledger: Ledger, name: str) -> None:
    year, wanted = COUNTED[name]

    assert found(ledger, name, year_of(year)) == wanted


def test_a_request_of_new_years_eve_belongs_to_the_old_year(ledger: Ledger) -> None:
    assert "of-new-years-eve" in found(ledger, "diterima", year_of(2024))
    assert "of-new-years-eve" not in found(ledger, "diterima", year_of(2025))
    assert "refused-late" in found(ledger, "diterima", month_of(2025, 1))


@pytest.mark.parametrize(
    "term", [*year_of(2024).columns, *year_of(2025).columns, *quarter_of(2025, 4).columns]
)
def test_left_over_and_received_equal_settled_and_running(ledger: Ledger, term: Term) -> None:
    counts = [len(figure.find(ledger, term, LATER)) for figure in FLOW]

    assert sum(counts[:2]) == sum(counts[2:])


@pytest.mark.parametrize("name", ["diterima", "dijawab", "dicabut", "tanpa-jawaban", "keberatan"])
def test_what_happens_in_the_quarters_adds_up_to_the_year(ledger: Ledger, name: str) -> None:
    year = year_of(2025)

    in_parts = sum(len(found(ledger, name, part)) for part in year.parts)

    assert in_parts == len(found(ledger, name, year)) > 0


def test_time_used_is_told_in_working_days(ledger: Ledger) -> None:
    year = year_of(2025)

    assert queries.average_workdays(ledger, year, LATER) == 7.4  # (10 + 10 + 13 + 2 + 2) / 5
    assert queries.longest_workdays(ledger, year, LATER) == 13
    assert queries.share_in_time(ledger, year, LATER) == 80


def test_a_holiday_of_the_office_is_no_working_day(ledger: Ledger) -> None:
    Holiday.create(day=date(2025, 1, 16), name="Contoh libur")

    longest = queries.longest_workdays(read_ledger(LATER), year_of(2025), LATER)

    assert longest == 12


def test_a_year_without_answers_has_no_average(ledger: Ledger) -> None:
    assert queries.average_workdays(ledger, year_of(2020), LATER) is None
    assert queries.share_in_time(ledger, year_of(2020), LATER) is None


def test_silence_begins_the_day_after_the_last_day(ledger: Ledger) -> None:
    year, last = year_of(2025), date(2025, 12, 31)

    assert "due-on-the-last-day" not in found(ledger, "tanpa-jawaban", year, last)
    assert "due-on-the-last-day" in found(ledger, "tanpa-jawaban", year, date(2026, 1, 1))


def test_an_extension_moves_the_last_day_into_the_next_year(ledger: Ledger) -> None:
    extended = next(each for each in ledger if each.code == "extended-over-the-year")

    assert extended.due_on == date(2026, 1, 14)
    assert "extended-over-the-year" in found(ledger, "tepat-waktu", year_of(2026))
    assert "extended-over-the-year" not in found(ledger, "tanpa-jawaban", year_of(2026))


def test_a_ruling_that_may_be_appealed_leaves_the_dispute_running(ledger: Ledger) -> None:
    assert found(ledger, "sengketa-berjalan", quarter_of(2025, 4)) == {"disputed"}
    assert found(ledger, "sengketa-berjalan", quarter_of(2025, 2)) == set()


def test_refusals_count_each_item_at_every_huruf_and_regulation_it_rests_on(
    ledger: Ledger,
) -> None:
    refused = read_closing(ledger, year_of(2025), LATER, Outcome.REFUSED)
    blacked_out = read_closing(ledger, year_of(2025), LATER, Outcome.BLACKED_OUT)

    assert (refused.total, dict(refused.by_ground)) == (2, {"h": 2, "j": 1})
    assert dict(refused.by_regulation) == {"uu-14-2008": 2, "uu-27-2022": 1}
    assert refused.by_provision["Pasal 17 huruf h"] == 2
    assert (blacked_out.total, dict(blacked_out.by_ground)) == (1, {"h": 1})


def test_what_is_read_is_what_had_happened_by_that_day(ledger: Ledger) -> None:
    then = read_ledger(date(2025, 1, 10))

    assert {each.code for each in then} == {
        "given-on-its-last-day",
        "of-new-years-eve",
        "refused-late",
    }
    assert [each.code for each in then if each.answered_on] == ["given-on-its-last-day"]
