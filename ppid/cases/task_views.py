"""Tugas: what waits for me, what I wait for, what is due."""

from flask import Blueprint, Response

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases.task_queries import count_waiting, get_tasks
from ppid.web.guard import requires
from ppid.web.htmx import render

bp = Blueprint("tasks", __name__)


@bp.get("/tugas")
@requires(Permission.WORK_ON_CASE)
def list_tasks() -> Response:
    """The three lists of my day."""
    return render("tasks/list_tasks.html", tasks=get_tasks(person()), today=clock.today())


def count_for_header() -> int:
    """How many cases wait for the person behind this request."""
    return count_waiting(person())
