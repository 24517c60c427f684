"""Searching the reviewed wordings: what nobody published is not found, offered or marked."""

from dataclasses import dataclass

from ppid.register.bit_sets import EMPTY
from ppid.register.search import Reading
from ppid.register.search.finding import Found, find
from ppid.register.search.public_indexing import engine
from ppid.register.search.synonyms import expand


@dataclass(frozen=True)
class Hit:
    """Entries for a text: ``ids`` best first, or only ``bits`` where they are too many to rank.

    ``nearest`` is a likelier spelling; ``instead`` the register's words for an everyday one.
    """

    ids: tuple[int, ...]
    bits: int
    stems: frozenset[str]
    reading: Reading
    nearest: str = ""
    instead: str = ""


NOT_SEARCHED = Hit((), EMPTY, frozenset(), Reading.AS_TYPED)


def look_for(text: str, within: int) -> Hit:
    """What a text finds among the entries ``within``; any text may be asked.

    An everyday word that finds nothing is looked for by the register's own, where these are
    public words: a synonym that finds nothing public is never told.
    """
    found = find(text, engine)
    if found.bits & within and found.reading is Reading.AS_TYPED:
        return _hit(found)
    for wording in expand(text):
        other = find(wording.text, engine)
        if other.reading is Reading.AS_TYPED and other.bits & within:
            return _hit(other, instead=wording.official)
    return _hit(found) if found.bits & within else _nothing(found, within)


def _hit(found: Found, instead: str = "") -> Hit:
    return Hit(found.ids, found.bits, found.stems, found.reading, found.nearest, instead)


def _nothing(found: Found, within: int) -> Hit:
    """Nothing public; a spelling is offered only where it leads to something public."""
    offered = found.nearest if found.nearest and find(found.nearest, engine).bits & within else ""
    return Hit((), EMPTY, frozenset(), Reading.NOTHING, offered)
