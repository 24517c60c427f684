"""Placeholders in braces, and the values that take their place as plain words.

``{nama}`` is a placeholder; ``{{`` and ``}}`` are the braces themselves. What a value holds is
never read as Markdown, as HTML or as a placeholder.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

TOKEN = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SIGNS = re.compile(r"[\\`*_\[\]#|!]")
AT_START = re.compile(r"^(?:[-+]|\d+(?=[.)]))")


class PieceKind(StrEnum):
    """What a stretch of a template is."""

    WORDS = "words"
    PLACEHOLDER = "placeholder"
    STRAY_BRACE = "stray"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a template: its words, the name of its placeholder, or a brace left over.

    ``line`` counts from 1.
    """

    kind: PieceKind
    text: str
    line: int


def read_pieces(template: str) -> list[Piece]:
    """The template in its stretches, in order."""
    pieces: list[Piece] = []
    end = 0
    for found in TOKEN.finditer(template):
        line = template.count("\n", 0, found.start()) + 1
        if found.start() > end:
            words = template[end : found.start()]
            pieces.append(Piece(PieceKind.WORDS, words, template.count("\n", 0, end) + 1))
        pieces.append(_token(found, line))
        end = found.end()
    if template[end:]:
        pieces.append(Piece(PieceKind.WORDS, template[end:], template.count("\n", 0, end) + 1))
    return pieces


def names_in(template: str) -> list[str]:
    """The placeholders of a template, each once, in order."""
    named = (p.text for p in read_pieces(template) if p.kind is PieceKind.PLACEHOLDER)
    return list(dict.fromkeys(named))


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template as Markdown, every placeholder replaced; KeyError names one without a value."""
    return "".join(_filled(piece, values) for piece in read_pieces(template))


def fill_known(template: str, values: Mapping[str, str]) -> str:
    """Still a template: what has a value is replaced, other placeholders and braces stay."""
    return "".join(_kept(piece, values) for piece in read_pieces(template))


def as_plain_words(value: str) -> str:
    """Markdown that reads as just this value, in one line."""
    told = " ".join(UNSEEN.sub("", value).split())
    told = told.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told = SIGNS.sub(r"\\\g<0>", told)
    return AT_START.sub(_escaped_start, told)


def _escaped_start(found: re.Match[str]) -> str:
    """A list must not begin where a value does: ``\\-`` and ``1\\.``, the sign after digits."""
    return f"\\{found[0]}" if found[0] in "-+" else f"{found[0]}\\"


def _token(found: re.Match[str], line: int) -> Piece:
    if found[1] is not None:
        return Piece(PieceKind.PLACEHOLDER, found[1].strip(), line)
    if found[0] in {"{{", "}}"}:
        return Piece(PieceKind.WORDS, found[0][0], line)
    return Piece(PieceKind.STRAY_BRACE, found[0], line)


def _filled(piece: Piece, values: Mapping[str, str]) -> str:
    if piece.kind is PieceKind.PLACEHOLDER:
        return as_plain_words(values[piece.text])
    return piece.text


def _kept(piece: Piece, values: Mapping[str, str]) -> str:
    if piece.kind is PieceKind.STRAY_BRACE:
        return piece.text
    if piece.kind is PieceKind.WORDS:
        return _doubled(piece.text)
    if piece.text in values:
        return _doubled(as_plain_words(values[piece.text]))
    return f"{{{piece.text}}}"


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
