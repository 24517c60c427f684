"""Works of a test's own, in the real program."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from ppid.errors import Refused
from ppid.jobs.progress import Progress
from ppid.jobs.works import Result, add_work


class Works:
    """Works that count, wait, refuse or break, and what they did."""

    def __init__(self) -> None:
        self.began: list[Any] = []
        self.ended: list[Any] = []
        self.go_on = threading.Event()
        self.is_on = threading.Event()

    def count(self, order: dict[str, Any], progress: Progress) -> Result:
        self.began.append(order["name"])
        for done in range(3):
            progress.step(done, 3, f"Bagian {done + 1} dari 3")
            self.is_on.set()
        self.ended.append(order["name"])
        return Result(f"{order['name']}.txt", "text/plain", order["name"].encode())

    def wait(self, order: dict[str, Any], progress: Progress) -> Result:
        self.began.append(order["name"])
        progress.step(1, 4, "Bagian 2 dari 4")
        self.is_on.set()
        assert self.go_on.wait(20)
        progress.step(2, 4, "Bagian 3 dari 4")
        self.ended.append(order["name"])
        return Result("hasil.txt", "text/plain", b"hasil")

    def refuse(self, _order: dict[str, Any], _progress: Progress) -> None:
        raise Refused("Tidak ada yang dapat disusun. Pilih tanggal lain.")

    def break_down(self, _order: dict[str, Any], _progress: Progress) -> None:
        raise ValueError("a fault of the program")


@pytest.fixture
def works(app: Flask) -> Works:
    made = Works()
    add_work(app, "hitung", "Menghitung", made.count)
    add_work(app, "tunggu", "Menunggu", made.wait)
    add_work(app, "tolak", "Menolak", made.refuse)
    add_work(app, "rusak", "Rusak", made.break_down)
    return made


@pytest.fixture
def beside(works: Works) -> Iterator[Callable[[Callable[[], Any]], threading.Thread]]:
    """Do something in a thread of its own, and see to it that it ends."""
    threads: list[threading.Thread] = []

    def begin(do: Callable[[], Any]) -> threading.Thread:
        threads.append(threading.Thread(target=do, daemon=True))
        threads[-1].start()
        return threads[-1]

    yield begin
    works.go_on.set()
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
