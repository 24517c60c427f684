"""Each fault of a template is named with its line before anything is made of it."""

import pytest

from ppid.texts.faults import MOST_DICTUMS, find_faults, find_gaps, find_warnings
from ppid.texts.registry import TEXTS, TextForm

GOOD = "Mengubah Penetapan {nomor_lama}; jangka waktu ada.\nMulai berlaku {saat_berlaku}."


def told(text: TextForm, body: str) -> list[str]:
    return [str(fault) for fault in find_faults(text, body)]


def test_a_good_text_has_no_fault(text: TextForm) -> None:
    assert told(text, GOOD) == []
    assert find_warnings(text, GOOD) == []


@pytest.mark.parametrize(
    ("added", "message"),
    [
        (
            "Lihat {nomer_lama}.",
            "Baris 3: Penanda {nomer_lama} tidak dikenal. Maksud Anda {nomor_lama}?",
        ),
        ("Lihat {xyzzy}.", "Baris 3: Penanda {xyzzy} tidak dikenal. Pilih dari daftar"),
        ("Lihat {nomor_lama.", "Baris 3: Kurung kurawal { belum ditutup dengan }."),
        ("Lihat nomor_lama}.", "Baris 3: Kurung kurawal } belum dibuka dengan {."),
        ("Lihat {}.", "Baris 3: Penanda {} tidak dikenal."),
        ("Selesai 😀.", "Baris 3: Tanda “😀” tidak dapat dicetak"),
    ],
)
def test_a_fault_is_named_with_its_line_and_its_mend(
    text: TextForm, added: str, message: str
) -> None:
    assert told(text, f"{GOOD}\n{added}")[0].startswith(message)


def test_a_compulsory_placeholder_that_is_gone_is_named(text: TextForm) -> None:
    assert "{saat_berlaku} wajib" in told(text, "Mengubah Penetapan {nomor_lama}.")[0]


def test_an_empty_text_is_refused_unless_it_may_be_empty(text: TextForm) -> None:
    assert told(text, " \n") == ["Naskah ini tidak boleh kosong."]
    assert told(TEXTS["penetapan-awal-tembusan"], "") == []


def test_more_dictums_than_have_a_name_are_refused(text: TextForm) -> None:
    body = "\n".join([GOOD, *(f"Diktum lain {n}." for n in range(MOST_DICTUMS - 1))])

    assert told(text, body)[0].startswith("Ada 15 diktum; paling banyak 14")


def test_a_text_that_is_too_long_is_refused_with_how_much(text: TextForm) -> None:
    assert "terlalu panjang" in told(text, f"{GOOD} {'x' * 20_000}")[0]


def test_dictums_that_tell_neither_period_nor_beginning_are_warned_of(text: TextForm) -> None:
    said = [each.message for each in find_warnings(text, "Mengubah {nomor_lama} {saat_berlaku}.")]

    assert len(said) == 2
    assert "jangka waktu" in said[0]
    assert "mulai berlaku" in said[1]


def test_a_placeholder_without_a_value_is_a_gap_with_its_line() -> None:
    text = TEXTS["penetapan-awal-memperhatikan"]
    body = "Persetujuan {penyetuju}\nLembar Nomor {nomor_lembar}"
    gaps = find_gaps(text, body, {"penyetuju": "", "nomor_lembar": ""})

    assert [(gap.line, "{nomor_lembar}" in gap.message) for gap in gaps] == [(2, True)]
