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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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
PASSWORD = "contoh-2026"
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Served:
    """A running program: its address and the folder of its data."""

    address: str
    folder: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path, port: int) -> dict[str, str]:
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
    subprocess.run(
        [BIN / "flask", "--app", "wsgi", "demo", "prepare"],
        cwd=ROOT,
        env=environment(folder, 1),
        check=True,
        capture_output=True,
        timeout=300,
    )
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


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urllib.request.urlopen(f"{address}/sehat", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise AssertionError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium")
    assert path, "chromium is not installed; `make system-packages` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield started
        started.close()


class Desk:
    """One person at one browser; fails on any fault that the browser's console tells of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.faults: list[str] = []
        self.page = context.new_page()
        self._listen(self.page)

    def _listen(self, page: Page) -> None:
        page.on("console", lambda m: m.type == "error" and self.faults.append(m.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> Page:
        """Go to an address of the program."""
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, username: str, password: str = PASSWORD) -> Page:
        """Sign in through the form."""
        self.open("/masuk")
        self.page.get_by_label("Nama pengguna").fill(username)
        self.page.get_by_label("Kata sandi").fill(password)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.wait_for_url(lambda url: "/masuk" not in url)
        return self.page

    def fits(self) -> bool:
        """Whether nothing sticks out of the window sideways."""
        width = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return bool(width <= 0)


@pytest.fixture
def make_desk(browser: Browser, served: Served) -> Iterator["type[Desk]"]:
    """Make desks: each person has a browser of their own."""
    contexts: list[BrowserContext] = []
    desks: list[Desk] = []

    def make(*, javascript: bool = True, narrow: bool = False) -> Desk:
        context = browser.new_context(
            viewport=NARROW if narrow else WIDE,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            locale="id-ID",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        desks.append(Desk(context, served.address))
        return desks[-1]

    yield make  # type: ignore[misc]
    told = [fault for desk in desks for fault in desk.faults if "422" not in fault]
    for context in contexts:
        context.close()
    assert told == []
