"""What narrows the public list, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ppid.register.list_filters import FacetKey, StandingGroup

KEYS = (FacetKey.GROUND, FacetKey.STANDING, FacetKey.UNIT, FacetKey.REGULATION)
LONGEST = 300  # letters that are searched; whoever types more means these
STANDINGS = tuple(each for each in StandingGroup if each is not StandingGroup.NOT_DETERMINED)


@dataclass(frozen=True)
class PublicFilters:
    """The text looked for and the value of each filter."""

    text: str = ""
    chosen: tuple[tuple[FacetKey, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the whole register is meant."""
        return not self.text and not self.chosen

    def value(self, key: FacetKey) -> str:
        """The value of a filter, empty when it is not set."""
        return dict(self.chosen).get(key, "")

    def without(self, key: FacetKey) -> "PublicFilters":
        """The same with this filter let go."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] is not key))

    def with_value(self, key: FacetKey, value: str) -> "PublicFilters":
        """The same with this filter set."""
        others = self.without(key)
        return replace(others, chosen=(*others.chosen, (key, value)))

    def with_text(self, text: str) -> "PublicFilters":
        """The same with another text."""
        return replace(self, text=text)

    def to_query(self) -> dict[str, str]:
        """The parameters of the address; what is not set is left out."""
        query = {"q": self.text} if self.text else {}
        return query | {key.value: value for key, value in self.chosen}


def read_filters(query: Mapping[str, str]) -> PublicFilters:
    """The filters of an address; what is no public filter is passed over."""
    return PublicFilters(
        text=query.get("q", "").strip()[:LONGEST],
        chosen=tuple((key, query[key.value]) for key in KEYS if query.get(key.value)),
    )
