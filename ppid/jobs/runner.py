"""Does the jobs that wait: at once when a test or a command asks, else in one thread of a server.

The thread begins when there is something to do and ends when there is nothing left.
"""

import hashlib
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import cast

from flask import Flask, Response, after_this_request, current_app, has_request_context, request

from ppid import clock
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.claiming import BEAT_SECONDS, beat, claim_next, drop_expired, end, open_jobs
from ppid.jobs.models import Job, JobResult
from ppid.jobs.progress import Cancelled, Progress
from ppid.jobs.works import Result, works_of

KEPT = timedelta(days=7)
LOOK_SECONDS = 2.0
FAULT = (
    "Pekerjaan gagal karena gangguan pada program. Coba lagi; bila berulang, sampaikan kepada "
    "admin sistem."
)
UNKNOWN = "Jenis pekerjaan ini tidak dikenal oleh program yang sekarang. Minta sekali lagi."
QUEUE = "ppid_job_queue"
_stopping = threading.Event()
log = logging.getLogger("ppid.jobs")


def run_waiting(app: Flask | None = None) -> int:
    """Do every job that waits, one after the other; returns how many were taken up.

    Without ``app`` it is that of the current context.
    """
    program = app or _program()
    drop_expired(clock.now() - KEPT)
    taken = 0
    try:
        while not _stopping.is_set() and (job := claim_next()) is not None:
            taken += 1
            with program.app_context():
                _run(program, job)
    finally:
        for close in works_of(program).idle:
            close()
    return taken


def _run(app: Flask, job: Job) -> None:
    work = works_of(app).by_kind.get(job.kind)
    if work is None:
        end(job, UNKNOWN)
        return
    try:
        with _beating(job):
            _finish(job, work.run(job.order, Progress(job)))
    except Cancelled:
        log.info("job %s was cancelled", job.id)
    except Refused as refusal:
        _fail(job, refusal.message)
    except Exception as fault:  # whatever one work does, the next must run
        _fail(job, FAULT, fault)


def _fail(job: Job, message: str, fault: Exception | None = None) -> None:
    """Note that the job failed; what fails because the process ends will be taken up again."""
    if _stopping.is_set():
        return
    if fault is not None:
        log.error("fault in job %s (%s)", job.id, job.kind, exc_info=fault)
    end(job, message)


def _finish(job: Job, result: Result | None) -> None:
    with database.atomic():
        if not end(job):
            raise Cancelled
        if result is not None:
            JobResult.create(
                job=job,
                name=result.name,
                media_type=result.media_type,
                sha256=hashlib.sha256(result.content).hexdigest(),
                length=len(result.content),
                content=result.content,
            )


@contextmanager
def _beating(job: Job) -> Iterator[None]:
    """Signs of life while the work is at it, also where it tells nothing for long."""
    over = threading.Event()

    def go_on() -> None:
        try:
            while not over.wait(BEAT_SECONDS):
                beat(job)
        finally:
            database.close()

    heart = threading.Thread(target=go_on, name=f"beat-of-job-{job.id}", daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


class Queue:
    """The one thread of a serving process that does its jobs."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._asked = False

    def start(self) -> None:
        """See to it that somebody looks at what waits, from now on."""
        with self._lock:
            self._asked = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="jobs", daemon=True)
                self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the thread is there."""
        return self._thread is not None

    def _serve(self) -> None:
        pause = threading.Event()
        try:
            while self._goes_on():
                run_waiting(self._app)
                if not _stopping.is_set() and Job.select(Job.id).where(open_jobs()).exists():
                    pause.wait(LOOK_SECONDS)  # another process is at it: if it dies, take it up
                    self._asked = True
        except Exception:  # the queue must be able to start again
            log.exception("the queue of jobs has stopped")
            self._thread = None
        finally:
            database.close()

    def _goes_on(self) -> bool:
        with self._lock:
            asked, self._asked = self._asked, False
            if not asked:
                self._thread = None
            return asked


def start_queue(app: Flask) -> None:
    """Let this process do its jobs beside its requests."""
    queue: Queue = app.extensions.setdefault(QUEUE, Queue(app))
    queue.start()


def stop_jobs() -> None:
    """The process ends: begin nothing more, and leave what is at work for the next one."""
    _stopping.set()


def start_after_request() -> None:
    """Start the queue when the request is answered, and so every transaction in it is over.

    Only a server with threads does jobs; elsewhere (a command, a test) they wait.
    """
    if has_request_context() and request.is_multithread:
        after_this_request(_start)


def _start(response: Response) -> Response:
    start_queue(_program())
    return response


def _program() -> Flask:
    return cast("Flask", current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001 - the proxy's own door
