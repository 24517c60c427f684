"""Numbers: by the office's pattern, gapless, given back when nothing was issued."""

from datetime import date

import pytest
from flask import Flask

from ppid.db import database
from ppid.errors import Refused
from ppid.register.numbers import entry_number, note_number, take_number, take_numbers, write_number

DAY = date(2025, 3, 17)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{nomor}/PPID.DIK/{bulan_romawi}/{tahun}", "7/PPID.DIK/III/2025"),
        ("{nomor:03d} Tahun {tahun}", "007 Tahun 2025"),
        ("SK-{tahun}.{bulan}-{nomor}", "SK-2025.03-7"),
    ],
)
def test_a_number_is_written_by_the_pattern(pattern: str, written: str) -> None:
    assert write_number(pattern, 7, DAY) == written


@pytest.mark.parametrize("pattern", ["{tanggal}", "{nomor", "{}", "{nomor.__x__}", "{nomor:x}y{z}"])
def test_a_pattern_that_cannot_be_written_is_refused(pattern: str) -> None:
    with pytest.raises(Refused, match="Pola nomor"):
        write_number(pattern, 7, DAY)


def test_a_number_taken_in_a_transaction_that_fails_is_given_back(app: Flask) -> None:
    def issue_in_vain() -> None:
        with database.atomic():
            take_number("surat", 2025)
            raise Refused("Batal")

    with pytest.raises(Refused):
        issue_in_vain()

    with database.atomic():
        assert take_number("surat", 2025) == 1


def test_each_kind_and_year_counts_by_itself(app: Flask) -> None:
    with database.atomic():
        assert take_number("surat", 2025) == take_number("surat", 2026) == take_number("nota", 2025)


def test_several_numbers_are_taken_in_a_row(app: Flask) -> None:
    with database.atomic():
        assert list(take_numbers("surat", 2025, 3)) == [1, 2, 3]
        assert take_number("surat", 2025) == 4


def test_a_noted_number_never_sets_the_series_back(app: Flask) -> None:
    with database.atomic():
        note_number("surat", 2025, 9)
        note_number("surat", 2025, 4)
        assert take_number("surat", 2025) == 10


def test_a_number_outside_of_a_transaction_is_a_fault_of_ours(app: Flask) -> None:
    with pytest.raises(RuntimeError):
        take_number("surat", 2025)


def test_numbers_of_entries_have_at_least_four_digits() -> None:
    assert [entry_number(42), entry_number(12345)] == ["DIK-0042", "DIK-12345"]
