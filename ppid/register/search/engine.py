"""What a search engine must do; everything outside this package asks for no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Phrases of stems of which one must stand in the entry, or none when excluded."""

    phrases: tuple[Phrase, ...]
    excluded: bool = False


@dataclass(frozen=True)
class IndexText:
    """The words of an entry as they are indexed, folded, in their order."""

    entry_id: int
    number: tuple[str, ...]
    title: tuple[str, ...]
    public_title: tuple[str, ...]
    body: tuple[str, ...]


class Engine(Protocol):
    """An index of stems by entry, and the vocabulary that it was made of."""

    def put(self, texts: Sequence[IndexText]) -> None:
        """Index these entries anew, in the transaction that is open."""

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Forget these entries."""

    def clear(self) -> None:
        """Forget everything."""

    def settle(self) -> None:
        """Make the index compact after many changes."""

    def ranked(self, groups: Sequence[Group], most: int) -> list[int] | None:
        """Entries that meet all groups, best first; None when they are more than ``most``."""

    def all(self, groups: Sequence[Group]) -> Sequence[int]:
        """Entries that meet all groups, in no order."""

    def numbered(self, stems: Phrase) -> list[int]:
        """Entries whose number holds these words one after the other."""

    def knows(self, stem: str) -> bool:
        """Whether some entry was indexed with this stem."""

    def seen(self, word: str) -> int:
        """How often the word itself was met; 0 when never."""

    def stems_from(self, start: str, most: int) -> list[str]:
        """Stems of words that begin so, the most frequent first."""

    def words_like(self, word: str, most: int) -> list[tuple[str, int]]:
        """Words of the vocabulary that look like it, each with how often it was seen."""
