"""The whole DIK as long work: a register of many rows is printed beside the requests."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask

from ppid import clock
from ppid.accounts.permissions import Permission
from ppid.audit.actions import Actor, Subject, record
from ppid.db import database
from ppid.jobs.actions import enqueue
from ppid.jobs.models import Job
from ppid.jobs.progress import Progress
from ppid.jobs.works import Result, add_work
from ppid.law.dates import format_date
from ppid.papers.dik import read_dik
from ppid.papers.dik_forms import DikForm
from ppid.papers.long_work import print_at_length
from ppid.papers.parts import PageSize
from ppid.register.closed import count_closed

KIND = "cetak-dik"
SHORT = 120  # rows that are printed while one waits, in about a second


@dataclass(frozen=True)
class DikOrder:
    """Which list is wanted: as it stood on a day, in a form, on a paper."""

    on: date
    form: DikForm
    size: PageSize

    @property
    def label(self) -> str:
        """What is asked for, in words."""
        return f"Daftar Informasi yang Dikecualikan per {format_date(self.on)}"


def is_long(on: date) -> bool:
    """Whether the list of that day is too long to be printed while one waits."""
    return count_closed(on) > SHORT


def order_dik(actor: Actor, wanted: DikOrder) -> Job:
    """Ask for the list; who took it out is on record."""
    order = {
        "tanggal": wanted.on.isoformat(),
        "bentuk": wanted.form.value,
        "kertas": wanted.size.value,
    }
    with database.atomic():
        job = enqueue(actor, KIND, order, wanted.label)
        subject = Subject("register", 0, "Register")
        record(actor, "take-out-list", f"Meminta {wanted.label}", subjects=[subject])
    return job


def run_dik(order: dict[str, Any], progress: Progress) -> Result:
    """Read the rows, then print them; it can be cancelled at any moment."""
    on, form = date.fromisoformat(order["tanggal"]), DikForm(order["bentuk"])
    rows = count_closed(on)
    progress.step(0, 3, f"Membaca {rows} informasi")
    paper = read_dik(on, form)

    def look() -> None:
        progress.step(1, 3, f"Menyusun {rows} informasi menjadi halaman")

    look()
    at, size = clock.local(clock.now()), PageSize(order["kertas"])
    made = print_at_length(paper, size=size, made_at=at, look=look)
    progress.step(2, 3, "Menyimpan berkas")
    return Result(f"dik-{form.value}-{on.isoformat()}.pdf", "application/pdf", made)


def add_works(app: Flask) -> None:
    """Name the print of the list as a work."""
    add_work(app, KIND, "Cetak DIK", run_dik, Permission.PRINT)
