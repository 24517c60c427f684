"""What a serving process looks at now and then by itself: one thread, no outside scheduler.

It begins with the first request that the process gets, and never in a test or a command.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Flask, request

from ppid.db import database
from ppid.jobs.runner import start_queue

EXTENSION = "ppid_rounds"
LOOK_SECONDS = 60.0
Look = Callable[[], bool]
log = logging.getLogger("ppid.mail")


@dataclass
class Rounds:
    """The looks of one program. A look asks for jobs if there is something to do."""

    looks: list[Look] = field(default_factory=list)
    started: bool = False
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


def rounds_of(app: Flask) -> Rounds:
    """The rounds of this program."""
    rounds: Rounds = app.extensions.setdefault(EXTENSION, Rounds())
    return rounds


def add_look(app: Flask, look: Look) -> None:
    """Look every minute; ``look`` is quick, asks for jobs that are due and says if it did."""
    rounds_of(app).looks.append(look)


def go_round(app: Flask) -> bool:
    """Look at everything once; whether there is something to do now."""
    asked = False
    for look in rounds_of(app).looks:
        try:
            with app.app_context():
                asked = look() or asked
        except Exception:  # one look must not keep the others from being taken
            log.exception("a look of the rounds has failed")
    return asked


def start_rounds(app: Flask) -> None:
    """Begin the rounds of this process, once."""
    rounds = rounds_of(app)
    with rounds.lock:
        if rounds.started:
            return
        rounds.started = True
    threading.Thread(target=_walk, args=(app,), name="rounds", daemon=True).start()


def init_app(app: Flask) -> None:
    """Begin with the first request of a server with threads."""
    rounds = rounds_of(app)

    @app.before_request
    def begin() -> None:
        if not rounds.started and request.is_multithread:
            start_rounds(app)


def _walk(app: Flask) -> None:
    over = rounds_of(app).over
    while not over.is_set():
        if go_round(app):
            start_queue(app)
        database.close()
        over.wait(LOOK_SECONDS)
