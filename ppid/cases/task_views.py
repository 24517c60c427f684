"""Tugas: what waits for me, what I wait for, what is due."""

from flask import Blueprint, Response

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases.task_queries import count_waiting, get_tasks
from ppid.cases.task_sources import other_tasks
from ppid.web.guard import requires
from ppid.web.htmx import render

bp = Blueprint("tasks", __name__)


@bp.get("/tugas")
@requires(Permission.WORK_ON_CASE)
def list_tasks() -> Response:
    """The three lists of my day, and what waits outside of cases."""
    return render(
        "tasks/list_tasks.html",
        tasks=get_tasks(person()),
        elsewhere=other_tasks(person()),
        today=clock.today(),
    )


def count_for_header() -> int:
    """How much waits for the person behind this request, in cases and elsewhere."""
    return count_waiting(person()) + len(other_tasks(person()))
