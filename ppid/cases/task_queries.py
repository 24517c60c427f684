"""What waits for a person, what they wait for, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import g

from ppid import clock
from ppid.accounts.access import Person
from ppid.accounts.permissions import Permission
from ppid.cases.lines import CaseLine
from ppid.cases.models import CaseEvent
from ppid.cases.queries import open_lines
from ppid.office.queries import work_calendar

SOON = 3  # working days: what is due within them is named


@dataclass(frozen=True)
class Task:
    """A case that waits; ``days_left`` counts working days, below zero when overdue."""

    line: CaseLine
    due_on: date | None
    days_left: int | None

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Tasks:
    """The three lists of a person's day."""

    mine: Sequence[Task]
    others: Sequence[Task]
    due: Sequence[Task]


def get_tasks(person: Person) -> Tasks:
    """All open cases within reach, sorted into the three lists; the most pressing first."""
    calendar, today = work_calendar(), clock.today()
    lines = open_lines(person)
    took_part = _took_part(person) if lines else frozenset()
    tasks = []
    for line in lines:
        due_on = line.due_on(calendar)
        left = None if due_on is None else calendar.count_between(today, due_on)
        tasks.append(Task(line, due_on, left))
    tasks.sort(key=_urgency)
    mine = [task for task in tasks if task.line.waits_for(person)]
    others = [task for task in tasks if task not in mine]
    return Tasks(
        mine=mine,
        others=[task for task in others if task.line.id in took_part],
        due=[task for task in others if task.days_left is not None and task.days_left <= SOON],
    )


def count_waiting(person: Person) -> int:
    """How many cases wait for the person; counted once for each request."""
    if not person.may(Permission.READ_CASES):
        return 0
    if "tasks_waiting" not in g:
        g.tasks_waiting = sum(line.waits_for(person) for line in open_lines(person))
    return int(g.tasks_waiting)


def _took_part(person: Person) -> frozenset[int]:
    rows: Any = CaseEvent.select(CaseEvent.case).where(CaseEvent.actor == person.id).distinct()
    return frozenset(case_id for (case_id,) in rows.tuples())


def _urgency(task: Task) -> tuple[bool, date]:
    return (task.due_on is None, task.due_on or date.max)
