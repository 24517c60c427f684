"""Numbers: gapless per kind and year, given back when nothing was made, holes explained."""

from datetime import date

import peewee as pw
import pytest
from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.errors import Refused
from ppid.office.models import TakenNumber
from ppid.office.number_actions import explain_hole, save_rule, skip_numbers
from ppid.office.number_kinds import Mode, number_kind
from ppid.office.number_queries import check_numbers, read_series, without
from ppid.office.numbering import (
    Taken,
    Taker,
    note_number,
    preview_number,
    take_next,
    take_numbers,
    take_paper_number,
)

pytestmark = pytest.mark.usefixtures("app")
CLERK = CommandLine()
DAY = date(2025, 3, 17)
NEXT_YEAR = date(2026, 1, 2)
NOTE = number_kind("nota-dinas")
REASON = "Dipakai pada nota dinas kertas."


def take(kind: str = "nota-dinas", on: date = DAY) -> str:
    with database.atomic():
        return take_paper_number(kind, on)


def note(number: int, why: str = "") -> None:
    taken = Taken(number, f"{number}/ND/LAMA/2025")
    with database.atomic():
        note_number(CLERK, "nota-dinas", DAY, taken, why_skipped=why)


def holes() -> list[tuple[int, int]]:
    return [(hole.first, hole.last) for hole in check_numbers()]


def test_numbers_follow_each_other_and_each_kind_and_year_counts_by_itself() -> None:
    taken = [take(), take(), take(on=NEXT_YEAR), take("laporan")]

    assert taken == [
        "1/ND/PPID/III/2025",
        "2/ND/PPID/III/2025",
        "1/ND/PPID/I/2026",
        "1/LAP/PPID/III/2025",
    ]


def test_entries_count_on_over_the_years() -> None:
    with database.atomic():
        first = take_numbers("entri", DAY, 2)
        assert [each.text for each in first] == ["DIK-0001", "DIK-0002"]
        assert take_next("entri", NEXT_YEAR).text == "DIK-0003"


def test_a_number_taken_in_a_transaction_that_fails_is_given_back() -> None:
    def make_in_vain() -> None:
        with database.atomic():
            take_paper_number("nota-dinas", DAY)
            raise Refused("Batal.")

    with pytest.raises(Refused):
        make_in_vain()

    assert take() == "1/ND/PPID/III/2025"
    assert TakenNumber.select().count() == 1


def test_a_number_outside_of_a_transaction_is_a_fault_of_ours() -> None:
    with pytest.raises(RuntimeError):
        take_paper_number("nota-dinas", DAY)


def test_what_took_a_number_is_kept_beside_it() -> None:
    with database.atomic():
        take_paper_number("nota-dinas", DAY, Taker("Perkara P-1, langkah 8", "langkah:P-1:8"))

    row = TakenNumber.get()
    assert (row.number, row.taken_for, row.subject) == (
        1,
        "Perkara P-1, langkah 8",
        "langkah:P-1:8",
    )


def test_the_database_itself_refuses_the_same_number_twice() -> None:
    take()

    with pytest.raises(pw.IntegrityError):
        TakenNumber.create(kind="nota-dinas", year=2025, number=1, text="1/ND/LAIN/2025")


def test_a_kind_without_number_takes_none() -> None:
    save_rule(CLERK, NOTE, pattern=NOTE.pattern, mode=Mode.NONE)

    assert take() == ""
    assert preview_number("nota-dinas", DAY) == ""
    assert TakenNumber.select().count() == 0


def test_a_number_filled_in_by_hand_is_used_and_nothing_is_taken() -> None:
    save_rule(CLERK, NOTE, pattern=NOTE.pattern, mode=Mode.TYPED)

    with database.atomic():
        assert take_paper_number("nota-dinas", DAY, typed="090/77/TU") == "090/77/TU"
    with pytest.raises(Refused, match="Isi nomor Nota Dinas"):
        take()
    assert TakenNumber.select().count() == 0


def test_a_new_pattern_holds_from_the_next_number_on() -> None:
    take()
    save_rule(CLERK, NOTE, pattern="ND-{nomor:03}-{tahun}", mode=Mode.AUTOMATIC)

    assert take() == "ND-002-2025"
    assert [row.text for row in TakenNumber.select()] == ["1/ND/PPID/III/2025", "ND-002-2025"]


def test_two_kinds_may_not_share_a_pattern() -> None:
    other = number_kind("laporan")

    with pytest.raises(Refused, match="sudah dipakai Laporan"):
        save_rule(CLERK, NOTE, pattern=other.pattern, mode=Mode.AUTOMATIC)


def test_a_determination_cannot_be_without_number() -> None:
    kind = number_kind("penetapan")

    with pytest.raises(Refused, match="tidak dapat dinomori"):
        save_rule(CLERK, kind, pattern=kind.pattern, mode=Mode.NONE)


def test_a_noted_number_moves_the_series_on_but_never_back() -> None:
    note(9)
    note(4)

    assert take().startswith("10/")


def test_a_noted_number_that_leaves_a_hole_is_a_fault_until_it_is_explained() -> None:
    take()
    note(5)
    before = holes()
    explain_hole(CLERK, NOTE, 2025, first=2, last=4, reason=REASON)

    assert before == [(2, 4)]
    assert holes() == []


def test_a_hole_can_be_explained_part_by_part() -> None:
    note(6)
    explain_hole(CLERK, NOTE, 2025, first=2, last=3, reason=REASON)

    assert holes() == [(1, 1), (4, 5)]


def test_a_noted_number_may_bring_its_explanation_along() -> None:
    note(5, why="Dipakai sebelum register ini digunakan.")

    assert holes() == []
    passed = read_series(NOTE, 2025).passed
    assert [(each.told, each.row.recorded_by_name) for each in passed] == [
        ("1–4", "Baris perintah")
    ]


def test_a_number_in_an_explained_range_may_be_recorded_later_and_is_told_so() -> None:
    note(5, why="Dipakai sebelum register ini digunakan.")
    note(3)

    assert holes() == []
    assert read_series(NOTE, 2025).passed[0].after_all == (3,)


def test_a_noted_number_that_is_taken_already_is_refused() -> None:
    take()

    with pytest.raises(Refused, match="Nomor 1 Tahun 2025 sudah dipakai"):
        note(1)


def test_skipped_numbers_are_never_given_and_explain_themselves() -> None:
    take()
    skip_numbers(CLERK, NOTE, 2025, first=2, last=4, reason=REASON)

    assert take().startswith("5/")
    assert holes() == []


@pytest.mark.parametrize(
    ("first", "last", "reason", "message"),
    [
        (1, 4, REASON, "Nomor bebas berikutnya sekarang 2"),
        (3, 4, REASON, "Nomor bebas berikutnya sekarang 2"),
        (2, 1, REASON, "Isi 2 atau nomor sesudahnya"),
        (2, 90_000, REASON, "Paling banyak"),
        (2, 4, "lupa", "Isi mengapa"),
    ],
)
def test_skipping_goes_only_forward_from_the_next_free_number_with_a_reason(
    first: int, last: int, reason: str, message: str
) -> None:
    take()

    with pytest.raises(Refused, match=message):
        skip_numbers(CLERK, NOTE, 2025, first=first, last=last, reason=reason)
    assert take().startswith("2/")


def test_only_what_is_missing_can_be_explained() -> None:
    take()

    with pytest.raises(Refused, match="tidak sedang menunggu penjelasan"):
        explain_hole(CLERK, NOTE, 2025, first=1, last=1, reason=REASON)


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        ([], [(1, 9)]),
        ([(1, 9)], []),
        ([(3, 4), (6, 6)], [(1, 2), (5, 5), (7, 9)]),
        ([(0, 2), (2, 5), (8, 20)], [(6, 7)]),
        ([(10, 12)], [(1, 9)]),
        ([(1, 8), (2, 3)], [(9, 9)]),
    ],
)
def test_what_is_left_of_a_span_when_others_are_taken_out(
    covered: list[tuple[int, int]], left: list[tuple[int, int]]
) -> None:
    assert list(without((1, 9), covered)) == left


def test_a_kind_that_is_not_numbered_is_refused_by_name(app: Flask) -> None:
    with pytest.raises(Refused, match="surat-cinta"):
        preview_number("surat-cinta", DAY)
