"""Which entries are public on a day, and which of them have which value of a filter."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock
from weakref import WeakKeyDictionary

import peewee as pw

from ppid.db import database
from ppid.law.grounds import Ground, ground_name
from ppid.law.standing_kinds import StandingKind
from ppid.public.filters import STANDINGS, PublicFilters
from ppid.public.state import register_state
from ppid.register.bit_sets import EMPTY
from ppid.register.kept_by_day import DAYS_KEPT
from ppid.register.list_facets import FacetTree, members_of
from ppid.register.list_filters import FacetKey, StandingGroup
from ppid.register.list_snapshot import Snapshot, get_snapshot


@dataclass(frozen=True)
class Choice:
    """A value of a filter; ``count`` is how many entries it leaves under the other filters."""

    value: str
    label: str
    count: int
    current: bool
    title: str = ""


@dataclass(frozen=True)
class Named:
    """A value of a filter with its words and the public entries that have it."""

    value: str
    label: str
    title: str
    own: int


@dataclass(frozen=True)
class Members:
    """The public part of a snapshot: nothing outside ``every`` is ever counted or named."""

    snapshot: Snapshot
    tree: FacetTree

    @cached_property
    def every(self) -> int:
        """The entries that were determined by that day and are not withdrawn."""
        undetermined = self.snapshot.having(FacetKey.STANDING, StandingKind.NOT_DETERMINED.value)
        return self.snapshot.every & ~undetermined

    def of(self, key: FacetKey, value: str) -> int:
        """The public entries with this value of a filter; none where there is no such value."""
        if key is FacetKey.STANDING and value not in set(STANDINGS):
            return EMPTY
        return members_of(key, value, self.snapshot, self.tree) & self.every

    def choices(self, key: FacetKey, filters: PublicFilters, others: int) -> Iterator[Choice]:
        """Values that a public entry has, each with what it leaves of ``others``."""
        chosen = filters.value(key)
        for each in self._named[key]:
            current = each.value == chosen
            if each.own or current or key is not FacetKey.UNIT:
                count = (each.own & others).bit_count()
                yield Choice(each.value, each.label, count, current, each.title)

    @cached_property
    def _named(self) -> dict[FacetKey, list[Named]]:
        return {
            key: [Named(*told, self.of(key, told[0])) for told in self._labels(key)]
            for key in (FacetKey.GROUND, FacetKey.STANDING, FacetKey.UNIT)
        }

    def _labels(self, key: FacetKey) -> Iterator[tuple[str, str, str]]:
        if key is FacetKey.GROUND:
            for ground in Ground:
                yield ground.value, ground.value, f"huruf {ground}, {ground_name(ground)}"
        elif key is FacetKey.STANDING:
            for group in STANDINGS:
                yield group.value, group.label, ""
        elif key is FacetKey.UNIT:
            for code, (label, _ids) in self.tree.units.items():
                yield code, label, ""


def get_members(on: date) -> Members:
    """The public part of the register of that day, worked out once for each state of it."""
    snapshot = get_snapshot(on)
    if database.in_transaction():
        return Members(snapshot, FacetTree())
    kept = _kept.setdefault(database.obj, OrderedDict())
    state = on, snapshot.change, register_state()
    with _turn:
        if state not in kept:
            kept[state] = Members(snapshot, FacetTree())
        while len(kept) > DAYS_KEPT:
            kept.popitem(last=False)
        return kept[state]


_turn = Lock()
_kept: WeakKeyDictionary[pw.Database, OrderedDict[tuple[object, ...], Members]] = (
    WeakKeyDictionary()
)


def name_choice(key: FacetKey, value: str, tree: FacetTree) -> str:
    """A chosen value in words; as it was typed where nothing is called so."""
    named: Mapping[str, str] = {}
    if key is FacetKey.GROUND:
        named = {each.value: f"Pasal 17 huruf {each}, {ground_name(each)}" for each in Ground}
    elif key is FacetKey.STANDING:
        named = {each.value: each.label for each in StandingGroup}
    elif key is FacetKey.UNIT:
        named = {code: label.lstrip("– ") for code, (label, _ids) in tree.units.items()}
    elif key is FacetKey.REGULATION:
        named = tree.regulations
    return named.get(value, value)
