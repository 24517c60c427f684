"""The kinds of work that the program knows; features above name their own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from flask import Flask

from ppid.jobs.progress import Progress

EXTENSION = "ppid_jobs"
Order = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """A file that came of a job, under the name to keep it by."""

    name: str
    media_type: str
    content: bytes


Run = Callable[[Order, Progress], Result | None]


@dataclass(frozen=True)
class Work:
    """A kind of work. ``permission`` is what whoever takes its result must hold."""

    kind: str
    label: str
    run: Run
    permission: StrEnum | None = None


@dataclass
class Works:
    """All kinds of work of one program, and what is to be closed when nothing waits any more."""

    by_kind: dict[str, Work] = field(default_factory=dict)
    idle: list[Callable[[], None]] = field(default_factory=list)


def works_of(app: Flask) -> Works:
    """The works that this program knows."""
    works: Works = app.extensions.setdefault(EXTENSION, Works())
    return works


def add_work(
    app: Flask, kind: str, label: str, run: Run, permission: StrEnum | None = None
) -> None:
    """Name a kind of work. ``run`` tells its progress and may return a file; what it raises as
    Refused is shown to whoever asked. It must leave nothing behind when it is cut short.
    """
    works_of(app).by_kind[kind] = Work(kind, label, run, permission)


def when_idle(app: Flask, close: Callable[[], None]) -> None:
    """Call ``close`` when nothing waits any more, so that what the works opened goes back."""
    works_of(app).idle.append(close)
