"""Which signs a paper can bear: those of the fonts that are embedded in it.

What a person reads on screen must stand on the paper too; a sign that would vanish is named.
"""

import re
from collections.abc import Iterable

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u036f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0513"
    "\u2000-\u2010\u2012-\u2022\u2026\u2030\u2032-\u2034\u2039\u203a\u2044\u20ac\u2116\u2122"
    "\u2190-\u2194\u21d2\u2212\u2248\u2260\u2264\u2265\u221a\u221e"
    "\u25a0\u25a1\u25b2\u25b3\u25b6\u25b7\u25bc\u25bd\u25c6\u25c7\u25cb\u25cf\u2610-\u2612"
    "\u2713\u2714\u2717\u2718]"
)
NAMED = 5


def unprintable(text: str) -> list[str]:
    """The signs of a text that no paper can bear, each once, in their order."""
    return list(dict.fromkeys(UNPRINTABLE.findall(text)))


def say_unprintable(signs: Iterable[str]) -> str:
    """What to do about them."""
    named = ", ".join(f"“{sign}”" for sign in list(signs)[:NAMED])
    return f"Tanda {named} tidak dapat dicetak pada naskah; hapus atau ganti dengan kata."
