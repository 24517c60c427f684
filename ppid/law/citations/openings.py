"""The phrases that open a regulation's head: "Peraturan Menteri", "Permenkes", "SK", "UU"."""

from collections.abc import Container
from dataclasses import dataclass

from ppid.law.citations import issuers, names
from ppid.law.citations.kinds import RegulationKind as Kind
from ppid.law.citations.model import RegulationRef
from ppid.law.citations.tokens import Tokens

_STATE = (
    ("republik", "indonesia"),
    ("r", ".", "i", "."),
    ("ri",),
    ("negara", "republik", "indonesia"),
)


@dataclass(frozen=True)
class Head:
    """A regulation's head from one token index to another, with how sure it is and why."""

    ref: RegulationRef
    start: int
    end: int
    confidence: float = 0.98
    notes: tuple[str, ...] = ()
    name_only: bool = False


@dataclass(frozen=True)
class Opening:
    """The phrase that opens a head, and what office or region may follow it."""

    kind: Kind
    follows: str
    end: int
    issuer: str | None = None


def read_opening(tokens: Tokens, start: int) -> Opening | None:
    """Read the phrase at ``start``; None if no kind of regulation begins there."""
    token = tokens[start]
    if not token.is_word:
        return None
    if token.norm in names.JOINED_BODIES:
        kind, issuer = names.JOINED_BODIES[token.norm]
        return Opening(kind, names.PLAIN, start + 1, issuer)
    if token.norm in names.JOINED_POSTS:
        kind, post = names.JOINED_POSTS[token.norm]
        return Opening(kind, names.BODY, start + 1, post)
    phrase = longest(tokens, start, names.LONGEST_PHRASE, names.PHRASES)
    if phrase:
        kind, follows = names.PHRASES[phrase]
        return Opening(kind, follows, start + len(phrase))
    return _joined_ministry(token.norm, start)


def _joined_ministry(word: str, start: int) -> Opening | None:
    """Read "Permendagri", "Kepmenkes", "Permenpan": the ministry stands in the same word."""
    for prefix, kind in (("permen", Kind.PERMEN), ("kepmen", Kind.KEPMEN), ("inmen", Kind.INMEN)):
        if word.startswith(prefix) and word[len(prefix) :] in issuers.MINISTRIES:
            return Opening(kind, names.MINISTRY, start + 1, word[len(prefix) :])
    return None


def longest(
    tokens: Tokens, start: int, most: int, known: Container[tuple[str, ...]]
) -> tuple[str, ...] | None:
    """Return the longest run of at most ``most`` words at ``start`` that is known."""
    words = tuple(tokens.norm(start + step) for step in range(most))
    for length in range(most, 0, -1):
        if words[:length] in known:
            return words[:length]
    return None


def past_state(tokens: Tokens, index: int) -> int:
    """Return the index after "Republik Indonesia" or "RI", if it stands there."""
    for state in _STATE:
        if tuple(tokens.norm(index + step) for step in range(len(state))) == state:
            return index + len(state)
    return index
