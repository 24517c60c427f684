"""Who does a job: taken by one process alone, and taken up again when that process has died.

Every write asks that the job is still held: not ended, not cancelled, begun by nobody since.
"""

from datetime import timedelta
from functools import reduce
from operator import and_
from typing import Any

from ppid import clock
from ppid.jobs.models import Job, JobResult

MOST_ATTEMPTS = 3
BEAT_SECONDS = 5
STALE = timedelta(seconds=30)  # six beats missed: whoever did it has died
GAVE_UP = (
    f"Pekerjaan terhenti {MOST_ATTEMPTS} kali sebelum selesai, misalnya karena server dimulai "
    "ulang. Coba lagi; bila berulang, sampaikan kepada admin sistem."
)


def claim_next() -> Job | None:
    """Take the job that has waited longest, what a person asked for before what the program gave
    itself; None when nobody waits.

    Of several processes that want the same job one gets it.
    """
    give_up_on_the_hopeless()
    # Read to the end first: a write beside an open read fails as locked when others have written.
    for job in list(Job.select().where(_free()).order_by(*_turn()).limit(20)):
        begun = {"started_at": clock.now(), "beat_at": clock.now(), "attempts": job.attempts + 1}
        fresh = {"done": 0, "total": 0, "words": ""}
        if Job.update(begun | fresh).where(held(job), _free()).execute():
            return Job.get_by_id(job.id)
    return None


def held(job: Job) -> Any:  # noqa: ANN401 - peewee's expressions carry no type
    """The condition on Job: still open, and begun by nobody since it was read."""
    return _all(Job.id == job.id, Job.attempts == job.attempts, open_jobs())


def open_jobs() -> Any:  # noqa: ANN401 - see held
    """The condition on Job: neither ended nor cancelled."""
    return _all(Job.finished_at.is_null(), Job.cancelled_at.is_null())


def beat(job: Job) -> None:
    """Show that the job's process lives."""
    Job.update(beat_at=clock.now()).where(held(job)).execute()


def end(job: Job, failure: str = "") -> bool:
    """Note that the job has ended, well or not; False when it is no longer ours."""
    ended = {"finished_at": clock.now(), "failure": failure}
    return bool(Job.update(ended).where(held(job)).execute())


def give_up_on_the_hopeless() -> None:
    """A job whose process died too often fails, instead of taking the next one with it."""
    ended = {"finished_at": clock.now(), "failure": GAVE_UP}
    Job.update(ended).where(
        open_jobs(), Job.attempts >= MOST_ATTEMPTS, Job.beat_at < clock.now() - STALE
    ).execute()


def drop_expired(before: Any) -> None:  # noqa: ANN401 - an instant, as peewee compares it
    """Let go of results older than an instant; that there was a job stays known."""
    JobResult.delete().where(JobResult.made_at < before).execute()


def _free() -> Any:  # noqa: ANN401 - see held
    never = Job.started_at.is_null()
    died = _all(Job.beat_at < clock.now() - STALE, Job.attempts < MOST_ATTEMPTS)
    return _all(open_jobs(), never | died)


def _turn() -> tuple[Any, ...]:
    return Job.asked_by.is_null(), Job.id


def _all(*conditions: Any) -> Any:  # noqa: ANN401 - see held
    return reduce(and_, conditions)
