"""The demo's cases, replayed through the engine at the moments that their file gives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import Unit, User
from ppid.audit.actions import Actor, record
from ppid.cases.actions import case_subjects
from ppid.cases.contexts import make_context
from ppid.cases.files import CaseFile, read_case
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Data, Effect
from ppid.cases.kinds.sources import closing_rows
from ppid.cases.models import Case, CaseEntry, CaseEvent, StepDraft
from ppid.cases.opening import SERIES
from ppid.cases.procedure_actions import load_shipped
from ppid.cases.procedure_queries import KeptProcedure, newest_procedures
from ppid.cases.reach import common_unit, roles_in_case
from ppid.db import database
from ppid.demo.files import Record, read_cases, read_determinations
from ppid.demo.outputs import attach_output
from ppid.demo.step_data import Scribe, forms_at_hand
from ppid.register.acts import DeterminationKind
from ppid.register.models import Classification, Determination, Entry
from ppid.register.numbers import take_number
from ppid.workflow import moves
from ppid.workflow.events import Event, EventDraft, open_case
from ppid.workflow.roles import Role

OPENED_AT = "08:00:00"  # the file gives only the day


def fill_cases(actor: Actor, units: Mapping[str, Unit]) -> list[str]:
    """Every case of the file, oldest first; their numbers. Users and entries must be there."""
    records = sorted(read_cases(), key=lambda each: str(each["opened_on"]))
    with database.atomic(), forms_at_hand():
        load_shipped(actor)
        replay = Replay(units)
        numbers = [replay.play(each) for each in records]
        for number in numbers:
            file = read_case(number)
            summary = f"Memuat perkara contoh {number}: {file.facts.title}"
            record(actor, "load-demo-case", summary, subjects=case_subjects(file))
    return numbers


class Replay:
    """Plays cases: the engine allows each move, the kinds of step give the data their shape."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.people = {user.username: Person(user, grants_of(user.id), 0) for user in User.select()}
        self.procedures = {kept.procedure.code: kept for kept in newest_procedures()}
        self.scribe = Scribe(units)
        self.issued = {act["id"]: _issued(act) for act in read_determinations()}

    def play(self, told: Record) -> str:
        """One case, up to where the file leaves it; returns its number."""
        number = self._open(told)
        for step in told["steps"]:
            self._do(number, step)
        if told["draft"]:
            self._keep_draft(number, told["draft"])
        return number

    def _open(self, told: Record) -> str:
        person, kept = self.people[told["opened_by"]], self.procedures[told["procedure"]]
        day, at = date.fromisoformat(told["opened_on"]), instant(f"{told['opened_on']}T{OPENED_AT}")
        rows = {row.number: row for row in Entry.select().where(Entry.number.in_(told["entries"]))}
        case = _create(person, kept, told["title"], [rows[each] for each in told["entries"]], at)
        _take_in(case, [rows[each].id for each in told["entries"]], day)
        fact = open_case(kept.procedure, Role.OFFICER)
        _write(case.id, fact.record(at=at, actor_id=person.id, actor_name=person.name), fact.data)
        return case.number

    def _do(self, number: str, told: Record) -> None:
        person, file = self.people[told["by"]], read_case(number)
        at = instant(told["on"])
        context = _context(person, file, told["step"], at)
        attach_output(person, file, context.step, told["output"], at)
        data, lacking = self.scribe.fill_in(context, self._with_paper(told["data"]))
        fact = _decide(file, context, data, lacking)
        effect = self._effect(context, told["data"])
        event = fact.record(at=at, actor_id=person.id, actor_name=person.name)
        _write(file.facts.id, event, {**data, **fact.data, **effect.data}, effect.determination_id)

    def _with_paper(self, told: Record) -> Record:
        """A step that issued a determination points to the one that the register has."""
        if "determination" not in told:
            return told
        return {**told, "issued": self.issued[told["determination"]]}

    def _effect(self, context: StepContext, told: Record) -> Effect:
        if "determination" not in told:
            return Effect()
        row = self.issued[told["determination"]]
        kept = {
            "number_text": row.number_text,
            "number": row.number,
            "year": row.year,
            "determination_kind": DeterminationKind(row.kind).label,
            "rows": closing_rows(context),
        }
        return Effect(kept, row.id)

    def _keep_draft(self, number: str, told: Record) -> None:
        person, file = self.people[told["by"]], read_case(number)
        at = instant(told["saved_on"])
        context = _context(person, file, told["step"], at)
        data, _lacking = self.scribe.fill_in(context, told["data"])
        StepDraft.create(
            case=file.facts.id,
            step=told["step"],
            round=file.progress.round,
            data=data,
            saved_at=at,
            saved_by=person.user,
        )


def instant(text: str) -> datetime:
    """A moment on the office's clock, as it is stored."""
    here = clock.local(clock.now()).tzinfo
    return datetime.fromisoformat(text).replace(tzinfo=here).astimezone(UTC).replace(tzinfo=None)


def _issued(act: Record) -> Determination:
    row: Determination = Determination.get(
        Determination.year == act["year"], Determination.number == act["number"]
    )
    return row


def _create(
    person: Person, kept: KeptProcedure, title: str, entries: Sequence[Entry], at: datetime
) -> Case:
    year = clock.local_day(at).year
    return Case.create(
        number=f"P-{year}-{take_number(SERIES, year):03d}",
        procedure=kept.id,
        title=title,
        unit=common_unit(entry.unit_id for entry in entries),
        opened_at=at,
        opened_by=person.id,
    )


def _take_in(case: Case, entry_ids: Sequence[int], day: date) -> None:
    """The entries, each with what was in force when the case was opened."""
    rows = (
        Classification.select(Classification.id, Classification.entry)
        .join(Determination)
        .where(Classification.entry.in_(entry_ids), Determination.effective_on <= day)
        .order_by(Determination.effective_on, Classification.id)
    )
    before = {row.entry_id: row.id for row in rows}
    for position, entry_id in enumerate(entry_ids, 1):
        CaseEntry.create(case=case, entry=entry_id, position=position, before=before[entry_id])


def _context(person: Person, file: CaseFile, step: int, at: datetime) -> StepContext:
    """What the step knew on its day."""
    context = make_context(person, file, file.procedure.step(step))
    return replace(context, today=clock.local_day(at))


def _decide(file: CaseFile, context: StepContext, data: Data, lacking: list[str]) -> EventDraft:
    roles = roles_in_case(context.person, file.unit_ids)
    number = context.step.number
    outcome = kind_of(context.step).outcome(context, data, Action.COMPLETE)
    if outcome.action is Action.RETURN:
        return moves.return_to(file.progress, number, outcome.to, outcome.reason, roles)
    return moves.complete(file.progress, number, roles, missing=lacking)


def _write(
    case_id: int, event: Event, data: Mapping[str, Any], determination_id: int | None = None
) -> None:
    CaseEvent.create(
        case=case_id,
        seq=event.seq,
        kind=event.kind.value,
        step=event.step,
        round=event.round,
        at=event.at,
        actor=event.actor_id,
        actor_name=event.actor_name,
        role=event.role.value if event.role else None,
        data=dict(data),
        determination=determination_id,
    )
