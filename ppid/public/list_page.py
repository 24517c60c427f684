"""The public list as its page shows it: addresses, words found, what to say when nothing is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from markupsafe import Markup

from ppid.public.filters import PublicFilters
from ppid.public.members import Choice, name_choice
from ppid.public.queries import PublicList
from ppid.public.records import PublicRecord
from ppid.public.telling import tell_left, tell_until
from ppid.register.list_facets import FacetTree
from ppid.register.list_filters import FacetKey
from ppid.register.search import Reading, holds, snippet

LONGEST_TITLE = 160


@dataclass(frozen=True)
class Chip:
    """A value of a filter; its address sets it, or lets it go when it is set."""

    label: str
    count: int
    href: str
    current: bool
    title: str

    @property
    def is_offered(self) -> bool:
        """Whether it leads to something, or is set."""
        return bool(self.count) or self.current


@dataclass(frozen=True)
class PublicListPage:
    """What the templates ask for; ``path`` is the address of the list."""

    path: str
    filters: PublicFilters
    listing: PublicList
    on: date
    tree: FacetTree

    def href(self, filters: PublicFilters, page: int = 1) -> str:
        """The list narrowed so."""
        query = filters.to_query()
        if page > 1:
            query["halaman"] = str(page)
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def page_href(self, page: int) -> str:
        """Another page of the same list."""
        return self.href(self.filters, page)

    @property
    def cleared_href(self) -> str:
        """The same text without any filter."""
        return self.href(PublicFilters(self.filters.text))

    @property
    def nearest_href(self) -> str:
        """The list for the mended text."""
        return self.href(self.filters.with_text(self.listing.hit.nearest))

    def chips(self, key: str) -> list[Chip]:
        """The values of a filter, each with the address that sets it or lets it go."""
        facet = FacetKey(key)
        return [self._chip(facet, choice) for choice in self.listing.choices[facet]]

    def _chip(self, key: FacetKey, choice: Choice) -> Chip:
        others = self.filters.without(key)
        wanted = others if choice.current else others.with_value(key, choice.value)
        return Chip(choice.label, choice.count, self.href(wanted), choice.current, choice.title)

    @property
    def units(self) -> list[Choice]:
        """The units that hold public entries."""
        return self.listing.choices[FacetKey.UNIT]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The filters that the search form carries along; the unit is a field of its own."""
        return [(key.value, value) for key, value in self.filters.chosen if key != FacetKey.UNIT]

    @property
    def narrowed_by(self) -> str:
        """The filters in words."""
        return "; ".join(self._narrowing())

    def _narrowing(self) -> Iterator[str]:
        for key, value in self.filters.chosen:
            yield name_choice(key, value, self.tree)

    @property
    def announcement(self) -> str:
        """What a screen reader hears after the list was swapped."""
        listing = self.listing
        found = f"{listing.total} informasi ditemukan" if listing.total else "Tidak ada yang cocok"
        return f"{found}, halaman {listing.page} dari {listing.last_page}"

    @property
    def was_mended(self) -> bool:
        """Whether the list shows what a mended text finds."""
        return self.listing.hit.reading is Reading.CORRECTED

    @property
    def is_partial(self) -> bool:
        """Whether the list shows entries that hold only some of the words."""
        return self.listing.hit.reading is Reading.PARTLY

    def entry_href(self, record: PublicRecord) -> str:
        """The page of an entry."""
        return f"{self.path}/{quote(record.number)}"

    def title_of(self, record: PublicRecord) -> Markup:
        """The public title with the words that were found marked."""
        return snippet(record.title, self.listing.hit.stems, LONGEST_TITLE)

    def excerpt_of(self, record: PublicRecord) -> Markup:
        """Of what was searched for: the public text that tells why it was found."""
        stems, texts = self.listing.hit.stems, record.texts
        if not stems or holds(record.title, stems):
            return Markup("")
        told = (texts.given_instead, texts.what_is_closed, texts.consequence, texts.benefit)
        found = next((text for text in told if holds(text, stems)), "")
        return snippet(found, stems) if found else Markup("")

    def until(self, record: PublicRecord) -> str:
        """How long, in a few words."""
        return tell_until(record)

    def left(self, record: PublicRecord) -> str:
        """How long it still stays closed."""
        return tell_left(record, self.on)
