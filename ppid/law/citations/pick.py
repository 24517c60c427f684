"""What officers type to find a provision: "17 h 4", "kearsipan 66", "h.4", "uu pdp 4 (2)"."""

from dataclasses import dataclass, field, replace

from ppid.law.citations import names
from ppid.law.citations.heads import read_head
from ppid.law.citations.kinds import RegulationKind
from ppid.law.citations.model import GROUNDS, Article, RegulationRef
from ppid.law.citations.terms import LEVELS, read_term
from ppid.law.citations.tokens import Tokens


@dataclass(frozen=True)
class Pick:
    """What was typed: a provision, the law if it was named, and the words left to search by.

    ``ground`` is "a" to "j" if it may mean Pasal 17 UU 14/2008; the person still chooses.
    """

    article: Article
    words: tuple[str, ...] = ()
    regulation: RegulationRef | None = None
    ground: str | None = None


@dataclass
class _Typed:
    """What was read so far."""

    article: Article = field(default_factory=Article)
    words: list[str] = field(default_factory=list)
    regulation: RegulationRef | None = None


def parse_pick(text: str) -> Pick:
    """Read what was typed into the search for legal bases; never raises."""
    tokens, typed, index = Tokens(text), _Typed(), 0
    while index < len(tokens):
        index = _take(tokens, index, typed)
    regulation = typed.regulation or _by_words(typed.words)
    return Pick(typed.article, tuple(typed.words), regulation, _ground(typed, regulation))


def _take(tokens: Tokens, index: int, typed: _Typed) -> int:
    head = read_head(tokens, index)
    if head:
        typed.regulation = head.ref
        return head.end
    term = read_term(tokens, index)
    if term and not term.unread:
        typed.article = replace(typed.article, **{term.level: term.value})
        return term.end
    _take_bare(tokens, index, typed)
    return index + 1


def _take_bare(tokens: Tokens, index: int, typed: _Typed) -> None:
    token = tokens[index]
    if token.is_number:
        _take_number(token.norm.lstrip("0") or "0", typed)
    elif token.is_letter:
        typed.article = replace(typed.article, huruf=token.norm)
    elif token.is_word and token.norm not in (*LEVELS, "nomor", "tahun", "dan", "jo", "tentang"):
        typed.words.append(token.norm)


def _take_number(value: str, typed: _Typed) -> None:
    """A number is, in turn, the law's after its kind, the Pasal, the angka of a huruf, the ayat."""
    article = typed.article
    if typed.words and (typed.words[-1],) in names.PHRASES and not article.pasal:
        typed.words.append(value)
    elif article.huruf:
        typed.article = replace(article, angka=value)
    elif not article.pasal:
        typed.article = replace(article, pasal=value)
    else:
        typed.article = replace(article, ayat=value)


def _by_words(typed: list[str]) -> RegulationRef | None:
    """Find the law by its short name, if the words are nothing but that name."""
    bare = tuple(word for word in typed if word != "uu")
    meaning = names.ALIASES.get(bare)
    if meaning is None:
        return None
    kind, number, year, title = meaning
    return RegulationRef(RegulationKind(kind), number, year, title=title)


def _ground(typed: _Typed, regulation: RegulationRef | None) -> str | None:
    article = typed.article
    if article.huruf not in GROUNDS or article.ayat or article.pasal not in (None, "17"):
        return None
    if regulation:
        return article.huruf if regulation.is_kip else None
    return None if typed.words and typed.words[:2] != ["uu", "14"] else article.huruf
