"""Printing in long work: a renderer of its own, so that short prints never wait for it."""

import atexit
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime

from ppid.office.queries import office
from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.parts import PageSize
from ppid.papers.renderer import Renderer

LOOK_SECONDS = 0.25

renderer = Renderer()
atexit.register(renderer.close)


def print_at_length(
    paper: Paper, *, size: PageSize, made_at: datetime, look: Callable[[], None]
) -> bytes:
    """The PDF of a paper, by ``render_at_length``; ``made_at`` bears a time zone."""
    html, author = compose(paper, size=size), office().body_name
    return render_at_length(html, title=paper.title, author=author, issued_at=made_at, look=look)


def render_at_length(
    html: str, *, title: str, author: str, issued_at: datetime, look: Callable[[], None]
) -> bytes:
    """``Renderer.render`` by the renderer of long work, ``look`` called while it is at it: when
    that raises, the making ends too.
    """
    making: Future[bytes] = Future()

    def make() -> None:
        try:
            made = renderer.render(html, title=title, author=author, issued_at=issued_at)
        except BaseException as fault:  # told to who waits
            making.set_exception(fault)
        else:
            making.set_result(made)

    threading.Thread(target=make, name="long-print", daemon=True).start()
    try:
        return _await(making, look)
    except BaseException:
        _end(making)
        raise


def close_renderer() -> None:
    """Give back what long work took; the next starts anew."""
    renderer.close()


def _await(making: "Future[bytes]", look: Callable[[], None]) -> bytes:
    while True:
        with suppress(TimeoutError):
            return making.result(timeout=LOOK_SECONDS)
        look()


def _end(making: "Future[bytes]") -> None:
    """End the child by its number and leave its pipes to the thread that reads them; the renderer
    replaces a child that died once, so that one goes too.
    """
    while not making.done():
        if pid := renderer.child_pid:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
