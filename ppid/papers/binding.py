"""Papers into one file, by a child process that is started for each order and then gone."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ppid.errors import Refused

BINDER = Path(__file__).with_name("binder.py")
FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
TIMEOUT_SECONDS = 150.0
LOOK_SECONDS = 0.25
_PASSED_ON = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TMPDIR", "HOME")
Look = Callable[[], None]


class BindingFailed(Refused):
    """The papers could not be put together into one file."""


@dataclass(frozen=True)
class BoundPart:
    """A PDF in a bundle: where it lies, its bookmark and the bookmark above that."""

    file: Path
    title: str
    group: str


@dataclass(frozen=True)
class Binding:
    """The whole: ``foot`` stands before each page's number (no running number when it is empty),
    ``made_at`` bears a time zone.
    """

    title: str
    author: str
    foot: str
    made_at: datetime


def count_pages(files: Sequence[Path], look: Look) -> list[int]:
    """How many pages each of our own PDFs has."""
    told = _ask({"do": "count", "files": [str(file) for file in files]}, look)
    if told is None:
        raise BindingFailed("Naskah tidak dapat dibaca kembali. Coba susun lagi.")
    return [int(pages) for pages in told["pages"]]


def clean_copy(file: Path, out: Path, look: Look) -> int | None:
    """A copy of a foreign PDF, showing the same and doing nothing, with its number of pages.

    None when it cannot be read as a PDF: broken, locked by a password, or too much.
    """
    told = _ask({"do": "clean", "file": str(file), "out": str(out)}, look)
    return int(told["pages"]) if told else None


def bind(binding: Binding, parts: Sequence[BoundPart], out: Path, look: Look) -> None:
    """Write all parts into one file, in their order, with running numbers and bookmarks."""
    order = {
        "do": "bind",
        "title": binding.title,
        "author": binding.author,
        "foot": binding.foot,
        "made": _pdf_date(binding.made_at),
        "fonts": str(FONTS),
        "parts": [{"file": str(p.file), "title": p.title, "group": p.group} for p in parts],
        "out": str(out),
    }
    if _ask(order, look) is None:
        raise BindingFailed(
            "Naskah-naskah tidak dapat digabungkan menjadi satu berkas. Coba susun lagi; bila "
            "berulang, periksa lampiran PDF pada perkaranya."
        )


def _ask(order: dict[str, Any], look: Look) -> dict[str, Any] | None:
    """The child's answer; None when it failed or took too long.

    ``look`` is called while it works; when that raises, the child ends with it.
    """
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    deadline = time.monotonic() + TIMEOUT_SECONDS
    with subprocess.Popen(  # noqa: S603 - our own file, by its own path
        [sys.executable, "-P", str(BINDER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as child:
        try:
            said: bytes | None = json.dumps(order).encode()
            while True:
                look()
                try:
                    told, _errors = child.communicate(said, timeout=LOOK_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    said = None
                if time.monotonic() > deadline:
                    child.kill()
        except BaseException:
            child.kill()
            raise
    return json.loads(told) if child.returncode == 0 else None


def _pdf_date(at: datetime) -> str:
    offset = at.strftime("%z")
    return f"D:{at:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'"
