"""Where the handbook's references stand in the catalogue of this office."""

from collections.abc import Iterable

from ppid.handbook.links import Reference
from ppid.legal_bases.models import Provision, Regulation


def find_provisions(references: Iterable[Reference]) -> dict[Reference, int]:
    """The number of each provision that the catalogue holds, withdrawn ones too."""
    wanted = frozenset(references)
    rows = (
        Provision.select(Provision.id, Provision.cite, Regulation)
        .join(Regulation)
        .where(
            Regulation.code.in_([reference.code for reference in wanted]),
            Provision.cite.in_([reference.cite for reference in wanted]),
        )
        .order_by(Provision.id)
    )
    found = {Reference(row.regulation.code, row.cite): row.id for row in rows}
    return {reference: number for reference, number in found.items() if reference in wanted}


def known_codes(references: Iterable[Reference]) -> frozenset[str]:
    """The codes of the regulations that the catalogue holds."""
    codes = {reference.code for reference in references}
    rows = Regulation.select(Regulation.code).where(Regulation.code.in_(list(codes)))
    return frozenset(row.code for row in rows)
