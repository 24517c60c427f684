"""Mengingat: how regulations are named in an act, never one that was not in force on its day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ppid.law.dates import format_date
from ppid.legal_bases.force import ChangeKind, Force, Status, force_on
from ppid.legal_bases.models import Regulation, RegulationChange
from ppid.legal_bases.queries import changes_of, rank
from ppid.legal_bases.succession import find_successor

GOVERNING = ("uu-14-2008", "pp-61-2010", "perki-1-2021")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A regulation that may not be named on that day, and what to name instead where known."""

    regulation_id: int
    title: str
    why: str
    successor: str = ""

    def __str__(self) -> str:
        """``… dicabut sejak 30 Juni 2021; penggantinya …``."""
        instead = f"; penggantinya {self.successor}" if self.successor else ""
        return f"{self.title} {self.why}{instead}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What an act names, by rank and then by age, and what it may not name."""

    titles: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    ids: frozenset[int]


def mention_regulations(regulation_ids: Iterable[int], on: date) -> Mentions:
    """The regulations that govern the act, or their successors, and those given; each once."""
    wanted = set(regulation_ids) | _governing(on)
    rows = list(Regulation.select().where(Regulation.id.in_(wanted)))
    changes = changes_of([row.id for row in rows])
    forces = {row.id: force_on(row, changes.get(row.id, []), on) for row in rows}
    held = sorted((row for row in rows if forces[row.id].holds), key=_by_rank_and_age)
    return Mentions(
        titles=tuple(_mention(row, changes.get(row.id, []), on) for row in held),
        left_out=tuple(
            _left_out(row, forces[row.id], on) for row in rows if not forces[row.id].holds
        ),
        ids=frozenset(row.id for row in held),
    )


def _governing(on: date) -> set[int]:
    """The law, its regulation and the Komisi's rule; a revoked one by what took its place."""
    rows = list(Regulation.select().where(Regulation.code.in_(GOVERNING)))
    changes = changes_of([row.id for row in rows])
    found: set[int] = set()
    for row in rows:
        force = force_on(row, changes.get(row.id, []), on)
        standing = row if force.status is not Status.REVOKED else find_successor(row, force, on)
        if standing is not None and _force(standing, on).holds:
            found.add(standing.id)
    return found


def _force(regulation: Regulation, on: date) -> Force:
    return force_on(regulation, changes_of([regulation.id]).get(regulation.id, []), on)


def _by_rank_and_age(row: Regulation) -> tuple[int, int, int, str]:
    digits = "".join(sign for sign in row.number if sign.isdecimal())
    return (rank(row.kind), row.year, int(digits or 0), row.number)


def _mention(row: Regulation, changes: Iterable[RegulationChange], on: date) -> str:
    """The title; with the last of its amendments where the catalogue knows them."""
    known = [each for each in changes if _amends(each, on)]
    if not known:
        return row.title
    last = max(known, key=lambda change: (change.on or date.min, change.id))
    words = (
        "telah beberapa kali diubah, terakhir dengan" if len(known) > 1 else "telah diubah dengan"
    )
    return f"{row.title} sebagaimana {words} {_cause(last)}"


def _amends(change: RegulationChange, on: date) -> bool:
    if change.kind != ChangeKind.AMENDED or not _cause(change):
        return False
    return change.on is None or change.on <= on


def _cause(change: RegulationChange) -> str:
    return change.by.title if change.by else change.by_text


def _left_out(row: Regulation, force: Force, on: date) -> LeftOut:
    since = f" sejak {format_date(force.on)}" if force.on else ""
    if force.status is Status.NOT_YET:
        return LeftOut(
            row.id, row.title, f"belum berlaku; mulai berlaku{since.removeprefix(' sejak')}"
        )
    successor = find_successor(row, force, on)
    return LeftOut(
        row.id,
        row.title,
        f"tidak berlaku lagi{since}",
        successor.title if successor else force.by_text,
    )


def index_by_id(left_out: Iterable[LeftOut]) -> Mapping[int, LeftOut]:
    """What may not be named, by regulation."""
    return {each.regulation_id: each for each in left_out}
