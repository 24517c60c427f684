"""Long prints have a renderer of their own, and end when nobody wants them any more."""

import threading
import time
from typing import Any

import pytest
from flask import Flask

from ppid.papers import long_work
from ppid.papers.parts import PageSize
from ppid.papers.renderer import render_pdf
from tests.papers.samples import ISSUED

PAGE = "<html lang='id'><head><title>x</title></head><body><p>Isi</p></body></html>"


class Unwanted(Exception):  # noqa: N818 - what a look raises when the work is called off
    """Somebody called the work off."""


@pytest.fixture(autouse=True)
def _closed() -> Any:
    yield
    long_work.close_renderer()


def print_long(samples: Any, look: Any) -> bytes:
    paper = samples.dik(400)
    return long_work.print_at_length(paper, size=PageSize.A4, made_at=ISSUED, look=look)


def test_a_short_print_is_answered_while_a_long_one_is_made(app: Flask, samples: Any) -> None:
    looked, done = threading.Event(), threading.Event()

    def work() -> None:
        with app.app_context():
            print_long(samples, looked.set)
        done.set()

    beside = threading.Thread(target=work)
    beside.start()
    assert looked.wait(20)
    short = render_pdf(PAGE, title="Pendek", author="Badan", issued_at=ISSUED)
    still_at_it = not done.is_set()
    beside.join(60)

    assert short.startswith(b"%PDF")
    assert still_at_it
    assert done.is_set()


def test_a_print_that_is_called_off_ends_at_once(app: Flask, samples: Any) -> None:
    looks = []

    def look() -> None:
        looks.append(time.monotonic())
        if len(looks) == 2:
            raise Unwanted

    with pytest.raises(Unwanted):
        print_long(samples, look)

    assert time.monotonic() - looks[-1] < 1
    assert long_work.print_at_length(
        samples.dik(3), size=PageSize.A4, made_at=ISSUED, look=lambda: None
    ).startswith(b"%PDF")


def test_the_renderer_of_long_work_is_given_back(app: Flask, samples: Any) -> None:
    long_work.print_at_length(samples.dik(3), size=PageSize.A4, made_at=ISSUED, look=lambda: None)
    assert long_work.renderer.child_pid is not None

    long_work.close_renderer()

    assert long_work.renderer.child_pid is None
