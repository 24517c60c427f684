"""Sets of entries as whole numbers, bit n for entry n: and, or and counting cost next to nothing.

A hundred thousand entries take 12.5 KB a set; the counts beside all filters of the list are a few
hundred such sets, counted in a millisecond.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from itertools import compress, count, islice, repeat

EMPTY = 0
ONE = ord("1")
_VALUES = bytes.maketrans(b"01", b"\0\1")


def bits_of(entry_ids: Collection[int]) -> int:
    """The set of these entries."""
    if not entry_ids:
        return EMPTY
    highest = max(entry_ids)
    figures = bytearray(b"0") * (highest + 1)
    deque(map(figures.__setitem__, entry_ids, repeat(ONE)), maxlen=0)
    return int(figures[::-1], 2)


def ids_of(bits: int) -> Iterator[int]:
    """The entries of a set, the lowest first."""
    return compress(count(), flags_of(bits))


def pick(bits: int, order: Iterable[int], start: int, length: int) -> list[int]:
    """Entries of the set in the given order, from the place ``start`` on."""
    flags = flags_of(bits)
    highest = len(flags)
    within = (entry_id for entry_id in order if entry_id < highest and flags[entry_id])
    return list(islice(within, start, start + length))


def flags_of(bits: int) -> bytes:
    """A byte for each entry from 0 on: 1 when it is in the set."""
    return format(bits, "b").encode().translate(_VALUES)[::-1]
