"""A real mail server on this machine, whose manners a test decides."""

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

import pytest
from flask import Flask

from ppid import create_app
from ppid.accounts.models import User
from ppid.db import database
from ppid.jobs.runner import run_waiting
from ppid.mail.models import Mail
from ppid.mail.outbox import write_mail
from ppid.settings import Settings
from tests.page_client import PageClient

SENDER = "register@contoh.invalid"
BOX = "ppid@contoh.invalid"


@dataclass
class MailServer:
    """What came in, and how to answer; ``refuse`` maps a command to the answer it gets."""

    port: int = 0
    refuse: dict[str, str] = field(default_factory=dict)
    hangs: bool = False
    sessions: int = 0
    commands: list[str] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails that were taken, read as a mail program reads them."""
        return [cast("EmailMessage", message_from_bytes(raw, policy=default)) for raw in self.raw]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    told: MailServer


class _Session(socketserver.StreamRequestHandler):
    """SMTP as far as a client of ours speaks it."""

    server: _Server

    def handle(self) -> None:
        told = self.server.told
        told.sessions += 1
        if told.hangs:
            told.over.wait(30)
            return
        self.say(told.refuse.get("CONNECT", "220 contoh.invalid siap"))
        while line := self.rfile.readline():
            command = line.decode("ascii").rstrip("\r\n")
            told.commands.append(command)
            verb = command.partition(" ")[0].upper()
            if verb == "QUIT":
                self.say("221 sampai jumpa")
                return
            self.answer(told, verb)

    def answer(self, told: MailServer, verb: str) -> None:
        if verb in told.refuse:
            self.say(told.refuse[verb])
        elif verb == "EHLO":
            self.say("250-contoh.invalid\r\n250 AUTH PLAIN")
        elif verb == "AUTH":
            self.say("235 diterima")
        elif verb == "DATA":
            self.say("354 lanjutkan")
            told.raw.append(self.text())
            self.say(told.refuse.get(".", "250 diterima"))
        else:
            self.say("250 baik")

    def text(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A mail server that takes everything, until a test has it do otherwise."""
    server = _Server(("127.0.0.1", 0), _Session)
    server.told = MailServer(port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.told
    server.told.over.set()
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def sending_settings(settings: Settings, mail_server: MailServer) -> Settings:
    """Settings that name the mail server."""
    server = {"smtp_host": "127.0.0.1", "smtp_port": mail_server.port, "smtp_security": "none"}
    return replace(settings, **server, mail_from=SENDER)


@pytest.fixture
def app(sending_settings: Settings) -> Iterator[Flask]:
    """The real program with a mail server."""
    made = create_app(sending_settings)
    made.config["PROPAGATE_EXCEPTIONS"] = True
    yield made
    database.close()


@pytest.fixture
def write(app: Flask) -> Callable[..., Mail | None]:
    """Write a mail in a transaction of its own."""

    def make(about: str = "uji", **told: str) -> Mail | None:
        mail = {"to": BOX, "subject": "Pengingat", "body": "Isi surel.\n"} | told
        with app.app_context(), database.atomic():
            return write_mail(**mail, about=about)

    return make


@pytest.fixture
def send(app: Flask) -> Callable[[], int]:
    """Do what the jobs' thread of a server would do now; returns how many jobs there were."""
    return lambda: run_waiting(app)


@pytest.fixture
def office_client(
    client: PageClient, officer: User, sign_in: Callable[[User], PageClient]
) -> PageClient:
    """A browser in which the PPID is signed in."""
    return sign_in(officer)
