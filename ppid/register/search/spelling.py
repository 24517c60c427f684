"""The nearest known word: how far apart two words are written."""

from collections.abc import Iterable

CANDIDATES = 100
CLOSELY = 20


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """The known word that is fewest slips away; None when none is near enough.

    Of equals the one with the same first letter goes first, then the more frequent. Short words
    allow one slip, words of eight letters two (two slips make another word of a short one:
    "ijazah" and "ibadah"); below three letters nothing is a slip.
    """
    allowed = slips_of(word)
    near = [
        (slips, other[0] != word[0], -seen, other)
        for other, seen in _likest(word, known, allowed)
        if (slips := _slips(word, other)) <= allowed
    ]
    return min(near)[3] if near else None


def _likest(word: str, known: Iterable[tuple[str, int]], allowed: int) -> list[tuple[str, int]]:
    """The few that share most groups of letters: only these are worth comparing closely."""
    own = trigrams(word)
    alike = [
        (len(own & trigrams(other)), seen, other)
        for other, seen in known
        if other != word and abs(len(other) - len(word)) <= allowed
    ]
    return [(other, seen) for _shared, seen, other in sorted(alike, reverse=True)[:CLOSELY]]


def _slips(word: str, other: str) -> int:
    """Written as one speaks ("pegawe", "kalo") is one slip, however many letters it takes."""
    return min(distance(word, other), 1 + distance(_spoken(word), _spoken(other)))


def _spoken(word: str) -> str:
    return word.replace("ai", "e").replace("au", "o")


def trigrams(word: str) -> set[str]:
    """Groups of three letters, with marks at both ends so that short words have some."""
    padded = f"_{word}_"
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def slips_of(word: str) -> int:
    """How many slips are allowed in a word."""
    return 2 if len(word) >= 8 else 1 if len(word) >= 3 else 0


def distance(one: str, other: str) -> int:
    """Letters added, left out, changed, or two neighbours swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        row = [place]
        for index, facing in enumerate(other, 1):
            cost = min(row[-1] + 1, last[index] + 1, last[index - 1] + (letter != facing))
            if place > 1 and index > 1 and letter == other[index - 2] and one[place - 2] == facing:
                cost = min(cost, before[index - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
