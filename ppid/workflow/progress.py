"""How a case stands, folded from its facts. Nothing here is ever stored."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ppid.workflow.events import Event, EventKind
from ppid.workflow.ledger import Ledger
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.refusals import BrokenHistoryError
from ppid.workflow.roles import Role


class StepStatus(StrEnum):
    """How a step stands; the value is a code, the label is for the screen."""

    WAITING = "waiting"
    READY = "ready"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    RETURNED = "returned"

    @property
    def label(self) -> str:
        """The status in the words officials see."""
        return _LABELS[self]


_LABELS = {
    StepStatus.WAITING: "Belum dapat dimulai",
    StepStatus.READY: "Siap dikerjakan",
    StepStatus.IN_PROGRESS: "Sedang dikerjakan",
    StepStatus.DONE: "Selesai",
    StepStatus.RETURNED: "Dikembalikan",
}


class Ending(StrEnum):
    """How a case ended: all steps done, or the old standing kept."""

    DONE = "selesai"
    UNCHANGED = "tidak_diubah"


@dataclass(frozen=True)
class StepState:
    """One step of a case.

    ``completion`` is the completion that counts now; those of rounds sent back stay in ``history``.
    ``returned`` is the return that opened this step again, kept until an earlier step is reopened.
    ``waiting_for`` is the number of the current step while this one cannot start.
    """

    step: Step
    status: StepStatus
    completion: Event | None = None
    returned: Event | None = None
    waiting_for: int | None = None
    ready_since: datetime | None = None
    history: tuple[Event, ...] = ()

    @property
    def number(self) -> int:
        """The number of the step."""
        return self.step.number

    @property
    def is_current(self) -> bool:
        """Whether this is the step to do now."""
        return self.status in _CURRENT

    @property
    def returned_reason(self) -> str | None:
        """Why the case was sent back to this step."""
        return self.returned.reason if self.returned else None

    @property
    def returned_at(self) -> datetime | None:
        """When it was sent back here."""
        return self.returned.at if self.returned else None

    @property
    def returned_from(self) -> int | None:
        """The step that sent it back here."""
        return self.returned.step if self.returned else None

    @property
    def outputs(self) -> tuple[Event, ...]:
        """The completions of all rounds, oldest first."""
        return tuple(event for event in self.history if event.kind is EventKind.COMPLETED)


_CURRENT = frozenset({StepStatus.READY, StepStatus.IN_PROGRESS, StepStatus.RETURNED})


@dataclass(frozen=True)
class Progress:
    """A case at a moment: exactly one current step while it is open, none once it has ended."""

    procedure: Procedure
    round: int
    current: int | None
    states: tuple[StepState, ...]
    opened: Event
    ending: Event | None
    next_seq: int

    @property
    def is_open(self) -> bool:
        """Whether anything is left to do."""
        return self.ending is None

    @property
    def ended(self) -> Ending | None:
        """How the case ended, None while it is open."""
        if self.ending is None:
            return None
        unchanged = self.ending.kind is EventKind.ENDED_UNCHANGED
        return Ending.UNCHANGED if unchanged else Ending.DONE

    @property
    def ended_label(self) -> str | None:
        """The ending in the words of this procedure."""
        labels = {Ending.DONE: "Selesai", Ending.UNCHANGED: self.procedure.unchanged_label}
        return None if self.ended is None else labels[self.ended]

    @property
    def closed_at(self) -> datetime | None:
        """When the case ended."""
        return self.ending.at if self.ending else None

    @property
    def current_state(self) -> StepState | None:
        """The state of the step to do now."""
        return None if self.current is None else self.state(self.current)

    @property
    def next_actors(self) -> tuple[Role, ...]:
        """Whose turn it is; empty once the case has ended."""
        return () if self.current is None else self.procedure.step(self.current).actors

    def state(self, number: int) -> StepState:
        """The state of the step of this number; KeyError if there is none."""
        return self.states[self.procedure.step(number).number - 1]


def fold(procedure: Procedure, events: Iterable[Event], has_draft: Container[int] = ()) -> Progress:
    """How a case stands after ``events``, given in the order of their ``seq``.

    ``has_draft`` holds the numbers of steps with an unfinished draft in this round. A return to a
    step takes back every completion from that step on; they stay in the history.
    BrokenHistoryError if the facts fit no legal run of this version of the procedure.
    """
    ledger = Ledger(procedure)
    for event in events:
        ledger.enter(event)
    if ledger.opening is None:
        raise BrokenHistoryError("a case begins with its opening")
    return Progress(
        procedure=procedure,
        round=ledger.round,
        current=ledger.current,
        states=tuple(_state(ledger, step, has_draft) for step in procedure.steps),
        opened=ledger.opening,
        ending=ledger.ending,
        next_seq=ledger.seq + 1,
    )


def _state(ledger: Ledger, step: Step, has_draft: Container[int]) -> StepState:
    number = step.number
    status = _status(ledger, number, has_draft)
    return StepState(
        step=step,
        status=status,
        completion=ledger.completions.get(number),
        returned=ledger.returns.get(number),
        waiting_for=ledger.current if status is StepStatus.WAITING else None,
        ready_since=ledger.ready.get(number),
        history=tuple(ledger.history[number]),
    )


def _status(ledger: Ledger, number: int, has_draft: Container[int]) -> StepStatus:
    if number in ledger.completions:
        return StepStatus.DONE
    if number != ledger.current:
        return StepStatus.WAITING
    if number in has_draft:
        return StepStatus.IN_PROGRESS
    return StepStatus.RETURNED if number in ledger.returns else StepStatus.READY
