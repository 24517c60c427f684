"""Entries of one unit that say nearly the same: compared by the words of their titles."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, cast

from ppid.register.models import Entry

LIKENESS = 0.8
_WORD = re.compile(r"\w+")
_STOP = frozenset(
    {
        *("yang", "dan", "atau", "di", "ke", "dari", "untuk", "pada", "dengan", "oleh", "dalam"),
        *("atas", "tentang", "terhadap", "sebagai", "adalah", "serta", "para", "suatu", "ini"),
        *("itu", "tahun"),
    }
)

Words = frozenset[str]


@dataclass(frozen=True)
class Titled:
    """An entry as it is compared."""

    entry_id: int
    number: str
    unit_id: int
    words: Words


def words_of(title: str) -> Words:
    """The words of a title that carry meaning."""
    found = frozenset(_WORD.findall(title.casefold()))
    return (found - _STOP) or found


def find_near_duplicates(unit_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """For each entry of the units that has some: the numbers of its near-duplicates, in order.

    Two titles are near when they share at least 80 % of their words taken together.
    """
    by_unit: dict[int, list[Titled]] = defaultdict(list)
    rows: Iterable[tuple[int, str, int, str]] = cast(
        "Any",
        Entry.select(Entry.id, Entry.number, Entry.unit, Entry.title)
        .where(Entry.unit.in_(list(unit_ids)), Entry.withdrawn_at.is_null())
        .tuples(),
    )
    for entry_id, number, unit_id, title in rows:
        by_unit[unit_id].append(Titled(entry_id, number, unit_id, words_of(title)))
    return {entry_id: numbers for titles in by_unit.values() for entry_id, numbers in pair(titles)}


def pair(titles: list[Titled]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each entry that has near-duplicates, with their numbers.

    Only titles that share one of their rarest words are compared: two sets that are 80 % alike
    must do so, which spares comparing all with all.
    """
    counts = Counter(word for title in titles for word in title.words)
    found: dict[int, set[str]] = defaultdict(set)
    shelves: dict[str, list[Titled]] = defaultdict(list)
    for title in titles:
        for word in _rarest(title.words, counts):
            for other in shelves[word]:
                if alike(title.words, other.words):
                    found[title.entry_id].add(other.number)
                    found[other.entry_id].add(title.number)
            shelves[word].append(title)
    for entry_id, numbers in found.items():
        yield entry_id, tuple(sorted(numbers))


def alike(one: Words, other: Words) -> bool:
    """Whether the words both have are at least 80 % of the words either has."""
    shared = len(one & other)
    return bool(shared) and shared >= LIKENESS * (len(one) + len(other) - shared)


def _rarest(words: Words, counts: Mapping[str, int]) -> list[str]:
    in_order = sorted(words, key=lambda word: (counts[word], word))
    return in_order[: len(words) - ceil(LIKENESS * len(words)) + 1]
