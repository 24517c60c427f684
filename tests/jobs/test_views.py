"""The pages of long work: progress by reload, cancelling, the result, nobody else's business."""

import hashlib
import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.db import database
from ppid.jobs.actions import cancel_job, enqueue
from ppid.jobs.models import Job
from ppid.jobs.runner import run_waiting
from ppid.workflow.roles import Role
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]


@pytest.fixture
def job(works: Any, officer: User) -> Job:
    return enqueue(officer, "hitung", {"name": "satu"}, "Hitung satu")


@pytest.fixture
def at(job: Job) -> str:
    return f"/pekerjaan/{job.id}"


def test_a_waiting_job_reloads_by_itself_with_and_without_javascript(
    sign_in: SignIn, officer: User, at: str
) -> None:
    text = sign_in(officer).get(at).text

    assert "Menunggu giliran" in text
    assert f'hx-get="{at}" hx-trigger="every 2s"' in text
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in text


def test_a_running_job_tells_its_part_and_share(
    app: Flask, works: Any, sign_in: SignIn, officer: User, beside: Any
) -> None:
    asked = enqueue(officer, "tunggu", {"name": "satu"}, "Tunggu satu")
    beside(lambda: (run_waiting(app), database.close()))
    assert works.is_on.wait(10)

    text = sign_in(officer).fragment(f"/pekerjaan/{asked.id}").text

    assert text.startswith('<section id="job"')
    assert 'value="25" max="100"' in text
    assert "Bagian 2 dari 4 · 25 persen" in text


def test_a_finished_job_no_longer_reloads_and_offers_its_file(
    app: Flask, sign_in: SignIn, officer: User, at: str
) -> None:
    run_waiting(app)

    text = sign_in(officer).get(at).text

    assert "every 2s" not in text
    assert "http-equiv" not in text
    assert hashlib.sha256(b"satu").hexdigest() in text
    assert f'href="{at}/hasil">Unduh' in text


def test_the_result_is_sent_as_a_download(
    app: Flask, sign_in: SignIn, officer: User, at: str
) -> None:
    run_waiting(app)

    response = sign_in(officer).get(f"{at}/hasil")

    assert response.data == b"satu"
    assert response.headers["Content-Disposition"] == 'attachment; filename="satu.txt"'


def test_while_there_is_no_result_there_is_no_download(
    sign_in: SignIn, officer: User, at: str
) -> None:
    sign_in(officer).get(f"{at}/hasil", status=404)


@pytest.mark.parametrize("way", ["", "/hasil"])
def test_others_do_not_see_a_job_whatever_their_role(
    app: Flask, sign_in: SignIn, make_user: Callable[..., User], at: str, way: str
) -> None:
    run_waiting(app)
    other = make_user("atasan", Role.SUPERIOR, Role.OFFICER)

    sign_in(other).get(at + way, status=404)


def test_others_cannot_cancel_a_job(
    sign_in: SignIn, make_user: Callable[..., User], job: Job, at: str
) -> None:
    sign_in(make_user("atasan", Role.SUPERIOR)).post(f"{at}/batal", status=404)

    assert Job.get_by_id(job.id).is_open


def test_cancelling_says_that_nothing_was_kept(sign_in: SignIn, officer: User, at: str) -> None:
    client = sign_in(officer)

    client.post(f"{at}/batal")

    assert "Tidak ada berkas yang disimpan" in client.get(at).text


def test_a_failed_job_tells_why_and_can_be_asked_again(
    app: Flask, works: Any, sign_in: SignIn, officer: User
) -> None:
    failed = enqueue(officer, "tolak", {}, "Tolak")
    run_waiting(app)
    client = sign_in(officer)

    text = client.get(f"/pekerjaan/{failed.id}").text
    again = client.post(f"/pekerjaan/{failed.id}/ulang").location

    assert "Tidak ada yang dapat disusun. Pilih tanggal lain." in text
    assert "Coba lagi" in text
    assert again != f"/pekerjaan/{failed.id}"
    assert "Menunggu" in client.get(again).text


def test_tugas_tells_of_a_job_while_it_waits_and_when_it_is_done_but_not_when_cancelled(
    app: Flask, sign_in: SignIn, officer: User, works: Any, job: Job
) -> None:
    client = sign_in(officer)
    waiting = client.get("/tugas").text
    run_waiting(app)
    done = client.get("/tugas").text
    other = enqueue(officer, "hitung", {"name": "dua"}, "Hitung dua")
    cancel_job(other)

    assert "Hitung satu" in waiting
    assert "Selesai" in done
    assert "Hitung dua" not in client.get("/tugas").text


def test_ones_own_jobs_are_listed_newest_first(
    sign_in: SignIn, officer: User, make_user: Callable[..., User], job: Job
) -> None:
    enqueue(officer, "hitung", {"name": "dua"}, "Hitung dua")
    enqueue(make_user("lain"), "hitung", {"name": "tiga"}, "Hitung tiga")

    text = sign_in(officer).get("/pekerjaan/").text

    assert text.index("Hitung dua") < text.index("Hitung satu")
    assert "Hitung tiga" not in text


def test_a_request_of_a_test_starts_no_thread(sign_in: SignIn, officer: User, at: str) -> None:
    sign_in(officer).get(at)

    assert not [thread for thread in threading.enumerate() if thread.name == "jobs"]
