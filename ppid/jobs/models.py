"""Jobs as facts: who asked for what, when it began and ended, how far it is, what came of it."""

from datetime import datetime
from enum import StrEnum

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField


class JobState(StrEnum):
    """How a job stands; derived from its facts."""

    WAITING = "menunggu"
    RUNNING = "berjalan"
    DONE = "selesai"
    FAILED = "gagal"
    CANCELLED = "dibatalkan"


class Job(BaseModel):
    """One piece of work. ``order`` is what its kind needs to know, as plain values.

    ``attempts`` counts how often somebody began it and names who holds it: whoever raised it to
    its present value. ``beat_at`` is the last sign of life. ``failure`` is Indonesian and says
    what to do; empty unless it failed. ``asked_by`` is empty for work that the program gave itself.
    """

    asked_by_id: int | None

    kind = pw.CharField(max_length=40)
    label = pw.CharField(max_length=200)
    order = JSONField()
    asked_at = pw.DateTimeField(default=clock.now)
    asked_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    started_at = pw.DateTimeField(null=True)
    beat_at = pw.DateTimeField(null=True)
    attempts = pw.IntegerField(default=0)
    done = pw.IntegerField(default=0)
    total = pw.IntegerField(default=0)
    words = pw.CharField(max_length=200, default="")
    finished_at = pw.DateTimeField(null=True, index=True)
    failure = pw.TextField(default="")
    cancelled_at = pw.DateTimeField(null=True)

    @property
    def state(self) -> JobState:
        """How it stands now."""
        if self.cancelled_at is not None:
            return JobState.CANCELLED
        if self.finished_at is not None:
            return JobState.FAILED if self.failure else JobState.DONE
        return JobState.RUNNING if self.started_at is not None else JobState.WAITING

    @property
    def is_open(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in {JobState.WAITING, JobState.RUNNING}

    @property
    def ended_at(self) -> datetime | None:
        """When it was done, failed or was cancelled."""
        return self.cancelled_at or self.finished_at


class JobResult(BaseModel):
    """What came of a job, kept for some days; ``sha256`` is hexadecimal."""

    job_id: int

    job = pw.ForeignKeyField(Job, unique=True, backref="results", on_delete="CASCADE")
    name = pw.CharField(max_length=200)
    media_type = pw.CharField(max_length=100)
    sha256 = pw.CharField(max_length=64)
    length = pw.IntegerField()
    made_at = pw.DateTimeField(default=clock.now, index=True)
    content = pw.BlobField()
