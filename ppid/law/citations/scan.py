"""One pass over the tokens: regulations and provisions in their order, and the gaps between."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ppid.law.citations.articles import Provisions, read_provisions, read_wordless
from ppid.law.citations.heads import read_head
from ppid.law.citations.markers import is_bracketed_marker, is_marker, past_marker
from ppid.law.citations.numbers import read_numbering
from ppid.law.citations.openings import Head
from ppid.law.citations.titles import read_title
from ppid.law.citations.tokens import Sort, Tokens
from ppid.law.citations.vocabulary import words


class Gap(StrEnum):
    """What may stand between two citations."""

    MARKER = "marker"
    LINE = "line"
    SEMICOLON = "semicolon"
    SENTENCE = "sentence"
    JOINED = "joined"
    LINK = "link"
    COMMA = "comma"
    PROSE = "prose"
    QUOTING = "quoting"


APART = frozenset({Gap.MARKER, Gap.LINE, Gap.SEMICOLON, Gap.SENTENCE})

_LINKS = words("dan serta juga beserta maupun")
_FILLERS = words(
    "dari dalam pada berdasarkan sesuai menurut vide lihat ketentuan khususnya pula atas "
    "terutama yaitu yakni bab"
)
_SAME_KIND = "jenis peraturan diambil dari kutipan sebelumnya"
_BULLETS = dict.fromkeys("•●▪◦○■□➢✓✔*·\uf0b7\uf0a7", Gap.MARKER)
_SIGNS = _BULLETS | {";": Gap.SEMICOLON, ",": Gap.COMMA, "&": Gap.LINK, "+": Gap.LINK}


@dataclass(frozen=True)
class Law:
    """A regulation read at tokens ``start`` to ``end``, its title, and the gap before it."""

    head: Head
    title: str
    start: int
    end: int
    gap: frozenset[Gap]
    titled: bool = True


@dataclass(frozen=True)
class Run:
    """A run of provisions at tokens ``start`` to ``end``, and the gap before it."""

    provisions: Provisions
    start: int
    end: int
    gap: frozenset[Gap]


@dataclass
class Scan:
    """The events of a text, and the stretches of words between them (start, end)."""

    events: list[Law | Run] = field(default_factory=list)
    prose: list[tuple[int, int]] = field(default_factory=list)


def scan(tokens: Tokens) -> Scan:
    """Read all regulations and provisions of a text, from left to right, each token once."""
    found, gap, index = Scan(), _GapNotes(tokens), 0
    while index < len(tokens):
        event = _read_event(tokens, index, gap)
        if event:
            found.events.append(event)
            found.prose.extend(gap.close(event))
            index = event.end
        else:
            index = gap.note(index)
    found.prose.extend(gap.close())
    return found


def _read_event(tokens: Tokens, index: int, gap: "_GapNotes") -> Law | Run | None:
    if is_marker(tokens, index):
        return None
    head = read_head(tokens, index) or gap.read_same_kind(index)
    if head:
        title, end, said = read_title(tokens, head.end)
        return Law(head, title, index, end, gap.kinds(), said or not title)
    provisions = read_provisions(tokens, index)
    if provisions is None and gap.follows_kip():
        provisions = read_wordless(tokens, index)
    return Run(provisions, index, provisions.end, gap.kinds()) if provisions else None


class _GapNotes:
    """Collects what stands between two events."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kinds: set[Gap] = set()
        self._words: list[tuple[int, int]] = []
        self._after: Law | Run | None = None

    def kinds(self) -> frozenset[Gap]:
        """Return what was seen since the last event."""
        return frozenset(self._kinds)

    def follows_kip(self) -> bool:
        """Return whether UU KIP stands right before, with nothing but signs between."""
        law = self._after.head.ref if isinstance(self._after, Law) else None
        return law is not None and law.is_kip and self._kinds <= {Gap.COMMA, Gap.LINE}

    def read_same_kind(self, index: int) -> Head | None:
        """Read "jo. Nomor 20 Tahun 2001" behind a law: a number whose kind is that law's."""
        law, near = self._after, {Gap.JOINED, Gap.LINK, Gap.COMMA}
        if not isinstance(law, Law) or not self._kinds or not self._kinds <= near:
            return None
        found = read_numbering(self._tokens, index) if self._says_nomor(index) else None
        if found is None or found.number is None or found.year is None:
            return None
        ref = replace(law.head.ref, number=found.number, year=found.year, title=None)
        return Head(ref, index, found.end, 0.85, (*found.notes, _SAME_KIND))

    def _says_nomor(self, index: int) -> bool:
        return self._tokens.norm(index) == "nomor"

    def close(self, event: Law | Run | None = None) -> list[tuple[int, int]]:
        """Return the stretches of words and begin anew behind an event."""
        stretches, self._words = self._words, []
        self._kinds, self._after = set(), event
        return stretches

    def note(self, index: int) -> int:
        """Note the token there; return the index after it."""
        token = self._tokens[index]
        if is_marker(self._tokens, index):
            self._kinds.add(Gap.MARKER)
            return past_marker(index)
        if token.norm == "(" and is_bracketed_marker(self._tokens, index):
            self._kinds.add(Gap.MARKER)
            return past_marker(index) + 1
        if token.sort is Sort.BREAK:
            self._kinds.add(Gap.LINE)
        elif token.sort is Sort.SIGN:
            self._note_sign(index)
        else:
            self._note_word(index)
        return index + 1

    def _note_sign(self, index: int) -> None:
        sign = self._tokens.norm(index)
        if sign in _SIGNS:
            self._kinds.add(_SIGNS[sign])
        elif sign == "." and self._ends_sentence(index):
            self._kinds.add(Gap.SENTENCE)

    def _ends_sentence(self, index: int) -> bool:
        return not self._tokens[index + 1].glued and self._tokens.norm(index - 1) != "jo"

    def _note_word(self, index: int) -> None:
        word = self._tokens.norm(index)
        if word == "jo":
            self._kinds.add(Gap.JOINED)
        elif word in _LINKS:
            self._kinds.add(Gap.LINK)
        elif word not in _FILLERS:
            self._note_prose(index)
        quoting = {Gap.QUOTING} if word in ("dimaksud", "dimaksudkan") else set()
        self._kinds |= quoting
        if word not in ("dimaksud", "dimaksudkan", *_FILLERS):
            self._kinds.discard(Gap.QUOTING)

    def _note_prose(self, index: int) -> None:
        self._kinds.add(Gap.PROSE)
        if self._words and self._words[-1][1] == index:
            self._words[-1] = (self._words[-1][0], index + 1)
        else:
            self._words.append((index, index + 1))
