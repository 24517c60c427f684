"""Mengingat: the regulations a determination stands on, never one that was not in force."""

from collections.abc import Iterable
from datetime import date

from ppid.legal_bases.force import force_on
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.queries import changes_of, rank
from ppid.register.models import Classification, LegalBasis

ALWAYS = ("uu-14-2008", "pp-61-2010", "perki-1-2021")


def list_in_view_of(classifications: Iterable[Classification], on: date) -> tuple[str, ...]:
    """Titles in order of rank, then of age: those that govern the act and those that it cites."""
    cited = (
        Provision.select(Provision.regulation)
        .join(LegalBasis, on=LegalBasis.provision == Provision.id)
        .where(LegalBasis.classification.in_([row.id for row in classifications]))
    )
    rows = list(Regulation.select().where(Regulation.code.in_(ALWAYS) | Regulation.id.in_(cited)))
    changes = changes_of([row.id for row in rows])
    held = [row for row in rows if force_on(row, changes.get(row.id, []), on).holds]
    return tuple(
        row.title for row in sorted(held, key=lambda row: (rank(row.kind), row.year, row.number))
    )
