"""What the page of a case shows: its steps in order, whose turn it is, what happened."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ppid import clock
from ppid.accounts.access import Person
from ppid.cases.editor import StepEditor, open_editor
from ppid.cases.files import CaseFile
from ppid.cases.kinds import KINDS
from ppid.cases.kinds.context import AttachedFile
from ppid.cases.kinds.contract import StepKind
from ppid.cases.opening import may_change_entries
from ppid.cases.reach import people_awaited, roles_in_case
from ppid.errors import Refused
from ppid.office.queries import work_calendar
from ppid.workflow import moves
from ppid.workflow.deadlines import due_date
from ppid.workflow.events import Event, EventKind
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.progress import StepState
from ppid.workflow.roles import Role, name_roles


@dataclass(frozen=True)
class Typed:
    """What somebody wrote and could not hand in, because others were faster."""

    message: str
    data: dict[str, Any]
    kind: StepKind


@dataclass(frozen=True)
class Record:
    """A done step as it reads, in one of its rounds."""

    event: Event
    counts: bool
    kind: StepKind | None


@dataclass(frozen=True)
class Happening:
    """A line of the history, in a plain sentence."""

    event: Event
    sentence: str


@dataclass(frozen=True)
class CaseView:
    """The case as one person sees it today."""

    file: CaseFile
    roles: frozenset[Role]
    editor: StepEditor | None
    due_on: date | None
    days_left: int | None
    typed: Typed | None = None

    @property
    def may_act(self) -> bool:
        """Whether it is this person's turn."""
        return moves.may_act(self.file.progress, self.roles)

    @property
    def turn(self) -> str:
        """Whose turn it is, in their roles' names."""
        return name_roles(self.file.progress.next_actors)

    @cached_property
    def awaited(self) -> list[str]:
        """Names of those whose turn it is; empty when nobody holds the role for these units."""
        actors = self.file.progress.next_actors
        return people_awaited(actors, self.file.unit_ids) if actors else []

    @property
    def may_change_entries(self) -> bool:
        """Whether entries may still be taken in or out by this person."""
        return self.may_act and may_change_entries(self.file)

    def may_attach(self, step: int) -> bool:
        """Whether this person may put a file with the step."""
        return may_attach(self.file, self.roles, step)

    def files_of(self, step: int) -> tuple[AttachedFile, ...]:
        """The files of a step."""
        return self.file.files_of(step)

    def summary(self, state: StepState) -> str:
        """What a done step says in the folded line."""
        kind = KINDS.get(state.step.kind)
        return kind.summary(dict(state.completion.data)) if kind and state.completion else ""


def view_case(
    person: Person,
    file: CaseFile,
    editor: StepEditor | None = None,
    typed: Typed | None = None,
) -> CaseView:
    """The page's values; without ``editor`` the form is opened anew for whoever may write."""
    roles = roles_in_case(person, file.unit_ids)
    step = file.current_step
    if editor is None and step is not None and may_draft(file, roles, step.number):
        editor = open_editor(person, file, step)
    calendar = editor.context.calendar if editor else work_calendar()
    zone = clock.local(clock.now()).tzinfo
    due_on = due_date(file.progress, calendar.add, zone)
    left = None if due_on is None else calendar.count_between(clock.today(), due_on)
    return CaseView(file, roles, editor, due_on, left, typed)


def may_draft(file: CaseFile, roles: frozenset[Role], step: int) -> bool:
    """Whether these roles may write on the step now, and the program knows its kind."""
    try:
        moves.check_may_draft(file.progress, step, roles)
    except Refused:
        return False
    return file.procedure.step(step).kind in KINDS


def may_attach(file: CaseFile, roles: frozenset[Role], step: int) -> bool:
    """Files come with the current step, or later to a done one (the signed scan)."""
    state = file.progress.state(step)
    taking_part = {*state.step.actors, *state.step.with_}
    return bool(roles & taking_part) and (state.is_current or state.completion is not None)


def records_of(file: CaseFile, step: Step) -> list[Record]:
    """Everything recorded at a step, newest first; ``counts`` tells what still stands."""
    state = file.progress.state(step.number)
    kind = KINDS.get(step.kind)
    return [
        Record(event, event in (state.completion, file.progress.ending), kind)
        for event in reversed(state.history)
    ]


def history_of(file: CaseFile) -> list[Happening]:
    """All facts, newest first."""
    return [Happening(event, say_event(file.procedure, event)) for event in reversed(file.events)]


def say_event(procedure: Procedure, event: Event) -> str:
    """A fact in a plain sentence."""
    if event.kind is EventKind.OPENED or event.step is None:
        return f"Perkara dibuka oleh {event.actor_name}."
    who = f"{event.actor_name} ({event.role.label})" if event.role else event.actor_name
    step = procedure.step(event.step)
    if event.kind is EventKind.RETURNED and event.to is not None:
        target = procedure.step(event.to)
        return f"Dikembalikan dari langkah {step.number} ke {target.name} oleh {who}."
    if event.kind is EventKind.ENDED_UNCHANGED:
        return f"Diakhiri pada langkah {step.number} oleh {who}: {procedure.unchanged_label}."
    return f"Langkah {step.number} selesai: {step.title}, oleh {who}."
