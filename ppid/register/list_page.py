"""The list as its page shows it: addresses of filters, sort headers and pages, and what to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup

from ppid.register.list_facets import Facet, FacetValue, label_of
from ppid.register.list_filters import FacetKey, ListFilters, Order
from ppid.register.list_queries import EntryList
from ppid.register.list_rows import EntryRow
from ppid.register.search import Reading, holds, snippet

LONGEST_TITLE = 220
OPEN_FACETS = (FacetKey.GROUND, FacetKey.STANDING)
FALLING = (Order.NEWEST, Order.RELEVANCE)


@dataclass(frozen=True)
class Chip:
    """A value of a filter; its address sets it, or lets it go when it is set."""

    label: str
    count: int
    href: str
    current: bool


class ChipRow(NamedTuple):
    """A filter; long ones are folded."""

    name: str
    chips: list[Chip]
    folded: bool


class Header(NamedTuple):
    """The head of a column that sorts; ``direction`` as ``aria-sort`` says it."""

    label: str
    href: str
    direction: str


@dataclass(frozen=True)
class ListPage:
    """What the templates ask for. ``path`` is the list's own address."""

    path: str
    filters: ListFilters
    listing: EntryList
    today: date
    unfiltered: int = 0

    @property
    def is_today(self) -> bool:
        """Whether the register is shown as it stands now; findings are only known of now."""
        return self.listing.on == self.today

    @property
    def day(self) -> str:
        """The day asked for, empty when it is today."""
        return "" if self.is_today else self.listing.on.isoformat()

    def href(self, filters: ListFilters, page: int = 1) -> str:
        """The list narrowed so, on the day that is shown."""
        query = filters.to_query()
        if self.day:
            query["tanggal"] = self.day
        if page > 1:
            query["halaman"] = str(page)
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def page_href(self, page: int) -> str:
        """Another page of the same list."""
        return self.href(self.filters, page)

    @property
    def cleared_href(self) -> str:
        """The same text without any filter."""
        return self.href(ListFilters(text=self.filters.text))

    @property
    def nearest_href(self) -> str:
        """The list for the mended text."""
        return self.href(self.filters.with_text(self.listing.found.nearest))

    @property
    def chip_rows(self) -> list[ChipRow]:
        """The filters of which something can be chosen."""
        facets = [each for each in self.listing.facets if self._is_offered(each)]
        return [
            ChipRow(each.name, [self._chip(each, value) for value in each.values], _folds(each))
            for each in facets
        ]

    def _is_offered(self, facet: Facet) -> bool:
        return bool(facet.values) and (self.is_today or facet.key is not FacetKey.FINDING)

    def _chip(self, facet: Facet, value: FacetValue) -> Chip:
        others = self.filters.without(facet.key)
        target = others if value.current else others.with_value(facet.key, value.value)
        return Chip(value.label, value.count, self.href(target), value.current)

    def header(self, label: str, order: str) -> Header:
        """The head of a column: sorts by it, and the other way round when it already does."""
        wanted = Order(order)
        if self.listing.order is not wanted:
            return Header(label, self.href(self.filters.sorted_by(wanted)), "")
        backwards = self.filters.backwards
        href = self.href(self.filters.sorted_by(wanted, backwards=not backwards))
        return Header(label, href, "descending" if backwards else "ascending")

    @property
    def order_words(self) -> str:
        """How the list is sorted, where no header says it."""
        words = {Order.RELEVANCE: "yang paling cocok dahulu", Order.NEWEST: "yang terbaru dahulu"}
        return words.get(self.listing.order, "")

    @property
    def narrowed_by(self) -> str:
        """The filters in words: ``Pasal 17 huruf h, rahasia pribadi; Unit Sekretariat``."""
        return "; ".join(self._narrowing())

    def _narrowing(self) -> Iterator[str]:
        for facet in self.listing.facets:
            if value := self.filters.value(facet.key):
                yield f"{facet.name} {label_of(facet) or value}"

    @property
    def announcement(self) -> str:
        """What a screen reader hears after the list was swapped."""
        found = f"{self.listing.total} entri ditemukan" if self.listing.total else "Tidak ada entri"
        return f"{found}, halaman {self.listing.page} dari {self.listing.last_page}"

    @property
    def was_mended(self) -> bool:
        """Whether the list shows what a mended text finds."""
        return self.listing.found.reading is Reading.CORRECTED

    @property
    def is_partial(self) -> bool:
        """Whether the list shows entries that hold only some of the words."""
        return self.listing.found.reading is Reading.PARTLY

    def title_of(self, entry: EntryRow) -> Markup:
        """The title with the words that were found marked, long ones around them."""
        return snippet(entry.title, self.listing.found.stems, LONGEST_TITLE)

    def excerpt_of(self, entry: EntryRow) -> Markup:
        """The text of the entry that tells why it was found; else the summary."""
        stems = self.listing.found.stems
        if holds(entry.title, stems):
            return snippet(entry.summary, stems)
        texts = (entry.summary, entry.given_instead, entry.keywords)
        return snippet(next((text for text in texts if holds(text, stems)), entry.summary), stems)


def _folds(facet: Facet) -> bool:
    return facet.key not in OPEN_FACETS
