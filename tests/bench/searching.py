"""Search and list, beside the bare SQL on the same file in the same run."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from ppid import clock, create_app
from ppid.db import PRAGMAS, database, sqlite3
from ppid.register.list_filters import FacetKey, ListFilters
from ppid.register.list_queries import list_entries
from ppid.register.search import Reading
from ppid.register.search.finding import RANKED_UP_TO, _group, _kept, _mend, find_anew
from ppid.register.search.sqlite_engine import expression
from ppid.register.search.terms import read_clauses
from ppid.settings import Settings
from tests.bench.timing import gather, side_by_side, table
from tests.bench.wording import DEEDS, THINGS

ROUNDS = 5
TEXTS = 24
BEST = (
    "SELECT rowid FROM entry_search WHERE entry_search MATCH ? "
    "ORDER BY bm25(entry_search, 8.0, 4.0, 2.0, 1.0), rowid DESC LIMIT 25"
)
NEWEST = "SELECT rowid FROM entry_search WHERE entry_search MATCH ? ORDER BY rowid DESC LIMIT 25"
COUNT = "SELECT count(*) FROM entry_search WHERE entry_search MATCH ?"
FILTERED = (
    "FROM entry e JOIN entry_span s ON s.entry_id = e.id AND s.starts_on <= :day "
    "AND s.ends_on > :day WHERE e.withdrawn_at IS NULL AND s.standing = :standing AND EXISTS "
    "(SELECT 1 FROM legal_basis b WHERE b.classification_id = coalesce(s.classification_id, "
    "(SELECT max(c.id) FROM classification c WHERE c.entry_id = e.id "
    "AND c.determination_id IS NULL AND c.withdrawn_at IS NULL)) AND b.ground = :ground)"
)
UNFILTERED = "FROM entry e WHERE e.withdrawn_at IS NULL"
BY_NUMBER = "ORDER BY length(e.number), e.number LIMIT 25"


@dataclass(frozen=True)
class Sample:
    """Questions of one kind; ``bare`` asks SQLite for the same page of 25 and the number of all."""

    name: str
    filters: tuple[ListFilters, ...]
    bare: Callable[[ListFilters], object]


def measure_search(settings: Settings) -> str:
    """The table of times by kind of question."""
    create_app(settings)
    on = clock.today()
    list_entries(ListFilters(), 1, on)
    head = ("Pertanyaan", "temuan", "SQLite p50", "cari p50", "cari p99", "cari ÷ SQLite")
    samples = _samples(_bare_connection(settings))
    rows = [_row(sample) for sample in samples if sample.filters]
    database.close()
    return table((*head, "daftar p50", "daftar p99"), rows)


def _row(sample: Sample) -> tuple[str, ...]:
    bare, ours, whole = [], [], []
    on = clock.today()
    searched = all(filters.text for filters in sample.filters)
    for filters in sample.filters:
        listing = partial(_list_anew, filters, on)
        search = partial(find_anew, filters.text) if searched else listing
        times = side_by_side((partial(sample.bare, filters), search, listing), ROUNDS)
        bare += times[0]
        ours += times[1]
        whole += times[2]
    totals = sorted(list_entries(filters, 1, on).total for filters in sample.filters)
    theirs, own, listed = gather(bare), gather(ours), gather(whole)
    return (
        sample.name,
        f"{totals[len(totals) // 2]:,}".replace(",", "."),
        *(_ms(value) for value in (theirs.p50, own.p50, own.p99)),
        f"{own.p50 / theirs.p50:.1f}".replace(".", ","),
        *(_ms(value) for value in (listed.p50, listed.p99)),
    )


def _list_anew(filters: ListFilters, on: date) -> object:
    """The list for a text that nobody has asked for before."""
    _kept.clear()
    return list_entries(filters, 1, on)


def _ms(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _bare_connection(settings: Settings) -> Any:
    connection = sqlite3.connect(settings.database_path)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def _samples(bare: Any) -> Iterator[Sample]:
    chance = random.Random(7)  # noqa: S311 - questions, no secrets
    counted = _counted_words(bare, chance)
    words = {
        "kata jarang": [word for word, count in counted if count <= 20],
        "kata sedang": [word for word, count in counted if 300 <= count <= RANKED_UP_TO],
        "kata umum": [word for word, count in counted if count > RANKED_UP_TO],
    }
    for name, texts in words.items():
        yield _searched(name, texts, bare)
    pairs = [f"{chance.choice(DEEDS)} {chance.choice(THINGS)}" for _each in range(TEXTS)]
    yield _searched("dua kata", pairs, bare)
    phrases = [f'"{thing}"' for thing in THINGS if " " in thing]
    yield _searched("frasa", phrases, bare)
    yield _searched("awal kata", [word[:-2] for word in words["kata sedang"]], bare)
    yield _searched("salah ketik", [_slip(word) for word in words["kata sedang"]], bare)
    narrowed = ((FacetKey.GROUND, "h"), (FacetKey.STANDING, "dikecualikan"))
    texts = words["kata umum"]
    yield Sample(
        "kata umum + huruf + keadaan",
        tuple(ListFilters(text=text, chosen=narrowed) for text in texts),
        partial(_bare_narrowed_search, bare),
    )
    yield Sample(
        "huruf + keadaan, tanpa kata", (ListFilters(chosen=narrowed),) * 8, partial(_filtered, bare)
    )
    yield Sample("seluruh register", (ListFilters(),) * 8, partial(_whole, bare))


def _searched(name: str, texts: list[str], bare: Any) -> Sample:
    some = tuple(ListFilters(text=text) for text in dict.fromkeys(texts[:TEXTS]))
    return Sample(name, some, partial(_bare_search, bare))


def _counted_words(bare: Any, chance: random.Random) -> list[tuple[str, int]]:
    """Words of the register with the number of entries that hold them, in no order."""
    rows = bare.execute("SELECT word FROM search_word WHERE length(word) > 5 ORDER BY id")
    words = [row[0] for row in rows]
    frequent = bare.execute(
        "SELECT word FROM search_word WHERE length(word) > 4 ORDER BY seen DESC LIMIT 200"
    ).fetchall()
    chosen = [*chance.sample(words, min(200, len(words))), *(row[0] for row in frequent)]
    return [(word, bare.execute(COUNT, (_expression(word),)).fetchone()[0]) for word in chosen]


def _slip(word: str) -> str:
    """Two neighbours swapped."""
    middle = len(word) // 2
    return word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]


def _expression(text: str) -> str:
    clauses = read_clauses(text)
    return expression([_group(clause) for clause in clauses])


_wanted: dict[str, str] = {}


def _expression_once(text: str) -> str:
    """What the bare query matches: as the program reads the text, mended where it mends."""
    if text not in _wanted:
        mended = find_anew(text).reading is Reading.CORRECTED and _mend(read_clauses(text))
        clauses = mended or read_clauses(text)
        _wanted[text] = expression([_group(clause) for clause in clauses])
    return _wanted[text]


def _bare_search(bare: Any, filters: ListFilters) -> object:
    wanted = (_expression_once(filters.text),)
    total = bare.execute(COUNT, wanted).fetchone()[0]
    return bare.execute(BEST if total <= RANKED_UP_TO else NEWEST, wanted).fetchall()


def _bare_narrowed_search(bare: Any, filters: ListFilters) -> object:
    values = {**_values(), "text": _expression_once(filters.text)}
    matching = (
        f"{FILTERED} AND e.id IN (SELECT rowid FROM entry_search WHERE entry_search MATCH :text)"  # noqa: S608 - constants
    )
    page = bare.execute(f"SELECT e.id {matching} ORDER BY e.id DESC LIMIT 25", values).fetchall()
    return page, bare.execute(f"SELECT count(*) {matching}", values).fetchone()


def _filtered(bare: Any, _filters: ListFilters) -> object:
    page = bare.execute(f"SELECT e.id {FILTERED} {BY_NUMBER}", _values()).fetchall()
    return page, bare.execute(f"SELECT count(*) {FILTERED}", _values()).fetchone()


def _whole(bare: Any, _filters: ListFilters) -> object:
    page = bare.execute(f"SELECT e.id {UNFILTERED} {BY_NUMBER}").fetchall()
    return page, bare.execute(f"SELECT count(*) {UNFILTERED}").fetchone()


def _values() -> dict[str, str]:
    return {"day": clock.today().isoformat(), "standing": "dikecualikan", "ground": "h"}
