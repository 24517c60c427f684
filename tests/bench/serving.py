"""The program as it is deployed: requests a second, bytes that travel, memory, time to start."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from ppid import create_app
from ppid.accounts.access import Grant
from ppid.accounts.actions import add_user
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.bench.client import Answer, Client, hammer
from tests.bench.timing import table
from tests.bench.wording import DEEDS, THINGS

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 6
CLIENTS = 4
STARTS = 5
PASSWORD = "bench-berkata-2026"
QUESTIONS = 80  # more than the program keeps answers of
PAGES = (
    ("daftar", ("/register/",)),
    ("daftar, dua saringan", ("/register/?huruf=h&keadaan=dikecualikan&halaman=3",)),
    ("pertanyaan yang sama", ("/register/?q=penggajian+guru",)),
    (
        "pertanyaan yang selalu lain",
        tuple(
            "/register/?"
            + urlencode({"q": f"{DEEDS[n % len(DEEDS)]} {THINGS[n * 7 % len(THINGS)]}"})
            for n in range(QUESTIONS)
        ),
    ),
    ("kata umum, selalu lain", tuple("/register/?" + urlencode({"q": d}) for d in DEEDS)),
)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class Server:
    """A running server; ``first_answer`` in seconds from its start."""

    port: int
    process: subprocess.Popen[bytes]
    first_answer: float

    @property
    def worker(self) -> int:
        """The process that answers."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(path.read_text().split()[0])

    @property
    def memory_mb(self) -> float:
        """The worker's resident memory without file pages that SQLite maps."""
        return _memory_mb(self.worker)

    @property
    def family_mb(self) -> float:
        """The same of the process and all that it started."""
        return sum(map(_memory_mb, _family(self.process.pid)))


def _memory_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return sum(map(int, re.findall(r"Rss(?:Anon|Shmem):\s+(\d+)", status))) / 1024


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def measure_pages(settings: Settings) -> str:
    """Requests a second and bytes of each page, signed in as the PPID."""
    _make_person(settings)
    with serve(settings) as server:
        cookie = sign_in(Client(server.port))
        rows = [_page_row(server, cookie, name, paths) for name, paths in PAGES]
        memory = server.memory_mb
    head = ("Halaman", "permintaan/s", "p50 ms", "p99 ms", "HTML br", "bagian br")
    shown = table(head, rows)
    return f"{shown}\n{_sheet_line(settings, cookie)}\nMemori pekerja sesudahnya: {memory:.0f} MB\n"


def measure_start(settings: Settings) -> str:
    """Time from start to the first answer, and the memory of an idle worker."""
    waited, memory = [], []
    for _each in range(STARTS):
        with serve(settings) as server:
            waited.append(server.first_answer)
            memory.append(server.memory_mb)
    with serve(settings) as server:
        cookie = sign_in(Client(server.port))
        began = time.perf_counter()
        Client(server.port, cookie).get("/register/")
        first_list = time.perf_counter() - began
    rows = [
        ("mulai sampai jawaban pertama (masuk)", f"{sorted(waited)[STARTS // 2]:.2f} s"),
        ("daftar pertama sesudah mulai", f"{first_list:.2f} s"),
        ("memori pekerja sesudah jawaban pertama", f"{sorted(memory)[STARTS // 2]:.0f} MB"),
    ]
    return table(("Ukuran", "hasil"), rows)


def _page_row(server: Server, cookie: str, name: str, paths: Sequence[str]) -> tuple[str, ...]:
    client = Client(server.port, cookie)
    whole, part = client.get(paths[0]), client.get(paths[0], fragment=True)
    load = hammer(server.port, cookie, paths, clients=CLIENTS, seconds=SECONDS)
    return (
        name,
        f"{load.per_second:.0f}",
        f"{load.times.p50:.1f}".replace(".", ","),
        f"{load.times.p99:.1f}".replace(".", ","),
        *(f"{len(answer.body):,}".replace(",", ".") for answer in (whole, part)),
    )


def _sheet_line(settings: Settings, cookie: str) -> str:
    with serve(settings) as server:
        client = Client(server.port, cookie)
        page = client.get("/register/")
        sheet = client.get(_only(SHEET, page))
    total = len(page.body) + len(sheet.body)
    return (
        f"Kunjungan pertama: HTML {len(page.body)} + CSS {len(sheet.body)} = {total} byte (br); "
        f"berikutnya {len(page.body)} byte.\n"
    )


def _make_person(settings: Settings) -> None:
    create_app(settings)
    if not User.select().where(User.username == "bench").exists():
        add_user(
            CommandLine(),
            username="bench",
            name="Contoh Bench",
            password=PASSWORD,
            grants=[Grant(Role.OFFICER, None)],
        )
    database.close()


def sign_in(client: Client) -> str:
    """The session's cookie, got through the form."""
    form = client.get("/masuk")
    client.cookie = form.cookie
    fields = {"csrf_token": _only(TOKEN, form), "username": "bench", "password": PASSWORD}
    return client.post("/masuk", urlencode(fields)).cookie


def _only(pattern: re.Pattern[str], answer: Answer) -> str:
    found = pattern.search(answer.text)
    if found is None:
        raise LookupError(f"{pattern.pattern} in {answer.status} {answer.text[:500]}")
    return found[1]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as looking:
        looking.bind(("127.0.0.1", 0))
        return int(looking.getsockname()[1])


@contextmanager
def serve(settings: Settings) -> Iterator[Server]:
    """Gunicorn as ``make run`` starts it, on a port of its own."""
    port = free_port()
    environment = {
        **os.environ,
        "DATA_DIR": str(settings.data_dir),
        "PORT": str(port),
        "APP_ENV": "development",
        "SECRET_KEY": settings.secret_key,
    }
    command = [sys.executable, "-m", "gunicorn", "--config", "python:ppid.serving", "wsgi:app"]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(port, process)
        yield Server(port, process, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            if Client(port).get("/masuk").status == 200:
                return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError("the server did not answer")
