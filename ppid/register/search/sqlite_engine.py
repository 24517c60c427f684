"""The index in SQLite: FTS5 over stems, and a trigram index over the vocabulary."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ppid.db import database
from ppid.register.search.engine import Group, IndexText, Phrase
from ppid.register.search.spelling import slips_of, trigrams
from ppid.register.search.words import stem

TABLES = (
    """CREATE TABLE entry_search_text (entry_id INTEGER NOT NULL PRIMARY KEY,
number TEXT NOT NULL, title TEXT NOT NULL, public_title TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE entry_search USING fts5(number, title, public_title, body,
content='entry_search_text', content_rowid='entry_id', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE search_word (id INTEGER NOT NULL PRIMARY KEY, word TEXT NOT NULL UNIQUE,
stem TEXT NOT NULL, seen INTEGER NOT NULL)""",
    "CREATE INDEX search_word_stem ON search_word (stem)",
    """CREATE VIRTUAL TABLE search_word_trigram USING fts5(word, content='', tokenize='trigram')""",
    """CREATE TABLE entry_change (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
entry_id INTEGER NOT NULL)""",
)
PUT_TEXT = "INSERT INTO entry_search_text VALUES (?, ?, ?, ?, ?)"
PUT = "INSERT INTO entry_search (rowid, number, title, public_title, body) VALUES (?, ?, ?, ?, ?)"
FORGET = (
    "INSERT INTO entry_search (entry_search, rowid, number, title, public_title, body) "
    "VALUES ('delete', ?, ?, ?, ?, ?)"
)
CLEAR = (
    "INSERT INTO entry_search (entry_search) VALUES ('delete-all')",
    "INSERT INTO search_word_trigram (search_word_trigram) VALUES ('delete-all')",
    "DELETE FROM entry_search_text",
    "DELETE FROM search_word",
)
WORDS_WITH = "SELECT count(*) FROM search_word_trigram WHERE search_word_trigram MATCH ?"
ALL_TOGETHER = "SELECT json_group_array(rowid) FROM entry_search WHERE entry_search MATCH ?"
COUNT = "SELECT count(*) FROM (SELECT 1 FROM entry_search WHERE entry_search MATCH ? LIMIT ?)"
NUMBERED = "SELECT rowid FROM entry_search WHERE entry_search MATCH ? ORDER BY rowid LIMIT 25"
RANKED = (
    "SELECT rowid FROM entry_search WHERE entry_search MATCH ? "
    "ORDER BY bm25(entry_search, 8.0, 4.0, 2.0, 1.0), rowid DESC"
)
LAST = "\U0010ffff"


def create_tables() -> None:
    """Make the tables of the index as the migrations do."""
    for ddl in TABLES:
        database.execute_sql(ddl)


class SqliteEngine:
    """``Engine`` over FTS5."""

    def put(self, texts: Sequence[IndexText]) -> None:
        """Index these entries anew; those that say what they said are left alone."""
        rows = {text.entry_id: _row(text) for text in texts}
        same = {row[0] for row in _stored(list(rows)) if tuple(row) == rows[row[0]]}
        fresh = {key: row for key, row in rows.items() if key not in same}
        self.remove(list(fresh))
        _run_many(PUT_TEXT, fresh.values())
        _run_many(PUT, fresh.values())
        _learn(text for text in texts if text.entry_id in fresh)

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Forget these entries; FTS5 wants to be told what it forgets."""
        old = _stored(entry_ids)
        _run_many(FORGET, old)
        _run_many("DELETE FROM entry_search_text WHERE entry_id = ?", [row[:1] for row in old])

    def clear(self) -> None:
        """Forget everything."""
        for statement in CLEAR:
            database.execute_sql(statement)

    def settle(self) -> None:
        """Merge the index into one tree."""
        database.execute_sql("INSERT INTO entry_search (entry_search) VALUES ('optimize')")

    def ranked(self, groups: Sequence[Group], most: int) -> list[int] | None:
        """Best first by BM25, title before body; ranking costs by matches, so not beyond most."""
        wanted = expression(groups)
        if _rows(COUNT, wanted, most + 1)[0][0] > most:
            return None
        return [row[0] for row in _rows(RANKED, wanted)]

    def all(self, groups: Sequence[Group]) -> Sequence[int]:
        """Every match, as one text: fetched row by row they take the driver four times as long."""
        ids: list[int] = json.loads(_rows(ALL_TOGETHER, expression(groups))[0][0])
        return ids

    def numbered(self, stems: Phrase) -> list[int]:
        """By the column of numbers alone."""
        wanted = "number : " + _phrase(stems)
        return [row[0] for row in _rows(NUMBERED, wanted)]

    def knows(self, stem: str) -> bool:
        """By the vocabulary, which may remember words that are gone."""
        return bool(_rows("SELECT 1 FROM search_word WHERE stem = ? LIMIT 1", stem))

    def seen(self, word: str) -> int:
        """By the vocabulary."""
        found = _rows("SELECT seen FROM search_word WHERE word = ?", word)
        return int(found[0][0]) if found else 0

    def stems_from(self, start: str, most: int) -> list[str]:
        """By the beginnings of words as written and of their stems."""
        found = _rows(
            "SELECT stem, sum(seen) FROM search_word WHERE (word >= ? AND word < ?) "
            "OR (stem >= ? AND stem < ?) GROUP BY stem ORDER BY 2 DESC, 1 LIMIT ?",
            *(start, start + LAST, start, start + LAST, most),
        )
        return [row[0] for row in found]

    def words_like(self, word: str, most: int) -> list[tuple[str, int]]:
        """By shared groups of three letters, of the word's rarest only.

        A slip touches three groups or so; a word near enough shares one of the others.
        """
        counted = ((_count(f'"{trigram}"'), f'"{trigram}"') for trigram in trigrams(word))
        rarest = sorted(each for each in counted if each[0])[: 3 * slips_of(word) + 1]
        if not rarest:
            return []
        wanted = " OR ".join(trigram for _words, trigram in rarest)
        found = _rows(
            "SELECT word, seen FROM search_word WHERE id IN (SELECT rowid FROM "
            "search_word_trigram WHERE search_word_trigram MATCH ? ORDER BY rank LIMIT ?)",
            *(wanted, most),
        )
        return [(row[0], row[1]) for row in found]


def _count(trigram: str) -> int:
    """How many words of the vocabulary have these three letters."""
    return int(_rows(WORDS_WITH, trigram)[0][0])


def expression(groups: Sequence[Group]) -> str:
    """The groups in the language of FTS5; stems are letters and figures, so quoting is enough."""
    met = " AND ".join(_group(group) for group in groups if not group.excluded)
    out = "".join(f" NOT {_group(group)}" for group in groups if group.excluded)
    return f"({met}){out}"


def _group(group: Group) -> str:
    return "(" + " OR ".join(_phrase(phrase) for phrase in group.phrases) + ")"


def _phrase(stems: Phrase) -> str:
    return '"' + " ".join(stems) + '"'


def _learn(texts: Iterable[IndexText]) -> None:
    """Count the words into the vocabulary; figures are nothing that one misspells."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({*text.title, *text.public_title, *text.body})
    rows = [(word, stem(word), times) for word, times in sorted(seen.items()) if word.isalpha()]
    highest = _rows("SELECT coalesce(max(id), 0) FROM search_word")[0][0]
    _run_many(
        "INSERT INTO search_word (word, stem, seen) VALUES (?, ?, ?) "
        "ON CONFLICT (word) DO UPDATE SET seen = seen + excluded.seen",
        rows,
    )
    fresh = _rows("SELECT id, word FROM search_word WHERE id > ?", highest)
    _run_many(
        "INSERT INTO search_word_trigram (rowid, word) VALUES (?, ?)",
        [(row[0], f"_{row[1]}_") for row in fresh],
    )


def _row(text: IndexText) -> tuple[int, str, str, str, str]:
    number, title, public_title, body = (
        " ".join(map(stem, words))
        for words in (text.number, text.title, text.public_title, text.body)
    )
    return text.entry_id, number, title, public_title, body


def _stored(entry_ids: Sequence[int]) -> list[Any]:
    if not entry_ids:
        return []
    marks = _marks(len(entry_ids))
    return _rows(f"SELECT * FROM entry_search_text WHERE entry_id IN ({marks})", *entry_ids)  # noqa: S608 - only question marks


def _rows(sql: str, *values: object) -> list[Any]:
    return list(database.execute_sql(sql, values).fetchall())


def _run_many(sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
    database.cursor().executemany(sql, list(rows))


def _marks(count: int) -> str:
    return ", ".join("?" * count)
