"""Marking the words that were found, in the rows that are shown."""

from collections.abc import Collection

from markupsafe import Markup, escape

from ppid.register.search.words import WORD, term_of

SNIPPET = 120


def highlight(text: str, stems: Collection[str]) -> Markup:
    """The text, safe for a page, with every word of these stems in ``<mark>``."""
    if not stems:
        return escape(text)
    parts: list[str] = []
    end = 0
    for start, stop in _hits(text, stems):
        # As plain text: joining pieces of Markup looks at each of them twice more.
        parts += [_safe(text[end:start]), "<mark>", _safe(text[start:stop]), "</mark>"]
        end = stop
    return Markup("".join([*parts, _safe(text[end:])]))  # noqa: S704 - each part was made safe


def holds(text: str, stems: Collection[str]) -> bool:
    """Whether some word of the text has one of these stems."""
    return bool(stems) and any(_is_hit(found.group(), stems) for found in WORD.finditer(text))


def snippet(text: str, stems: Collection[str], length: int = SNIPPET) -> Markup:
    """At most ``length`` letters of the text around the first word found, cut between words."""
    if len(text) <= length:
        return highlight(text, stems)
    first = next((start for start, _stop in _hits(text, stems)), 0)
    begin = _word_start(text, max(0, first - length // 4))
    cut = text[begin : begin + length + 1]
    end = begin + (cut.rfind(" ") if len(cut) > length and " " in cut else length)
    before = Markup("… ") if begin else Markup("")
    after = Markup(" …") if end < len(text) else Markup("")
    return (
        before + highlight(text[begin:end].rstrip(" ,;.") if after else text[begin:], stems) + after
    )


def _safe(text: str) -> str:
    return str(escape(text))


def _hits(text: str, stems: Collection[str]) -> list[tuple[int, int]]:
    return [found.span() for found in WORD.finditer(text) if _is_hit(found.group(), stems)]


def _is_hit(word: str, stems: Collection[str]) -> bool:
    return term_of(word) in stems


def _word_start(text: str, place: int) -> int:
    """The beginning of the first word at or after the place."""
    if place == 0:
        return 0
    space = text.find(" ", place)
    return space + 1 if space >= 0 else place
