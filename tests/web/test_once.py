"""What one page asks for again and again is read once, and never kept beyond it."""

from flask import Flask

from ppid.web.once import read_afresh, read_once


def counter() -> tuple[list[int], object]:
    calls: list[int] = []

    def read() -> int:
        calls.append(1)
        return len(calls)

    return calls, read


def test_a_page_reads_it_once(app: Flask) -> None:
    calls, read = counter()

    with app.test_request_context("/"):
        assert [read_once("x", read) for _ in range(3)] == [1, 1, 1]

    assert len(calls) == 1


def test_the_next_page_reads_it_anew(app: Flask) -> None:
    calls, read = counter()

    with app.app_context():
        for _ in range(2):
            with app.test_request_context("/"):
                read_once("x", read)

    assert len(calls) == 2


def test_a_request_that_writes_always_reads_afresh(app: Flask) -> None:
    calls, read = counter()

    with app.test_request_context("/", method="POST"):
        assert [read_once("x", read) for _ in range(2)] == [1, 2]

    assert len(calls) == 2


def test_outside_requests_nothing_is_kept(app: Flask) -> None:
    _calls, read = counter()

    with app.app_context():
        assert [read_once("x", read) for _ in range(2)] == [1, 2]


def test_what_was_written_since_is_read_again(app: Flask) -> None:
    told = iter([1, 2])
    with app.test_request_context():
        before = read_once("number", lambda: next(told))
        read_afresh()
        after = read_once("number", lambda: next(told))

    assert (before, after) == (1, 2)
