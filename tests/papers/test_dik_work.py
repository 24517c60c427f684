"""The whole DIK as work: long ones never hold up a request, short ones are printed at once."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from pypdf import PdfReader

from ppid.accounts.models import User
from ppid.audit.models import AuditRecord
from ppid.jobs.actions import cancel_job
from ppid.jobs.models import Job, JobResult, JobState
from ppid.jobs.runner import run_waiting
from ppid.papers import dik_work
from ppid.papers.dik import read_dik
from ppid.papers.dik_forms import DikForm
from ppid.papers.parts import PageSize
from ppid.register.closed import count_closed
from tests.page_client import PageClient

ON = date(2026, 11, 20)
SignedIn = Callable[[str], PageClient]


def wanted(form: DikForm = DikForm.COLUMNS) -> dik_work.DikOrder:
    return dik_work.DikOrder(ON, form, PageSize.A4)


def test_a_short_list_is_printed_at_once(demo_as: SignedIn) -> None:
    response = demo_as("meja").get("/surat/dik.pdf")

    assert response.mimetype == "application/pdf"


def test_a_long_list_is_asked_for_as_work(
    demo_as: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dik_work, "SHORT", 5)
    client = demo_as("meja")

    to = client.get("/surat/dik.pdf?tanggal=2026-11-20&kertas=F4", status=303).location
    page = client.get(to).text
    job = client.post(to).location

    assert "Cetak sebagai pekerjaan" in page
    assert "per 20 November 2026, kertas F4" in page
    assert "Menunggu giliran" in client.get(job).text


def test_the_works_list_is_the_one_that_is_printed_at_once(demo: Flask) -> None:
    with demo.app_context():
        job = dik_work.order_dik(User.get(User.username == "meja"), wanted())
        rows = len(read_dik(ON).rows)

    run_waiting(demo)

    result = JobResult.get(JobResult.job == job)
    text = " ".join(
        page.extract_text() for page in PdfReader(io.BytesIO(bytes(result.content))).pages
    )
    assert count_closed(ON) == rows
    assert f"{rows}." in text
    assert "Keadaan per 20 November 2026" in text
    assert result.name == "dik-kolom-2026-11-20.pdf"


def test_who_took_the_list_out_is_on_record(demo: Flask) -> None:
    with demo.app_context():
        dik_work.order_dik(User.get(User.username == "meja"), wanted())

    record = AuditRecord.select().order_by(AuditRecord.id.desc()).get()

    assert record.action == "take-out-list"
    assert record.actor_id == User.get(User.username == "meja").id


def test_a_list_cancelled_while_its_pages_are_made_leaves_nothing(
    demo: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with demo.app_context():
        job = dik_work.order_dik(User.get(User.username == "meja"), wanted())
    printed = dik_work.print_at_length

    def cancel_then_print(*args: object, **options: object) -> bytes:
        cancel_job(job)
        return printed(*args, **options)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(dik_work, "print_at_length", cancel_then_print)
    run_waiting(demo)

    assert Job.get_by_id(job.id).state is JobState.CANCELLED
    assert JobResult.select().where(JobResult.job == job).count() == 0
