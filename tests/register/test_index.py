"""The index grows with the register and can be made anew, however many entries there are."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.register import batches, index
from ppid.register.models import Entry, EntrySpan
from ppid.register.search import find

MANY = 1_203


@pytest.fixture
def many(unit: Unit) -> list[int]:
    """More entries than one batch holds, written without an index."""
    rows = [
        {"number": f"DIK-{n:04d}", "unit": unit.id, "title": f"Berkas perkara {n} x{n}y"}
        for n in range(1, MANY + 1)
    ]
    with database.atomic():
        for batch in batches.in_batches(rows):
            Entry.insert_many(batch).execute()
    return [row.id for row in Entry.select(Entry.id)]


def test_every_entry_is_indexed_once_over_all_batches(many: list[int]) -> None:
    index.refresh(many)

    assert EntrySpan.select().count() == MANY
    assert EntrySpan.select(EntrySpan.entry).distinct().count() == MANY


def test_making_the_index_anew_counts_the_entries_and_makes_them_findable(many: list[int]) -> None:
    assert index.rebuild() == MANY
    assert len(find("x1203y").ids) == 1
    assert EntrySpan.select().count() == MANY


def test_spans_run_from_ever_for_ever(make_entry: Callable[..., Entry]) -> None:
    entry = make_entry()

    span = EntrySpan.get(EntrySpan.entry == entry.id)

    assert (span.starts_on, span.ends_on) == (date(1, 1, 1), date(9999, 12, 31))


def test_batches_keep_order_and_lose_nothing() -> None:
    assert list(batches.in_batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
