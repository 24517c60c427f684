"""What a case says of its entries: how each stood when it was taken in."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ppid.law.periods import describe
from ppid.register.content import ClassificationDraft


@dataclass(frozen=True)
class Before:
    """What was said of an entry (Semula) when the case began.

    ``determination`` is the number of the determination that said it; empty while only proposed.
    """

    classification_id: int
    said: ClassificationDraft
    determination: str = ""
    determined_on: date | None = None

    @property
    def period_words(self) -> str:
        """The period in words: as it was written, else as its parts say; empty when unknown."""
        if self.said.period_text or not self.said.period:
            return self.said.period_text
        return describe(self.said.period)

    def to_dict(self) -> dict[str, Any]:
        """The start of a new wording: Pengubahan begins as a copy of Semula."""
        return self.said.to_dict()


@dataclass(frozen=True)
class ReviewedEntry:
    """An entry under review in a case; ``before`` is None while nothing was said of it."""

    id: int
    number: str
    title: str
    unit_id: int
    unit_name: str
    first_excluded_on: date | None = None
    before: Before | None = None
