"""What narrows the list of the register, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ppid.errors import Refused
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind


class FacetKey(StrEnum):
    """The filters, by their names in the address."""

    GROUND = "huruf"
    STANDING = "keadaan"
    UNIT = "unit"
    YEAR = "tahun"
    REGULATION = "peraturan"
    FINDING = "temuan"


class StandingGroup(StrEnum):
    """The standings as they are counted: everything that is open stands together."""

    EXCLUDED = "dikecualikan"
    PARTIAL = "sebagian"
    EXPIRING = "akan-berakhir"
    HELD = "tertahan"
    OPEN = "terbuka"
    NOT_DETERMINED = "belum-ditetapkan"

    @property
    def kinds(self) -> tuple[StandingKind, ...]:
        """The standings in the group."""
        return OPEN_KINDS if self is StandingGroup.OPEN else (_KINDS[self],)

    @property
    def label(self) -> str:
        """The words of the filter."""
        return self.value.replace("-", " ").capitalize()


_KINDS = {
    StandingGroup.EXCLUDED: StandingKind.EXCLUDED,
    StandingGroup.PARTIAL: StandingKind.PARTIAL,
    StandingGroup.EXPIRING: StandingKind.EXPIRING,
    StandingGroup.HELD: StandingKind.HELD,
    StandingGroup.NOT_DETERMINED: StandingKind.NOT_DETERMINED,
}


class Order(StrEnum):
    """What the list is sorted by; a minus before it in the address turns it round."""

    RELEVANCE = "kecocokan"
    NUMBER = "nomor"
    TITLE = "informasi"
    UNIT = "unit"
    UNTIL = "sampai"
    NEWEST = "terbaru"


@dataclass(frozen=True)
class ListFilters:
    """The text looked for, the value of each filter, and the order."""

    text: str = ""
    chosen: tuple[tuple[FacetKey, str], ...] = ()
    order: Order | None = None
    backwards: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the whole register is meant."""
        return not self.text and not self.chosen

    def value(self, key: FacetKey) -> str:
        """The value of a filter, empty when it is not set."""
        return dict(self.chosen).get(key, "")

    def without(self, key: FacetKey) -> "ListFilters":
        """The same with this filter let go."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] is not key))

    def with_text(self, text: str) -> "ListFilters":
        """The same with another text; the order goes back to its own."""
        return replace(self, text=text, order=None, backwards=False)

    def sorted_by(self, order: Order, *, backwards: bool = False) -> "ListFilters":
        """The same in another order."""
        return replace(self, order=order, backwards=backwards)

    def to_query(self) -> dict[str, str]:
        """The parameters of the address; what is not set is left out."""
        query = {"q": self.text} if self.text else {}
        query |= {key.value: value for key, value in self.chosen}
        if self.order:
            query["urut"] = ("-" if self.backwards else "") + self.order.value
        return query


def read_filters(query: Mapping[str, str]) -> ListFilters:
    """The filters of an address; Refused names an order that does not exist."""
    order, backwards = _read_order(query.get("urut", ""))
    return ListFilters(
        text=query.get("q", "").strip(),
        chosen=tuple((key, query[key.value]) for key in FacetKey if query.get(key.value)),
        order=order,
        backwards=backwards,
    )


def _read_order(written: str) -> tuple[Order | None, bool]:
    if not written:
        return None, False
    name = written.removeprefix("-")
    if name not in set(Order):
        raise Refused(
            f"Urutan “{name}” tidak dikenal. Pilih urutan lewat judul kolom daftar.", "urut"
        )
    return Order(name), written.startswith("-")
