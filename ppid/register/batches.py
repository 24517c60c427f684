"""Long lists in pieces: a statement may bind only so many values."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 500
Item = TypeVar("Item")


def in_batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """The items in their order, in lists of ``size`` and a shorter last one."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
