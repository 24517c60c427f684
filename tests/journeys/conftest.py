"""The real program, served by gunicorn on 127.0.0.1, and a real Chromium in front of it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.journeys.desk import NARROW, WIDE, Desk

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Served:
    """A running program: its address, the folder of its data, and who is signed in already."""

    address: str
    folder: Path
    signed_in: dict[str, Any] = field(default_factory=dict)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, port: int) -> dict[str, str]:
    """What the program reads when it starts."""
    return {
        **os.environ,
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "APP_ENV": "development",
        "SECRET_KEY": "s" * 48,
    }


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo register, made once as `make run` makes it."""
    folder = tmp_path_factory.mktemp("demo")
    made = subprocess.run(
        [BIN / "flask", "--app", "wsgi", "demo", "prepare"],
        cwd=ROOT,
        env=environment(folder, 1),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def served(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The program over a demo register of its own."""
    folder = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(demo_folder, folder)
    port = free_port()
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [BIN / "gunicorn", "--config", "python:ppid.serving", "wsgi:app"],
            cwd=ROOT,
            env=environment(folder, port),
            stdout=log,
            stderr=log,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(address, server)
            yield Served(address, folder)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
    told = (folder / "server.log").read_text()
    assert "Traceback" not in told, told[-3000:]


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Until the program says that it is well, 30 seconds at most."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(f"{address}/sehat", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    expect.set_options(timeout=10_000)
    assert path, "chromium is not installed; `make system-packages` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield started
        started.close()


@pytest.fixture
def make_desk(browser: Browser, served: Served) -> Iterator[Callable[..., Desk]]:
    """Make desks: each person has a browser of their own; no console may tell of a fault.

    ``person`` sits there signed in already: through the form the first time in a module.
    """
    desks: list[Desk] = []

    def make(person: str = "", *, javascript: bool = True, narrow: bool = False) -> Desk:
        known = served.signed_in.get(person)
        context = new_context(browser, javascript=javascript, narrow=narrow, storage_state=known)
        desks.append(Desk(context, served.address))
        if person and known is None:
            desks[-1].sign_in(person)
            served.signed_in[person] = context.storage_state()
        return desks[-1]

    yield make
    told = [fault for desk in desks for fault in desk.faults]
    for desk in desks:
        desk.context.close()
    assert told == []


def new_context(
    browser: Browser, *, javascript: bool, narrow: bool, storage_state: Any
) -> BrowserContext:
    """A fresh browser profile."""
    context = browser.new_context(
        viewport=NARROW if narrow else WIDE,
        java_script_enabled=javascript,
        locale="id-ID",
        storage_state=storage_state,
    )
    context.set_default_timeout(15_000)
    return context
