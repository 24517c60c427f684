"""Others that serve the same file: Datasette, and a minimal site in Django.

They run in an environment of their own, made from ``requirements-bench.lock``; ``BENCH_VENV``
names it. They get the register's own SQLite, the same settings of it, and four threads.
"""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ppid.db import PRAGMAS
from ppid.settings import Settings
from tests.bench.client import Client
from tests.bench.public_sql import QUERIES, with_names
from tests.bench.serving import ROOT, Server, free_port

THREADS = "4"
VENV = "BENCH_VENV"
PRAGMA_LINES = "; ".join(f"PRAGMA {name} = {value}" for name, value in PRAGMAS.items())
PLUGIN = f"""from datasette import hookimpl

@hookimpl
def prepare_connection(conn):
    for each in {[line for line in PRAGMA_LINES.split("; ") if "journal_mode" not in line]!r}:
        conn.execute(each)
"""


def peers_venv() -> Path:
    """The environment that the others run in; SystemExit says how to make it."""
    folder = Path(os.environ.get(VENV, ""))
    if os.environ.get(VENV) and (folder / "bin" / "datasette").exists():
        return folder
    raise SystemExit(
        f"Lingkungan pembanding tidak ada ({VENV}={folder}). Buat sekali, lalu ulangi:\n"
        "  python3.11 -m venv build/bench-venv\n"
        "  build/bench-venv/bin/pip install --require-hashes -r requirements-bench.lock\n"
        f"  {VENV}=build/bench-venv .venv/bin/python -m tests.bench.public"
    )


@contextmanager
def serve_datasette(settings: Settings, folder: Path) -> Iterator[Server]:
    """Datasette with the two questions as canned queries: ``/ppid/list``, ``/ppid/search``."""
    queries = {name: {"sql": QUERIES[f"{name}_rows"]} for name in ("list", "search")}
    described = folder / "metadata.json"
    described.write_text(json.dumps({"databases": {"ppid": {"queries": queries}}}))
    plugins = folder / "plugins"
    plugins.mkdir()
    (plugins / "settings.py").write_text(PLUGIN)
    port = free_port()
    command = [
        *("datasette", "serve", str(settings.database_path), "--port", str(port)),
        *("--metadata", str(described), "--plugins-dir", str(plugins)),
        *("--setting", "num_sql_threads", THREADS),
    ]
    with _run(command, port, {}) as server:
        yield server


@contextmanager
def serve_django(settings: Settings, folder: Path) -> Iterator[Server]:
    """The Django site under gunicorn as the register runs under it."""
    queries = folder / "queries.json"
    queries.write_text(json.dumps(with_names("%%(%s)s")))
    environment = {
        "BENCH_QUERIES": str(queries),
        "BENCH_DATABASE": str(settings.database_path),
        "BENCH_PRAGMAS": PRAGMA_LINES,
    }
    port = free_port()
    command = [
        *("gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", THREADS),
        *("--keep-alive", "15", "--worker-tmp-dir", "/dev/shm", "tests.bench.django_site"),  # noqa: S108 - as the register's
    ]
    with _run(command, port, environment) as server:
        yield server


@contextmanager
def _run(command: Sequence[str], port: int, more: Mapping[str, str]) -> Iterator[Server]:
    program = [str(peers_venv() / "bin" / command[0]), *command[1:]]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    began = time.perf_counter()
    process = subprocess.Popen(program, cwd=ROOT, env={**os.environ, **more}, **quiet)  # type: ignore[call-overload]
    try:
        _wait_for(port, process)
        yield Server(port, process, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            Client(port).get("/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{process.args!r} did not answer")
