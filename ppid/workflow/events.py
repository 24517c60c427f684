"""What happened in a case: facts in the past tense, numbered, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ppid.workflow.procedure import Procedure
from ppid.workflow.roles import Role


class EventKind(StrEnum):
    """The kinds of fact. That a case is closed is derived, from its last step or its ending."""

    OPENED = "opened"
    COMPLETED = "completed"
    RETURNED = "returned"
    ENDED_UNCHANGED = "ended_unchanged"

    @property
    def label(self) -> str:
        """The fact as the history of a case names it."""
        return _LABELS[self]


_LABELS = {
    EventKind.OPENED: "Perkara dibuka",
    EventKind.COMPLETED: "Langkah selesai",
    EventKind.RETURNED: "Dikembalikan",
    EventKind.ENDED_UNCHANGED: "Diakhiri tanpa perubahan",
}


@dataclass(frozen=True)
class Event:
    """A recorded fact.

    ``seq`` counts from 1 within the case, without gaps. ``round`` is the round in which it fell.
    ``step`` is the step acted on, None for OPENED. ``data`` holds ``{"procedure", "version"}`` for
    OPENED, ``{"to", "reason"}`` for RETURNED, ``{"reason"}`` for ENDED_UNCHANGED, and whatever the
    kind of step hands on for COMPLETED.
    """

    seq: int
    kind: EventKind
    step: int | None
    round: int
    at: datetime
    actor_id: int | None
    actor_name: str
    role: Role | None = None
    data: Mapping[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The reason given with a return or an ending, else empty."""
        return str(self.data.get("reason", ""))

    @property
    def to(self) -> int | None:
        """The step a return leads to."""
        target = self.data.get("to")
        return target if isinstance(target, int) else None


@dataclass(frozen=True)
class EventDraft:
    """A fact that the engine allows but nobody has recorded yet.

    ``seq`` is the next free number as the deciding progress knew it: with (case, seq) unique in the
    record, of two people acting at once the second cannot be written.
    """

    seq: int
    kind: EventKind
    step: int | None
    round: int
    role: Role | None = None
    data: Mapping[str, object] = field(default_factory=dict)

    def record(self, *, at: datetime, actor_id: int | None, actor_name: str) -> Event:
        """The fact as it happened: when and by whom."""
        return Event(
            seq=self.seq,
            kind=self.kind,
            step=self.step,
            round=self.round,
            at=at,
            actor_id=actor_id,
            actor_name=actor_name,
            role=self.role,
            data=self.data,
        )


def open_case(procedure: Procedure, role: Role | None = None) -> EventDraft:
    """The first fact of a case. It binds the case to this version of the procedure for good."""
    bound = {"procedure": procedure.code, "version": procedure.version}
    return EventDraft(seq=1, kind=EventKind.OPENED, step=None, round=1, role=role, data=bound)
