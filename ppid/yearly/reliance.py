"""How often each legal basis is relied upon: in answers that close, and in entries in force."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from ppid.law.requests import Outcome
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.citing import short_citation
from ppid.register.closed import closed_on
from ppid.register.models import Entry, EntrySpan, LegalBasis
from ppid.yearly.ledger import Ledger
from ppid.yearly.queries import answered
from ppid.yearly.terms import Term

CLOSING = (Outcome.REFUSED, Outcome.BLACKED_OUT)


@dataclass(frozen=True)
class ClosingAnswers:
    """Items of answers given in a term that closed something, by what they rested on.

    An item that rests on several huruf counts at each of them, once.
    """

    outcome: Outcome
    total: int
    by_ground: Mapping[str, int]
    by_regulation: Mapping[str, int]
    by_provision: Mapping[str, int]


def read_closing(ledger: Ledger, term: Term, today: date, outcome: Outcome) -> ClosingAnswers:
    """What was refused, or blacked out, in the term, with its reasons as frozen that day."""
    items = [
        item
        for record in answered(ledger, term, today)
        for item in record.answered_items
        if item["outcome"] == outcome
    ]
    return ClosingAnswers(
        outcome=outcome,
        total=len(items),
        by_ground=_count(items, "grounds"),
        by_regulation=_count(items, "regulations"),
        by_provision=_count(items, "short"),
    )


def count_provisions_in_force(on: date) -> Counter[str]:
    """How many closed entries rest on each provision on a day, by its short citation."""
    found: Counter[str] = Counter()
    for words, entries in _in_catalogue(on):
        found[words] += entries
    for words, entries in _outside(on):
        found[words] += entries
    return found


def _count(items: list[Mapping[str, Any]], name: str) -> Counter[str]:
    told = ((item.get("basis") or {}).get(name, ()) for item in items)
    return Counter(value for values in told for value in dict.fromkeys(values))


def _in_catalogue(on: date) -> Iterator[tuple[str, int]]:
    counts: Any = _in_force(on, LegalBasis.provision).where(LegalBasis.provision.is_null(False))
    by_id = dict(counts.tuples())
    rows = Provision.select(Provision, Regulation).join(Regulation)
    for row in rows.order_by(Provision.id):
        if row.id in by_id:
            yield short_citation(LegalBasis(provision=row, citation=row.cite)), by_id[row.id]


def _outside(on: date) -> Iterator[tuple[str, int]]:
    """What the catalogue does not hold, by its wording."""
    rows: Any = _in_force(on, LegalBasis.citation).where(LegalBasis.provision.is_null())
    for citation, entries in rows.tuples():
        yield short_citation(LegalBasis(provision=None, citation=citation)), entries


def _in_force(on: date, by: Any) -> Any:  # noqa: ANN401 - columns and queries of peewee
    """Closed entries of a day, counted by a column of the bases of what closes them."""
    return (
        LegalBasis.select(by, pw.fn.COUNT(EntrySpan.entry.distinct()))
        .join(EntrySpan, on=EntrySpan.classification == LegalBasis.classification)
        .join(Entry)
        .where(closed_on(on))
        .group_by(by)
    )
