"""The demo register with a mail server that is named but never asked."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from ppid import clock, create_app
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import Unit, User
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.desk.drafts import ApplicantDraft, ApplicantKind, Channel, Delivery, RequestDraft, Way
from ppid.desk.request_actions import record_request
from ppid.mail.actions import save_mailboxes, save_unit_mailbox
from ppid.mail.models import Mail
from ppid.mail.posts import Post
from ppid.office.actions import save_settings
from ppid.office.queries import work_calendar
from ppid.settings import Settings

NAME = "Contoh Pemohon Uji"
ASKED = "Rekap rahasia-permohonan-4471"
ADDRESSES = {post: f"{post}@contoh.invalid" for post in Post}


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path) -> Iterator[Flask]:
    """The real program over a demo register, with a mail server and the posts' addresses."""
    folder = tmp_path / "demo"
    shutil.copytree(demo_made, folder)
    mail = {"smtp_host": "127.0.0.1", "smtp_port": 9, "mail_from": "register@contoh.invalid"}
    settings = Settings(data_dir=folder, secret_key="k" * 48, app_env="development", **mail)
    made = create_app(settings)
    with made.app_context():
        save_mailboxes(CommandLine(), ADDRESSES)
        save_settings(CommandLine(), {"public_address": "https://ppid.contoh.invalid"})
        yield made
    database.close()


@pytest.fixture
def on(demo: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let it be another day."""

    def move(day: date) -> None:
        monkeypatch.setattr(clock, "today", lambda: day)

    return move


@pytest.fixture
def workday(on: Callable[[date], None]) -> date:
    """A working day near today, which it is from now on."""
    calendar, day = work_calendar(), clock.today()
    found = day if calendar.is_workday(day) else calendar.add(day, 1)
    on(found)
    return found


@pytest.fixture
def person(demo: Flask) -> Callable[[str], Person]:
    """A user of the demo as actions take them."""

    def find(username: str) -> Person:
        user = User.get(User.username == username)
        return Person(user, grants_of(user.id), 0)

    return find


@pytest.fixture
def ask(person: Callable[[str], Person], workday: date) -> Callable[..., str]:
    """Record a request received so many working days ago; returns its code."""

    def make(days_ago: int, entry: str = "") -> str:
        calendar = work_calendar()
        draft = RequestDraft(
            received_on=calendar.before(workday, days_ago) if days_ago else workday,
            channel=Channel.LETTER,
            asked=ASKED,
            way=Way.COPY,
            delivery=Delivery.POST,
            entry_number=entry,
        )
        applicant = ApplicantDraft(ApplicantKind.PERSON, NAME, "ktp", "123", "Jalan Uji 1", "0800")
        return record_request(person("meja"), draft=draft, applicant=applicant)

    return make


@pytest.fixture
def body_to() -> Callable[[str], str]:
    """The text of the last mail to a post or unit; empty when there is none."""

    def read(post: str) -> str:
        about = f"pengingat:{post}:"
        mail = Mail.select().where(Mail.about.startswith(about)).order_by(Mail.id.desc()).first()
        return mail.body if mail else ""

    return read


@pytest.fixture
def unit_of() -> Callable[[str], Unit]:
    """Give the unit of that code an address."""

    def make(code: str) -> Unit:
        unit = Unit.get(Unit.code == code)
        save_unit_mailbox(CommandLine(), unit_id=unit.id, address="unit@contoh.invalid")
        return unit

    return make
