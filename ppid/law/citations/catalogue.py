"""Finds citations in the office's catalogue of legal bases; what it lacks becomes a proposal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ppid.law.citations.model import Article, Citation, Reading, RegulationRef
from ppid.law.citations.reading import parse
from ppid.law.citations.wording import plain_region

_NO_YEAR = "tahun tidak tertulis; hanya satu peraturan di katalog yang cocok"
_NO_REGION = "daerah tidak tertulis; hanya satu peraturan di katalog yang cocok"
_BY_TITLE = "dicocokkan dari judul"
_SHALLOWER = "ketentuan itu belum ada di katalog; ditunjuk ketentuan di atasnya"


class Listed(Protocol):
    """One regulation of the catalogue: its key, kind ("Permendagri"), number, year, full title.

    ``cites`` are its provisions as worded there: "Pasal 17 huruf h", "Pasal 7 ayat (1)-(3)".
    """

    @property
    def key(self) -> str:
        """What the catalogue knows the regulation by."""

    @property
    def kind(self) -> str:
        """The short kind, with the ministry: "UU", "Permendagri", "Perda"."""

    @property
    def number(self) -> str | None:
        """The number as text, or None."""

    @property
    def year(self) -> int | None:
        """The year, or None."""

    @property
    def title(self) -> str:
        """The full title or what follows "tentang"."""

    @property
    def cites(self) -> Sequence[str]:
        """The wordings of its provisions."""


@dataclass(frozen=True)
class ListedRegulation:
    """A plain ``Listed``."""

    key: str
    kind: str
    number: str | None
    year: int | None
    title: str
    cites: Sequence[str] = ()


@dataclass(frozen=True)
class Proposal:
    """A regulation, or a provision of a known one, that the catalogue should be asked to add."""

    regulation: RegulationRef
    article: Article | None
    key: str | None = None

    @property
    def wording(self) -> str:
        """The official wording to put before the person who decides."""
        return Citation(self.regulation, self.article).official()


@dataclass(frozen=True)
class Resolved:
    """A citation with the catalogue's key and provision, or with the proposal to add it.

    ``cite`` is the catalogue's wording of the nearest provision; ``exact`` says whether it is the
    very one. A citation without a law resolves to neither key nor proposal.
    """

    citation: Citation
    key: str | None = None
    cite: str | None = None
    exact: bool = False
    proposal: Proposal | None = None
    notes: tuple[str, ...] = ()


class Catalogue:
    """The listed regulations, read once so that many cells can be resolved."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._rows = [(row, _ref_of(row)) for row in listed]
        self._articles = {row.key: _articles_of(row, ref) for row, ref in self._rows}

    def resolve(self, citation: Citation) -> Resolved:
        """Find one citation; never a regulation that differs in kind, number, year or region."""
        ref = citation.regulation
        if ref is None:
            return Resolved(citation)
        found, notes = self._find(ref)
        if found is None:
            return Resolved(citation, proposal=Proposal(ref, citation.article))
        return self._provision(citation, found, notes)

    def _find(self, ref: RegulationRef) -> tuple[Listed | None, tuple[str, ...]]:
        for same, notes in ((_is_same, ()), (_is_same_but_one, (_looser_note(ref),))):
            rows = [row for row, listed in self._rows if same(ref, listed)]
            if len(rows) == 1:
                return rows[0], notes
        return None, ()

    def _provision(self, citation: Citation, row: Listed, notes: tuple[str, ...]) -> Resolved:
        article = citation.article
        if article is None or article.is_empty:
            return Resolved(citation, row.key, exact=True, notes=notes)
        cites = self._articles[row.key]
        if article in cites:
            return Resolved(citation, row.key, cites[article], exact=True, notes=notes)
        nearest = next((cites[above] for above in _above(article) if above in cites), None)
        proposal = Proposal(_ref_of(row), article, row.key)
        notes = (*notes, _SHALLOWER) if nearest else notes
        return Resolved(citation, row.key, nearest, proposal=proposal, notes=notes)


def resolve(reading: Reading, catalogue: Catalogue | Iterable[Listed]) -> tuple[Resolved, ...]:
    """Find all citations of a reading; pass a ``Catalogue`` when there are many readings."""
    known = catalogue if isinstance(catalogue, Catalogue) else Catalogue(catalogue)
    return tuple(known.resolve(citation) for citation in reading.citations)


def _ref_of(row: Listed) -> RegulationRef:
    """Read the catalogue's own row: from its full title, else from kind, number and year."""
    for text in (row.title, f"{row.kind} Nomor {row.number} Tahun {row.year}"):
        for citation in parse(text).citations:
            ref = citation.regulation
            if ref and (ref.number, ref.year) == (row.number, row.year):
                return replace(ref, title=ref.title or row.title)
    raise ValueError(f"{row.key}: jenis “{row.kind}” atau judulnya tidak terbaca")


def _articles_of(row: Listed, ref: RegulationRef) -> dict[Article, str]:
    found: dict[Article, str] = {}
    law = replace(ref, title=None).official()
    for cite in row.cites:
        for citation in parse(f"{law}, {cite}").citations:
            if citation.article and citation.article.pasal:
                found.setdefault(citation.article, cite)
    return found


def _above(article: Article) -> Iterable[Article]:
    """Yield the provisions an article stands in, the nearest first."""
    for level in ("angka", "huruf", "ayat"):
        if getattr(article, level):
            article = replace(article, **{level: None})
            yield article


def _is_same(ref: RegulationRef, listed: RegulationRef) -> bool:
    if not ref.number and not ref.year:
        return False
    return ref.key == listed.key


def _is_same_but_one(ref: RegulationRef, listed: RegulationRef) -> bool:
    """Compare what is written where year, region or the whole number is missing."""
    if ref.label.lower() != listed.label.lower():
        return False
    if not ref.number:
        return bool(ref.title) and _same_title(ref.title, listed.title) and not ref.year
    regions = plain_region(ref.region), plain_region(listed.region)
    same_year = ref.year in (None, listed.year)
    return ref.number == listed.number and same_year and regions[0] in ("", regions[1])


def _same_title(one: str | None, other: str | None) -> bool:
    return (one or "").lower().split() == (other or "").lower().split()


def _looser_note(ref: RegulationRef) -> str:
    if not ref.number:
        return _BY_TITLE
    return _NO_YEAR if ref.year is None else _NO_REGION
