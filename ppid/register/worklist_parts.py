"""Which entries are in which group of the worklist, in the order in which they are told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import takewhile
from operator import or_

from ppid.law.dates import add_months
from ppid.law.standing_kinds import CLOSED_KINDS, OPEN_KINDS, StandingKind
from ppid.legal_bases.queries import list_regulations
from ppid.register.bit_sets import EMPTY, flags_of, ids_of
from ppid.register.forces import say_force
from ppid.register.list_facets import FacetTree, members_of
from ppid.register.list_filters import FacetKey
from ppid.register.list_snapshot import Snapshot, get_snapshot
from ppid.register.report import GAPS
from ppid.register.worklist import FALLEN_BASIS, GroupKey, Part
from ppid.register.worklist_deadlines import Deadlines, read_deadlines
from ppid.workflow.procedure import Subject

SOON_MONTHS = 6
UNLISTED = "lain"
ACTS = ((Subject.CHANGE, "ditetapkan"), (Subject.INITIAL, "usulan"))
"""What opens a case for entries that were determined, and for those only proposed."""


@dataclass(frozen=True)
class Members:
    """The register on a day, within a unit: what the groups are picked from."""

    on: date
    is_today: bool
    snapshot: Snapshot
    within: int
    deadlines: Deadlines

    def standing(self, *kinds: StandingKind) -> int:
        """The entries that stand so."""
        own = (self.snapshot.having(FacetKey.STANDING, kind.value) for kind in kinds)
        return _union(own) & self.within

    def found(self, *codes: str) -> int:
        """The entries with any of these findings, unless the law has opened them."""
        own = _union(self.snapshot.having(FacetKey.FINDING, code) for code in codes)
        return own & self.within & ~self.standing(*OPEN_KINDS)


def count_urgent(on: date) -> int:
    """Entries that are overdue or due, for the header: one query once the register is in memory."""
    snapshot = get_snapshot(on)
    kinds = (StandingKind.EXPIRED, StandingKind.EXPIRING)
    return _union(snapshot.having(FacetKey.STANDING, kind.value) for kind in kinds).bit_count()


def read_members(on: date, *, unit: str, today: date) -> Members:
    """The register on a day; ``unit`` (its code) narrows to that unit and those below it."""
    snapshot = get_snapshot(on)
    tree = FacetTree()
    within = members_of(FacetKey.UNIT, unit, snapshot, tree) if unit else snapshot.every
    return Members(on, on == today, snapshot, within, read_deadlines(on))


def list_parts(members: Members, group: GroupKey) -> list[Part]:
    """The parts of a group that have entries."""
    return [part for part in _FINDERS[group](members) if part.ids]


def _union(sets: Iterator[int]) -> int:
    return reduce(or_, sets, EMPTY)


def _overdue(members: Members) -> Iterator[Part]:
    bits = members.standing(StandingKind.EXPIRED)
    yield Part(GroupKey.OVERDUE, _by_end(bits, members.deadlines), Subject.OPENING)


def _expiring(members: Members) -> Iterator[Part]:
    bits = members.standing(StandingKind.EXPIRING)
    yield Part(GroupKey.EXPIRING, _by_end(bits, members.deadlines), Subject.OPENING)


def _soon(members: Members) -> Iterator[Part]:
    last = add_months(members.on, SOON_MONTHS)
    coming = takewhile(lambda item: item[1] <= last, members.deadlines.ends.items())
    flags = flags_of(members.standing(StandingKind.EXCLUDED, StandingKind.PARTIAL))
    ids = [key for key, _day in coming if key < len(flags) and flags[key]]
    yield Part(GroupKey.SOON, ids, Subject.OPENING)


def _unreviewed(members: Members) -> Iterator[Part]:
    reviews = members.deadlines.reviews
    flags = flags_of(members.within)
    ids = [key for key in reviews if key < len(flags) and flags[key]]
    ids.sort(key=lambda key: (reviews[key].day, key))
    yield Part(GroupKey.UNREVIEWED, ids, Subject.CHANGE)


def _fallen(members: Members) -> Iterator[Part]:
    """By regulation; what is cited in words only comes last, told apart row by row."""
    fallen = [line for line in list_regulations(on=members.on) if not line.force.holds]
    resting = {
        line.regulation.code: members.snapshot.having(FacetKey.REGULATION, line.regulation.code)
        for line in fallen
    }
    listed = _union(iter(resting.values()))
    told = members.found(FALLEN_BASIS) if members.is_today else _closed(members) & listed
    for line in fallen:
        row = line.regulation
        bits = told & resting[row.code]
        title = f"{row.kind} {row.number}/{row.year}"
        yield from _by_act(
            members,
            bits,
            Part(GroupKey.FALLEN, (), None, row.code, title, say_force(line.force), row.code),
        )
    title = "Peraturan yang disebut tanpa ketentuan dalam katalog"
    yield from _by_act(members, told & ~listed, Part(GroupKey.FALLEN, (), None, UNLISTED, title))


def _incomplete(members: Members) -> Iterator[Part]:
    """Findings are of the entry as it is now, so no other day knows them."""
    if members.is_today:
        yield from _by_act(members, members.found(*GAPS), Part(GroupKey.INCOMPLETE, ()))


def _held(members: Members) -> Iterator[Part]:
    yield Part(GroupKey.HELD, list(ids_of(members.standing(StandingKind.HELD))))


def _by_act(members: Members, bits: int, told: Part) -> Iterator[Part]:
    """What was determined needs a change, what is only proposed its first determination."""
    determined = bits & _closed(members)
    for (act, key), own in zip(ACTS, (determined, bits & ~determined), strict=True):
        name = f"{told.key}-{key}" if told.key else key
        yield Part(told.group, list(ids_of(own)), act, name, told.title, told.note, told.regulation)


def _closed(members: Members) -> int:
    return members.standing(*CLOSED_KINDS)


def _by_end(bits: int, deadlines: Deadlines) -> list[int]:
    """Those that end first come first; those whose end a later determination moves come last."""
    flags = flags_of(bits)
    ends = deadlines.ends
    ending = [key for key in ends if key < len(flags) and flags[key]]
    return [*ending, *(key for key in ids_of(bits) if key not in ends)]


_FINDERS: dict[GroupKey, Callable[[Members], Iterator[Part]]] = {
    GroupKey.OVERDUE: _overdue,
    GroupKey.EXPIRING: _expiring,
    GroupKey.SOON: _soon,
    GroupKey.UNREVIEWED: _unreviewed,
    GroupKey.FALLEN: _fallen,
    GroupKey.INCOMPLETE: _incomplete,
    GroupKey.HELD: _held,
}
