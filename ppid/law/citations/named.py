"""Regulations cited by name: UU KIP, Perki SLIP, KUHAP, the constitution, laws unknown here."""

from ppid.law.citations import names
from ppid.law.citations.kinds import RegulationKind as Kind
from ppid.law.citations.model import RegulationRef
from ppid.law.citations.numbers import Numbering, read_numbering, read_year
from ppid.law.citations.openings import Head, Opening, longest
from ppid.law.citations.tokens import Tokens


def read_code(tokens: Tokens, start: int) -> Head | None:
    """Read KUHP, KUHAP and the like: codes cited by name alone."""
    words = longest(tokens, start, names.LONGEST_CODE, names.CODES)
    if words is None:
        return None
    ref = RegulationRef(Kind.UU, title=names.CODES[words])
    note = f"“{tokens.between(start, start + len(words))}” dikutip tanpa nomor dan tahun"
    return Head(ref, start, start + len(words), 0.6, (note,), name_only=True)


def read_constitution(tokens: Tokens, start: int, index: int) -> Head | None:
    """Read "UUD 1945", also without its year right before a Pasal."""
    while tokens.norm(index) in ("negara", "republik", "indonesia", "nri", "ri", "tahun"):
        index += 1
    year, end = read_year(tokens, index)
    if year:
        return Head(RegulationRef(Kind.UUD, None, year), start, end)
    if tokens.norm(index) != "pasal":
        return None
    note = "tahun Undang-Undang Dasar tidak tertulis; dibaca 1945"
    return Head(RegulationRef(Kind.UUD, None, 1945), start, index, 0.8, (note,))


def read_unknown_name(tokens: Tokens, start: int, opening: Opening) -> Head | None:
    """Read "UU Perkebunan Pasal 12": a name that is not known here, right before a Pasal."""
    index = opening.end
    while tokens[index].is_word and tokens[index].text[:1].isupper() and index - opening.end < 8:
        if tokens.norm(index) == "pasal":
            break
        index += 1
    if opening.kind is not Kind.UU or index == opening.end:
        return None
    before = tokens.norm(index) == "pasal" and tokens[index + 1].is_number
    if not (before or _follows_provision(tokens, start, index)):
        return None
    title = tokens.between(opening.end, index)
    note = f"nomor dan tahun “{title}” tidak tertulis"
    return Head(RegulationRef(Kind.UU, title=title), start, index, 0.4, (note,), name_only=True)


def _follows_provision(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a name ends its clause and has a number, a letter or ")" before it."""
    before = tokens[start - 1]
    ends = not tokens[end].is_word or tokens.norm(end) in ("dan", "serta", "jo")
    return ends and (before.is_number or before.is_letter or before.norm == ")")


def read_alias(tokens: Tokens, start: int, index: int, opening: Opening) -> Head | None:
    """Read "UU KIP", "Perki SLIP", also with the number after the name."""
    if opening.kind not in (Kind.UU, Kind.PERKI):
        return None
    index = tokens.past(index, "(", '"', "“", "-")
    words = longest(tokens, index, names.LONGEST_ALIAS, names.ALIASES)
    if words is None or names.ALIASES[words][0] is not opening.kind:
        return None
    end = tokens.past(index + len(words), ")", '"', "”")
    numbering = read_numbering(tokens, end) if tokens.norm(end) in ("nomor", "tahun") else None
    numbering = numbering or _direct_numbering(tokens, end)
    if numbering:
        return _numbered_alias(start, numbering, words)
    return _plain_alias(start, end, words, tokens.between(index, index + len(words)))


def _direct_numbering(tokens: Tokens, index: int) -> Numbering | None:
    """Read "14/2008" straight after a short name; a bare number there is no number of a law."""
    found = read_numbering(tokens, index) if tokens[index].is_number else None
    return found if found and found.year else None


def _numbered_alias(start: int, numbering: Numbering, words: tuple[str, ...]) -> Head:
    kind, number, year, title = names.ALIASES[words]
    number, year = (
        numbering.number or number,
        numbering.year or (year if numbering.number in (None, number) else None),
    )
    ref = RegulationRef(kind, number, year, title=title)
    return Head(ref, start, numbering.end, 0.97, numbering.notes)


def _plain_alias(start: int, end: int, words: tuple[str, ...], short: str) -> Head:
    kind, number, year, title = names.ALIASES[words]
    if number:
        note = f"“{short}” dibaca sebagai {kind.value} {number}/{year}"
        return Head(RegulationRef(kind, number, year, title=title), start, end, 0.93, (note,))
    likely = names.LIKELY.get((kind, title), (None, None))
    note = f"nomor dan tahun “{title}” tidak tertulis; lebih dari satu peraturan bernama demikian"
    if likely[0]:
        note += f"; dibaca {likely[0]}/{likely[1]}"
    ref = RegulationRef(kind, likely[0], likely[1], title=title)
    return Head(ref, start, end, 0.6, (note,))
