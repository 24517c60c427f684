"""What a person asks for, read from whatever they typed; never an error."""

import re
from dataclasses import dataclass

from ppid.register.search.words import stem, words_of

LONGEST_TEXT = 300
MOST_CLAUSES = 12
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')


@dataclass(frozen=True)
class Clause:
    """Words that stand one after the other; all clauses must be met, excluded ones must not.

    ``started`` tells that the word was ended with a star: it may go on.
    """

    words: tuple[str, ...]
    excluded: bool = False
    started: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """The words' stems in order."""
        return tuple(stem(word) for word in self.words)


def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text; quotes make phrases, a minus before excludes, stop words fall out.

    Where everything is excluded, nothing is: the minus was a dash.
    """
    clauses = tuple(
        clause
        for found in _PART.finditer(text[:LONGEST_TEXT])
        if (clause := _clause(found)) is not None
    )[:MOST_CLAUSES]
    if all(clause.excluded for clause in clauses):
        return tuple(Clause(clause.words, started=clause.started) for clause in clauses)
    return clauses


def _clause(found: re.Match[str]) -> Clause | None:
    phrase = found["phrase"]
    said = found["plain"] if phrase is None else phrase
    words = tuple(words_of(said))
    if not words:
        return None
    started = phrase is None and said.endswith("*") and len(words) == 1
    return Clause(words, excluded=bool(found["minus"]), started=started)
