"""One level of a provision and its value: "Pasal 17", "ayat (3)", "huruf h", "butir 4", "(g)"."""

from dataclasses import dataclass

from ppid.law.citations.markers import is_bracketed_marker, is_marker
from ppid.law.citations.tokens import Token, Tokens

LEVELS = ("pasal", "ayat", "huruf", "angka")
_OPENERS = ("(", "[", '"', "'", "“", "‘", ":", ".", "/")
_CLOSERS = (")", "]", '"', "'", "”", "’")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}


@dataclass(frozen=True)
class Term:
    """One level with its value, as in "huruf h"; ``end`` is the index after it."""

    level: str
    value: str
    end: int
    notes: tuple[str, ...] = ()
    unread: bool = False


def read_term(tokens: Tokens, index: int) -> Term | None:
    """Read a level with its word: "Pasal 17", "ayat (3)", "huruf h", "butir 4"."""
    word = tokens.norm(index)
    if word not in LEVELS and word != "butir":
        return None
    at = tokens.past(index + 1, *_OPENERS)
    if tokens.norm(at) == "ke" and tokens.norm(at + 1) == "-":
        at += 2
    token = tokens[at]
    if word == "pasal":
        return _pasal(tokens, at)
    if token.is_number:
        return _numbered(tokens, word, at)
    return _lettered(tokens, word, at) if token.is_word else None


def _numbered(tokens: Tokens, word: str, at: int) -> Term | None:
    value, end = tokens.norm(at).lstrip("0") or "0", _close(tokens, at + 1)
    if len(value) > 3:
        return None
    if word == "huruf":
        note = f"“huruf {value}” tidak terbaca: huruf berupa angka"
        return Term("huruf", value, end, (note,), unread=True)
    return Term("ayat" if word == "ayat" else "angka", value, _past_gloss(tokens, end))


def _past_gloss(tokens: Tokens, index: int) -> int:
    """Skip a number spelt out behind itself: "angka 4 (empat)"."""
    if tokens.norm(index) == "(" and tokens[index + 1].is_word and tokens.norm(index + 2) == ")":
        return index if tokens[index + 1].is_letter else index + 3
    return index


def _lettered(tokens: Tokens, word: str, at: int) -> Term | None:
    token = tokens[at]
    if word in ("angka", "ayat") and token.norm in _ROMAN and token.text.isupper():
        note = f"“{word} {token.text}” dibaca sebagai angka {_ROMAN[token.norm]}"
        return Term(word, _ROMAN[token.norm], _close(tokens, at + 1), (note,))
    if token.is_letter and not _is_abbreviation(tokens, at):
        notes = _letter_notes(token)
        if word not in ("huruf", "butir"):
            notes = (*notes, f"“{word} {token.text}” dibaca sebagai huruf")
        return Term("huruf", token.norm, _close(tokens, at + 1), notes)
    return None


def _is_abbreviation(tokens: Tokens, at: int) -> bool:
    """A letter glued by a dot or a slash to another word is no huruf ("huruf S.K.")."""
    after = tokens[at + 2]
    return tokens.norm(at + 1) == "." and tokens[at + 1].glued and after.glued and after.is_word


def _letter_notes(token: Token) -> tuple[str, ...]:
    if token.text == "I":
        return ("“huruf I” (kapital) dibaca sebagai huruf i",)
    return ()


def _close(tokens: Tokens, index: int) -> int:
    return tokens.past(index, *_CLOSERS)


def _pasal(tokens: Tokens, at: int) -> Term | None:
    token = tokens[at]
    if token.norm in ("i", "l") and tokens[at + 1].is_number and tokens[at + 1].glued:
        value = "1" + tokens.norm(at + 1)
        return Term("pasal", value, at + 2, (f"“{token.text}{value[1:]}” dibaca {value}",))
    if token.is_word and token.text.isupper() and token.norm in (*_ROMAN, "viii", "ix", "x"):
        return Term("pasal", token.text, at + 1)
    if not token.is_number or len(token.norm) > 4:
        return None
    if token.norm == "1" and _is_parted_17(tokens, at + 1):
        return Term("pasal", "17", at + 2, ("“1 7” dibaca 17",))
    value, end = token.norm.lstrip("0") or "0", at + 1
    suffix = tokens[end]
    if suffix.is_letter and suffix.glued and suffix.text.isupper():
        value, end = value + suffix.text, end + 1
    return Term("pasal", value, _close(tokens, end))


def next_term(tokens: Tokens, index: int, level: str, separator: str) -> Term | None:
    """Read the term after one of ``level``, with its word or without, behind a separator."""
    if tokens.norm(index) == "\n" and tokens.norm(index + 1) in (*LEVELS[1:], "butir"):
        index += 1
    term = read_term(tokens, index)
    if term:
        return term if _stays(term, separator) else None
    if separator == "":
        index = _past_loose_word(tokens, index, level)
    return _bare(tokens, index, level, separator)


def _past_loose_word(tokens: Tokens, index: int, level: str) -> int:
    """Skip "nomor" or "ke-" between a huruf and its angka, and the colon of "Pasal 17: b, h"."""
    if level == "huruf" and tokens.norm(index) == "nomor":
        return tokens.past(index + 1, ".")
    if level == "huruf" and tokens.norm(index) == "ke" and tokens.norm(index + 1) == "-":
        return index + 2
    lone = tokens[index + 1].is_letter and not tokens[index + 2].is_word
    if level == "pasal" and tokens.norm(index) == ":" and lone:
        return index if is_marker(tokens, index + 1) else index + 1
    return index


def _stays(term: Term, separator: str) -> bool:
    """Another Pasal begins another run, whose law may differ; unless it ends a range."""
    return term.level != "pasal" or separator == "range"


def _is_parted_17(tokens: Tokens, at: int) -> bool:
    """Return whether a space parted 17 ("Pasal 1 7 huruf h"): a huruf must follow."""
    after = tokens[tokens.past(at + 1, "(", ".")]
    return tokens[at].text == "7" and (after.norm == "huruf" or after.is_letter)


def _bare(tokens: Tokens, index: int, level: str, separator: str) -> Term | None:
    """Read a value without its level's word: the "b" of "huruf a dan b", the "(3)" of "17 (3)"."""
    if separator == "" and tokens.norm(index) == "." and tokens[index].glued:
        index += _dot_binds(tokens, index, level)
    opened = tokens.norm(index) in ("(", "[")
    if opened and is_bracketed_marker(tokens, index):
        return None
    at = tokens.past(index, "(", "[", '"', "“")
    token = tokens[at]
    if not opened and is_marker(tokens, at):
        return None
    if token.is_number and len(token.norm) <= 3:
        return _bare_number(tokens, at, level, separator)
    if token.is_letter and _letter_fits(tokens, at, level, separator, opened=opened):
        return Term("huruf", token.norm, _close(tokens, at + 1), _letter_notes(token))
    return None


def _dot_binds(tokens: Tokens, index: int, level: str) -> bool:
    """A dot binds "h.4", and "h. 4" where nothing but the end or a law follows."""
    if tokens[index + 1].glued:
        return True
    after = tokens[index + 2]
    return level == "huruf" and not is_marker(tokens, index + 1) and after.norm in ("", "uu", "\n")


def _bare_number(tokens: Tokens, at: int, level: str, separator: str) -> Term | None:
    if tokens.norm(at + 1) == "tahun" or tokens.norm(at + 1) == "/":
        return None
    value, end = tokens.norm(at).lstrip("0") or "0", _close(tokens, at + 1)
    if separator == "range" and level == "huruf":
        return Term("angka", value, end) if tokens[at].glued else None
    if separator:
        return Term(level, value, end) if level != "huruf" else None
    opened = tokens.norm(at - 1) in ("(", "[")
    if level == "pasal":
        return Term("ayat", value, end) if opened else None
    if level == "huruf":
        notes = () if opened or tokens[at].glued else ("kata “angka” tidak tertulis",)
        return Term("angka", value, end, notes)
    return None


def _letter_fits(tokens: Tokens, at: int, level: str, separator: str, *, opened: bool) -> bool:
    """A lone letter is a huruf in a list of them, in brackets, or right after a Pasal or ayat."""
    after = tokens[at + 1]
    if after.glued and (after.is_word or after.norm in ("/", "'", "&")):
        return False
    if opened:
        return tokens.norm(at + 1) in (")", "]")
    if separator in ("and", "comma"):
        return level != "pasal" or tokens.norm(at) in "abcdefghij"
    return separator == "range" or level in ("pasal", "ayat")
