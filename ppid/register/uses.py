"""What rests on a provision of the catalogue, as the catalogue asks it."""

from collections.abc import Sequence
from typing import Any

import peewee as pw
from flask import Flask

from ppid.legal_bases.models import Provision
from ppid.legal_bases.signals import Resting, Uses, offer_uses
from ppid.register.models import Classification, Entry, LegalBasis


def init_app(app: Flask) -> None:
    """Answer the catalogue."""
    offer_uses(app, Uses(count=count_uses, resting=list_resting))


def count_uses(provision_ids: Sequence[int]) -> dict[int, int]:
    """How many entries rest now on each of the provisions."""
    rows = (
        _current(LegalBasis.provision, pw.fn.COUNT(Entry.id.distinct()))
        .where(LegalBasis.provision.in_(list(provision_ids)))
        .group_by(LegalBasis.provision)
    )
    return dict(rows.tuples())


def list_resting(provision_ids: Sequence[int]) -> list[Resting]:
    """The entries that rest now on the provisions, by number."""
    rows = (
        _current(Entry.number, Entry.title, LegalBasis.provision)
        .where(LegalBasis.provision.in_(list(provision_ids)))
        .distinct()
        .order_by(Entry.number)
    )
    return [Resting(*row) for row in rows.tuples()]


def list_resting_entries(regulation_id: int) -> list[int]:
    """The entries (by id) that rest now on any provision of a regulation."""
    provisions = Provision.select(Provision.id).where(Provision.regulation == regulation_id)
    rows = _current(Entry.id).where(LegalBasis.provision.in_(provisions)).distinct()
    return [row[0] for row in rows.tuples()]


def _current(*columns: Any) -> Any:  # noqa: ANN401 - columns and queries of the library
    """Bases of what was last determined of each entry, or of its proposal while there is none."""
    later = Classification.alias()
    decided = Classification.alias()
    newer = later.select().where(
        later.entry == Classification.entry,
        later.determination > Classification.determination,
        later.withdrawn_at.is_null(),
    )
    determined = decided.select().where(
        decided.entry == Classification.entry, decided.determination.is_null(False)
    )
    proposed = Classification.determination.is_null() & ~pw.fn.EXISTS(determined)
    latest = Classification.determination.is_null(False) & ~pw.fn.EXISTS(newer)
    return (
        LegalBasis.select(*columns)
        .join(Classification)
        .join(Entry)
        .where(Classification.withdrawn_at.is_null(), Entry.withdrawn_at.is_null())
        .where(proposed | latest)
    )
