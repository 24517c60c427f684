"""What a step knows: its case, what was done before it, the office and the person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ppid.accounts.access import Person
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import Office
from ppid.workflow.events import Event
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.progress import Progress


@dataclass(frozen=True)
class AttachedFile:
    """A file kept with a step."""

    id: int
    step: int
    round: int
    file_name: str
    media_type: str
    size: int
    sha256: str
    hardcopy_place: str
    uploaded_at: datetime
    uploaded_by: str


@dataclass(frozen=True)
class CaseFacts:
    """The case itself."""

    id: int
    number: str
    title: str
    unit_id: int | None
    opened_at: datetime
    opened_by: str


@dataclass(frozen=True)
class StepContext:
    """All that a kind of step may look at. ``draft`` is None until something was saved."""

    case: CaseFacts
    progress: Progress
    step: Step
    entries: tuple[ReviewedEntry, ...]
    office: Office
    calendar: WorkCalendar
    today: date
    person: Person
    draft: Mapping[str, Any] | None = None
    attachments: tuple[AttachedFile, ...] = field(default=())

    @property
    def procedure(self) -> Procedure:
        """The version of the procedure that the case keeps."""
        return self.progress.procedure

    def entry(self, entry_id: int) -> ReviewedEntry | None:
        """The entry under review of this id."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def completion(self, kind: StepKindCode) -> Event | None:
        """The completion that counts now of the last step of this kind before this one."""
        for number in range(self.step.number - 1, 0, -1):
            state = self.progress.state(number)
            if state.step.kind is kind and state.completion is not None:
                return state.completion
        return None

    def data_of(self, kind: StepKindCode) -> dict[str, Any]:
        """What the last valid step of this kind recorded; empty when there is none."""
        event = self.completion(kind)
        return dict(event.data) if event else {}

    def rounds_of(self, number: int) -> tuple[Event, ...]:
        """Every completion of a step, of all rounds, oldest first."""
        return self.progress.state(number).outputs

    def earlier_data(self) -> dict[str, Any]:
        """What this step itself recorded in the last round that was sent back."""
        outputs = self.rounds_of(self.step.number)
        return dict(outputs[-1].data) if outputs else {}
