"""The order in which provisions stand in a regulation."""

import re

TOKEN = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def sort_key(cite: str) -> str:
    """A text that sorts as the law counts: Pasal 9 before Pasal 10, huruf a before angka of it."""
    return " ".join(
        token.zfill(5) if token.isdigit() else token.lower() for token in TOKEN.findall(cite)
    )[:200]
