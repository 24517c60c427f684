"""The index in SQLite: FTS5 over stems, and a trigram index over the vocabulary."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ppid.db import database
from ppid.register.search.engine import Group, IndexText, Phrase
from ppid.register.search.spelling import slips_of, trigrams
from ppid.register.search.words import stem


@dataclass(frozen=True)
class Tables:
    """The tables of one index: of what it indexed, of its words, of their groups of letters."""

    index: str
    texts: str
    words: str
    trigrams: str

    def named_in(self, statement: str) -> str:
        """The statement about these tables."""
        return statement.format_map(asdict(self))


ENTRIES = Tables("entry_search", "entry_search_text", "search_word", "search_word_trigram")
PUBLIC = Tables(
    *("public_search", "public_search_text"), *("public_search_word", "public_search_word_trigram")
)
DDL = (
    """CREATE TABLE {texts} (entry_id INTEGER NOT NULL PRIMARY KEY,
number TEXT NOT NULL, title TEXT NOT NULL, public_title TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE {index} USING fts5(number, title, public_title, body,
content='{texts}', content_rowid='entry_id', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TABLE {words} (id INTEGER NOT NULL PRIMARY KEY, word TEXT NOT NULL UNIQUE,
stem TEXT NOT NULL, seen INTEGER NOT NULL)""",
    "CREATE INDEX {words}_stem ON {words} (stem)",
    """CREATE VIRTUAL TABLE {trigrams} USING fts5(word, content='', tokenize='trigram')""",
)
CHANGES = """CREATE TABLE entry_change (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
entry_id INTEGER NOT NULL)"""
PUT_TEXT = "INSERT INTO {texts} VALUES (?, ?, ?, ?, ?)"
PUT = "INSERT INTO {index} (rowid, number, title, public_title, body) VALUES (?, ?, ?, ?, ?)"
FORGET = (
    "INSERT INTO {index} ({index}, rowid, number, title, public_title, body) "
    "VALUES ('delete', ?, ?, ?, ?, ?)"
)
FORGET_TEXT = "DELETE FROM {texts} WHERE entry_id = ?"
CLEAR = (
    "INSERT INTO {index} ({index}) VALUES ('delete-all')",
    "INSERT INTO {trigrams} ({trigrams}) VALUES ('delete-all')",
    "DELETE FROM {texts}",
    "DELETE FROM {words}",
)
SETTLE = "INSERT INTO {index} ({index}) VALUES ('optimize')"
STORED = "SELECT * FROM {texts} WHERE entry_id IN (SELECT value FROM json_each(?))"
WORDS_WITH = "SELECT count(*) FROM {trigrams} WHERE {trigrams} MATCH ?"
ALL_TOGETHER = "SELECT json_group_array(rowid) FROM {index} WHERE {index} MATCH ?"
COUNT = "SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT ?)"
NUMBERED = "SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid LIMIT 25"
RANKED = (
    "SELECT rowid FROM {index} WHERE {index} MATCH ? "
    "ORDER BY bm25({index}, 8.0, 4.0, 2.0, 1.0), rowid DESC"
)
KNOWS = "SELECT 1 FROM {words} WHERE stem = ? LIMIT 1"
SEEN = "SELECT seen FROM {words} WHERE word = ?"
STEMS_FROM = (
    "SELECT stem, sum(seen) FROM {words} WHERE (word >= ? AND word < ?) "
    "OR (stem >= ? AND stem < ?) GROUP BY stem ORDER BY 2 DESC, 1 LIMIT ?"
)
WORDS_LIKE = (
    "SELECT word, seen FROM {words} WHERE id IN (SELECT rowid FROM "
    "{trigrams} WHERE {trigrams} MATCH ? ORDER BY rank LIMIT ?)"
)
LEARN = (
    "INSERT INTO {words} (word, stem, seen) VALUES (?, ?, ?) "
    "ON CONFLICT (word) DO UPDATE SET seen = seen + excluded.seen"
)
HIGHEST_WORD = "SELECT coalesce(max(id), 0) FROM {words}"
FRESH_WORDS = "SELECT id, word FROM {words} WHERE id > ?"
PUT_TRIGRAMS = "INSERT INTO {trigrams} (rowid, word) VALUES (?, ?)"
LAST = "\U0010ffff"


def create_tables() -> None:
    """Make the tables of both indexes as the migrations do."""
    for tables in (ENTRIES, PUBLIC):
        for ddl in DDL:
            database.execute_sql(tables.named_in(ddl))
    database.execute_sql(CHANGES)


class SqliteEngine:
    """``Engine`` over FTS5, in the tables that it is given."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, texts: Sequence[IndexText]) -> None:
        """Index these entries anew; those that say what they said are left alone."""
        rows = {text.entry_id: _row(text) for text in texts}
        same = {row[0] for row in self._stored(list(rows)) if tuple(row) == rows[row[0]]}
        fresh = {key: row for key, row in rows.items() if key not in same}
        self.remove(list(fresh))
        self._run_many(PUT_TEXT, fresh.values())
        self._run_many(PUT, fresh.values())
        self._learn(text for text in texts if text.entry_id in fresh)

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Forget these entries; FTS5 wants to be told what it forgets."""
        old = self._stored(entry_ids)
        self._run_many(FORGET, old)
        self._run_many(FORGET_TEXT, [row[:1] for row in old])

    def clear(self) -> None:
        """Forget everything."""
        for statement in CLEAR:
            database.execute_sql(self._tables.named_in(statement))

    def settle(self) -> None:
        """Merge the index into one tree."""
        database.execute_sql(self._tables.named_in(SETTLE))

    def ranked(self, groups: Sequence[Group], most: int) -> list[int] | None:
        """Best first by BM25, title before body; ranking costs by matches, so not beyond most."""
        wanted = expression(groups)
        if self._rows(COUNT, wanted, most + 1)[0][0] > most:
            return None
        return [row[0] for row in self._rows(RANKED, wanted)]

    def all(self, groups: Sequence[Group]) -> Sequence[int]:
        """Every match, as one text: fetched row by row they take the driver four times as long."""
        ids: list[int] = json.loads(self._rows(ALL_TOGETHER, expression(groups))[0][0])
        return ids

    def numbered(self, stems: Phrase) -> list[int]:
        """By the column of numbers alone."""
        wanted = "number : " + _phrase(stems)
        return [row[0] for row in self._rows(NUMBERED, wanted)]

    def knows(self, stem: str) -> bool:
        """By the vocabulary, which may remember words that are gone."""
        return bool(self._rows(KNOWS, stem))

    def seen(self, word: str) -> int:
        """By the vocabulary."""
        found = self._rows(SEEN, word)
        return int(found[0][0]) if found else 0

    def stems_from(self, start: str, most: int) -> list[str]:
        """By the beginnings of words as written and of their stems."""
        found = self._rows(STEMS_FROM, start, start + LAST, start, start + LAST, most)
        return [row[0] for row in found]

    def words_like(self, word: str, most: int) -> list[tuple[str, int]]:
        """By shared groups of three letters, of the word's rarest only.

        A slip touches three groups or so; a word near enough shares one of the others.
        """
        quoted = (f'"{trigram}"' for trigram in trigrams(word))
        counted = ((int(self._rows(WORDS_WITH, each)[0][0]), each) for each in quoted)
        rarest = sorted(each for each in counted if each[0])[: 3 * slips_of(word) + 1]
        if not rarest:
            return []
        wanted = " OR ".join(trigram for _words, trigram in rarest)
        return [(row[0], row[1]) for row in self._rows(WORDS_LIKE, wanted, most)]

    def _learn(self, texts: Iterable[IndexText]) -> None:
        """Count the words into the vocabulary; figures are nothing that one misspells."""
        seen: Counter[str] = Counter()
        for text in texts:
            seen.update({*text.title, *text.public_title, *text.body})
        rows = [(word, stem(word), times) for word, times in sorted(seen.items()) if word.isalpha()]
        highest = self._rows(HIGHEST_WORD)[0][0]
        self._run_many(LEARN, rows)
        fresh = self._rows(FRESH_WORDS, highest)
        self._run_many(PUT_TRIGRAMS, [(row[0], f"_{row[1]}_") for row in fresh])

    def _stored(self, entry_ids: Sequence[int]) -> list[Any]:
        return self._rows(STORED, json.dumps(list(entry_ids))) if entry_ids else []

    def _rows(self, statement: str, *values: object) -> list[Any]:
        sql = self._tables.named_in(statement)
        return list(database.execute_sql(sql, values).fetchall())

    def _run_many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        database.cursor().executemany(self._tables.named_in(statement), list(rows))


def expression(groups: Sequence[Group]) -> str:
    """The groups in the language of FTS5; stems are letters and figures, so quoting is enough."""
    met = " AND ".join(_group(group) for group in groups if not group.excluded)
    out = "".join(f" NOT {_group(group)}" for group in groups if group.excluded)
    return f"({met}){out}"


def _group(group: Group) -> str:
    return "(" + " OR ".join(_phrase(phrase) for phrase in group.phrases) + ")"


def _phrase(stems: Phrase) -> str:
    return '"' + " ".join(stems) + '"'


def _row(text: IndexText) -> tuple[int, str, str, str, str]:
    number, title, public_title, body = (
        " ".join(map(stem, words))
        for words in (text.number, text.title, text.public_title, text.body)
    )
    return text.entry_id, number, title, public_title, body
