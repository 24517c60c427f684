"""The text as tokens: words, numbers, signs and line breaks, each knowing where it stood."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ppid.law.citations import slips

_TAG_BREAKS = r"</?(?:br|p|li|div|tr|td) ?/?>"
_TAG_SKIPS = r"</?(?:b|i|u|em|strong|span)>|&nbsp;"
_TAGS = re.compile(f"{_TAG_BREAKS}|{_TAG_SKIPS}", re.IGNORECASE)
_PIECES = re.compile(
    rf"(?P<SKIP>{_TAG_SKIPS}|[\u200b-\u200d\u2060\ufeff])"
    rf"|(?P<BREAK>{_TAG_BREAKS}|\r\n|[\n\r\v\f\u2028\u2029])"
    r"|(?P<NUMBER>[0-9]+(?:[OolI]{1,3}[0-9]+)*)"
    r"|(?P<WORD>[^\W\d_]+)"
    r"|(?P<SIGN>[^\w\s]|_)",
    re.IGNORECASE,
)
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-")
_LOOKALIKE = str.maketrans("OolI", "0011")


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"
    BREAK = "break"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text from ``start`` to ``end``; ``norm`` is its keyword or lower-case form.

    ``glued`` is true if no space stands before it.
    """

    sort: Sort
    text: str
    norm: str
    start: int
    end: int
    glued: bool = False

    @property
    def is_letter(self) -> bool:
        """True for a single letter a to z, as in "huruf h"."""
        return self.sort is Sort.WORD and len(self.text) == 1 and self.text.isascii()

    @property
    def is_number(self) -> bool:
        """True for digits."""
        return self.sort is Sort.NUMBER

    @property
    def is_word(self) -> bool:
        """True for letters."""
        return self.sort is Sort.WORD


class Tokens:
    """The tokens of one text; asking beyond either end gives an END token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = _tokenize(text)
        self._end = Token(Sort.END, "", "", len(text), len(text))

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        return self.items[index] if 0 <= index < len(self.items) else self._end

    def norm(self, index: int) -> str:
        """Return the normal form of the token there."""
        return self[index].norm

    def between(self, start: int, end: int) -> str:
        """Return the text from token ``start`` up to token ``end``, its spaces made single."""
        if end <= start:
            return ""
        piece = self.text[self[start].start : self[end - 1].end]
        return " ".join(_TAGS.sub(" ", piece).split())

    def past(self, index: int, *signs: str) -> int:
        """Return the first index from ``index`` whose token is none of the signs."""
        while self[index].sort is Sort.SIGN and self[index].norm in signs:
            index += 1
        return index


def _tokenize(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    for match in _PIECES.finditer(text):
        if match.lastgroup == "SKIP":
            continue
        glued = bool(found) and found[-1].end == match.start()
        found.extend(_tokens_of(match, glued))
    return tuple(found)


def _tokens_of(match: re.Match[str], glued: bool) -> list[Token]:
    raw, start, end = match.group(), match.start(), match.end()
    if match.lastgroup == "NUMBER":
        return [Token(Sort.NUMBER, raw, _digits(raw), start, end, glued)]
    if match.lastgroup == "WORD":
        return _words(raw, start, glued)
    if match.lastgroup == "BREAK":
        return [Token(Sort.BREAK, raw, "\n", start, end, glued)]
    return [Token(Sort.SIGN, raw, _DASHES.get(raw, raw), start, end, glued)]


def _digits(raw: str) -> str:
    return raw if raw.isdigit() else raw.translate(_LOOKALIKE)


def _words(raw: str, start: int, glued: bool) -> list[Token]:
    lower = raw.lower()
    parts = slips.unglue(lower) if len(lower) == len(raw) else (lower,)
    if len(parts) == 1:
        return [Token(Sort.WORD, raw, slips.keyword(lower), start, start + len(raw), glued)]
    found = []
    for part in parts:
        text = raw[: len(part)]
        norm = slips.keyword(part)
        found.append(Token(Sort.WORD, text, norm, start, start + len(text), glued))
        raw, start, glued = raw[len(part) :], start + len(part), True
    return found
