"""Links as they are written in the handbook, and what becomes of them.

``[words](dasar:uu-14-2008/Pasal 17 huruf h)`` leads into the catalogue of legal bases, to the
provision of that wording, or to the whole regulation when none is named;
``[words](panduan:jangka-waktu)`` leads to another page of the handbook.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_LEGAL = re.compile(r"\[([^\]]+)\]\(dasar:([a-z0-9-]+)(?:/((?:[^()\n]|\([^()\n]*\))+))?\)")
_PAGE = re.compile(r"\[([^\]]+)\]\(panduan:([a-z0-9-]+)\)")


@dataclass(frozen=True)
class Reference:
    """A place in the catalogue: the regulation's code, and the provision's wording or nothing."""

    code: str
    cite: str = ""


Address = Callable[[Reference], str | None]


def legal_references(text: str) -> frozenset[Reference]:
    """Every place of the catalogue that a text points to."""
    return frozenset(Reference(code, cite) for _words, code, cite in _LEGAL.findall(text))


def page_references(text: str) -> frozenset[str]:
    """The slugs of every page of the handbook that a text points to."""
    return frozenset(slug for _words, slug in _PAGE.findall(text))


def put_links(text: str, legal: Address, page: Callable[[str], str]) -> str:
    """Markdown with plain links; where ``legal`` gives no address only the words stay."""

    def to_catalogue(found: re.Match[str]) -> str:
        address = legal(Reference(found[2], found[3] or ""))
        return f"[{found[1]}]({address})" if address else found[1]

    return _PAGE.sub(
        lambda found: f"[{found[1]}]({page(found[2])})", _LEGAL.sub(to_catalogue, text)
    )


def without_links(text: str) -> str:
    """The words alone, for searching."""
    return _PAGE.sub(r"\1", _LEGAL.sub(r"\1", text))
