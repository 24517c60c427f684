"""Everyday words for the register's own: what applicants say, and what the entries call it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import peewee as pw

from ppid import clock
from ppid.accounts.models import User
from ppid.db import BaseModel, JSONField
from ppid.register.search.engine import Phrase
from ppid.register.search.words import stem, words_of

LONGEST = 80
MOST_WORDINGS = 6


class Synonym(BaseModel):
    """An everyday word or phrase, and the register's words for it; a list the office keeps."""

    added_by_id: int | None

    everyday = pw.CharField(max_length=LONGEST, index=True)
    official = JSONField()
    added_at = pw.DateTimeField(default=clock.now)
    added_by = pw.ForeignKeyField(User, null=True, on_delete="RESTRICT")
    withdrawn_at = pw.DateTimeField(null=True)


@dataclass(frozen=True)
class Wording:
    """A text said with the register's words; ``everyday`` is what was replaced by ``official``,
    which stands in the text as a phrase.
    """

    text: str
    everyday: str
    official: str


def list_synonyms() -> list[Synonym]:
    """The synonyms in use, by their everyday words."""
    return list(Synonym.select().where(Synonym.withdrawn_at.is_null()).order_by(Synonym.everyday))


def expand(text: str) -> list[Wording]:
    """The text in other words, nearest first, at most six; empty where no synonym fits.

    A synonym fits where all its words stand in the text one after the other: as they are, and a
    root with whatever affixes ("gaji" in "penggajian", but no "pelapor" in "laporan"). The longest
    goes first.
    """
    said = list(words_of(text))
    if not said:
        return []
    known = sorted(list_synonyms(), key=lambda each: -len(each.everyday))
    return list(islice(_wordings(said, known), MOST_WORDINGS))


def everyday_words() -> dict[str, tuple[Phrase, ...]]:
    """The everyday words that are one word, each with the stems of the register's phrases."""
    return {
        words[0]: tuple(filter(None, map(_stems, synonym.official)))
        for synonym in list_synonyms()
        if len(words := list(words_of(synonym.everyday))) == 1
    }


def _stems(text: str) -> Phrase:
    return tuple(map(stem, words_of(text)))


def _wordings(said: list[str], known: list[Synonym]) -> Iterator[Wording]:
    for synonym in known:
        wanted = list(words_of(synonym.everyday))
        start = _place(said, wanted)
        if start is None:
            continue
        before, after = said[:start], said[start + len(wanted) :]
        for official in synonym.official:
            text = " ".join((*before, _phrase(official), *after))
            yield Wording(text, synonym.everyday, official)


def _phrase(official: str) -> str:
    """In quotes: its words stand one after the other, or it is not what the register calls it."""
    return '"' + " ".join(official.replace('"', " ").split()) + '"'


def _place(said: list[str], wanted: list[str]) -> int | None:
    """Where the wanted words begin in the text; None when they do not stand there."""
    if not wanted:
        return None
    places = range(len(said) - len(wanted) + 1)
    return next((at for at in places if all(map(_fits, said[at:], wanted))), None)


def _fits(word: str, wanted: str) -> bool:
    """Whether it is the word itself, or a form of it where it is a root."""
    return word == wanted or stem(word) == wanted
