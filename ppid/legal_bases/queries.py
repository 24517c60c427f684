"""The catalogue as it is read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from ppid.legal_bases.force import Force, force_on
from ppid.legal_bases.models import Provision, Regulation, RegulationChange

RANKS = ("UU", "Perpu", "PP", "Perpres", "Perki", "Permendagri", "Perda", "Pergub", "Kepgub")
BASE = "uu-14-2008"

LONGEST = 300  # letters that are searched; each word costs a condition


@dataclass(frozen=True)
class RegulationLine:
    """A regulation with its standing on a day and how many provisions it has here."""

    regulation: Regulation
    force: Force
    provisions: int


def list_regulations(*, on: date, text: str = "", kind: str = "") -> list[RegulationLine]:
    """Regulations by rank, then newest first; ``text`` narrows by title, number or year."""
    query = Regulation.select()
    for word in text[:LONGEST].split():
        found = Regulation.title.contains(word) | Regulation.number.contains(word)
        query = query.where(found | Regulation.year.cast("text").contains(word))
    if kind:
        query = query.where(Regulation.kind == kind)
    rows = sorted(query, key=lambda row: (rank(row.kind), -row.year, row.number))
    changes = changes_of([row.id for row in rows])
    counts = Counter(
        row.regulation_id
        for row in Provision.select(Provision.regulation).where(Provision.withdrawn_at.is_null())
    )
    return [
        RegulationLine(row, force_on(row, changes.get(row.id, []), on), counts[row.id])
        for row in rows
    ]


def count_by_kind() -> list[tuple[str, int]]:
    """How many regulations of each kind, by rank."""
    counts = Counter(row.kind for row in Regulation.select(Regulation.kind))
    return sorted(counts.items(), key=lambda item: rank(item[0]))


def get_regulation(code: str) -> Regulation | None:
    """A regulation by its code."""
    return Regulation.get_or_none(Regulation.code == code)


def get_regulation_by_id(regulation_id: int) -> Regulation | None:
    """A regulation by its number in the database."""
    return Regulation.get_or_none(Regulation.id == regulation_id)


def list_changes(regulation: Regulation) -> list[RegulationChange]:
    """What became of a regulation, the latest first."""
    return sorted(
        changes_of([regulation.id]).get(regulation.id, []),
        key=lambda change: (change.on or date.min, change.id),
        reverse=True,
    )


def list_caused(regulation: Regulation) -> list[RegulationChange]:
    """What this regulation did to others."""
    return list(
        RegulationChange.select(RegulationChange, Regulation)
        .join(Regulation, on=RegulationChange.regulation)
        .where(RegulationChange.by == regulation)
        .order_by(RegulationChange.id)
    )


def list_provisions(regulation: Regulation) -> list[Provision]:
    """The provisions of a regulation in the order of the law."""
    return list(
        Provision.select().where(Provision.regulation == regulation).order_by(Provision.sort_key)
    )


def get_provision(provision_id: int) -> Provision | None:
    """A provision with its regulation."""
    found: Provision | None = (
        Provision.select(Provision, Regulation)
        .join(Regulation)
        .where(Provision.id == provision_id)
        .first()
    )
    return found


def list_by_ground(ground: str) -> list[Provision]:
    """Every provision that is, or serves, a huruf of Pasal 17: that law first, then by rank."""
    rows = (
        Provision.select(Provision, Regulation)
        .join(Regulation)
        .where(
            (Provision.ground == ground) | Provision.applies_to.contains(f'"{ground}"'),
            Provision.withdrawn_at.is_null(),
        )
    )
    return sorted(
        rows,
        key=lambda row: (rank(row.regulation.kind), row.regulation.code != BASE, row.sort_key),
    )


def changes_of(regulation_ids: Iterable[int]) -> dict[int, list[RegulationChange]]:
    """Changes by regulation, each with what caused it."""
    successor = Regulation.alias()
    rows = (
        RegulationChange.select(RegulationChange, successor)
        .join(successor, pw.JOIN.LEFT_OUTER, on=(RegulationChange.by == successor.id))
        .where(RegulationChange.regulation.in_(list(regulation_ids)))
        .order_by(RegulationChange.id)
    )
    grouped: dict[int, list[RegulationChange]] = {}
    for row in rows:
        grouped.setdefault(row.regulation_id, []).append(row)
    return grouped


def rank(kind: str) -> int:
    """The place of a kind of regulation in the order of rank."""
    return RANKS.index(kind) if kind in RANKS else len(RANKS)


def regulation_choices(excluding: Sequence[int] = ()) -> list[tuple[int, str]]:
    """Regulations for a choice, by rank."""
    rows = [row for row in Regulation.select() if row.id not in excluding]
    return [
        (row.id, row.title)
        for row in sorted(rows, key=lambda row: (rank(row.kind), -row.year, row.number))
    ]
