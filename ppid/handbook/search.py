"""Searching the handbook: a page answers when it holds every word, in whatever place."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from ppid.handbook.links import without_links
from ppid.handbook.pages import Page

_AROUND = 90
_EMPHASIS = re.compile(r"[*`]+")
_LINE_START = re.compile(r"^(?:[#>|]+|-|\d+\.) +", re.MULTILINE)


@dataclass(frozen=True)
class PageHit:
    """A page that answers, with the words around the place that answers best."""

    page: Page
    excerpt: Markup


def find_pages(pages: tuple[Page, ...], text: str) -> list[PageHit]:
    """Pages that hold all words of ``text``.

    Words in the title come first, then the words side by side, then the order of the handbook.
    """
    words = [_pattern(word) for word in re.findall(r"\w+", text)]
    if not words:
        return []
    phrase = re.compile(r"\W+".join(word.pattern for word in words), re.IGNORECASE)
    hits = [page for page in pages if all(word.search(_all_of(page)) for word in words)]
    hits.sort(key=lambda page: _rank(page, words, phrase))
    return [PageHit(page, _excerpt(page, words, phrase)) for page in hits]


def _pattern(word: str) -> re.Pattern[str]:
    """A short word, such as the letter of a huruf, must stand alone; a longer one may begin one."""
    return re.compile(rf"\b{re.escape(word)}" + (r"\b" if len(word) < 3 else ""), re.IGNORECASE)


def _rank(
    page: Page, words: list[re.Pattern[str]], phrase: re.Pattern[str]
) -> tuple[int, bool, int]:
    in_title = sum(bool(word.search(page.title)) for word in words)
    return -in_title, phrase.search(_all_of(page)) is None, page.order


def _all_of(page: Page) -> str:
    return f"{page.title} {page.summary} {_plain(page)}"


def _plain(page: Page) -> str:
    """The text of a page as it is read, on one line."""
    read = _EMPHASIS.sub("", _LINE_START.sub("", without_links(page.text)))
    return " ".join(read.split())


def _excerpt(page: Page, words: list[re.Pattern[str]], phrase: re.Pattern[str]) -> Markup:
    """What stands around the words side by side, else around any of them, all of them marked."""
    plain = _plain(page)
    any_word = re.compile("|".join(word.pattern for word in words), re.IGNORECASE)
    found = phrase.search(plain) or any_word.search(plain)
    if found is None:
        return _marked(page.summary, any_word)
    start = plain.rfind(" ", 0, max(found.start() - _AROUND, 0)) + 1
    end = plain.find(" ", min(found.end() + _AROUND, len(plain)))
    cut = plain[start : end if end > 0 else len(plain)]
    return Markup("{}{}{}").format(
        "… " if start else "", _marked(cut, any_word), " …" if end > 0 else ""
    )


def _marked(text: str, pattern: re.Pattern[str]) -> Markup:
    parts: list[Markup] = []
    place = 0
    for found in pattern.finditer(text):
        parts += [escape(text[place : found.start()]), Markup("<mark>{}</mark>").format(found[0])]
        place = found.end()
    return Markup("").join([*parts, escape(text[place:])])
