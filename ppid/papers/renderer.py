"""HTML to PDF in a child process of its own: one per web process, started on first use, replaced
when it fails.

Loading xhtml2pdf costs a third of a second and 50 MB, and only one thread may render at a time: a
web process pays neither, and a hostile text can at worst cost the child its life.
"""

import atexit
import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

from ppid.errors import Refused

STATIC = Path(__file__).resolve().parents[2] / "static"
WORKER = Path(__file__).with_name("worker.py")
RENDERS_PER_CHILD = 200
TIMEOUT_SECONDS = 100.0
WAIT_SECONDS = 120.0
_PASSED_ON = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "HOME")


class RenderFailed(Refused):
    """The paper could not be made; nothing was issued or kept. The message says what to do."""


class _ChildDied(Exception):  # noqa: N818 - told to the caller as a refusal
    """The child closed its pipe."""


class Renderer:
    """One child process and the lock before it. Safe for threads; a forked process gets a child of
    its own.
    """

    def __init__(
        self, *, timeout: float = TIMEOUT_SECONDS, renders_per_child: int = RENDERS_PER_CHILD
    ) -> None:
        self._timeout = timeout
        self._renders_per_child = renders_per_child
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._renders = 0

    def render(self, html: str, *, title: str, author: str, issued_at: datetime) -> bytes:
        """The PDF of a self-contained page, identical for identical input. RenderFailed, never a
        hang.

        ``issued_at`` (with a time zone) becomes the file's date.
        """
        order = {"html": html, "title": title, "author": author}
        frame = json.dumps(order | {"epoch": int(issued_at.timestamp())}).encode()
        if not self._lock.acquire(timeout=WAIT_SECONDS):
            raise RenderFailed("Mesin cetak sedang dipakai. Tunggu sebentar, lalu cetak lagi.")
        try:
            return _read_reply(self._exchange(frame))
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()

    @property
    def child_pid(self) -> int | None:
        """The child's process id, for those who watch over it."""
        return self._child.pid if self._child else None

    def _exchange(self, frame: bytes) -> bytes:
        """One order and its reply; a child that had died since the last order is replaced once."""
        for _ in range(2):
            fresh = self._needs_child()
            try:
                return self._talk(frame)
            except _ChildDied:
                self.close()
                if fresh:
                    break  # it died of this very paper
            except BaseException:
                self.close()  # its reply may still come, and must not answer the next order
                raise
        raise RenderFailed(
            "Mesin cetak berhenti sebelum selesai. Cetak lagi; bila berulang, periksa isi dokumen."
        )

    def _needs_child(self) -> bool:
        """Start a child if there is none that may go on; say whether it is new."""
        worn = self._renders >= self._renders_per_child
        if self._child is not None and self._owner == os.getpid() and not worn:
            return False
        self.close()
        self._child = _start_child()
        self._owner, self._renders = os.getpid(), 0
        return True

    def _talk(self, frame: bytes) -> bytes:
        self._renders += 1
        child, deadline = self._child, time.monotonic() + self._timeout
        if child is None or child.stdin is None or child.stdout is None:
            raise _ChildDied
        try:
            _write(child.stdin.fileno(), struct.pack(">I", len(frame)) + frame, deadline)
            (length,) = struct.unpack(">I", _read(child.stdout.fileno(), 4, deadline))
            return _read(child.stdout.fileno(), length, deadline)
        except TimeoutError:
            raise RenderFailed(
                "Pencetakan melewati batas waktu dan dihentikan. Cetak dokumen yang lebih pendek."
            ) from None


def _start_child() -> subprocess.Popen[bytes]:
    """The worker with a bare environment: it has no need of the program's secrets."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    child = subprocess.Popen(  # noqa: S603 - our own file, by its own path
        [sys.executable, "-P", str(WORKER), str(STATIC)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | {"PYTHONHASHSEED": "0"},
        bufsize=0,
    )
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            os.set_blocking(pipe.fileno(), False)
    return child


def _write(pipe: int, data: bytes, deadline: float) -> None:
    rest = memoryview(data)
    while rest:
        _wait(pipe, select.POLLOUT, deadline)
        try:
            rest = rest[os.write(pipe, rest) :]
        except BrokenPipeError:
            raise _ChildDied from None


def _read(pipe: int, length: int, deadline: float) -> bytes:
    parts, missing = [], length
    while missing:
        _wait(pipe, select.POLLIN, deadline)
        part = os.read(pipe, min(missing, 1 << 20))
        if not part:
            raise _ChildDied
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _wait(pipe: int, event: int, deadline: float) -> None:
    """Until the pipe is ready; by ``poll``, as ``select`` fails in a process with many files."""
    poll = select.poll()
    poll.register(pipe, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise TimeoutError


def _read_reply(reply: bytes) -> bytes:
    kind, data = reply[:1], reply[1:]
    if kind == b"P":
        return data
    if kind == b"L":
        raise RenderFailed(
            "Isi dokumen terlalu besar atau bersusun terlalu dalam. Pecah atau ringkas isinya, "
            "lalu cetak lagi."
        )
    raise RenderFailed("Dokumen tidak dapat dicetak. Periksa isi dan gambar kop, lalu cetak lagi.")


_renderer = Renderer()
atexit.register(_renderer.close)


def render_pdf(html: str, *, title: str, author: str, issued_at: datetime) -> bytes:
    """``Renderer.render`` by this process's own renderer."""
    return _renderer.render(html, title=title, author=author, issued_at=issued_at)
