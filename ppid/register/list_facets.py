"""The filters of the list, what can be chosen in each, and how many entries that leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ppid.accounts.models import Unit
from ppid.law.findings import FINDINGS
from ppid.law.grounds import Ground, ground_name
from ppid.legal_bases.models import Regulation
from ppid.register.bit_sets import EMPTY
from ppid.register.list_filters import FacetKey, ListFilters, StandingGroup
from ppid.register.list_snapshot import Snapshot

NAMES = {
    FacetKey.GROUND: "Pasal 17",
    FacetKey.STANDING: "Keadaan",
    FacetKey.UNIT: "Unit",
    FacetKey.YEAR: "Tahun penetapan",
    FacetKey.REGULATION: "Peraturan",
    FacetKey.FINDING: "Temuan",
}
FEW = (FacetKey.GROUND, FacetKey.STANDING)
ANY_FINDING = "ada"
DEPTH = "– "


@dataclass(frozen=True)
class FacetValue:
    """A value that can be chosen; ``count`` is what it leaves under the other filters."""

    value: str
    label: str
    count: int
    current: bool


@dataclass(frozen=True)
class Facet:
    """A filter with its values; of a folded one only the value that is chosen is counted."""

    key: FacetKey
    name: str
    values: tuple[FacetValue, ...]
    folded: bool


class FacetTree:
    """Units and regulations as they are called now, read when a filter needs them."""

    @cached_property
    def units(self) -> dict[str, tuple[str, tuple[int, ...]]]:
        """Code → label with its depth, and the ids of the unit and of all below it."""
        below: dict[int | None, list[Unit]] = {}
        for unit in Unit.select().order_by(Unit.short_name, Unit.id):
            below.setdefault(unit.parent_id, []).append(unit)
        return {unit.code: told for unit, told in _branch(below, None, 0)}

    @cached_property
    def regulations(self) -> dict[str, str]:
        """Code → ``UU 43/2009``, the highest rank first."""
        rows = Regulation.select(
            Regulation.code, Regulation.kind, Regulation.number, Regulation.year
        ).order_by(Regulation.kind.desc(), Regulation.year, Regulation.number)
        return {row.code: f"{row.kind} {row.number}/{row.year}" for row in rows}


def _branch(
    below: Mapping[int | None, list[Unit]], parent: int | None, depth: int
) -> Iterator[tuple[Unit, tuple[str, tuple[int, ...]]]]:
    for unit in below.get(parent, ()):
        inner = list(_branch(below, unit.id, depth + 1))
        ids = (unit.id, *(child.id for child, _told in inner))
        yield unit, (DEPTH * depth + unit.short_name, ids)
        yield from inner


def members_of(key: FacetKey, value: str, snapshot: Snapshot, tree: FacetTree) -> int:
    """The entries that have the value of a filter; none has one that does not exist."""
    if key is FacetKey.UNIT:
        _label, ids = tree.units.get(value, ("", ()))
        return _any_of(snapshot, key, (str(unit_id) for unit_id in ids))
    if key is FacetKey.STANDING:
        kinds = StandingGroup(value).kinds if value in set(StandingGroup) else ()
        return _any_of(snapshot, key, (kind.value for kind in kinds))
    if key is FacetKey.FINDING and value == ANY_FINDING:
        return _any_of(snapshot, key, FINDINGS)
    return snapshot.having(key, value)


def count_facets(
    filters: ListFilters,
    snapshot: Snapshot,
    tree: FacetTree,
    others: Mapping[FacetKey, int],
    unfolded: FacetKey | None,
) -> tuple[Facet, ...]:
    """The filters that some entry has a value of; those with few values are never folded."""
    known = {key for key, _value in snapshot.members}
    facets = []
    for key in FacetKey:
        if key in FEW or key in known or filters.value(key):
            folded = key not in FEW and key is not unfolded
            values = _values(key, filters.value(key), snapshot, tree, others[key])
            shown = tuple(_shown_of(values, folded=folded, chosen=filters.value(key)))
            facets.append(Facet(key, NAMES[key], shown, folded))
    return tuple(facets)


def _shown_of(values: Iterator[FacetValue], *, folded: bool, chosen: str) -> Iterator[FacetValue]:
    if not folded:
        return values
    mine = (value for value in values if value.current) if chosen else iter(())
    return (replace(value, label=value.label.lstrip(DEPTH)) for value in mine)


def _values(
    key: FacetKey, chosen: str, snapshot: Snapshot, tree: FacetTree, others: int
) -> Iterator[FacetValue]:
    """Each value with its count; of the long filters those that no entry has are left out."""
    for value, label in _labels(key, snapshot, tree):
        own = members_of(key, value, snapshot, tree)
        if own or key in FEW or value == chosen:
            yield FacetValue(value, label, (own & others).bit_count(), value == chosen)


def _labels(key: FacetKey, snapshot: Snapshot, tree: FacetTree) -> Iterator[tuple[str, str]]:
    """Every value with its words, in the order of the screen."""
    if key is FacetKey.GROUND:
        yield from ((ground.value, ground.value) for ground in Ground)
    elif key is FacetKey.STANDING:
        yield from ((group.value, group.label) for group in StandingGroup)
    elif key is FacetKey.UNIT:
        yield from ((code, label) for code, (label, _ids) in tree.units.items())
    elif key is FacetKey.YEAR:
        years = {value for own, value in snapshot.members if own is FacetKey.YEAR}
        yield from ((year, year) for year in sorted(years, reverse=True))
    elif key is FacetKey.REGULATION:
        yield from tree.regulations.items()
    else:
        yield ANY_FINDING, "Semua temuan"
        yield from ((code, rule.title) for code, rule in FINDINGS.items())


def label_of(facet: Facet) -> str:
    """The words of the value that is chosen; empty when none is."""
    if facet.key is FacetKey.GROUND:
        return next(
            (
                f"huruf {each.value}, {ground_name(Ground(each.value))}"
                for each in facet.values
                if each.current
            ),
            "",
        )
    return next((each.label.lstrip(DEPTH) for each in facet.values if each.current), "")


def _any_of(snapshot: Snapshot, key: FacetKey, values: Iterator[str] | Mapping[str, object]) -> int:
    found = EMPTY
    for value in values:
        found |= snapshot.having(key, value)
    return found
