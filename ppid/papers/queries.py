"""Issued determinations as they are listed and found."""

from collections import Counter
from dataclasses import dataclass

from ppid.register.acts import DeterminationKind
from ppid.register.models import Classification, Determination, Opening

PAGE = 50


@dataclass(frozen=True)
class IssuedLine:
    """One issued determination: its words and how many entries it is about."""

    determination: Determination
    kind: str
    entries: int


def list_determinations(page: int = 1) -> tuple[list[IssuedLine], int]:
    """A page of determinations, newest first, and how many there are in all."""
    query = Determination.select().order_by(
        Determination.determined_on.desc(), Determination.id.desc()
    )
    rows = list(query.paginate(page, PAGE))
    counts = _counts([row.id for row in rows])
    lines = [IssuedLine(row, DeterminationKind(row.kind).label, counts[row.id]) for row in rows]
    return lines, query.count()


def get_determination(year: int, number: int) -> Determination | None:
    """A determination by its number in a year."""
    return Determination.get_or_none(Determination.year == year, Determination.number == number)


def list_determinations_of(entry_id: int) -> list[Determination]:
    """Every determination about an entry, newest first."""
    classified = Classification.select(Classification.determination).where(
        Classification.entry == entry_id
    )
    opened = Opening.select(Opening.determination).where(
        Opening.entry == entry_id, Opening.determination.is_null(False)
    )
    return list(
        Determination.select()
        .where(Determination.id.in_(classified) | Determination.id.in_(opened))
        .order_by(Determination.id.desc())
    )


def _counts(ids: list[int]) -> Counter[int]:
    classified = Classification.select(Classification.determination).where(
        Classification.determination.in_(ids)
    )
    opened = Opening.select(Opening.determination).where(Opening.determination.in_(ids))
    found = [row.determination_id for row in classified]
    found += [row.determination_id for row in opened]
    return Counter(each for each in found if each is not None)
