"""The grammar of provisions: "Pasal 6 ayat (3) huruf d, Pasal 17 (g), (h) angka 3 dan 5"."""

from dataclasses import dataclass, field, replace

from ppid.law.citations.markers import is_marker
from ppid.law.citations.model import Article
from ppid.law.citations.terms import LEVELS, Term, next_term, read_term
from ppid.law.citations.tokens import Tokens

_MOST_IN_RANGE = 30
_AND = ("dan", "serta", "atau", "maupun", "&", "/", ";", "juga", "dan/atau")


@dataclass
class Provisions:
    """What one run of Pasal, ayat, huruf and angka cites, in order, each with its notes."""

    start: int
    end: int
    articles: list[Article] = field(default_factory=list)
    notes: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, article: Article, notes: tuple[str, ...], *, deeper: bool = False) -> None:
        """Add a provision; one that goes deeper takes the place of what it deepens."""
        if deeper:
            self.articles.pop()
            notes = (*self.notes.pop(), *notes)
        self.articles.append(article)
        self.notes.append(notes)

    def remark(self, notes: tuple[str, ...]) -> None:
        """Add notes to the last provision."""
        self.notes[-1] = (*self.notes[-1], *notes)


def read_provisions(tokens: Tokens, start: int) -> Provisions | None:
    """Read a run of provisions at ``start``, or return None if none begins there."""
    term = read_term(tokens, start)
    if term is None or term.unread:
        return None
    found = Provisions(start, term.end)
    found.add(Article(**{term.level: term.value}), term.notes)
    _read_rest(tokens, found, term.level)
    return found


def read_wordless(tokens: Tokens, start: int) -> Provisions | None:
    """Read "17 h 4" where a law stands right before and the word "Pasal" is missing."""
    letter = tokens[tokens.past(start + 1, "(")]
    if tokens.norm(start) != "17" or not letter.is_letter or is_marker(tokens, start):
        return None
    found = Provisions(start, start + 1)
    found.add(Article(pasal="17"), ("kata “Pasal” tidak tertulis",))
    _read_rest(tokens, found, "pasal")
    return found if found.articles[0].huruf else None


def _read_rest(tokens: Tokens, found: Provisions, level: str) -> None:
    while True:
        index, separator = _past_separator(tokens, found.end)
        term = next_term(tokens, index, level, separator)
        if term is None:
            return
        if term.unread:
            found.remark(term.notes)
        elif separator != "range" or not _spread(found, term):
            _place(found, term, separator)
        found.end, level = term.end, term.level


def _place(found: Provisions, term: Term, separator: str) -> None:
    """Put a term under the last article: beside its sibling, or deeper when it goes deeper."""
    last = found.articles[-1]
    depth = LEVELS.index(term.level)
    kept = {level: getattr(last, level) for level in LEVELS[:depth]}
    below = any(getattr(last, level) for level in LEVELS[depth:])
    deeper = not below and separator != "and"
    notes = term.notes
    if separator == "range" and getattr(last, term.level):
        notes = (*notes, f"rentang sampai {term.level} {term.value} tidak diuraikan")
    found.add(Article(**kept, **{term.level: term.value}), notes, deeper=deeper)


def _spread(found: Provisions, last: Term) -> bool:
    """Add all values from the last article's up to ``last``; False if they make no range."""
    first = getattr(found.articles[-1], last.level)
    values = _range(first, last.value) if first else []
    for value in values:
        found.add(replace(found.articles[-1], **{last.level: value}), last.notes)
    return bool(values)


def _range(first: str, last: str) -> list[str]:
    """Return the values after ``first`` up to ``last``, both letters or both numbers."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST_IN_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return []


def _past_separator(tokens: Tokens, index: int) -> tuple[int, str]:
    """Skip what stands between two terms; tell whether it lists, ranges, or is nothing."""
    kinds = {"": 0}
    while True:
        kind, end = _separator(tokens, index)
        if kind is None:
            break
        kinds[kind] = end
        index = end
    for name in ("range", "and", "comma"):
        if name in kinds:
            return index, name
    return index, ""


def _separator(tokens: Tokens, index: int) -> tuple[str | None, int]:
    norm = tokens.norm(index)
    three = tuple(tokens.norm(index + step) for step in range(3))
    if three == ("sampai", "dengan", three[2]):
        return "range", index + 2
    if norm in ("-", "sampai", "hingga", "sd"):
        return "range", index + 1
    if norm == "s" and three[1] in (".", "/"):
        end = tokens.past(index + 1, ".", "/")
        return ("range", tokens.past(end + 1, ".")) if tokens.norm(end) == "d" else (None, index)
    if norm in _AND:
        return "and", index + 1
    return ("comma", index + 1) if norm == "," else (None, index)
