"""Words are folded, stripped of their affixes, and left out when they mean nothing."""

import pytest

from ppid.register.search.words import fold, stem, words_of


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("penggajian", "gaji"),
        ("menggaji", "gaji"),
        ("dikecualikan", "kecuali"),
        ("pengecualian", "kecuali"),
        ("kepegawaian", "pegawai"),
        ("kearsipan", "arsip"),
        ("perizinan", "izin"),
    ],
)
def test_an_affixed_word_has_the_stem_of_its_root(word: str, root: str) -> None:
    assert stem(word) == root


@pytest.mark.parametrize(
    ("word", "other"),
    [
        *(("penghasilan", "hasil"), ("keadaan", "pengadaan"), ("pendapatan", "pendapat")),
        *(("pelapor", "laporan"), ("pelapor", "terlapor")),
    ],
)
def test_a_word_that_says_another_thing_than_its_root_is_not_found_by_it(
    word: str, other: str
) -> None:
    assert stem(word) != stem(other)


def test_the_words_of_a_question_are_no_words_of_the_information() -> None:
    assert list(words_of("Siapa saja penerima bantuan?")) == ["penerima", "bantuan"]
    assert list(words_of("Bisakah saya minta data gaji?")) == ["data", "gaji"]


def test_a_short_word_and_a_figure_stay_as_they_are() -> None:
    assert [stem("ktp"), stem("2024"), stem("h")] == ["ktp", "2024", "h"]


def test_case_and_accents_do_not_tell_words_apart() -> None:
    assert [fold("Évaluasi"), fold("EVALUASI"), fold("e\u0301valuasi")] == ["evaluasi"] * 3


def test_noughts_before_a_figure_do_not_count() -> None:
    assert [fold("0042"), fold("42"), fold("000")] == ["42", "42", "0"]


def test_words_that_say_nothing_are_left_out() -> None:
    assert list(words_of("Data yang belum dan akan dibuka")) == ["data", "belum", "dibuka"]


def test_a_doubled_word_counts_once() -> None:
    assert list(words_of("undang-undang surat-menyurat")) == ["undang", "surat"]


def test_a_number_is_read_in_its_parts() -> None:
    assert list(words_of("DIK-0042")) == ["dik", "42"]
