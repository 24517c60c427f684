"""A serving process sends by itself, and no page waits for the mail server."""

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.serving import make_server

from ppid.db import database
from ppid.mail.models import Mail, MailState
from ppid.mail.rounds import add_look, go_round, rounds_of
from tests.mail.conftest import MailServer
from tests.page_client import PageClient


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The address of the program behind a server with threads."""

    def serve() -> None:
        server.serve_forever(poll_interval=0.02)

    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = True  # type: ignore[attr-defined]  # a threading server
    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    rounds_of(app).over.set()
    server.shutdown()
    server.server_close()
    for name in ("rounds", "jobs"):
        for thread in threading.enumerate():
            if thread.name == name:
                thread.join(20)
    database.close()


def wait_until(done: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(300):
        if done():
            return
        pause.wait(0.05)
    raise AssertionError("it did not come to that within fifteen seconds")


def fetch(address: str) -> float:
    """Seconds until the whole answer is there."""
    begun = time.monotonic()
    with urllib.request.urlopen(address, timeout=10) as answer:
        answer.read()
    return time.monotonic() - begun


def test_the_first_request_of_a_server_begins_the_rounds_that_send(
    served: str, write: Callable[..., Mail], mail_server: MailServer
) -> None:
    write()
    fetch(f"{served}/sehat")

    wait_until(lambda: Mail.get().state is MailState.SENT)
    assert len(mail_server.raw) == 1


def test_no_page_waits_while_the_mail_server_hangs(
    served: str, write: Callable[..., Mail], mail_server: MailServer
) -> None:
    mail_server.hangs = True
    write()
    fetch(f"{served}/sehat")
    wait_until(lambda: mail_server.sessions == 1)

    took = [fetch(f"{served}/masuk") for _ in range(3)]
    hanging = Mail.get().state
    mail_server.over.set()

    assert max(took) < 3
    assert hanging is MailState.RETRYING


def test_a_request_of_a_test_begins_no_rounds(app: Flask, client: PageClient) -> None:
    client.get("/masuk")

    assert not rounds_of(app).started


def test_a_look_that_breaks_keeps_no_other_from_being_taken(app: Flask) -> None:
    taken: list[bool] = []
    rounds_of(app).looks.clear()
    add_look(app, lambda: bool(1 // len(taken)))
    add_look(app, lambda: taken.append(True) is None)

    assert go_round(app) is True
    assert taken == [True]
