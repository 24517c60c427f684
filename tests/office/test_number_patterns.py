"""Patterns of numbers: written as the office says, each fault named with its mend."""

from datetime import date

import pytest

from ppid.errors import Refused
from ppid.office.number_kinds import KINDS
from ppid.office.number_patterns import LONGEST, pattern_faults, preview_pattern, write_number

DAY = date(2025, 3, 17)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("{nomor}/PPID.DIK/{bulan_romawi}/{tahun}", "7/PPID.DIK/III/2025"),
        ("{nomor:03} Tahun {tahun}", "007 Tahun 2025"),
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


def test_a_preview_leaves_the_running_part_open_however_it_is_filled_up() -> None:
    assert preview_pattern("{nomor:04}/ND/{bulan_romawi}/{tahun}", DAY) == "…/ND/III/2025"


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("PPID/{tahun}", "harus memuat {nomor}"),
        ("{nomor}/PPID", "harus memuat {tahun}"),
        ("{nomor}/{hari}/{tahun}", "{hari} tidak dikenal"),
        ("{nomor}/{tahun}}", "kurung kurawal"),
        ("{nomor:99}/{tahun}", "{nomor:99} tidak dikenal"),
        ("{nomor}/" + "X" * 75 + "/{tahun}", "terlalu panjang"),
    ],
)
def test_each_fault_of_a_pattern_is_named(pattern: str, fault: str) -> None:
    assert fault in " ".join(pattern_faults(pattern))


def test_a_pattern_as_long_as_the_longest_number_allows_has_no_fault() -> None:
    pattern = "{nomor}/{bulan_romawi}/{tahun}/"
    room = LONGEST - len(write_number(pattern, 99_999, date(2028, 8, 1)))

    assert pattern_faults(pattern + "X" * room) == []
    assert pattern_faults(pattern + "X" * (room + 1)) != []


def test_every_default_pattern_that_the_office_may_change_is_without_fault_and_its_own() -> None:
    patterns = [kind.pattern for kind in KINDS.values() if not kind.fixed]

    assert [pattern_faults(each) for each in patterns] == [[]] * len(patterns)
    assert len(set(patterns)) == len(patterns)
