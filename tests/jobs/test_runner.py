"""Jobs are done once, end well or with a message, and are taken up again when a process dies."""

import hashlib
import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import User
from ppid.db import database
from ppid.jobs.actions import JobEnded, cancel_job, enqueue
from ppid.jobs.claiming import GAVE_UP, MOST_ATTEMPTS, STALE, claim_next, end
from ppid.jobs.models import Job, JobResult, JobState
from ppid.jobs.runner import FAULT, KEPT, Queue, run_waiting, stop_jobs
from ppid.jobs.works import add_work, when_idle
from ppid.settings import Settings

Beside = Callable[[Callable[[], Any]], threading.Thread]


def state_of(job: Job) -> JobState:
    return Job.get_by_id(job.id).state


def closing(do: Callable[[], Any]) -> Callable[[], None]:
    """The same, its thread's connection closed afterwards."""

    def done() -> None:
        try:
            do()
        finally:
            database.close()

    return done


def test_a_job_leaves_its_result_with_its_hash(app: Flask, works: Any, officer: User) -> None:
    job = enqueue(officer, "hitung", {"name": "satu"}, "Hitung satu")

    assert run_waiting(app) == 1

    result = JobResult.get(JobResult.job == job)
    assert state_of(job) is JobState.DONE
    assert bytes(result.content) == b"satu"
    assert result.sha256 == hashlib.sha256(b"satu").hexdigest()
    assert result.length == 4


def test_jobs_are_done_in_the_order_in_which_they_were_asked(app: Flask, works: Any) -> None:
    for name in ("satu", "dua", "tiga"):
        enqueue(None, "hitung", {"name": name}, name)

    run_waiting(app)

    assert works.ended == ["satu", "dua", "tiga"]


def test_a_job_of_a_transaction_that_is_taken_back_is_never_done(app: Flask, works: Any) -> None:
    with database.atomic() as transaction:
        enqueue(None, "hitung", {"name": "satu"}, "satu")
        transaction.rollback()

    assert run_waiting(app) == 0
    assert works.began == []


def test_a_job_is_not_begun_before_its_transaction_is_over(
    app: Flask, works: Any, beside: Beside
) -> None:
    with database.atomic():
        enqueue(None, "hitung", {"name": "satu"}, "satu")
        beside(closing(lambda: claim_or_wait(works))).join(1)
        began_inside = list(works.began)

    assert began_inside == []
    assert run_waiting(app) == 1


def claim_or_wait(works: Any) -> None:
    """Another connection sees no job while the transaction is open."""
    works.began += list(Job.select().where(Job.started_at.is_null()))


def test_the_same_order_of_the_same_person_is_kept_once(
    app: Flask, works: Any, officer: User, make_user: Callable[..., User]
) -> None:
    first = enqueue(officer, "hitung", {"name": "satu"}, "satu")
    again = enqueue(officer, "hitung", {"name": "satu"}, "satu")
    other = enqueue(make_user("lain"), "hitung", {"name": "satu"}, "satu")

    assert again.id == first.id
    assert other.id != first.id


def test_a_cancelled_job_stops_at_its_next_step_and_leaves_nothing(
    app: Flask, works: Any, beside: Beside
) -> None:
    job = enqueue(None, "tunggu", {"name": "satu"}, "satu")
    runner = beside(closing(lambda: run_waiting(app)))
    assert works.is_on.wait(10)

    cancel_job(Job.get_by_id(job.id))
    works.go_on.set()
    runner.join(10)

    assert works.ended == []
    assert state_of(job) is JobState.CANCELLED
    assert JobResult.select().count() == 0


def test_a_job_cancelled_while_it_waits_is_never_begun(app: Flask, works: Any) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")

    cancel_job(job)

    assert run_waiting(app) == 0
    assert state_of(job) is JobState.CANCELLED


def test_what_has_ended_cannot_be_cancelled(app: Flask, works: Any) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")
    run_waiting(app)

    with pytest.raises(JobEnded):
        cancel_job(job)

    assert state_of(job) is JobState.DONE


def test_a_refusal_is_kept_as_the_jobs_message(app: Flask, works: Any) -> None:
    job = enqueue(None, "tolak", {}, "Tolak")

    run_waiting(app)

    assert state_of(job) is JobState.FAILED
    assert Job.get_by_id(job.id).failure == "Tidak ada yang dapat disusun. Pilih tanggal lain."


def test_a_fault_fails_its_job_alone_and_is_logged(
    app: Flask, works: Any, caplog: pytest.LogCaptureFixture
) -> None:
    broken = enqueue(None, "rusak", {}, "Rusak")
    enqueue(None, "hitung", {"name": "dua"}, "dua")

    with caplog.at_level(logging.ERROR, "ppid.jobs"):
        run_waiting(app)

    assert Job.get_by_id(broken.id).failure == FAULT
    assert "a fault of the program" in caplog.text
    assert works.ended == ["dua"]


def test_a_work_that_the_program_no_longer_knows_fails_with_a_message(app: Flask) -> None:
    job = enqueue(None, "lama", {}, "Lama")

    run_waiting(app)

    assert "tidak dikenal" in Job.get_by_id(job.id).failure


def test_progress_is_read_while_the_work_runs(app: Flask, works: Any, beside: Beside) -> None:
    job = enqueue(None, "tunggu", {"name": "satu"}, "satu")
    beside(closing(lambda: run_waiting(app)))
    assert works.is_on.wait(10)

    seen = Job.get_by_id(job.id)

    assert (seen.done, seen.total, seen.words) == (1, 4, "Bagian 2 dari 4")
    assert seen.state is JobState.RUNNING


def test_of_many_runners_one_does_a_job(app: Flask, works: Any, beside: Beside) -> None:
    names = [str(number) for number in range(12)]
    for name in names:
        enqueue(None, "hitung", {"name": name}, name)

    runners = [beside(closing(lambda: run_waiting(app))) for _ in range(4)]
    for runner in runners:
        runner.join(20)

    assert sorted(works.began) == sorted(names)
    assert JobResult.select().count() == len(names)


def test_a_job_whose_process_died_is_taken_up_again(app: Flask, works: Any) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")
    assert claim_next() is not None
    assert run_waiting(app) == 0
    no_sign_of_life(job)

    assert run_waiting(app) == 1

    assert state_of(job) is JobState.DONE
    assert Job.get_by_id(job.id).attempts == 2


DIES = """
import os, signal, sys
from pathlib import Path
from ppid import create_app
from ppid.jobs.runner import run_waiting
from ppid.jobs.works import add_work
from ppid.settings import Settings

app = create_app(Settings(data_dir=Path(sys.argv[1]), secret_key="k" * 48))
add_work(app, "hitung", "Menghitung", lambda _order, _told: os.kill(os.getpid(), signal.SIGKILL))
run_waiting(app)
"""


def test_what_a_killed_process_had_begun_is_done_by_the_next(
    app: Flask, works: Any, settings: Settings
) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")

    killed = subprocess.run([sys.executable, "-c", DIES, settings.data_dir], check=False)
    left = Job.get_by_id(job.id)
    no_sign_of_life(job)
    run_waiting(app)

    assert killed.returncode == -signal.SIGKILL
    assert left.state is JobState.RUNNING
    assert state_of(job) is JobState.DONE
    assert works.ended == ["satu"]


def test_what_breaks_because_the_process_ends_is_left_for_the_next(
    app: Flask, works: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = threading.Event()
    monkeypatch.setattr("ppid.jobs.runner._stopping", ending)
    broken = enqueue(None, "rusak", {}, "Rusak")
    enqueue(None, "hitung", {"name": "dua"}, "dua")
    add_work(app, "rusak", "Rusak", lambda *told: (stop_jobs(), works.break_down(*told))[1])

    assert run_waiting(app) == 1

    assert state_of(broken) is JobState.RUNNING
    assert works.began == []


def test_who_was_thought_dead_can_no_longer_end_the_job(app: Flask, works: Any) -> None:
    enqueue(None, "hitung", {"name": "satu"}, "satu")
    lost = claim_next()
    assert lost is not None
    no_sign_of_life(lost)
    run_waiting(app)

    assert end(lost, "terlambat") is False
    assert Job.get_by_id(lost.id).failure == ""


def test_a_job_that_kills_its_process_every_time_fails_with_a_message(
    app: Flask, works: Any
) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")
    for _ in range(MOST_ATTEMPTS):
        assert claim_next() is not None
        no_sign_of_life(job)

    assert run_waiting(app) == 0

    assert Job.get_by_id(job.id).failure == GAVE_UP


def no_sign_of_life(job: Job) -> None:
    long_ago = clock.now() - STALE - timedelta(seconds=1)
    Job.update(beat_at=long_ago).where(Job.id == job.id).execute()


def test_results_are_let_go_after_some_days_and_the_job_stays(app: Flask, works: Any) -> None:
    job = enqueue(None, "hitung", {"name": "satu"}, "satu")
    run_waiting(app)
    JobResult.update(made_at=clock.now() - KEPT - timedelta(minutes=1)).execute()

    run_waiting(app)

    assert JobResult.select().count() == 0
    assert state_of(job) is JobState.DONE


def test_what_works_opened_is_closed_when_nothing_waits(app: Flask, works: Any) -> None:
    closed: list[int] = []
    when_idle(app, lambda: closed.append(len(works.ended)))
    for name in ("satu", "dua"):
        enqueue(None, "hitung", {"name": name}, name)

    run_waiting(app)

    assert closed == [2]


def test_the_queue_ends_when_nothing_waits_and_starts_again(app: Flask, works: Any) -> None:
    queue = Queue(app)
    for name in ("satu", "dua"):
        works.is_on.clear()
        enqueue(None, "hitung", {"name": name}, name)
        queue.start()
        assert works.is_on.wait(10)
        wait_until(lambda: not queue.is_running)

    assert works.ended == ["satu", "dua"]
    assert not [thread for thread in threading.enumerate() if thread.name == "jobs"]


def wait_until(done: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(200):
        if done():
            pause.wait(0.1)
            return
        pause.wait(0.05)
    raise AssertionError("it did not come to that within ten seconds")
