"""Keeping the list of everyday words."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ppid import clock
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.register.search.synonyms import Synonym
from ppid.register.search.words import stem, words_of

SHIPPED = Path(__file__).with_name("synonyms.json")
MOST_OFFICIAL = 12


def add_synonym(actor: Actor, *, everyday: str, official: Sequence[str]) -> Synonym:
    """Say what the register calls an everyday word."""
    with database.atomic():
        _check(everyday, official)
        row = Synonym.create(everyday=everyday, official=list(official), added_by=actor.id)
        _record(actor, row, "Menambah sinonim", [], list(official))
    return row


def change_synonym(
    actor: Actor, *, synonym_id: int, everyday: str, official: Sequence[str]
) -> None:
    """Change a line: the old one is withdrawn, the new one takes its place."""
    with database.atomic():
        row = _in_use(synonym_id)
        _check(everyday, official, besides=row.id)
        if (row.everyday, row.official) == (everyday, list(official)):
            return
        _withdraw(row)
        fresh = Synonym.create(everyday=everyday, official=list(official), added_by=actor.id)
        _record(actor, fresh, "Mengubah sinonim", row.official, list(official))


def withdraw_synonym(actor: Actor, *, synonym_id: int) -> None:
    """Use a line no longer."""
    with database.atomic():
        row = _in_use(synonym_id)
        _withdraw(row)
        _record(actor, row, "Mencabut sinonim", row.official, [])


def load_shipped(actor: Actor) -> int:
    """Take over the list that the program ships, where the office has none yet; how many lines."""
    if Synonym.select().exists():
        return 0
    told = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return load_synonyms(actor, ((str(key), list(words)) for key, words in told.items()))


def load_synonyms(actor: Actor, lines: Iterable[tuple[str, Sequence[str]]]) -> int:
    """Take over a list; everyday words that are known already stay as they are."""
    with database.atomic():
        known = {_key(row.everyday) for row in _all_in_use()}
        fresh = [(everyday, words) for everyday, words in lines if _key(everyday) not in known]
        for everyday, words in fresh:
            Synonym.create(everyday=everyday, official=list(words), added_by=actor.id)
        if fresh:
            summary = f"Memuat {len(fresh)} sinonim"
            record(actor, "load-synonyms", summary, subjects=[Subject("synonym", 0, "Sinonim")])
    return len(fresh)


def _check(everyday: str, official: Sequence[str], besides: int | None = None) -> None:
    if not _key(everyday):
        raise Refused("Isi kata yang biasa dipakai pemohon, misalnya “gaji”.", "everyday")
    if not any(_key(word) for word in official):
        raise Refused("Isi sedikitnya satu kata yang dipakai register.", "official")
    if len(official) > MOST_OFFICIAL:
        raise Refused(f"Paling banyak {MOST_OFFICIAL} baris.", "official")
    for row in _all_in_use():
        if row.id != besides and _key(row.everyday) == _key(everyday):
            raise Refused(f"“{row.everyday}” sudah ada dalam daftar; ubah baris itu.", "everyday")


def _all_in_use() -> list[Synonym]:
    return list(Synonym.select().where(Synonym.withdrawn_at.is_null()))


def _in_use(synonym_id: int) -> Synonym:
    row: Synonym | None = Synonym.get_or_none(
        Synonym.id == synonym_id, Synonym.withdrawn_at.is_null()
    )
    if row is None:
        raise Refused("Sinonim ini tidak ada atau sudah dicabut.")
    return row


def _withdraw(row: Synonym) -> None:
    Synonym.update(withdrawn_at=clock.now()).where(Synonym.id == row.id).execute()


def _key(text: str) -> tuple[str, ...]:
    """The words by which two everyday words are the same."""
    return tuple(stem(word) for word in words_of(text))


def _record(
    actor: Actor, row: Synonym, summary: str, before: Sequence[str], after: Sequence[str]
) -> None:
    record(
        actor,
        "change-synonym",
        f"{summary}: {row.everyday}",
        subjects=[Subject("synonym", row.id, row.everyday)],
        changes=diff({"synonym_words": "; ".join(before)}, {"synonym_words": "; ".join(after)}),
    )
