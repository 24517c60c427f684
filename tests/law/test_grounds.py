import pytest

from ppid.law.grounds import (
    LIFTED_BY_CONSENT,
    LIFTED_BY_OPEN_COURT,
    Ground,
    angka_count,
    ground_name,
    ground_text,
    has_angka,
    may_be_unlimited,
    name_grounds,
    set_by_head,
)


def test_there_are_ten_grounds_a_to_j() -> None:
    assert "".join(Ground) == "abcdefghij"


@pytest.mark.parametrize("ground", Ground)
def test_every_ground_has_a_name_and_a_plain_sentence(ground: Ground) -> None:
    assert ground_name(ground) == ground_name(ground).strip() != ""
    assert ground_text(ground).endswith(".")


def test_only_a_c_e_f_h_are_divided_into_angka() -> None:
    assert "".join(filter(has_angka, Ground)) == "acefh"


def test_the_number_of_angka_is_that_of_the_law() -> None:
    counts = {str(ground): angka_count(ground) for ground in Ground if has_angka(ground)}
    assert counts == {"a": 5, "c": 7, "e": 7, "f": 4, "h": 5}


def test_the_head_of_the_public_body_sets_the_period_of_c_to_f() -> None:
    assert "".join(filter(set_by_head, Ground)) == "cdef"


def test_only_g_to_j_may_be_unlimited() -> None:
    assert "".join(filter(may_be_unlimited, Ground)) == "ghij"


def test_consent_lifts_g_and_h_and_open_court_lifts_a() -> None:
    assert "".join(sorted(LIFTED_BY_CONSENT)) == "gh"
    assert "".join(sorted(LIFTED_BY_OPEN_COURT)) == "a"


def test_grounds_are_named_once_each_in_the_order_of_the_law() -> None:
    assert name_grounds((Ground.H, Ground.A, Ground.H)) == "huruf a, huruf h"
