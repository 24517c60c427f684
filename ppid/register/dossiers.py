"""All rows about entries, read in a few queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import peewee as pw

from ppid.accounts.models import Unit
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.models import (
    Classification,
    Determination,
    Dispute,
    Entry,
    EntryOriginal,
    LegalBasis,
    Opening,
)

Row = TypeVar("Row", Opening, Dispute)


@dataclass(frozen=True)
class Said:
    """A classification with its bases in order; ``determination`` is None for a proposal.

    Each basis carries its provision and regulation, where the catalogue has them.
    """

    row: Classification
    determination: Determination | None
    bases: tuple[LegalBasis, ...]


@dataclass(frozen=True)
class Dossier:
    """One entry with everything said of it and everything that happened to it.

    ``determined`` stands in the order of issue; ``proposal`` is the one that is not withdrawn.
    """

    entry: Entry
    determined: tuple[Said, ...]
    proposal: Said | None
    openings: tuple[Opening, ...]
    disputes: tuple[Dispute, ...]
    original: EntryOriginal | None


def load_dossiers(entry_ids: Sequence[int]) -> dict[int, Dossier]:
    """Dossiers by the id of their entry, in seven queries; unknown ids are left out."""
    said = _said_by_entry(entry_ids)
    openings = _by_entry(
        Opening.select(Opening, Determination)
        .join(Determination, pw.JOIN.LEFT_OUTER)
        .where(Opening.entry.in_(entry_ids))
        .order_by(Opening.on, Opening.id)
    )
    disputes = _by_entry(
        Dispute.select().where(Dispute.entry.in_(entry_ids)).order_by(Dispute.opened_on, Dispute.id)
    )
    originals = {
        row.entry_id: row
        for row in EntryOriginal.select().where(EntryOriginal.entry.in_(entry_ids))
    }
    entries = Entry.select(Entry, Unit).join(Unit).where(Entry.id.in_(entry_ids))
    return {
        entry.id: Dossier(
            entry=entry,
            determined=tuple(each for each in said[entry.id] if each.determination),
            proposal=next((each for each in said[entry.id] if not each.determination), None),
            openings=tuple(openings[entry.id]),
            disputes=tuple(disputes[entry.id]),
            original=originals.get(entry.id),
        )
        for entry in entries
    }


def _said_by_entry(entry_ids: Sequence[int]) -> dict[int, list[Said]]:
    """Classifications that were not withdrawn, in the order of issue."""
    rows = list(
        Classification.select(Classification, Determination)
        .join(Determination, pw.JOIN.LEFT_OUTER)
        .where(Classification.entry.in_(entry_ids), Classification.withdrawn_at.is_null())
        .order_by(Determination.id, Classification.id)
    )
    bases = _bases_by_classification([row.id for row in rows])
    found: dict[int, list[Said]] = defaultdict(list)
    for row in rows:
        found[row.entry_id].append(Said(row, row.determination, tuple(bases[row.id])))
    return found


def _bases_by_classification(classification_ids: list[int]) -> dict[int, list[LegalBasis]]:
    found: dict[int, list[LegalBasis]] = defaultdict(list)
    rows = (
        LegalBasis.select(LegalBasis, Provision, Regulation)
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(LegalBasis.classification.in_(classification_ids))
        .order_by(LegalBasis.position)
    )
    for row in rows:
        found[row.classification_id].append(row)
    return found


def _by_entry(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.entry_id].append(row)
    return found
