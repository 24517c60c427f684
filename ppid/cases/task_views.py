"""Tugas: what waits for me, what I wait for, what is due."""

from flask import Blueprint, Response

from ppid import clock
from ppid.accounts.access import may, person
from ppid.accounts.permissions import Permission
from ppid.cases.task_queries import count_waiting, get_tasks
from ppid.cases.task_sources import other_tasks
from ppid.office.beginnings import list_undecided
from ppid.web.guard import requires
from ppid.web.htmx import render

bp = Blueprint("tasks", __name__)


@bp.get("/tugas")
@requires(Permission.READ_TASKS)
def list_tasks() -> Response:
    """The three lists of my day, what waits outside of cases, and what the office must set."""
    today = clock.today()
    return render(
        "tasks/list_tasks.html",
        tasks=get_tasks(person()),
        elsewhere=other_tasks(person()),
        undecided=list_undecided(today) if may(Permission.MANAGE_OFFICE) else (),
        on_cases=may(Permission.WORK_ON_CASE),
        may=may,
        today=today,
    )


def count_for_header() -> int:
    """How much waits for the person behind this request, in cases and elsewhere."""
    return count_waiting(person()) + len(other_tasks(person()))
