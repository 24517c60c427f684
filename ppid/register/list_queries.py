"""The list of the register: what was found, the page that is shown, the counts beside filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ppid.register.bit_sets import EMPTY, pick
from ppid.register.list_facets import Facet, FacetTree, count_facets, members_of
from ppid.register.list_filters import FacetKey, ListFilters, Order
from ppid.register.list_orders import sorted_ids
from ppid.register.list_rows import PAGE, ListRow, read_rows
from ppid.register.list_snapshot import Snapshot, get_snapshot
from ppid.register.search import Found, Reading, find

NOT_SEARCHED = Found(Reading.AS_TYPED)


@dataclass(frozen=True)
class EntryList:
    """A page of the list. ``total`` counts what meets all filters; ``page`` runs from 1."""

    rows: list[ListRow]
    total: int
    page: int
    last_page: int
    order: Order
    facets: tuple[Facet, ...]
    found: Found
    on: date


def list_entries(
    filters: ListFilters, page: int, on: date, unfolded: FacetKey | None = None
) -> EntryList:
    """The entries that meet all filters as they stand on ``on``, 25 a page.

    A page beyond the last is the last. Withdrawn entries are neither shown nor counted.
    The values of a long filter are counted when it is ``unfolded``.
    """
    snapshot = get_snapshot(on)
    tree = FacetTree()
    found = find(filters.text) if filters.text else NOT_SEARCHED
    searched = found.bits & snapshot.every if filters.text else snapshot.every
    chosen = {key: members_of(key, value, snapshot, tree) for key, value in filters.chosen}
    matching = _all_of(searched, chosen.values())
    total = matching.bit_count()
    last_page = max(1, -(-total // PAGE))
    page = min(max(1, page), last_page)
    order = _order(filters, found)
    ids = pick(matching, _in_order(order, filters, found, snapshot), (page - 1) * PAGE, PAGE)
    return EntryList(
        rows=read_rows(ids, on),
        total=total,
        page=page,
        last_page=last_page,
        order=order,
        facets=count_facets(filters, snapshot, tree, _others(searched, chosen), unfolded),
        found=found,
        on=on,
    )


def count_matches(text: str, on: date) -> int:
    """How many entries a text finds when no filter is set; all of them for no text."""
    every = get_snapshot(on).every
    if not text:
        return every.bit_count()
    return (find(text).bits & every).bit_count()


def _others(searched: int, chosen: dict[FacetKey, int]) -> dict[FacetKey, int]:
    """For each filter the entries that meet all the others: what its values are counted in."""
    return {
        key: _all_of(searched, (own for other, own in chosen.items() if other is not key))
        for key in FacetKey
    }


def _all_of(searched: int, sets: Iterable[int]) -> int:
    for each in sets:
        searched &= each
    return searched if searched else EMPTY


def _order(filters: ListFilters, found: Found) -> Order:
    """What was chosen; else the best first, the newest where all are alike, or by number."""
    if filters.order and (filters.text or filters.order is not Order.RELEVANCE):
        return filters.order
    if not filters.text:
        return Order.NUMBER
    return Order.RELEVANCE if found.ranked else Order.NEWEST


def _in_order(
    order: Order, filters: ListFilters, found: Found, snapshot: Snapshot
) -> Iterable[int]:
    if order is Order.RELEVANCE and found.ranked:
        return found.ids
    ids = sorted_ids(order, snapshot)
    if filters.backwards:
        return reversed(ids)
    return _firsts_first(found.first, ids) if filters.order is None else ids


def _firsts_first(first: Sequence[int], ids: Iterable[int]) -> Iterable[int]:
    if not first:
        return ids
    return chain(first, (entry_id for entry_id in ids if entry_id not in first))
