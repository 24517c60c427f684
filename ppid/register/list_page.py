"""The list as its page shows it: addresses of filters, sort headers and pages, and what to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, quote_plus, urlencode

from markupsafe import Markup

from ppid.register.list_facets import FEW, Facet, FacetValue, label_of
from ppid.register.list_filters import FacetKey, ListFilters, Order
from ppid.register.list_queries import EntryList
from ppid.register.list_rows import EntryRow
from ppid.register.search import Reading, holds, snippet

LONGEST_TITLE = 160


@dataclass(frozen=True)
class Chip:
    """A value of a filter; its address sets it, or lets it go when it is set."""

    label: str
    count: int
    href: str
    current: bool


@dataclass(frozen=True)
class ChipRow:
    """A filter; ``href`` is the address that unfolds it."""

    key: str
    name: str
    chips: list[Chip]
    folded: bool
    few: bool
    href: str


class Header(NamedTuple):
    """The head of a column that sorts; ``direction`` as ``aria-sort`` says it."""

    label: str
    href: str
    direction: str


@dataclass(frozen=True)
class ListPage:
    """What the templates ask for. ``path`` is the list's address, under which its entries are."""

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

    def entry_href(self, entry: EntryRow) -> str:
        """The page of an entry, on the day that is shown."""
        day = f"?tanggal={self.day}" if self.day else ""
        return f"{self.path}{quote(entry.number)}{day}"

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

    @cached_property
    def chip_rows(self) -> list[ChipRow]:
        """The filters of which something can be chosen."""
        return [self._chip_row(each) for each in self.listing.facets if self._is_offered(each)]

    def chip_row(self, key: FacetKey) -> ChipRow | None:
        """One filter."""
        return next((row for row in self.chip_rows if row.key == key), None)

    def _is_offered(self, facet: Facet) -> bool:
        return self.is_today or facet.key is not FacetKey.FINDING

    def _chip_row(self, facet: Facet) -> ChipRow:
        others = self.href(self.filters.without(facet.key))
        prefix = f"{others}{'&' if '?' in others else '?'}{facet.key}="
        return ChipRow(
            key=facet.key,
            name=facet.name,
            chips=[_chip(value, others, prefix) for value in facet.values],
            folded=facet.folded,
            few=facet.key in FEW,
            href=self.href(self.filters).replace(self.path, f"{self.path}saringan/{facet.key}", 1),
        )

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
        """Of what was searched for: the text that tells why it was found, else the summary."""
        stems = self.listing.found.stems
        if not stems:
            return Markup("")
        if holds(entry.title, stems):
            return snippet(entry.summary, stems)
        texts = (entry.summary, entry.given_instead, entry.keywords)
        return snippet(next((text for text in texts if holds(text, stems)), entry.summary), stems)


def _chip(value: FacetValue, others: str, prefix: str) -> Chip:
    href = others if value.current else prefix + quote_plus(value.value)
    return Chip(value.label, value.count, href, value.current)
