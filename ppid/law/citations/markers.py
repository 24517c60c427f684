"""List markers ("a.", "2)", "-"): letters and numbers that begin an item and cite nothing."""

from ppid.law.citations.tokens import Sort, Tokens
from ppid.law.citations.vocabulary import words

_ENDS = (".", ")")
_LINE_STARTS = (";", ":")


def is_marker(tokens: Tokens, index: int) -> bool:
    """Return whether the token begins an item: a letter or short number, a dot or bracket, a head.

    At the start of the text, of a line, or after ";" the sign alone is enough.
    """
    token = tokens[index]
    if not (token.is_letter or (token.is_number and len(token.text) <= 2)):
        return False
    if tokens.norm(index + 1) not in _ENDS or tokens.norm(index - 1) == "(":
        return False
    after = tokens[index + 2]
    if after.glued and after.is_number:
        return False
    return _starts_line(tokens, index) or _begins_citation(tokens, index + 2)


def is_bracketed_marker(tokens: Tokens, index: int) -> bool:
    """Return whether "(2)" begins an item of a text whose first item begins so."""
    numbered = tokens.norm(0) == "(" and tokens.norm(2) == ")"
    return numbered and tokens.norm(index + 2) == ")" and _begins_citation(tokens, index + 3)


def past_marker(index: int) -> int:
    """Return the index after a marker and its sign."""
    return index + 2


def _starts_line(tokens: Tokens, index: int) -> bool:
    before = tokens[index - 1]
    return before.sort in (Sort.BREAK, Sort.END) or before.norm in _LINE_STARTS


_CITING = words(
    "pasal uu undang peraturan keputusan perki perda pergub perbup perwali perpres keppres inpres "
    "perpu perppu pp permen kepmen perka perlem perban kepgub kepbup instruksi surat sk se uud "
    "kuhp kuhap pmk pojk perma perkap perpol pkpu qanun kepwali huruf"
)


def _begins_citation(tokens: Tokens, index: int) -> bool:
    word = tokens.norm(index)
    return word in _CITING or word.startswith(("permen", "kepmen"))
