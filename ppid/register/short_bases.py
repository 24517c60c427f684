"""Legal bases in the few letters that a row has room for."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ppid.register.content import KIP

NO_BREAK = "\N{NO-BREAK SPACE}"
_FIGURE = re.compile(r"huruf [a-j] angka (\d+)")


class BasisRow(NamedTuple):
    """A basis with its article and regulation, where the catalogue has them."""

    ground: str | None
    citation: str
    cite: str | None
    code: str | None
    kind: str | None
    number: str | None
    year: int | None


def short_bases(bases: Iterable[BasisRow]) -> tuple[str, ...]:
    """``h.4`` for Pasal 17 of UU 14/2008, ``UU 43/2009`` for another law; each once."""
    return tuple(dict.fromkeys(filter(None, map(_short, bases))))


def _short(basis: BasisRow) -> str:
    if basis.ground:
        figure = _FIGURE.search(basis.cite or basis.citation)
        return f"{basis.ground}.{figure[1]}" if figure else basis.ground
    if basis.code and basis.code != KIP:
        return f"{basis.kind}{NO_BREAK}{basis.number}/{basis.year}"
    return basis.cite or ""
