"""Cases in a list: where each stands, read from its last fact alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.access import Person
from ppid.accounts.models import Unit
from ppid.cases.files import event_of
from ppid.cases.models import Case, CaseEntry, CaseEvent, ProcedureVersion
from ppid.cases.procedure_queries import last_steps, procedure_of
from ppid.cases.reach import roles_in_case
from ppid.law.workdays import WorkCalendar
from ppid.register.models import Entry
from ppid.workflow.events import Event, EventKind
from ppid.workflow.procedure import Procedure, Step


@dataclass(frozen=True)
class CaseLine:
    """A case in one line. ``step`` is None when it has ended; ``since`` is its last fact."""

    id: int
    number: str
    title: str
    unit_name: str
    procedure: Procedure
    step: Step | None
    round: int
    opened_at: datetime
    since: datetime
    returned_reason: str
    ended_label: str
    unit_ids: frozenset[int]
    entry_count: int

    def due_on(self, calendar: WorkCalendar) -> date | None:
        """The last day of the current step, where the procedure sets a norm."""
        if self.step is None or self.step.time_norm is None:
            return None
        return calendar.add(clock.local_day(self.since), self.step.time_norm)

    def waits_for(self, person: Person) -> bool:
        """Whether it is this person's turn."""
        if self.step is None:
            return False
        return bool(roles_in_case(person, self.unit_ids) & set(self.step.actors))


def step_after(procedure: Procedure, event: Event) -> Step | None:
    """The step to do after a fact that is the last of its case; as folding all facts would say."""
    if event.kind is EventKind.OPENED:
        return procedure.first
    if event.kind is EventKind.RETURNED and event.to is not None:
        return procedure.step(event.to)
    if event.kind is EventKind.COMPLETED and event.step != procedure.last.number:
        return procedure.step((event.step or 0) + 1)
    return None


def is_closed() -> pw.Function:
    """The condition on Case that it has ended: its last step is done, or it was ended."""
    ended = CaseEvent.kind == EventKind.ENDED_UNCHANGED.value
    for procedure_id, last in last_steps().items():
        ended |= (
            (Case.procedure == procedure_id)
            & (CaseEvent.step == last)
            & (CaseEvent.kind == EventKind.COMPLETED.value)
        )
    return pw.fn.EXISTS(CaseEvent.select(CaseEvent.id).where(CaseEvent.case == Case.id, ended))


def read_lines(cases: "pw.ModelSelect[Case]") -> list[CaseLine]:
    """Lines for a selection of Case, in its order, in three queries."""
    rows: list[Any] = list(
        cases.select_extend(ProcedureVersion, Unit)
        .join(ProcedureVersion)
        .switch(Case)
        .join(Unit, pw.JOIN.LEFT_OUTER)
    )
    ids = [row.id for row in rows]
    last, units = _last_events(ids), _units_of(ids)
    return [_line(row, last[row.id], units[row.id]) for row in rows]


def _last_events(case_ids: list[int]) -> dict[int, Event]:
    latest = (
        CaseEvent.select(CaseEvent.case, pw.fn.MAX(CaseEvent.seq).alias("seq"))
        .where(CaseEvent.case.in_(case_ids))
        .group_by(CaseEvent.case)
        .alias("latest")
    )
    rows = CaseEvent.select().join(
        latest, on=(CaseEvent.case == latest.c.case_id) & (CaseEvent.seq == latest.c.seq)
    )
    return {row.case_id: event_of(row) for row in rows}


def _units_of(case_ids: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows: Any = (
        CaseEntry.select(CaseEntry.case, Entry.unit)
        .join(Entry)
        .where(CaseEntry.case.in_(list(case_ids)))
        .tuples()
    )
    for case_id, unit_id in rows:
        found[case_id].append(unit_id)
    return found


def _line(row: Case, event: Event, unit_ids: list[int]) -> CaseLine:
    procedure = procedure_of(row.procedure)
    step = step_after(procedure, event)
    returned = event.kind is EventKind.RETURNED
    ended = event.kind is EventKind.ENDED_UNCHANGED
    return CaseLine(
        id=row.id,
        number=row.number,
        title=row.title,
        unit_name=row.unit.name if row.unit else "",
        procedure=procedure,
        step=step,
        round=event.round + returned,
        opened_at=row.opened_at,
        since=event.at.astimezone(UTC).replace(tzinfo=None),
        returned_reason=event.reason if returned else "",
        ended_label="" if step else procedure.unchanged_label if ended else "Selesai",
        unit_ids=frozenset(unit_ids),
        entry_count=len(unit_ids),
    )
