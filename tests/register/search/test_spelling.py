"""The nearest word: few slips, the first letter kept, the more frequent preferred."""

import pytest

from ppid.register.search.spelling import distance, nearest


def test_neighbours_swapped_are_one_slip() -> None:
    assert distance("rekma", "rekam") == 1


def test_each_letter_added_left_out_or_changed_is_a_slip() -> None:
    assert [distance("gji", "gaji"), distance("gaaji", "gaji"), distance("gahi", "gaji")] == [1] * 3


def test_the_nearest_word_is_found() -> None:
    known = [("kepegawaian", 3), ("pegawai", 90), ("kepegawain", 0)]

    assert nearest("kepegawian", known[:2]) == "kepegawaian"


def test_of_equally_near_words_the_more_frequent_is_meant() -> None:
    assert nearest("gasi", [("gaji", 40), ("gadi", 2)]) == "gaji"


def test_a_word_too_far_away_is_not_offered() -> None:
    assert nearest("zebra", [("bendungan", 9), ("pegawai", 50)]) is None


@pytest.mark.parametrize(("typed", "meant"), [("pegawe", "pegawai"), ("kalo", "kalau")])
def test_a_word_written_as_it_is_spoken_is_one_slip_away(typed: str, meant: str) -> None:
    assert nearest(typed, [(meant, 9)]) == meant


def test_two_letters_are_never_a_slip() -> None:
    assert nearest("ab", [("abu", 9)]) is None
