"""What entries rest on, in the short forms by which it is looked for."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, cast

import peewee as pw

from ppid.legal_bases.models import Provision, Regulation
from ppid.register.content import KIP
from ppid.register.models import Classification, LegalBasis
from ppid.register.public_bases import cite_outside

_LETTER_AND_FIGURE = re.compile(r"huruf ([a-z])(?: angka (\d+))?")


def citations_of(entry_ids: Sequence[int], *, public: bool = False) -> dict[int, set[str]]:
    """Citations by entry; for the public only what was determined, without anybody's own words."""
    found: dict[int, set[str]] = defaultdict(set)
    for entry_id, citation, cite, code, kind, number, year, title in _rows(entry_ids, public):
        if cite is None:
            found[entry_id].add(cite_outside(citation) if public else citation)
            continue
        named = "" if code == KIP else title
        found[entry_id].add(f"{kind} {number}/{year} {cite} {_short(cite)} {named}")
    return found


def _rows(entry_ids: Sequence[int], determined: bool) -> Any:  # noqa: ANN401 - a query of the library
    rows = (
        LegalBasis.select(
            *(Classification.entry, LegalBasis.citation, Provision.cite),
            *(Regulation.code, Regulation.kind, Regulation.number, Regulation.year),
            Regulation.title,
        )
        .join(Classification)
        .switch(LegalBasis)
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(Classification.entry.in_(entry_ids), Classification.withdrawn_at.is_null())
    )
    if determined:
        rows = rows.where(Classification.determination.is_null(False))
    return cast("Any", rows.tuples())


def _short(cite: str) -> str:
    """``h 4``, as ``h.4`` is read when it is looked for."""
    parts = _LETTER_AND_FIGURE.search(cite)
    return " ".join(filter(None, parts.groups())) if parts else ""
