"""Asking for work, calling it off, asking again."""

from typing import Any

from ppid import clock
from ppid.audit.actions import Actor
from ppid.errors import Refused
from ppid.jobs.claiming import open_jobs
from ppid.jobs.models import Job
from ppid.jobs.runner import start_after_request


class JobEnded(Refused):
    """The job can no longer be cancelled."""


def enqueue(actor: Actor | None, kind: str, order: dict[str, Any], label: str) -> Job:
    """Ask for a work of a kind; ``order`` holds plain values, ``label`` says what it is about.

    Inside a transaction it begins only once that is over, and never if it is taken back. While the
    same person's same order still waits or runs, that one is given instead.
    """
    asked_by = actor.id if actor else None
    start_after_request()
    same = (Job.kind == kind) & (Job.asked_by == asked_by)
    for job in list(Job.select().where(open_jobs(), same)):
        if job.order == order:
            return job
    return Job.create(kind=kind, label=label[:200], order=order, asked_by=asked_by)


def cancel_job(job: Job) -> None:
    """Call a job off; JobEnded when it has ended meanwhile."""
    called_off = Job.update(cancelled_at=clock.now()).where(Job.id == job.id, open_jobs())
    if not called_off.execute():
        raise JobEnded("Pekerjaan ini sudah berakhir dan tidak dapat dibatalkan lagi.")


def repeat_job(actor: Actor, job: Job) -> Job:
    """Ask for the same once more."""
    if job.is_open:
        return job
    return enqueue(actor, job.kind, job.order, job.label)
