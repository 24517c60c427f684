"""What differs between Semula and Pengubahan."""

from typing import Any

import pytest

from ppid.cases.kinds.differences import PARTS, differing, differing_words

SAID: dict[str, Any] = {
    "extent": "seluruhnya",
    "excluded_parts": "",
    "bases": [{"citation": "Pasal 17 huruf i", "reasoning": "Memorandum."}],
    "consequence_open": "Bocor.",
    "benefit_closed": "Jujur.",
    "period": {"kind": "sampai_tanggal", "ends_on": "2028-01-18"},
    "period_text": "",
}


def test_a_copy_of_semula_differs_in_nothing() -> None:
    assert differing({**SAID, "before": SAID}) == frozenset()


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"bases": [{"citation": "Pasal 17 huruf i", "reasoning": "Lain."}]}, "bases"),
        ({"extent": "sebagian"}, "extent"),
        ({"excluded_parts": "Nama"}, "extent"),
        ({"consequence_open": "Lain."}, "consequence_open"),
        ({"benefit_closed": "Lain."}, "benefit_closed"),
        ({"period": {"kind": "sampai_tanggal", "ends_on": "2027-01-18"}}, "period"),
    ],
)
def test_only_the_part_that_was_changed_differs(changed: dict[str, Any], part: str) -> None:
    assert differing({**SAID, **changed, "before": SAID}) == {part}


def test_an_entry_that_stays_differs_in_nothing_whatever_was_written() -> None:
    row = {**SAID, "consequence_open": "Lain.", "before": SAID, "keep": True}

    assert differing(row) == frozenset()


def test_where_nothing_was_said_before_all_is_new() -> None:
    assert differing({**SAID, "before": None}) == set(PARTS)


def test_the_parts_that_differ_are_told_in_their_order() -> None:
    row = {**SAID, "benefit_closed": "Lain.", "extent": "sebagian", "before": SAID}

    assert differing_words(row) == "bagian yang dikecualikan, manfaat bila ditutup"
