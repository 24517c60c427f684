"""What requests add to a person's day: answers, approvals and objections that are owed."""

from collections.abc import Iterator

from flask import url_for

from ppid import clock
from ppid.accounts.access import Person
from ppid.accounts.permissions import Permission
from ppid.cases.task_sources import OtherTask
from ppid.desk.files import RequestFile
from ppid.desk.request_lists import list_owed
from ppid.law.request_progress import RequestEventKind, RequestStatus
from ppid.office.queries import work_calendar


def request_tasks(person: Person) -> list[OtherTask]:
    """The requests in which it is this person's turn, the soonest due first."""
    if not person.may(Permission.READ_REQUESTS):
        return []
    return list(_tasks(person))


def _tasks(person: Person) -> Iterator[OtherTask]:
    owed = list_owed()
    if not owed:
        return
    today, calendar = clock.today(), work_calendar()
    for file in owed:
        due = file.progress.due_on
        turn = turn_of(file)
        if due is None or not person.may(turn):
            continue
        yield OtherTask(
            title=what_is_owed(file),
            href=url_for("requests.show_request", number=file.request.code),
            about=file.items[0].asked,
            number=file.request.code,
            due_on=due,
            days_left=calendar.count_between(today, due),
            since=file.events[-1].on,
        )


def turn_of(file: RequestFile) -> Permission:
    """What it takes to do the next act."""
    if file.progress.status is RequestStatus.OBJECTED or file.progress.needs_approval:
        return Permission.APPROVE_REQUESTS
    if file.progress.answer is RequestStatus.PROPOSED:
        return Permission.ANSWER_REQUESTS
    return Permission.RECORD_REQUESTS


def what_is_owed(file: RequestFile) -> str:
    """The next act in words."""
    if file.progress.status is RequestStatus.OBJECTED:
        return "Tanggapi keberatan"
    if file.progress.needs_approval:
        return "Setujui penolakan permohonan"
    if file.progress.answer is RequestStatus.PROPOSED:
        return "Terbitkan jawaban permohonan"
    if file.last(RequestEventKind.TEST_ASKED):
        return "Jawab permohonan; uji konsekuensi diminta"
    return "Jawab permohonan"
