"""How a legal basis is told to the public: by the catalogue, never in an officer's own words."""

from functools import lru_cache

from ppid.law.citations import Citation
from ppid.law.citations.wording import compact_number
from ppid.register.citing import read_citation


@lru_cache(maxsize=4096)
def cite_outside(citation: str) -> str:
    """What is sure of a basis that the catalogue lacks: ``UU 5/2011 Pasal 3``; else nothing.

    Only the kind, number, year and article are told; whatever else was written stays inside.
    """
    cited = read_citation(citation)
    return _tell(cited) if cited else ""


def _tell(cited: Citation) -> str:
    named = cited.regulation
    if named is None or not named.number or not named.year:
        return ""
    numbered = f"{named.kind.value} {compact_number(named.number, named.year)}"
    return " ".join(filter(None, (numbered, cited.article_text)))
