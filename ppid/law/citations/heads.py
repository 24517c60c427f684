"""The head of a regulation: its kind, office or region, number, year; without its title."""

from dataclasses import replace

from ppid.law.citations import issuers, names
from ppid.law.citations.kinds import RegulationKind as Kind
from ppid.law.citations.model import RegulationRef
from ppid.law.citations.named import (
    read_alias,
    read_code,
    read_constitution,
    read_unknown_name,
)
from ppid.law.citations.numbers import Numbering, read_numbering
from ppid.law.citations.openings import Head, Opening, past_state, read_opening
from ppid.law.citations.tokens import Sort, Token, Tokens
from ppid.law.citations.vocabulary import words

_MOST_OFFICE_WORDS = 14
_NO_OFFICE = words(
    "tentang pasal huruf ayat jo tahun yang yaitu bahwa berdasarkan dapat atau lain serta uu "
    "dimaksud sebagaimana dengan pada oleh untuk"
)
_OFFICE_SIGNS = ("/", "&", ",", "-", ".")


def read_head(tokens: Tokens, start: int) -> Head | None:
    """Read a regulation's head at ``start``, or return None if none begins there."""
    opening = read_opening(tokens, start)
    if opening is None:
        return read_code(tokens, start)
    if opening.kind is Kind.UUD:
        return read_constitution(tokens, start, opening.end)
    end = past_state(tokens, opening.end)
    opening = replace(opening, end=end)
    return (
        read_alias(tokens, start, end, opening)
        or _read_numbered(tokens, start, opening)
        or read_unknown_name(tokens, start, opening)
    )


def _read_numbered(tokens: Tokens, start: int, opening: Opening) -> Head | None:
    office_end = _office_end(tokens, opening)
    if office_end is None:
        return None
    numbering = read_numbering(tokens, office_end)
    if numbering is None or not _is_plausible(tokens, office_end, numbering):
        return None
    office = _office(tokens, opening.end, office_end)
    ref = _ref(opening, office, numbering)
    if ref is None:
        return None
    sure, notes = 0.98, numbering.notes
    if ref.year is None:
        sure, notes = 0.7, (*notes, "tahun peraturan tidak tertulis")
    return Head(ref, start, numbering.end, sure - 0.02 * len(numbering.notes), notes)


def _office_end(tokens: Tokens, opening: Opening) -> int | None:
    """Return the index where the number begins, past office or region; None if there is none."""
    index = opening.end
    while index - opening.end <= _MOST_OFFICE_WORDS:
        token = tokens[index]
        if token.norm == "nomor" or token.is_number:
            return index
        if not _may_be_office(tokens, index, opening):
            return None
        index += 1
    return None


def _may_be_office(tokens: Tokens, index: int, opening: Opening) -> bool:
    token = tokens[index]
    if token.sort is Sort.SIGN:
        return token.norm in _OFFICE_SIGNS or token.norm in ("(", ")", ":")
    if token.sort is Sort.BREAK:
        return True
    if token.sort is not Sort.WORD or token.norm in _NO_OFFICE:
        return False
    if opening.follows == names.PLAIN and not _may_be_name(token, opening):
        return token.norm in ("negara", "republik", "indonesia", "ri", "pusat")
    return (token.norm,) not in names.PHRASES and token.norm not in ("undang", "peraturan")


def _may_be_name(token: Token, opening: Opening) -> bool:
    """A law's own short name may stand before its number: "UU Tipikor No. 31 Tahun 1999"."""
    return opening.kind is Kind.UU and token.text[:1].isupper()


def _is_plausible(tokens: Tokens, index: int, numbering: Numbering) -> bool:
    """A number needs the word "Nomor" before it or its year behind it."""
    if numbering.number is None:
        return False
    return tokens.norm(index) == "nomor" or numbering.year is not None


def _office(tokens: Tokens, start: int, end: int) -> str:
    words = tokens.between(start, end).strip(" .,:-/")
    return words.replace("(", " ").replace(")", " ").strip()


def _ref(opening: Opening, office: str, numbering: Numbering) -> RegulationRef | None:
    kind, issuer, region = opening.kind, opening.issuer, None
    title = office if opening.follows == names.PLAIN and kind is Kind.UU else None
    if opening.follows == names.REGION:
        region = _region(office)
    elif opening.follows == names.MINISTRY:
        issuer = issuers.ministry(" ".join(part for part in (issuer, office) if part))
    elif opening.follows in (names.BODY, names.HEAD):
        named = " ".join(part for part in (issuer, office) if part)
        kind, issuer = _issued(opening, named)
    return RegulationRef(
        kind, numbering.number, numbering.year, issuer, region or None, title or None
    )


def _region(office: str) -> str:
    return " ".join(office.title().split()) if office.isupper() and len(office) > 5 else office


def _issued(opening: Opening, office: str) -> tuple[Kind, str | None]:
    """Name the office of a body's regulation; its name tells a Perban from other regulations."""
    issuer = issuers.body(office) or None
    if opening.follows == names.HEAD and issuer:
        issuer = issuer if issuer.startswith("Kepala ") else f"Kepala {issuer}"
    if opening.kind is Kind.LAIN and issuer and issuers.is_body(issuer):
        return Kind.PERBAN, issuer
    return opening.kind, issuer
