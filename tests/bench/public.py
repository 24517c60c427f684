"""``python -m tests.bench.public``: the public list and search beside Datasette and Django.

One run, all servers up at once on the same file, asked in turns by the same client. The register
is as deployed: gunicorn, every header, guard, templates, Brotli, filters with their counts.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from ppid import clock, create_app
from ppid.db import database
from ppid.register.search import Reading
from ppid.register.search.finding import RANKED_UP_TO, _group, find_anew
from ppid.register.search.public_indexing import engine
from ppid.register.search.sqlite_engine import expression
from ppid.register.search.terms import read_clauses
from ppid.settings import Settings
from tests.bench.client import Client, Load, hammer
from tests.bench.generating import prepare
from tests.bench.peers import peers_venv, serve_datasette, serve_django
from tests.bench.public_sql import PAGE
from tests.bench.serving import Server, serve
from tests.bench.timing import table
from tests.bench.wording import DEEDS, THINGS

FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"
CLIENTS = 4
QUESTIONS = 500
ADDRESSES = 12_000  # more than are asked for in a run: no page is given twice
NUMBER = re.compile(r"DIK-\d{4,}")
OURS, DATASETTE = "this register", "Datasette"
DJANGO, DJANGO_WHOLE = "Django, rows and total", "Django, the same page"
PAGES = ("list", "the same search", "always another search")


@dataclass(frozen=True)
class Contender:
    """Who serves; ``paths`` holds the addresses of each page."""

    name: str
    server: Server
    paths: Mapping[str, Sequence[str]]


def main() -> None:
    """Serve, ask in turns, print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.public", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    peers_venv()
    settings = prepare(options.folder / str(options.entries), options.entries)
    questions = _questions(settings)
    with ExitStack() as stack:
        contenders = list(_start(stack, settings, questions))
        for page in PAGES:
            _demand_same_rows(contenders, page)
        loads = _in_turns(contenders, options.rounds, options.seconds)
        print(_table(contenders, loads))


def _questions(settings: Settings) -> list[tuple[str, str]]:
    """Texts that find a page or more as typed, each with its expression for FTS5."""
    create_app(settings)
    texts = (f"{deed} {thing}" for step in range(len(THINGS)) for deed, thing in _pairs(step))
    asked = ((text, find_anew(text, engine)) for text in texts)
    good = (
        text
        for text, found in asked
        if found.reading is Reading.AS_TYPED and PAGE <= len(found.ids) <= RANKED_UP_TO
    )
    chosen = [(text, _expression(text)) for text in islice(good, QUESTIONS)]
    database.close()
    return chosen


def _pairs(step: int) -> Iterator[tuple[str, str]]:
    for place, deed in enumerate(DEEDS):
        yield deed, THINGS[(place + step) % len(THINGS)]


def _expression(text: str) -> str:
    return expression([_group(clause, engine) for clause in read_clauses(text)])


def _start(
    stack: ExitStack, settings: Settings, questions: Sequence[tuple[str, str]]
) -> Iterator[Contender]:
    day = clock.today().isoformat()
    folder = Path(stack.enter_context(TemporaryDirectory()))
    typed = [urlencode({"q": text}) for text, _ready in questions]
    ready = [urlencode({"q": wanted, "day": day}) for _text, wanted in questions]
    yield Contender(
        OURS,
        stack.enter_context(serve(settings)),
        _pages(["/dik"], [f"/dik?{each}" for each in typed]),
    )
    searches = [f"/ppid/search?{each}" for each in ready]
    server = stack.enter_context(serve_datasette(settings, folder))
    yield Contender(DATASETTE, server, _pages([f"/ppid/list?day={day}"], searches))
    server = stack.enter_context(serve_django(settings, folder))
    for name, path in ((DJANGO, "/daftar"), (DJANGO_WHOLE, "/lengkap")):
        searches = [f"{path}?{each}" for each in ready]
        yield Contender(name, server, _pages([f"{path}?day={day}"], searches))


def _pages(listed: Sequence[str], searches: Sequence[str]) -> dict[str, Sequence[str]]:
    """The addresses of each page; a number that nobody reads makes the last all differ."""
    turned = zip(range(ADDRESSES), cycle(searches), strict=False)
    always_another = [f"{path}&n={number}" for number, path in turned]
    return dict(zip(PAGES, (listed, searches[:1], always_another), strict=True))


def _demand_same_rows(contenders: Sequence[Contender], page: str) -> None:
    """All show the same entries in the same order, or there is nothing to compare."""
    for place in range(min(10, len(contenders[0].paths[page]))):
        told = [_rows_of(each, each.paths[page][place]) for each in contenders]
        if len(told[0]) != PAGE or any(rows != told[0] for rows in told):
            raise RuntimeError(f"{page} {place}: {told}")


def _rows_of(contender: Contender, path: str) -> list[str]:
    text = Client(contender.server.port).get(path).text
    return list(dict.fromkeys(NUMBER.findall(text)))


def _in_turns(
    contenders: Sequence[Contender], rounds: int, seconds: float
) -> dict[tuple[str, str], list[Load]]:
    loads: dict[tuple[str, str], list[Load]] = defaultdict(list)
    for turn in range(rounds):
        for page in PAGES:
            for each in contenders:
                paths = _from(each.paths[page], turn, rounds)
                load = hammer(each.server.port, "", paths, clients=CLIENTS, seconds=seconds)
                loads[each.name, page].append(load)
    return loads


def _from(paths: Sequence[str], turn: int, rounds: int) -> list[str]:
    """The addresses, begun where no client began before."""
    begin = turn * (len(paths) // CLIENTS // rounds)
    return [*paths[begin:], *paths[:begin]]


def _table(contenders: Sequence[Contender], loads: Mapping[tuple[str, str], Sequence[Load]]) -> str:
    head = ("Page", "served by", "requests/s", "p50 ms", "p99 ms", "bytes sent", "memory MB")
    rows = [_row(each, page, loads[each.name, page]) for page in PAGES for each in contenders]
    return table(head, rows)


def _row(contender: Contender, page: str, loads: Sequence[Load]) -> tuple[str, ...]:
    """Medians over the rounds."""
    size = len(Client(contender.server.port).get(contender.paths[page][0]).body)
    return (
        page,
        contender.name,
        f"{median(load.per_second for load in loads):.0f}",
        f"{median(load.times.p50 for load in loads):.1f}",
        f"{median(load.times.p99 for load in loads):.1f}",
        f"{size:,}",
        f"{contender.server.family_mb:.0f}",
    )


if __name__ == "__main__":
    main()
