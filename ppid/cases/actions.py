"""What is done in a case. The engine decides; the fact, its effect and its trail are one write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.access import Person
from ppid.audit.actions import Subject, record
from ppid.cases.contexts import make_context
from ppid.cases.files import CaseFile, read_case
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Data, Effect, Outcome
from ppid.cases.models import CaseEvent
from ppid.cases.reach import roles_in_case
from ppid.cases.refusals import ActedMeanwhile, say_instant
from ppid.cases.signals import case_moved
from ppid.db import database
from ppid.workflow import moves
from ppid.workflow.events import Event, EventDraft, EventKind
from ppid.workflow.progress import Progress, fold

VERBS = {
    EventKind.COMPLETED: "complete-step",
    EventKind.RETURNED: "return-case",
    EventKind.ENDED_UNCHANGED: "end-case",
}


@dataclass(frozen=True)
class Fact:
    """What the engine allowed, with all that is kept of it; ``at`` (UTC) is now when None."""

    draft: EventDraft
    data: Mapping[str, Any]
    determination_id: int | None = None
    at: datetime | None = None


def act_on_step(
    person: Person,
    *,
    number: str,
    step: int,
    seq: int,
    data: Data,
    outcome: Outcome,
    at: datetime | None = None,
) -> Event:
    """Complete the step, send the case back or end it, as ``outcome`` says.

    ``seq`` is the number of the next fact as the person saw it: ActedMeanwhile when others were
    faster. The engine refuses the wrong actor, order, return or a missing requirement. ``at`` (UTC)
    is given only where a run that happened before is brought over; else it happens now.
    """
    with database.atomic():
        file = read_case(number)
        check_seq(file, seq)
        day = clock.local_day(at) if at else None
        context = make_context(person, file, file.procedure.step(step), day)
        draft = _decide(person, file, context, data, outcome)
        effect = _bring_about(context, draft, data)
        kept = {**data, **draft.data, **effect.data}
        fact = Fact(draft, kept, effect.determination_id, at)
        event = write_event(person, file.facts.id, fact)
        _tell(person, file, event)
        case_moved.send(number, actor=person, event=event)
    return event


def check_seq(file: CaseFile, seq: int) -> None:
    """Refuse a form that was opened before the last fact: ActedMeanwhile names who did what."""
    if seq == file.progress.next_seq:
        return
    last = file.events[-1]
    step = f" langkah {last.step}" if last.step else ""
    raise ActedMeanwhile(
        f"Perkara ini sudah berubah sesudah Anda membuka halaman: {last.kind.label}{step} oleh "
        f"{last.actor_name} pada {say_instant(last.at)}. Muat ulang halaman. Tulisan Anda tidak "
        "hilang: ia tersimpan dalam jejak perkara."
    )


def write_event(person: Person, case_id: int, fact: Fact) -> Event:
    """Write the fact; of two people who act at once the second is told."""
    event = fact.draft.record(at=fact.at or clock.now(), actor_id=person.id, actor_name=person.name)
    try:
        CaseEvent.create(
            case=case_id,
            seq=event.seq,
            kind=event.kind.value,
            step=event.step,
            round=event.round,
            at=event.at,
            actor=person.id,
            actor_name=person.name,
            role=event.role.value if event.role else None,
            data=dict(fact.data),
            determination=fact.determination_id,
        )
    except pw.IntegrityError as error:
        raise ActedMeanwhile(
            "Langkah ini baru saja dikerjakan orang lain. Muat ulang halaman. Tulisan Anda "
            "tidak hilang: ia tersimpan dalam jejak perkara."
        ) from error
    return event


def case_subjects(file: CaseFile) -> list[Subject]:
    """The case and its entries, as the audit trail names them."""
    entries = [Subject("entry", entry.id, entry.number) for entry in file.entries]
    return [Subject("case", file.facts.id, file.facts.number), *entries]


def _decide(
    person: Person, file: CaseFile, context: StepContext, data: Data, outcome: Outcome
) -> EventDraft:
    roles = roles_in_case(person, file.unit_ids)
    number = context.step.number
    if outcome.action is Action.RETURN:
        return moves.return_to(file.progress, number, outcome.to, outcome.reason, roles)
    if outcome.action is Action.END:
        return moves.end_unchanged(file.progress, number, outcome.reason, roles)
    moves.check_may_act(file.progress, number, roles)
    lacking = kind_of(context.step).missing(context, data)
    return moves.complete(
        file.progress, number, roles, missing=[each.message.rstrip(".") for each in lacking]
    )


def _bring_about(context: StepContext, draft: EventDraft, data: Data) -> Effect:
    kind = kind_of(context.step)
    if draft.kind is not EventKind.COMPLETED:
        return kind.turned(context, data)
    return kind.effect(context, data)


def _tell(person: Person, file: CaseFile, event: Event) -> None:
    after = fold(file.procedure, (*file.events, event))
    changes = [
        {"field": "langkah", "before": _place(file.progress), "after": _place(after)},
    ]
    if event.reason:
        changes.append({"field": "alasan", "before": "", "after": event.reason})
    record(
        person,
        VERBS[event.kind],
        f"{event.kind.label}: perkara {file.facts.number} langkah {event.step}",
        subjects=case_subjects(file),
        changes=changes,
    )


def _place(progress: Progress) -> str:
    if progress.current is None:
        return str(progress.ended_label)
    return f"{progress.current} (putaran {progress.round})"
