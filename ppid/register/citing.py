"""How a legal basis is named in short, on screen and in sentences."""

from functools import lru_cache

from ppid.law.citations import Citation, parse
from ppid.register.content import KIP
from ppid.register.models import LegalBasis


def short_citation(basis: LegalBasis) -> str:
    """``Pasal 17 huruf h angka 4``; other laws with their name: ``UU 43/2009 Pasal 66``."""
    provision = basis.provision
    if provision is None:
        cited = read_citation(basis.citation)
        return cited.compact() if cited else basis.citation
    if provision.regulation.code == KIP:
        return str(provision.cite)
    regulation = provision.regulation
    return f"{regulation.kind} {regulation.number}/{regulation.year} {provision.cite}"


@lru_cache(maxsize=4096)
def read_citation(text: str) -> Citation | None:
    """The one citation in the wording of a basis; None when it names no regulation, or several."""
    citations = parse(text).citations
    one = citations[0] if len(citations) == 1 else None
    return one if one and one.regulation else None
