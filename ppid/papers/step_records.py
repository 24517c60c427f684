"""What the steps of a case kept, as their papers tell it: one record for each time it was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ppid import clock
from ppid.accounts.queries import unit_name
from ppid.cases.files import CaseFile
from ppid.office.queries import office
from ppid.papers.heads import place_date, signature_for, signature_of
from ppid.papers.parts import Signature
from ppid.workflow.events import Event, EventKind
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Step
from ppid.workflow.progress import StepState
from ppid.workflow.roles import Role

SHEETS = frozenset({StepKindCode.CHANGE_SHEET, StepKindCode.TEST})
AGREEING = (StepKindCode.DECISION, StepKindCode.APPROVAL)
POSTS = {Role.OFFICER: "officer", Role.SUPERIOR: "superior"}
JUDGED = frozenset({EventKind.RETURNED, EventKind.ENDED_UNCHANGED})


@dataclass(frozen=True)
class StepRecord:
    """What a step said in one round. ``event`` is None while it is only a saved draft."""

    file: CaseFile
    step: Step
    round: int
    at: datetime
    by: str
    role: Role | None
    data: Mapping[str, Any]
    event: Event | None = None

    @property
    def on(self) -> date:
        """The day on which it was said, at the office."""
        return clock.local_day(self.at)

    @property
    def counts(self) -> bool:
        """Whether this is the completion that counts now; not one taken back by a "Tidak"."""
        state = self.file.progress.state(self.step.number)
        return self.event is not None and self.event == state.completion

    @property
    def agreed(self) -> bool:
        """Whether it counts and the case has its Ya (Atasan PPID or Pimpinan)."""
        return self.counts and any(latest_completion(self.file, kind) for kind in AGREEING)

    @property
    def draft(self) -> bool:
        """Whether it is a sheet that nobody has agreed to yet."""
        return self.step.kind in SHEETS and not self.agreed


def list_records(file: CaseFile, step: Step) -> tuple[StepRecord, ...]:
    """All that a step said, oldest first; last the draft of a sheet that can be previewed."""
    state = file.progress.state(step.number)
    kept = [_of_event(file, step, event) for event in state.history if _tells(step, event)]
    return (*kept, *_drafted(file, state))


def latest_completion(file: CaseFile, kind: StepKindCode) -> Event | None:
    """The completion that counts of the first step of this kind."""
    states = [state for state in file.progress.states if state.step.kind is kind]
    return states[0].completion if states else None


def completed_before(record: StepRecord, kind: StepKindCode) -> Event | None:
    """The last completion of this kind that lay before the record: what was judged then."""
    if record.event is None:
        return None
    found = [
        event
        for state in record.file.progress.states
        if state.step.kind is kind
        for event in state.outputs
        if event.seq < record.event.seq
    ]
    return max(found, key=lambda event: event.seq, default=None)


def signed_by(record: StepRecord) -> Signature:
    """Who signs what a step said: the post by the office's settings, else who wrote it."""
    above = place_date(office().city, record.on)
    post = POSTS.get(record.role) if record.role else None
    if post:
        return signature_for(post, record.on, above)
    return signature_of({"title": role_words(record), "name": record.by}, above)


def role_words(record: StepRecord) -> str:
    """The role in which it was written; PPID Unit Kerja with the unit that holds the entries."""
    label = record.role.label if record.role else record.step.turn
    if record.role is not Role.UNIT_OFFICER:
        return label
    units = {entry.unit_name for entry in record.file.entries}
    name = unit_name(record.file.facts.unit_id) if len(units) > 1 else next(iter(units), "")
    return f"{label}\n{name}".strip()


def _tells(step: Step, event: Event) -> bool:
    return event.kind is EventKind.COMPLETED or (step.kind.may_judge and event.kind in JUDGED)


def _of_event(file: CaseFile, step: Step, event: Event) -> StepRecord:
    return StepRecord(
        file=file,
        step=step,
        round=event.round,
        at=event.at,
        by=event.actor_name,
        role=event.role,
        data=event.data,
        event=event,
    )


def _drafted(file: CaseFile, state: StepState) -> list[StepRecord]:
    draft = file.draft
    if draft is None or not state.is_current or state.step.kind not in SHEETS or not draft.data:
        return []
    return [
        StepRecord(
            file=file,
            step=state.step,
            round=draft.round,
            at=draft.saved_at,
            by=draft.saved_by.name,
            role=None,
            data=draft.data,
        )
    ]
