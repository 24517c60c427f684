"""Finding entries by what a person typed."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from weakref import WeakKeyDictionary

import peewee as pw

from ppid.db import database
from ppid.register.bit_sets import EMPTY, bits_of
from ppid.register.search.changes import last_change
from ppid.register.search.engine import Engine, Group, Phrase
from ppid.register.search.indexing import engine
from ppid.register.search.spelling import CANDIDATES, nearest
from ppid.register.search.synonyms import everyday_words
from ppid.register.search.terms import Clause, read_clauses
from ppid.register.search.words import is_a_root, stem

RANKED_UP_TO = 5_000
MOST_ENDINGS = 40
PARTIAL = 100
FEW = 3
KEPT = 16
RARE = 2
RENOWNED = 10
VOWELS = frozenset("aeiou")  # what has none is an abbreviation, of which nothing is sure


class Reading(StrEnum):
    """How the text was read so that something was found."""

    AS_TYPED = "as typed"
    CORRECTED = "corrected"
    PARTLY = "partly"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Found:
    """Entries for a text. ``ids`` stand best first; they are empty where too many were found to
    rank them: ``bits`` holds all of them either way (see ``bit_sets``).

    ``first`` are the entries whose number was asked for. ``stems`` are the words to mark.
    ``nearest`` is the text with its misspelt words mended, when there is a mend worth offering.
    """

    reading: Reading
    ids: tuple[int, ...] = ()
    bits: int = EMPTY
    first: tuple[int, ...] = ()
    stems: frozenset[str] = frozenset()
    nearest: str = ""

    @property
    def ranked(self) -> bool:
        """Whether the entries found stand in an order."""
        return bool(self.ids) or not self.bits


def find(text: str, index: Engine = engine) -> Found:
    """What ``find_anew`` finds; kept until something is indexed, for the next page or filter."""
    if database.in_transaction():
        return find_anew(text, index)
    kept = _kept.setdefault(database.obj, OrderedDict())
    asked = (index, text, last_change())
    found = kept.get(asked) or find_anew(text, index)
    kept[asked] = found
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return found


Asked = tuple[Engine, str, int]
_kept: WeakKeyDictionary[pw.Database, OrderedDict[Asked, Found]] = WeakKeyDictionary()


def find_anew(text: str, index: Engine = engine) -> Found:
    """Entries that hold all that the text asks for; any text may be asked, none is an error.

    Words match by their stems. A word that nobody wrote is taken as the beginning of one. Where
    nothing is found, misspelt words are mended; where that is of no use, entries that hold some
    of the words are given, best first.
    """
    clauses = read_clauses(text)
    if not clauses:
        return Found(Reading.NOTHING)
    found = _find(clauses, Reading.AS_TYPED, index)
    if found.first or found.bits.bit_count() >= FEW:
        return found
    mended = _mend(clauses, index)
    offer = _wording(mended) if mended else ""
    if found.bits:
        return replace(found, nearest=offer)
    corrected = _find(mended, Reading.CORRECTED, index) if mended else found
    if corrected.bits:
        return replace(corrected, nearest=offer)
    partly = _find_partly(mended or clauses, index)
    return replace(partly, nearest=offer) if partly.bits else partly


def _find(clauses: Sequence[Clause], reading: Reading, index: Engine) -> Found:
    groups = [_group(clause, index) for clause in clauses]
    stems = frozenset(_stems(groups))
    ids = index.ranked(groups, RANKED_UP_TO)
    first = _by_number(clauses, index)
    if ids is None:
        return Found(reading, (), bits_of(index.all(groups)), first, stems)
    best = (*first, *(entry_id for entry_id in ids if entry_id not in first))
    return Found(reading if ids else Reading.NOTHING, best, bits_of(best), first, stems)


def _find_partly(clauses: Sequence[Clause], index: Engine) -> Found:
    """The best of those that hold one of the words at least, told by its rarer words.

    Whoever holds the rarest stands first, wherever it says them: "gaji kepala dinas" is about pay.
    """
    wanted = [_group(clause, index) for clause in clauses if not clause.excluded]
    holding = [(group, index.ranked([group], RANKED_UP_TO)) for group in wanted]
    rare = [(group, ids) for group, ids in holding if ids]
    if len(wanted) < 2 or not rare:
        return Found(Reading.NOTHING)
    any_of = Group(tuple(phrase for group, _ids in rare for phrase in group.phrases))
    weights: Counter[int] = Counter()
    for _group_held, held in rare:
        weights.update(dict.fromkeys(held, RANKED_UP_TO // len(held)))
    best = index.ranked([any_of], RANKED_UP_TO * len(rare)) or []
    ids = tuple(sorted(best, key=lambda entry_id: -weights[entry_id])[:PARTIAL])
    return Found(Reading.PARTLY, ids, bits_of(ids), (), frozenset(_stems(g for g, _ids in rare)))


def _group(clause: Clause, index: Engine = engine) -> Group:
    stems = clause.stems
    phrases = [stems]
    if len(stems) == 1 and (clause.started or not index.knows(stems[0])):
        endings = index.stems_from(clause.words[0], MOST_ENDINGS) if len(stems[0]) > 1 else []
        phrases += [(ending,) for ending in endings if ending != stems[0]]
    return Group(tuple(phrases), clause.excluded)


def _by_number(clauses: Sequence[Clause], index: Engine) -> tuple[int, ...]:
    """Entries whose number the whole text is: ``DIK-0042`` or ``42``."""
    words = tuple(word for clause in clauses for word in clause.words)
    if len(words) > 3 or not any(word.isdecimal() for word in words):
        return ()
    return tuple(index.numbered(words))


def _mend(clauses: Sequence[Clause], index: Engine = engine) -> tuple[Clause, ...] | None:
    """The clauses with each unknown word replaced by the nearest known one."""
    everyday = everyday_words()
    mended = tuple(
        replace(clause, words=tuple(_mended(word, everyday, index) for word in clause.words))
        for clause in clauses
    )
    return mended if mended != tuple(clauses) else None


def _mended(word: str, everyday: Mapping[str, Sequence[Phrase]], index: Engine) -> str:
    if not word.isalpha() or VOWELS.isdisjoint(word) or word in everyday:
        return word
    seen = index.seen(word)
    if seen > RARE or _is_form_of_a_known_word(word, index):
        return word
    known = [] if is_a_root(word) else index.words_like(word, CANDIDATES)
    likely = [each for each in known if each[1] > seen * RENOWNED]
    return nearest(word, [*likely, *_everyday_like(word, everyday, index)]) or word


def _everyday_like(
    word: str, everyday: Mapping[str, Sequence[Phrase]], index: Engine
) -> Iterator[tuple[str, int]]:
    """Everyday words that look like it and lead to something in this index, as if met once."""
    for other, phrases in everyday.items():
        looks_like = nearest(word, [(other, 1)]) is not None
        if looks_like and any(index.ranked([Group((each,))], 1) != [] for each in phrases):
            yield other, 1


def _is_form_of_a_known_word(word: str, index: Engine) -> bool:
    """Whether it is spelt right though nobody wrote it so: "penggajian" where "gaji" is known."""
    root = stem(word)
    return root != word and index.knows(root)


def _wording(clauses: Iterable[Clause]) -> str:
    """The clauses as a person would type them."""
    return " ".join(
        ("-" if clause.excluded else "")
        + (f'"{" ".join(clause.words)}"' if len(clause.words) > 1 else clause.words[0])
        for clause in clauses
    )


def _stems(groups: Iterable[Group]) -> Iterator[str]:
    for group in groups:
        if not group.excluded:
            for phrase in group.phrases:
                yield from phrase
