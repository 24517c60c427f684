"""From the text of one cell to its citations, and to what could not be read."""

from collections.abc import Iterable

from ppid.law.citations.bind import Binder
from ppid.law.citations.model import Citation, Fragment, Reading
from ppid.law.citations.scan import Law, Run, scan
from ppid.law.citations.tokens import Tokens
from ppid.law.citations.vocabulary import words

_CUES = words(
    "pasal huruf ayat nomor tahun uu undang peraturan keputusan perda pergub perbup perwali permen "
    "kepmen perki perka perlem pp perpres keppres inpres sk surat edaran instruksi jo qanun"
)
_ALIKE = "menyerupai kutipan peraturan tetapi tidak lengkap"
_QUOTED = "rujukan di dalam isi pasal, bukan dasar hukum"
_NOTHING = "tidak ada peraturan yang terbaca"


def parse(text: str) -> Reading:
    """Read what a cell cites: never raises, takes time in proportion to the text's length.

    Every citation is a proposal with its confidence; nothing that looks like a citation and was not
    read goes unsaid.
    """
    tokens = Tokens(text)
    found = scan(tokens)
    binder = Binder(tokens, found.events)
    binder.bind()
    citations = _distinct(binder.citations)
    left = [*_left_over(tokens, found.prose, found.events), *_quoted(tokens, binder.quoted)]
    return Reading(text, citations, tuple(sorted(left, key=lambda piece: piece.start)))


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Keep the surest of the citations that say the same, in the order of the text."""
    kept: dict[object, Citation] = {}
    for citation in citations:
        key = (citation.regulation and citation.regulation.key, citation.article)
        if key not in kept or kept[key].confidence < citation.confidence:
            kept[key] = citation
    return tuple(kept.values())


def _left_over(
    tokens: Tokens, prose: list[tuple[int, int]], events: list[Law | Run]
) -> list[Fragment]:
    if not events:
        return _whole(tokens)
    return [
        _fragment(tokens, start, end, _ALIKE)
        for start, end in prose
        if _looks_citing(tokens, start, end)
    ]


def _whole(tokens: Tokens) -> list[Fragment]:
    if not any(item.is_word or item.is_number for item in tokens.items):
        return []
    return [_fragment(tokens, 0, len(tokens), _NOTHING)]


def _looks_citing(tokens: Tokens, start: int, end: int) -> bool:
    """A cue of a citation with a number in the same stretch was a citation we failed to read."""
    if any(_is_annex(tokens, index) for index in range(start, end)):
        return True
    cue = any(tokens.norm(index) in _CUES for index in range(start, end))
    return cue and any(tokens[index].is_number for index in range(start, end))


def _is_annex(tokens: Tokens, index: int) -> bool:
    """An annex ("Lampiran II") is cited but is no provision that can be read here."""
    after = tokens[index + 1]
    return tokens.norm(index) == "lampiran" and (after.is_number or after.text.isupper())


def _fragment(tokens: Tokens, start: int, end: int, reason: str) -> Fragment:
    first, last = tokens[start].start, tokens[end - 1].end
    return Fragment(first, last, tokens.text[first:last], reason)


def _quoted(tokens: Tokens, runs: list[Run]) -> list[Fragment]:
    return [_fragment(tokens, run.start, run.end, _QUOTED) for run in runs]
