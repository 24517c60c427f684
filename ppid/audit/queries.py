"""The audit trail as it is read: of a thing, of a person, or as a whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee as pw

from ppid.audit.models import AuditRecord, AuditSubject

PAGE = 50
CASE_KINDS = frozenset({"case"})
ENTRY_KINDS = frozenset({"entry", "determination"})


@dataclass(frozen=True)
class Trace:
    """One record as it is shown; ``changes`` is None when they are not for this reader."""

    at: datetime
    actor: str
    summary: str
    subjects: tuple[tuple[str, int, str], ...]
    changes: tuple[dict[str, Any], ...] | None


@dataclass(frozen=True)
class TracePage:
    """A page of the trail, newest first."""

    traces: tuple[Trace, ...]
    total: int
    page: int

    @property
    def last(self) -> int:
        """Number of the last page."""
        return max(1, -(-self.total // PAGE))


def list_traces(
    *,
    kind: str = "",
    subject_id: int | None = None,
    actor_id: int | None = None,
    page: int = 1,
    with_cases: bool = True,
    with_entries: bool = True,
) -> TracePage:
    """Records about a thing or by a person, newest first.

    Without ``with_cases`` that something was written in a case is told, but not what; without
    ``with_entries`` the same of an entry and its determinations.
    """
    closed = (frozenset() if with_cases else CASE_KINDS) | (
        frozenset() if with_entries else ENTRY_KINDS
    )
    query = AuditRecord.select()
    if subject_id is not None:
        about = AuditSubject.select(AuditSubject.record).where(
            AuditSubject.kind == kind, AuditSubject.subject_id == subject_id
        )
        query = query.where(AuditRecord.id.in_(about))
    if actor_id is not None:
        query = query.where(AuditRecord.actor_id == actor_id)
    rows = query.order_by(AuditRecord.id.desc()).paginate(page, PAGE)
    read = pw.prefetch(rows, AuditSubject.select().order_by(AuditSubject.id))
    traces = tuple(_trace(row, closed) for row in read)
    return TracePage(traces, query.count(), page)


def last_record() -> int:
    """The number of the latest record; 0 before the first. It grows with every write."""
    newest = AuditRecord.select(AuditRecord.id).order_by(AuditRecord.id.desc()).first()
    return newest.id if newest else 0


def _trace(row: AuditRecord, closed: frozenset[str]) -> Trace:
    """A record as it is shown; its own words may hold a title or a file's name, so what is about
    something closed is told by its label alone.
    """
    subjects = tuple((item.kind, item.subject_id, item.label) for item in row.subjects)
    hidden = next((label for kind, _id, label in subjects if kind in closed), None)
    return Trace(
        at=row.at,
        actor=row.actor_name,
        summary=row.summary if hidden is None else f"Mengubah {hidden}",
        subjects=subjects,
        changes=tuple(row.changes) if hidden is None else None,
    )
