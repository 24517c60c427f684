"""Determinations as their papers are found."""

from collections import Counter
from dataclasses import dataclass

import peewee as pw

from ppid.papers.kinds import DETERMINATION
from ppid.papers.models import IssuedPaper
from ppid.register.acts import DeterminationKind
from ppid.register.models import Classification, Determination, Opening

PAGE = 50


@dataclass(frozen=True)
class DeterminationLine:
    """One determination: its words and how many entries it is about."""

    determination: Determination
    kind: str
    entries: int


def list_older(page: int = 1) -> tuple[list[DeterminationLine], int]:
    """A page of the determinations that have no paper here, newest first, and how many in all.

    Their papers were issued before the register.
    """
    order = (Determination.determined_on.desc(), Determination.id.desc())
    rows = list(_older().order_by(*order).paginate(page, PAGE))
    counts = _counts([row.id for row in rows])
    lines = [
        DeterminationLine(row, DeterminationKind(row.kind).label, counts[row.id]) for row in rows
    ]
    return lines, count_older()


def count_older() -> int:
    """How many determinations have no paper here."""
    return int(_older().count())


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


def _older() -> "pw.ModelSelect[Determination]":
    papers = IssuedPaper.select(IssuedPaper.determination).where(
        IssuedPaper.kind == DETERMINATION, IssuedPaper.determination.is_null(False)
    )
    return Determination.select().where(Determination.id.not_in(papers))


def _counts(ids: list[int]) -> Counter[int]:
    classified = Classification.select(Classification.determination).where(
        Classification.determination.in_(ids)
    )
    opened = Opening.select(Opening.determination).where(Opening.determination.in_(ids))
    found = [row.determination_id for row in classified]
    found += [row.determination_id for row in opened]
    return Counter(each for each in found if each is not None)
