"""Fifty at once on a real file: numbers 1 to n, with no hole, none twice, none lost."""

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.db import connect_database, database
from ppid.errors import Refused
from ppid.office.models import NumberSeries, TakenNumber
from ppid.office.number_queries import check_numbers
from ppid.office.numbering import take_paper_number
from ppid.register.acts import DeterminationDraft
from ppid.register.content import ClassificationDraft
from ppid.register.issuing import issue_determination
from ppid.register.models import Determination, Entry
from ppid.settings import Settings

CLERK = CommandLine()
DAY = date(2025, 1, 18)
WRITERS = 50
PAPERS = 3


def write_papers(count: int) -> list[str]:
    """Papers of one writer, each after one that was refused at the last moment."""
    taken = []
    for _ in range(count):
        with suppress(Refused), database.atomic():
            take_paper_number("nota-dinas", DAY)
            raise Refused("Tidak jadi.")
        with database.atomic():
            taken.append(take_paper_number("nota-dinas", DAY))
    return taken


def write_alone(path: Path, issue: Callable[[], Determination], answers: Path) -> None:
    """One process: its own connection, a determination, its papers; what it got goes to a file."""
    connect_database(path)
    issued = issue()
    lines = [issued.number_text, *write_papers(PAPERS)]
    answers.write_text("\n".join(lines), encoding="utf-8")
    database.close()


def running(texts: Sequence[str]) -> list[int]:
    return sorted(int(text.partition("/")[0]) for text in texts)


@pytest.fixture
def issues(
    make_entry: Callable[..., Entry],
    make_draft: Callable[..., ClassificationDraft],
    make_act: Callable[..., DeterminationDraft],
) -> list[Callable[[], Determination]]:
    """A determination for each writer, ready to be issued."""
    draft, act = make_draft(), make_act(determined_on=DAY, effective_on=DAY)

    def ready(entry: Entry) -> Callable[[], Determination]:
        return lambda: issue_determination(CLERK, act=act, items={entry.id: draft})

    return [ready(make_entry(f"Berkas perkara contoh nomor {n}")) for n in range(WRITERS)]


def test_fifty_processes_take_each_number_once(
    settings: Settings, tmp_path: Path, issues: list[Callable[[], Determination]]
) -> None:
    database.close()
    fork = multiprocessing.get_context("fork")
    answers = [tmp_path / f"answer-{n}" for n in range(WRITERS)]
    writers = [
        fork.Process(target=write_alone, args=(settings.database_path, issue, answer))
        for issue, answer in zip(issues, answers, strict=True)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    connect_database(settings.database_path)

    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    got = [answer.read_text(encoding="utf-8").splitlines() for answer in answers]
    assert running([lines[0] for lines in got]) == list(range(1, WRITERS + 1))
    notes = running([text for lines in got for text in lines[1:]])
    assert notes == list(range(1, WRITERS * PAPERS + 1))
    assert_nothing_is_lost({"penetapan": WRITERS, "nota-dinas": WRITERS * PAPERS})
    assert Determination.select().count() == WRITERS


def test_fifty_threads_take_each_number_once(app: Flask) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        taken = [text for texts in pool.map(write_papers, [PAPERS] * WRITERS) for text in texts]

    assert running(taken) == list(range(1, WRITERS * PAPERS + 1))
    assert_nothing_is_lost({"nota-dinas": WRITERS * PAPERS})


def assert_nothing_is_lost(counts: dict[str, int]) -> None:
    """The table of numbers, the heads of the series and the check agree."""
    for kind, count in counts.items():
        rows = TakenNumber.select().where(TakenNumber.kind == kind, TakenNumber.year == DAY.year)
        assert sorted(row.number for row in rows) == list(range(1, count + 1))
        head = NumberSeries.get(NumberSeries.kind == kind, NumberSeries.year == DAY.year)
        assert head.last_number == count
    assert check_numbers() == []
