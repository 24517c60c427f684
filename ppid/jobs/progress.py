"""How far a job is, told by its work and read on its page."""

import time

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User
from ppid.jobs.claiming import held
from ppid.jobs.models import Job

WRITE_EVERY = 0.3  # seconds: a page looks every two


class Cancelled(Exception):  # noqa: N818 - not a fault
    """Somebody cancelled the job, or another process has taken it over: stop at once."""


class Progress:
    """The line between a running work and those who wait for it."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._written = 0.0

    def step(self, done: int, total: int, words: str = "") -> None:
        """``done`` of ``total`` parts are ready, ``words`` say what comes now.

        Raises Cancelled when the job is no longer wanted. Cheap enough to call for every page.
        """
        due = time.monotonic() - self._written >= WRITE_EVERY or done >= total
        if not (self._write(done, total, words) if due else self._wanted()):
            raise Cancelled

    @property
    def asker(self) -> Person | None:
        """Who asked, with the roles held now; None for work that the program gave itself."""
        if self._job.asked_by_id is None:
            return None
        user = User.get_by_id(self._job.asked_by_id)
        return Person(user, grants_of(user.id), 0)

    def _wanted(self) -> bool:
        return Job.select(Job.id).where(held(self._job)).exists()

    def _write(self, done: int, total: int, words: str) -> bool:
        self._written = time.monotonic()
        told = {"done": done, "total": total, "words": words[:200], "beat_at": clock.now()}
        return bool(Job.update(told).where(held(self._job)).execute())
