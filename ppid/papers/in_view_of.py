"""Mengingat of a determination that keeps no words of its own: read from what it classified."""

from collections.abc import Iterable
from datetime import date

from ppid.legal_bases.mentions import mention_regulations
from ppid.legal_bases.models import Provision
from ppid.register.models import Classification, LegalBasis


def list_in_view_of(classifications: Iterable[Classification], on: date) -> tuple[str, ...]:
    """Titles in order of rank, then of age: those that govern the act and those that it cites."""
    cited = (
        Provision.select(Provision.regulation)
        .join(LegalBasis, on=LegalBasis.provision == Provision.id)
        .where(LegalBasis.classification.in_([row.id for row in classifications]))
        .distinct()
    )
    return mention_regulations([row.regulation_id for row in cited], on).titles
