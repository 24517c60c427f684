"""From entries to the index: which words of an entry can be searched."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, cast

import peewee as pw

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.models import Classification, Entry, LegalBasis
from ppid.register.search.changes import note_changes
from ppid.register.search.engine import Engine, IndexText
from ppid.register.search.sqlite_engine import SqliteEngine
from ppid.register.search.words import words_of

BATCH = 500
KIP = "uu-14-2008"
_LETTER_AND_FIGURE = re.compile(r"huruf ([a-z])(?: angka (\d+))?")

engine: Engine = SqliteEngine()


def index_entries(entry_ids: Sequence[int]) -> None:
    """Index these entries anew, inside the transaction that changed them; withdrawn ones go."""
    for start in range(0, len(entry_ids), BATCH):
        batch = list(entry_ids[start : start + BATCH])
        texts = list(_texts(batch))
        engine.put(texts)
        engine.remove(sorted(set(batch) - {text.entry_id for text in texts}))
        note_changes(batch)


def remove_entries(entry_ids: Sequence[int]) -> None:
    """Forget these entries."""
    engine.remove(entry_ids)
    note_changes(entry_ids)


def rebuild() -> int:
    """Make the whole index and its vocabulary anew; returns the number of entries."""
    every = [row.id for row in Entry.select(Entry.id).order_by(Entry.id)]
    with database.atomic():
        engine.clear()
        index_entries(every)
    with database.atomic():
        engine.settle()
    return len(every)


def _texts(entry_ids: Sequence[int]) -> Iterator[IndexText]:
    cited = _citations(entry_ids)
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


def _citations(entry_ids: Sequence[int]) -> dict[int, set[str]]:
    """What each entry rests on, in the short forms by which it is looked for."""
    rows = (
        LegalBasis.select(
            *(Classification.entry, LegalBasis.citation, Provision.cite),
            *(Regulation.code, Regulation.kind, Regulation.number, Regulation.year),
            Regulation.title,
        )
        .join(Classification)
        .switch(LegalBasis)
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(Classification.entry.in_(entry_ids), Classification.withdrawn_at.is_null())
    )
    found: dict[int, set[str]] = defaultdict(set)
    for entry_id, citation, cite, code, kind, number, year, title in cast("Any", rows.tuples()):
        if cite is None:
            found[entry_id].add(citation)
            continue
        named = "" if code == KIP else title
        found[entry_id].add(f"{kind} {number}/{year} {cite} {_short(cite)} {named}")
    return found


def _short(cite: str) -> str:
    """``h 4``, as ``h.4`` is read when it is looked for."""
    parts = _LETTER_AND_FIGURE.search(cite)
    return " ".join(filter(None, parts.groups())) if parts else ""
