"""Jobs as their pages show them; a job is seen by whoever asked for it, by nobody else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ppid import clock
from ppid.accounts.access import Person
from ppid.jobs.claiming import open_jobs
from ppid.jobs.models import Job, JobResult
from ppid.jobs.runner import KEPT

PAGE = 50
TOLD_FOR = timedelta(days=1)


@dataclass(frozen=True)
class JobView:
    """A job with what is known of its result; ``result`` carries no content and is None when there
    is none, or no longer.
    """

    job: Job
    result: JobResult | None

    @property
    def percent(self) -> int | None:
        """How far it is; None while that is not known."""
        return min(100, self.job.done * 100 // self.job.total) if self.job.total else None

    @property
    def elapsed(self) -> str:
        """How long it has taken so far, or took."""
        begun = self.job.started_at or self.job.asked_at
        return say_seconds(int(((self.job.ended_at or clock.now()) - begun).total_seconds()))


def get_job(person: Person, job_id: int) -> Job | None:
    """A job that this person asked for."""
    return Job.get_or_none(Job.id == job_id, Job.asked_by == person.id)


def view_job(job: Job) -> JobView:
    """The job with what is known of its result."""
    known = (JobResult.id, JobResult.job, JobResult.name, JobResult.media_type)
    more = (JobResult.sha256, JobResult.length, JobResult.made_at)
    result = JobResult.select(*known, *more).where(_kept(job)).first()
    return JobView(job, result)


def get_result(job: Job) -> JobResult | None:
    """The result with its bytes, while it is kept."""
    return JobResult.get_or_none(_kept(job))


def list_jobs(person: Person) -> list[Job]:
    """The last jobs that a person asked for, newest first."""
    mine = Job.select().where(Job.asked_by == person.id)
    return list(mine.order_by(Job.id.desc()).limit(PAGE))


def list_current_jobs(person: Person) -> list[Job]:
    """What a person asked for and still waits for, and what ended within a day; newest first."""
    lately = (Job.finished_at > clock.now() - TOLD_FOR) & Job.cancelled_at.is_null()
    mine = Job.select().where(Job.asked_by == person.id, open_jobs() | lately)
    return list(mine.order_by(Job.id.desc()).limit(5))


def count_open(kind: str) -> int:
    """How many works of a kind wait or run."""
    return int(Job.select().where(open_jobs(), Job.kind == kind).count())


def count_asked(kind: str, since: datetime) -> int:
    """How many works of a kind were asked for since an instant."""
    return int(Job.select().where(Job.kind == kind, Job.asked_at >= since).count())


def say_seconds(seconds: int) -> str:
    """1 menit 5 detik."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "jam"), (minutes, "menit"), (rest, "detik"))
    told = [f"{count} {word}" for count, word in parts if count]
    return " ".join(told[:2]) or "kurang dari sedetik"


def _kept(job: Job) -> Any:  # noqa: ANN401 - peewee's expressions carry no type
    return (JobResult.job == job.id) & (JobResult.made_at > clock.now() - KEPT)
