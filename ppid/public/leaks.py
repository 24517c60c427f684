"""Words that may give away what is internal: told to the officer before the wording is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from ppid.cases.models import Attachment, Case, CaseEntry
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.search.engine import Group
from ppid.register.search.indexing import engine as internal
from ppid.register.search.public_indexing import engine as published
from ppid.register.search.words import STOP_WORDS, WORD, fold, stem, words_of

USUAL = 3


def list_leaks(entry: Entry, texts: PublicTexts) -> list[str]:
    """Unusual words of the wording that stand in the internal title, summary, keywords, places or
    in the names of attachments; as they are written, each once.

    A word is usual when three entries use it, or three published wordings do.
    """
    inside = _stems((*_internal_texts(entry), *_attachment_names(entry.id)))
    told = "\n".join(asdict(texts).values())
    written = (found.group() for found in WORD.finditer(told))
    return list(dict.fromkeys(word for word in written if _gives_away(fold(word), inside)))


def _gives_away(word: str, inside: frozenset[str]) -> bool:
    if word in STOP_WORDS or stem(word) not in inside:
        return False
    if any(letter.isdigit() for letter in word):
        return True
    asked = [Group(((stem(word),),))]
    return not any(engine.ranked(asked, USUAL - 1) is None for engine in (internal, published))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in words_of(text))


def _internal_texts(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.summary, entry.keywords)
    yield from (entry.responsible, entry.storage_place)


def _attachment_names(entry_id: int) -> list[str]:
    rows = (
        Attachment.select(Attachment.file_name)
        .join(Case)
        .join(CaseEntry)
        .where(CaseEntry.entry == entry_id)
    )
    return [row.file_name for row in rows]
