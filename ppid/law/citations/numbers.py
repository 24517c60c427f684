"""Numbers and years of regulations: "14/2008", "Th2011", "PER/04/M.PAN/03/200 8", "KP-SKJ 8"."""

from dataclasses import dataclass

from ppid.law.citations.tokens import Sort, Tokens

_LINKS = ("/", "-", ".")
_STOPPERS = ("tahun", "tentang", "nomor", "pasal", "huruf", "ayat", "jo", "uu", "romawi")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LONGEST = 60


@dataclass(frozen=True)
class Numbering:
    """A number and a year as found, with the index after them and notes in Indonesian."""

    number: str | None
    year: int | None
    end: int
    notes: tuple[str, ...] = ()


def read_numbering(tokens: Tokens, start: int, *, marked: bool = False) -> Numbering | None:
    """Read "[Nomor] 14 [Tahun 2008]" at ``start``; None if no number stands there.

    ``marked`` says that "Nomor" was read before, so that letters may begin the number.
    """
    index, said = _past_nomor(tokens, start)
    number, after = _read_value(tokens, index, wordy=said or marked)
    if number is None:
        return _lone_year(tokens, start)
    number, year, after, notes = _read_year(tokens, number, after)
    return Numbering(_tidy(number), year, after, notes)


def read_year(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Read a year at ``index``, also one broken by a space ("200 8")."""
    token = tokens[index]
    if not token.is_number:
        return None, index
    digits, end = token.norm, index + 1
    following = tokens[end]
    while len(digits) < 4 and following.is_number and following.start - tokens[end - 1].end <= 2:
        digits, end = digits + following.norm, end + 1
        following = tokens[end]
    year = int(digits) if len(digits) == 4 else 0
    return (year, end) if _FIRST_YEAR <= year <= _LAST_YEAR else (None, index)


def _past_nomor(tokens: Tokens, index: int) -> tuple[int, bool]:
    said = False
    while tokens.norm(index) == "nomor" or tokens.norm(index) in (".", ":", "-"):
        said = said or tokens.norm(index) == "nomor"
        index += 1
    return index, said


def _read_value(tokens: Tokens, index: int, *, wordy: bool) -> tuple[str | None, int]:
    """Read number pieces joined by / - or a dot; a wordy number may begin with letters."""
    start, pieces = index, ""
    while len(pieces) < _LONGEST and _is_piece(tokens, index, pieces, wordy=wordy):
        pieces += _spaced(tokens, index, pieces)
        index += 1
    while pieces and pieces[-1] in _LINKS:
        pieces, index = pieces[:-1], index - 1
    has_digit = any(char.isdigit() for char in pieces)
    return (pieces, index) if has_digit and index > start else (None, start)


def _spaced(tokens: Tokens, index: int, pieces: str) -> str:
    """Return a piece's text, with the space before it if a code is parted there ("KP-SKJ 8")."""
    token = tokens[index]
    text = token.text if token.is_word else token.norm
    parted = pieces and pieces[-1] not in _LINKS and not token.glued and text not in _LINKS
    return f" {text}" if parted else text


def _is_piece(tokens: Tokens, index: int, pieces: str, *, wordy: bool) -> bool:
    token = tokens[index]
    if token.sort is Sort.SIGN:
        return bool(pieces) and token.norm in _LINKS and _links(tokens, index)
    if token.sort not in (Sort.WORD, Sort.NUMBER) or token.norm in _STOPPERS:
        return False
    if not pieces:
        return token.is_number or (wordy and _composed(tokens, index))
    return _joins(tokens, index, pieces)


def _joins(tokens: Tokens, index: int, pieces: str) -> bool:
    token = tokens[index]
    if pieces[-1] in _LINKS:
        return True
    if token.glued:
        return len(token.text) <= 3 or token.is_number
    digitless = not any(char.isdigit() for char in pieces)
    return token.is_number and digitless


def _links(tokens: Tokens, index: int) -> bool:
    """A slash always links; a dot or dash only without spaces, unless dashes part a code."""
    after = tokens[index + 1]
    if after.sort not in (Sort.WORD, Sort.NUMBER):
        return False
    if tokens.norm(index) == "/":
        return True
    return tokens[index].glued and after.glued and after.norm not in _STOPPERS


def _composed(tokens: Tokens, index: int) -> bool:
    """Letters begin a number only if a link or digits follow at once ("PER/04", "KP-SKJ 8")."""
    after = tokens[index + 1]
    if after.is_number:
        return len(tokens[index].text) <= 5 and tokens[index].text.isupper()
    return after.norm in _LINKS and tokens[index + 2].sort in (Sort.WORD, Sort.NUMBER)


def _read_year(
    tokens: Tokens, number: str, after: int
) -> tuple[str, int | None, int, tuple[str, ...]]:
    index = tokens.past(after, ".", ",", ":")
    if tokens[index].sort is Sort.BREAK and tokens.norm(index + 1) == "tahun":
        index += 1
    if tokens.norm(index) == "tahun":
        year, end = read_year(tokens, tokens.past(index + 1, ".", ":"))
        if year:
            return number, year, end, ()
        return number, None, index + 1, ("tahun peraturan tidak terbaca",)
    return _year_inside(tokens, number, after)


def _year_inside(
    tokens: Tokens, number: str, after: int
) -> tuple[str, int | None, int, tuple[str, ...]]:
    """Find the year in a composed number, mending one broken by a space ("03/200 8")."""
    cut = max(number.rfind("/"), number.rfind("-"))
    head, tail = number[: cut + 1], number[cut + 1 :]
    if cut > 0 and tail.isdigit() and len(tail) in (2, 3) and tail[0] in "12":
        year, end = read_year(tokens, after - 1)
        if year:
            return f"{head}{year}", year, end, ("tahun ditulis terpisah spasi",)
    if cut > 0 and _is_year(tail):
        return number, int(tail), after, ()
    if _is_short_year(head[:-1], tail):
        full = 1900 + int(tail) if tail >= "90" else 2000 + int(tail)
        return head[:-1], full, after, (f"tahun dua angka “{tail}” dibaca {full}",)
    year, end = read_year(tokens, after)
    if year and number.isdigit():
        return number, year, end, ("kata “Tahun” tidak tertulis",)
    return number, None, after, ()


def _is_short_year(head: str, tail: str) -> bool:
    """Return whether "14/08" ends with a year: 00 to 29 or 90 to 99 behind a plain number."""
    plain = head.isdigit() and len(tail) == 2 and tail.isdigit()
    return plain and (tail < "30" or tail >= "90")


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def _lone_year(tokens: Tokens, start: int) -> Numbering | None:
    """Read "Tahun 1945" without a number before it."""
    if tokens.norm(start) != "tahun":
        return None
    year, end = read_year(tokens, tokens.past(start + 1, ".", ":"))
    return Numbering(None, year, end) if year else None


def _tidy(number: str) -> str:
    """Take the year off a plain "14/2008" and leading zeros off a plain number."""
    cut = max(number.rfind("/"), number.rfind("-"))
    if cut > 0 and number[:cut].isdigit() and _is_year(number[cut + 1 :]):
        number = number[:cut]
    return number.lstrip("0") or "0" if number.isdigit() else number
