"""Forgetting applicants: what was asked and answered stays, who asked does not."""

from datetime import date

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.desk.events import write_event
from ppid.desk.files import RequestFile, read_requests
from ppid.desk.models import Applicant, Request
from ppid.law.dates import add_months
from ppid.law.request_progress import RequestEventKind
from ppid.office.queries import office


def forget_applicants(actor: Actor) -> int:
    """Erase who asked of every request that was closed long enough ago; how many.

    How long is a setting of the office, in months after closing. Kind of applicant and all facts
    stay, so that figures can still be counted.
    """
    today, months = clock.today(), office().applicant_months
    due = [file for file in _remembered() if is_due(file, today, months)]
    for file in due:
        with database.atomic():
            _forget(actor, file, today)
    return len(due)


def is_due(file: RequestFile, today: date, months: int) -> bool:
    """Whether the applicant's time is over."""
    closed = file.progress.closed_on
    return closed is not None and add_months(closed, months) <= today


def _remembered() -> list[RequestFile]:
    rows = Request.select().join(Applicant).where(Applicant.forgotten_at.is_null())
    return read_requests(list(rows))


def _forget(actor: Actor, file: RequestFile, today: date) -> None:
    Applicant.update(
        name="",
        identity_kind="",
        identity_number="",
        address="",
        contact="",
        forgotten_at=clock.now(),
    ).where(Applicant.id == file.applicant.id).execute()
    Request.update(purpose="").where(Request.id == file.request.id).execute()
    write_event(actor, file.request, RequestEventKind.FORGOTTEN, today)
