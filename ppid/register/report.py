"""How the register stands on a day, in figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from ppid.law.findings import FINDINGS, Severity
from ppid.law.standing_kinds import StandingKind
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
    rows = _found(EntryFinding.code, pw.fn.COUNT(EntryFinding.id), entry_ids=entry_ids)
    counts = _pairs(rows.group_by(EntryFinding.code))
    return tuple(
        FindingCount(rule.code, rule.title, rule.severity, counts[rule.code])
        for rule in sorted(FINDINGS.values(), key=lambda each: each.severity is Severity.WARNING)
        if rule.code in counts
    )


def count_incomplete(entry_ids: Sequence[int] | None = None) -> int:
    """Entries that are *belum lengkap*: something that the law asks for is missing."""
    rows = _found(EntryFinding.entry, entry_ids=entry_ids)
    return int(rows.where(EntryFinding.code.in_(GAPS)).distinct().count())


def _found(*columns: Any, entry_ids: Sequence[int] | None) -> Any:  # noqa: ANN401 - a query of the library
    rows = EntryFinding.select(*columns).join(Entry).where(Entry.withdrawn_at.is_null())
    return rows if entry_ids is None else rows.where(EntryFinding.entry.in_(list(entry_ids)))


def _pairs(rows: Any) -> dict[str, int]:  # noqa: ANN401 - a query of the library
    return dict(rows.tuples())
