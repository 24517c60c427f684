"""How the register stands on a day, in figures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from ppid.law.findings import FINDINGS, Severity
from ppid.law.standing_kinds import StandingKind
from ppid.register.batches import in_batches
from ppid.register.models import Entry, EntryFinding, EntrySpan

GAPS = [rule.code for rule in FINDINGS.values() if rule.gap and rule.severity is Severity.BLOCKING]


@dataclass(frozen=True)
class FindingCount:
    """How many entries have a finding."""

    code: str
    title: str
    severity: Severity
    entries: int


@dataclass(frozen=True)
class StandingCount:
    """How many entries stand so."""

    kind: StandingKind
    entries: int


def count_entries() -> int:
    """Entries in the register."""
    return int(Entry.select().where(Entry.withdrawn_at.is_null()).count())


def count_standings(on: date) -> tuple[StandingCount, ...]:
    """Entries by standing on a day, in the order of the kinds; none are left out."""
    rows = (
        EntrySpan.select(EntrySpan.standing, pw.fn.COUNT(EntrySpan.id))
        .join(Entry)
        .where(EntrySpan.starts_on <= on, EntrySpan.ends_on > on, Entry.withdrawn_at.is_null())
        .group_by(EntrySpan.standing)
    )
    counts = _pairs(rows)
    return tuple(
        StandingCount(kind, counts[kind.value]) for kind in StandingKind if kind.value in counts
    )


def count_findings(entry_ids: Sequence[int] | None = None) -> tuple[FindingCount, ...]:
    """Entries by finding, blocking ones first; of some entries, or of the whole register."""
    counts: Counter[str] = Counter()
    for rows in _found(entry_ids):
        grouped = rows.select(EntryFinding.code, pw.fn.COUNT(EntryFinding.id))
        counts.update(_pairs(grouped.group_by(EntryFinding.code)))
    return tuple(
        FindingCount(rule.code, rule.title, rule.severity, counts[rule.code])
        for rule in sorted(FINDINGS.values(), key=lambda each: each.severity is Severity.WARNING)
        if rule.code in counts
    )


def count_incomplete(entry_ids: Sequence[int] | None = None) -> int:
    """Entries that are *belum lengkap*: something that the law asks for is missing."""
    return sum(
        rows.where(EntryFinding.code.in_(GAPS)).select(EntryFinding.entry).distinct().count()
        for rows in _found(entry_ids)
    )


def _found(entry_ids: Sequence[int] | None) -> Iterator[Any]:
    """Findings of the register, or of some entries in as many queries as these need."""
    rows = EntryFinding.select().join(Entry).where(Entry.withdrawn_at.is_null())
    if entry_ids is None:
        yield rows
    else:
        for batch in in_batches(entry_ids):
            yield rows.where(EntryFinding.entry.in_(batch))


def _pairs(rows: Any) -> dict[str, int]:  # noqa: ANN401 - a query of the library
    return dict(rows.tuples())
