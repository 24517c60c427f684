"""Sets of entries as whole numbers, bit n for entry n: and, or and counting cost next to nothing.

A hundred thousand entries take 12.5 KB a set; the counts beside all filters of the list are a few
hundred such sets, counted in a millisecond.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, islice

EMPTY = 0
_VALUES = bytes.maketrans(b"01", b"\0\1")


def bits_of(entry_ids: Sequence[int]) -> int:
    """The set of these entries."""
    if not entry_ids:
        return EMPTY
    highest = max(entry_ids)
    figures = bytearray(b"0") * (highest + 1)
    for entry_id in entry_ids:
        figures[highest - entry_id] = 49
    return int(figures, 2)


def ids_of(bits: int) -> Iterator[int]:
    """The entries of a set, the lowest first."""
    return compress(count(), _flags(bits))


def pick(bits: int, order: Iterable[int], start: int, length: int) -> list[int]:
    """Entries of the set in the given order, from the place ``start`` on."""
    flags = _flags(bits)
    within = (entry_id for entry_id in order if entry_id < len(flags) and flags[entry_id])
    return list(islice(within, start, start + length))


def _flags(bits: int) -> bytes:
    """A byte for each entry from 0 on: 1 when it is in the set."""
    return format(bits, "b").encode().translate(_VALUES)[::-1]
