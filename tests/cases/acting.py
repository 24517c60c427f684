"""Acting on the step that is the current one now, as someone would who just opened the page."""

from datetime import datetime

from ppid.accounts.access import Person
from ppid.cases.actions import act_on_step
from ppid.cases.files import read_case
from ppid.cases.kinds.contract import Action, Data, Outcome
from ppid.workflow.events import Event


def complete_step(
    person: Person, *, number: str, step: int, data: Data, at: datetime | None = None
) -> Event:
    """Complete the step that is the current one now, with this data."""
    return act_on_step(
        person,
        number=number,
        step=step,
        seq=read_case(number).progress.next_seq,
        data=data,
        outcome=Outcome(),
        at=at,
    )


def return_case(
    person: Person,
    *,
    number: str,
    step: int,
    data: Data,
    reason: str,
    to: int | None = None,
    at: datetime | None = None,
) -> Event:
    """Say "Tidak" at the current step, with a reason; ``to`` None returns by default."""
    return act_on_step(
        person,
        number=number,
        step=step,
        seq=read_case(number).progress.next_seq,
        data=data,
        outcome=Outcome(Action.RETURN, to, reason),
        at=at,
    )


def end_case(person: Person, *, number: str, step: int, data: Data, reason: str) -> Event:
    """End the case at the current step: the old standing is kept."""
    return act_on_step(
        person,
        number=number,
        step=step,
        seq=read_case(number).progress.next_seq,
        data=data,
        outcome=Outcome(Action.END, None, reason),
    )
