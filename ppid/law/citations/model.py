"""What a citation is: a regulation, one provision of it, and how sure the reading is."""

from dataclasses import dataclass, field

from ppid.law.citations import wording
from ppid.law.citations.kinds import RegulationKind

GROUNDS = frozenset("abcdefghij")


@dataclass(frozen=True)
class RegulationRef:
    """A regulation as cited; ``number`` and ``year`` are None where the text names neither.

    ``issuer`` is the minister, body or post of a Permen, Kepmen, Perban and the like; ``region``
    the province, regency or city of regional regulations.
    """

    kind: RegulationKind
    number: str | None = None
    year: int | None = None
    issuer: str | None = None
    region: str | None = None
    title: str | None = None

    @property
    def label(self) -> str:
        """The short kind with its ministry, as the catalogue writes it: ``UU``, ``Permendagri``."""
        return wording.label(self.kind, self.issuer)

    @property
    def key(self) -> tuple[str, str, str, int | None]:
        """What makes two references the same regulation: label, region, number, year."""
        region = wording.plain_region(self.region)
        return self.label.lower(), region, (self.number or "").lower(), self.year

    @property
    def is_kip(self) -> bool:
        """True for Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik."""
        return (self.kind, self.number, self.year) == (RegulationKind.UU, "14", 2008)

    def official(self) -> str:
        """Return the regulation's full name, "Undang-Undang Nomor … Tahun … tentang …"."""
        name = wording.named(self.kind, self.issuer, self.region)
        numbered = wording.numbered(self.kind, self.number, self.year)
        if not numbered and self.title:
            return f"{name} tentang {self.title}"
        return name + numbered + (f" tentang {self.title}" if self.title else "")

    def compact(self) -> str:
        """Return the shortest wording that still tells it apart: ``UU 14/2008``."""
        numbered = wording.compact_number(self.number, self.year)
        place = wording.short_region(self.region)
        return " ".join(part for part in (self.label, place, numbered or self.title) if part)


@dataclass(frozen=True)
class Article:
    """One atomic provision; a part is None where the citation does not go so deep."""

    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    angka: str | None = None

    def official(self) -> str:
        """Return "Pasal 6 ayat (3) huruf d angka 1" without the parts it lacks."""
        return wording.article(self.pasal, self.ayat, self.huruf, self.angka)

    @property
    def is_empty(self) -> bool:
        """True if it names nothing at all."""
        return not (self.pasal or self.ayat or self.huruf or self.angka)


@dataclass(frozen=True)
class Citation:
    """A regulation with at most one provision, read from ``span`` (start, end) of the text.

    ``confidence`` runs from 0 to 1; ``notes`` say in Indonesian what was inferred or is uncertain;
    ``joined`` is true after "jo.".
    """

    regulation: RegulationRef | None
    article: Article | None = None
    confidence: float = 1.0
    span: tuple[int, int] = (0, 0)
    joined: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def ground(self) -> str | None:
        """The huruf "a" to "j" of UU 14/2008 Pasal 17; None for every other provision."""
        if not (self.regulation and self.regulation.is_kip and self.article):
            return None
        if self.article.pasal != "17" or self.article.huruf not in GROUNDS:
            return None
        return self.article.huruf

    def official(self) -> str:
        """Return the official wording: the regulation, then the provision."""
        parts = (self.regulation and self.regulation.official(), self.article_text)
        return ", ".join(part for part in parts if part)

    def compact(self) -> str:
        """Return ``UU 14/2008 Pasal 17 huruf h angka 4``."""
        parts = (self.regulation and self.regulation.compact(), self.article_text)
        return " ".join(part for part in parts if part)

    @property
    def article_text(self) -> str:
        """The provision's wording, empty if none is cited."""
        return self.article.official() if self.article else ""


@dataclass(frozen=True)
class Fragment:
    """A part of the text that was not read as a citation, with the reason in Indonesian."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True)
class Reading:
    """All that was read from one cell: the untouched text, its citations, and what is left over."""

    text: str
    citations: tuple[Citation, ...]
    not_understood: tuple[Fragment, ...]


def format_citation(citation: Citation) -> str:
    """Return the official wording: "Undang-Undang Nomor … tentang …, Pasal 17 huruf h angka 4"."""
    return citation.official()


def short(citation: Citation) -> str:
    """Return "h.4" for a ground of Pasal 17 UU 14/2008, else "UU 43/2009 Ps. 66 (3)"."""
    article = citation.article or Article()
    below = ".".join(part for part in (article.huruf, article.angka) if part)
    if citation.ground:
        return below
    parts = (
        citation.regulation.compact() if citation.regulation else "",
        f"Ps. {article.pasal}" if article.pasal else "",
        f"({article.ayat})" if article.ayat else "",
        below,
    )
    return " ".join(part for part in parts if part)
