"""Requests and objections that must be answered soon (UU 14/2008 Pasal 22 and 36)."""

from collections.abc import Iterator
from datetime import date

from ppid.desk.files import RequestFile
from ppid.desk.request_lists import SOON, list_owed
from ppid.desk.tasks import what_is_owed
from ppid.law.dates import format_date
from ppid.law.request_progress import RequestStatus
from ppid.mail.posts import Post
from ppid.reminders.items import Day, Reminder, Section

OBJECTION_SOON = 10  # working days of the 30: an objection takes more than an answer
ANSWERING = (Post.DESK.value, Post.OFFICER.value)
DECIDING = (Post.SUPERIOR.value,)


def remind_of_requests(day: Day) -> Iterator[Reminder]:
    """Answers due within three working days or overdue, refusals that wait for Atasan PPID, and
    objections due within ten.
    """
    for file in list_owed():
        due = file.progress.due_on
        if due is None:
            continue
        if file.progress.status is RequestStatus.OBJECTED:
            if day.left(due) <= OBJECTION_SOON:
                yield _reminder(day, file, due, DECIDING)
            continue
        if file.progress.needs_approval:
            yield _reminder(day, file, due, DECIDING)
        if day.left(due) <= SOON:
            yield _reminder(day, file, due, ANSWERING)


def _reminder(day: Day, file: RequestFile, due: date, posts: tuple[str, ...]) -> Reminder:
    code, last = file.request.code, file.events[-1]
    named = last.seq if posts == DECIDING else 0
    said = f"{code}: {what_is_owed(file)}. Batas {format_date(due)} ({day.say_left(due)})."
    about = f"permohonan:{code}:{due.isoformat()}:{named}"
    return Reminder(posts, Section.REQUESTS, about, said, due, is_late=due < day.today)
