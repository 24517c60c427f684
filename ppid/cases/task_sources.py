"""Tasks that features above the cases bring to a person's day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import Flask, current_app

from ppid.accounts.access import Person

EXTENSION = "ppid_task_sources"


@dataclass(frozen=True)
class OtherTask:
    """Something else that waits; ``days_left`` counts working days, below zero when overdue."""

    title: str
    href: str
    about: str
    number: str
    due_on: date
    days_left: int
    since: date

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.days_left < 0


TaskSource = Callable[[Person], list[OtherTask]]


def add_task_source(app: Flask, source: TaskSource) -> None:
    """Let a feature name what waits for a person there."""
    app.extensions.setdefault(EXTENSION, []).append(source)


def other_tasks(person: Person) -> list[OtherTask]:
    """What waits for the person outside of cases, the most pressing first."""
    sources: list[TaskSource] = current_app.extensions.get(EXTENSION, [])
    found = [task for source in sources for task in source(person)]
    return sorted(found, key=lambda task: task.due_on)
