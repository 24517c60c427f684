"""The title of a regulation: where "tentang …" ends, and which regulations it only mentions."""

from ppid.law.citations.heads import read_head
from ppid.law.citations.markers import is_marker
from ppid.law.citations.tokens import Sort, Token, Tokens
from ppid.law.citations.vocabulary import words

# After these words a regulation is part of the title ("Perubahan atas UU …"), no basis of its own.
_NESTING = words("atas perubahan pelaksanaan pencabutan penetapan pengesahan terhadap dari dan")
_ENDING = words("yaitu bahwa berbunyi khususnya sebagaimana dimana jo yakni menyatakan menyebutkan")
_UNTITLED = _ENDING | words(
    "dan serta atau pada dalam yang dengan untuk huruf pasal ayat angka butir juga maupun dapat "
    "adalah telah tidak akan bab lampiran bagian"
)
_GAZETTE = ("[", "(lembaran", "(berita")
_TRAILING = ' &,.;:-–—(/“"'
_LINKING = (" serta", " dan", " atau", " jo", " juga", " maupun", " dalam", " pada")


def read_title(tokens: Tokens, start: int) -> tuple[str, int, bool]:
    """Read the title after a head: its text ("" if none), the index after it, "tentang" said."""
    index = tokens.past(start, ".", ",")
    if tokens[index].sort is Sort.BREAK and tokens.norm(index + 1) == "tentang":
        index += 1
    if tokens.norm(index) == "tentang":
        end = title_end(tokens, index + 1)
        return _clean(tokens.between(index + 1, end)), end, True
    if index == start and _untold(tokens[start]) and read_head(tokens, start) is None:
        end = title_end(tokens, start)
        return _clean(tokens.between(start, end)), end, False
    return "", start, False


def title_end(tokens: Tokens, index: int) -> int:
    """Return the index where a title that runs at ``index`` ends."""
    while tokens[index].sort is not Sort.END:
        if _ends_title(tokens, index):
            return index
        nested = _nested_end(tokens, index)
        if nested is None:
            return index
        index = nested
    return index


def _nested_end(tokens: Tokens, index: int) -> int | None:
    """Step over one token, or over a regulation the title names; None if a new one begins."""
    head = read_head(tokens, index)
    if head is None or head.name_only:
        return index + 1
    return head.end if _is_nested(tokens, index) else None


def _is_nested(tokens: Tokens, index: int) -> bool:
    before = tokens[index - 1]
    if before.norm == "dan":
        return False
    return before.norm in _NESTING


def _ends_title(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    if token.sort is Sort.SIGN:
        return _sign_ends(tokens, index)
    if token.sort is Sort.BREAK:
        return _break_ends(tokens, index)
    if token.norm in _ENDING:
        return True
    if token.norm == "bab" and tokens[index + 1].text.isupper():
        return True
    if token.norm in ("pasal", "ayat", "huruf", "angka"):
        return _is_provision(tokens, index)
    return is_marker(tokens, index)


def _is_provision(tokens: Tokens, index: int) -> bool:
    after = tokens[tokens.past(index + 1, "(", ".", ":", '"', "“")]
    return tokens.norm(index) == "pasal" or after.is_number or after.is_letter


def _sign_ends(tokens: Tokens, index: int) -> bool:
    sign, after = tokens.norm(index), tokens[index + 1]
    if sign in (";", ":"):
        return True
    if sign == ".":
        return not after.glued
    if sign == ",":
        return after.norm in _UNTITLED and after.norm not in ("dan", "dengan", "untuk", "yang")
    return False


def _break_ends(tokens: Tokens, index: int) -> bool:
    return tokens[index + 1].sort in (Sort.BREAK, Sort.END) or is_marker(tokens, index + 1)


def _untold(token: Token) -> bool:
    """A word straight after the year begins a title whose "tentang" is missing."""
    return token.is_word and token.norm not in _UNTITLED and not token.is_letter


def _clean(title: str) -> str:
    cuts = [title.lower().find(mark) for mark in _GAZETTE]
    bare = title[: min([cut for cut in cuts if cut > 0], default=None)].strip(_TRAILING)
    for link in _LINKING:
        if bare.lower().endswith(link):
            bare = bare[: -len(link)].strip(_TRAILING)
    return bare.removesuffix(")") if bare.count(")") > bare.count("(") else bare
