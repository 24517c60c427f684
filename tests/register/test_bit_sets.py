"""Sets of entries as numbers keep every entry, in every order."""

from hypothesis import given
from hypothesis import strategies as st

from ppid.register.bit_sets import EMPTY, bits_of, ids_of, pick

IDS = st.sets(st.integers(min_value=0, max_value=3000))


@given(ids=IDS)
def test_what_is_put_in_comes_out_sorted(ids: set[int]) -> None:
    assert list(ids_of(bits_of(list(ids)))) == sorted(ids)


@given(ids=IDS, others=IDS)
def test_sets_are_joined_and_counted_like_any_sets(ids: set[int], others: set[int]) -> None:
    shared = bits_of(list(ids)) & bits_of(list(others))

    assert set(ids_of(shared)) == ids & others
    assert shared.bit_count() == len(ids & others)


def test_no_entry_makes_the_empty_set() -> None:
    assert bits_of([]) == EMPTY
    assert list(ids_of(EMPTY)) == []


def test_a_page_is_picked_in_the_order_given() -> None:
    assert pick(bits_of([2, 5, 7, 9]), [9, 8, 7, 5, 2], 1, 2) == [7, 5]


def test_entries_that_came_after_the_set_are_not_picked() -> None:
    assert pick(bits_of([2]), [99, 2], 0, 25) == [2]
