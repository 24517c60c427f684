"""The public register on a day: the one thing that every public page, feed and file asks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ppid.public.filters import KEYS, STANDINGS, PublicFilters
from ppid.public.members import Choice, get_members
from ppid.public.openings import get_orders
from ppid.public.records import PublicRecord, read_numbers, read_records
from ppid.public.search import NOT_SEARCHED, Hit, look_for
from ppid.register.batches import in_batches
from ppid.register.bit_sets import EMPTY, bits_of, pick
from ppid.register.list_filters import FacetKey, Order, StandingGroup
from ppid.register.list_orders import sorted_ids
from ppid.register.models import Entry

PAGE = 25
FACETS = (FacetKey.GROUND, FacetKey.STANDING, FacetKey.UNIT)


@dataclass(frozen=True)
class PublicList:
    """A page of the list. ``total`` counts what meets all filters; ``page`` runs from 1."""

    records: list[PublicRecord]
    total: int
    page: int
    last_page: int
    choices: dict[FacetKey, list[Choice]]
    hit: Hit


class PublicRegister:
    """The register as everybody may see it on ``on``."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.members = get_members(on)

    @cached_property
    def every(self) -> int:
        """All public entries, as a set."""
        return self.members.every

    def narrow(self, filters: PublicFilters, page: int) -> PublicList:
        """The entries that meet all filters, 25 a page; a page beyond the last is the last."""
        hit = look_for(filters.text, self.every) if filters.text else NOT_SEARCHED
        searched = hit.bits & self.every if filters.text else self.every
        chosen = {key: self.members.of(key, value) for key, value in filters.chosen}
        matching = _all_of(searched, chosen.values())
        total = matching.bit_count()
        last_page = max(1, -(-total // PAGE))
        page = min(max(1, page), last_page)
        ids = pick(matching, self._order(hit), (page - 1) * PAGE, PAGE)
        others = {
            key: _all_of(searched, (own for other, own in chosen.items() if other is not key))
            for key in KEYS
        }
        choices = {key: list(self.members.choices(key, filters, others[key])) for key in FACETS}
        return PublicList(read_records(ids, self.on), total, page, last_page, choices, hit)

    def find(self, number: str) -> PublicRecord | None:
        """The entry of that number; None when the public register has none."""
        row = Entry.select(Entry.id).where(Entry.number == number).tuples().first()
        return next(iter(read_records([row[0]], self.on)), None) if row else None

    def figures(self) -> list[Choice]:
        """How many stand how; together they are all public entries."""
        return list(self.members.choices(FacetKey.STANDING, PublicFilters(), self.every))

    def opened(self, page: int, size: int = PAGE) -> tuple[list[PublicRecord], int]:
        """What is open, the latest first, and how many there are; beyond the last page the last."""
        return self._paged(StandingGroup.OPEN, get_orders(self.on).opened, page, size)

    def ending(self, page: int, size: int = PAGE) -> tuple[list[PublicRecord], int]:
        """What opens soon by law, the nearest first, and how many there are."""
        return self._paged(StandingGroup.EXPIRING, get_orders(self.on).ending, page, size)

    def walk(self, only: int | None = None) -> Iterator[PublicRecord]:
        """Every public entry by number, or those in a set; read in batches, never all at once."""
        snapshot = self.members.snapshot
        wanted = self.every if only is None else only & self.every
        ids = pick(wanted, sorted_ids(Order.NUMBER, snapshot), 0, wanted.bit_count())
        for batch in in_batches(ids):
            yield from read_records(batch, self.on)

    def numbers(self, start: int, length: int) -> list[str]:
        """The numbers of public entries in their order, some of them."""
        ids = pick(self.every, sorted_ids(Order.NUMBER, self.members.snapshot), start, length)
        return read_numbers(ids)

    def count(self) -> int:
        """How many entries the public register has."""
        return self.every.bit_count()

    def count_by_regulation(self, codes: Iterable[str]) -> dict[str, int]:
        """How many public entries rest on each regulation."""
        return {code: self.members.of(FacetKey.REGULATION, code).bit_count() for code in codes}

    def count_by_ground(self) -> dict[str, int]:
        """How many public entries cite each huruf of Pasal 17."""
        told = self.members.choices(FacetKey.GROUND, PublicFilters(), self.every)
        return {choice.value: choice.count for choice in told}

    def named(self, ids: Sequence[int]) -> list[PublicRecord]:
        """The public ones of these entries, in the order given."""
        return read_records(ids, self.on)

    def within(self, ids: Sequence[int]) -> int:
        """The public ones of these entries, as a set."""
        return bits_of(ids) & self.every

    def _paged(
        self, group: StandingGroup, order: Sequence[int], page: int, size: int
    ) -> tuple[list[PublicRecord], int]:
        bits = self.members.of(FacetKey.STANDING, group.value)
        total = bits.bit_count()
        page = min(max(1, page), max(1, -(-total // size)))
        ids = pick(bits, order, (page - 1) * size, size)
        return read_records(ids, self.on), total

    def _order(self, hit: Hit) -> Iterable[int]:
        if hit.ids:
            return hit.ids
        return sorted_ids(Order.NEWEST if hit.bits else Order.NUMBER, self.members.snapshot)


def _all_of(searched: int, sets: Iterable[int]) -> int:
    for each in sets:
        searched &= each
    return searched if searched else EMPTY


__all__ = ["FACETS", "PAGE", "STANDINGS", "PublicList", "PublicRegister"]
