"""The demo's cases, replayed through the engine at the moments that their file gives."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import Unit, User
from ppid.audit.actions import Actor, record
from ppid.cases.actions import Fact, case_subjects, write_event
from ppid.cases.contexts import make_context
from ppid.cases.files import CaseFile, read_case
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Data, Effect
from ppid.cases.kinds.numbered import NumberedStep
from ppid.cases.kinds.sources import closing_rows
from ppid.cases.models import StepDraft
from ppid.cases.opening import create_case, take_in
from ppid.cases.procedure_actions import load_shipped
from ppid.cases.procedure_queries import newest_procedures
from ppid.cases.reach import roles_in_case
from ppid.db import database
from ppid.demo.files import Record, read_cases, read_determinations
from ppid.demo.outputs import attach_output
from ppid.demo.step_data import Scribe, forms_at_hand
from ppid.papers.occasions import issue_case_papers
from ppid.register.acts import DeterminationKind
from ppid.register.models import Classification, Determination, Entry
from ppid.workflow import moves
from ppid.workflow.events import EventDraft, open_case
from ppid.workflow.roles import Role

OPENED_AT = "08:00:00"  # the file gives only the day


def fill_cases(actor: Actor, units: Mapping[str, Unit]) -> list[str]:
    """Every case of the file, oldest first; their numbers. Users and entries must be there."""
    records = sorted(read_cases(), key=lambda each: str(each["opened_on"]))
    with database.atomic():
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
        entries = [rows[each] for each in told["entries"]]
        case = create_case(person, kept.id, told["title"], entries, at)
        before = _in_force(entries, day)
        for position, entry in enumerate(entries, 1):
            take_in(case.id, position, entry, before[entry.id])
        draft = open_case(kept.procedure, Role.OFFICER)
        write_event(person, case.id, Fact(draft, draft.data, at=at))
        return case.number

    def _do(self, number: str, told: Record) -> None:
        person, file = self.people[told["by"]], read_case(number)
        at = instant(told["on"])
        context = _context(person, file, told["step"], at)
        attach_output(person, file, context.step, told["output"], at)
        with forms_at_hand():
            data, lacking = self.scribe.fill_in(context, self._with_paper(told["data"]))
        draft = _decide(file, context, data, lacking)
        effect = self._effect(context, told["data"], data)
        kept = {**data, **draft.data, **effect.data}
        write_event(person, file.facts.id, Fact(draft, kept, effect.determination_id, at))
        issue_case_papers(person, number)

    def _with_paper(self, told: Record) -> Record:
        """A step that issued a determination points to the one that the register has."""
        if "determination" not in told:
            return told
        return {**told, "issued": self.issued[told["determination"]]}

    def _effect(self, context: StepContext, told: Record, data: Data) -> Effect:
        """The paper's number, taken in the order of time; or the determination of the register."""
        kind = kind_of(context.step)
        if isinstance(kind, NumberedStep):
            return kind.effect(context, data)
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
        with forms_at_hand():
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


def _in_force(entries: Sequence[Entry], day: date) -> dict[int, int]:
    """What was in force of each entry when the case was opened."""
    rows = (
        Classification.select(Classification.id, Classification.entry)
        .join(Determination)
        .where(Classification.entry.in_(entries), Determination.effective_on <= day)
        .order_by(Determination.effective_on, Classification.id)
    )
    return {row.entry_id: row.id for row in rows}


def _context(person: Person, file: CaseFile, step: int, at: datetime) -> StepContext:
    """What the step knew on its day."""
    return make_context(person, file, file.procedure.step(step), clock.local_day(at))


def _decide(file: CaseFile, context: StepContext, data: Data, lacking: list[str]) -> EventDraft:
    roles = roles_in_case(context.person, file.unit_ids)
    number = context.step.number
    outcome = kind_of(context.step).outcome(context, data, Action.COMPLETE)
    if outcome.action is Action.RETURN:
        return moves.return_to(file.progress, number, outcome.to, outcome.reason, roles)
    return moves.complete(file.progress, number, roles, missing=lacking)
