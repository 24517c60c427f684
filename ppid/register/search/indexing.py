"""From entries to the index: which words of an entry can be searched."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.register.models import Entry
from ppid.register.search import public_indexing
from ppid.register.search.changes import note_changes
from ppid.register.search.citations import citations_of
from ppid.register.search.engine import Engine, IndexText
from ppid.register.search.rules import note_rules, rules_now, rules_of_index
from ppid.register.search.sqlite_engine import ENTRIES, SqliteEngine
from ppid.register.search.words import words_of

BATCH = 500

engine: Engine = SqliteEngine(ENTRIES)


def index_entries(entry_ids: Sequence[int]) -> None:
    """Index these entries anew, inside the transaction that changed them; withdrawn ones go."""
    for start in range(0, len(entry_ids), BATCH):
        batch = list(entry_ids[start : start + BATCH])
        texts = list(_texts(batch))
        engine.put(texts)
        engine.remove(sorted(set(batch) - {text.entry_id for text in texts}))
        public_indexing.index_entries(batch)
        note_changes(batch)


def remove_entries(entry_ids: Sequence[int]) -> None:
    """Forget these entries."""
    engine.remove(entry_ids)
    public_indexing.engine.remove(entry_ids)
    note_changes(entry_ids)


def rebuild() -> int:
    """Make the whole index and its vocabulary anew; returns the number of entries."""
    every = [row.id for row in Entry.select(Entry.id).order_by(Entry.id)]
    with database.atomic():
        engine.clear()
        public_indexing.engine.clear()
        index_entries(every)
        note_rules()
    with database.atomic():
        engine.settle()
        public_indexing.engine.settle()
    return len(every)


def catch_up() -> int:
    """Make the index anew where it was made by other rules of words; returns how many entries."""
    return 0 if rules_of_index() == rules_now() else rebuild()


def _texts(entry_ids: Sequence[int]) -> Iterator[IndexText]:
    cited = citations_of(entry_ids)
    rows = (
        Entry.select(
            *(Entry.id, Entry.number, Entry.title, Entry.public_title),
            *(Entry.summary, Entry.keywords, Entry.given_instead, Unit.name, Unit.short_name),
        )
        .join(Unit)
        .where(Entry.id.in_(entry_ids), Entry.withdrawn_at.is_null())
    )
    for entry_id, number, title, public_title, *rest in cast("Any", rows.tuples()):
        yield IndexText(
            entry_id=entry_id,
            number=tuple(words_of(number)),
            title=tuple(words_of(title)),
            public_title=tuple(words_of(public_title)),
            body=tuple(words_of("\n".join([*rest, *sorted(cited[entry_id])]))),
        )
