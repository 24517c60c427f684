"""Writing the audit trail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from ppid.audit.models import AuditRecord, AuditSubject
from ppid.db import database


class Actor(Protocol):
    """Whoever acts: a user, or the system at the command line (id None)."""

    @property
    def id(self) -> int | None:
        """Number of the user; None for the command line."""

    @property
    def name(self) -> str:
        """Name as it is kept in the record."""


@dataclass(frozen=True)
class CommandLine:
    """The actor of a command: whoever has the shell of the server."""

    id: None = None
    name: str = "Baris perintah"


@dataclass(frozen=True)
class Subject:
    """A thing that a record is about."""

    kind: str
    id: int
    label: str


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The fields that differ, in the order of ``after``, as ``field, before, after``."""
    return [
        {"field": name, "before": _plain(before.get(name)), "after": _plain(value)}
        for name, value in after.items()
        if _plain(before.get(name)) != _plain(value)
    ]


def record(
    actor: Actor,
    action: str,
    summary: str,
    *,
    subjects: Sequence[Subject],
    changes: Sequence[Mapping[str, Any]] = (),
) -> AuditRecord:
    """Write one record, inside the transaction that it tells of."""
    if not database.in_transaction():
        raise RuntimeError("an audit record belongs to the transaction it tells of")
    written = AuditRecord.create(
        actor_id=actor.id,
        actor_name=actor.name,
        action=action,
        summary=summary[:300],
        changes=list(changes),
    )
    for subject in subjects:
        AuditSubject.create(
            record=written, kind=subject.kind, subject_id=subject.id, label=subject.label[:200]
        )
    return written


def _plain(value: object) -> object:
    """Dates as ISO text; other plain values as they are."""
    return value.isoformat() if isinstance(value, date | datetime) else value
