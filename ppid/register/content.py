"""What is said of an entry, as plain values: drafted, discussed in a case, then determined."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ppid.law.facts import Extent
from ppid.law.periods import Period, describe
from ppid.legal_bases.models import Provision
from ppid.register.models import Classification, LegalBasis

KIP = "uu-14-2008"
GROUND_ARTICLE = "Pasal 17 huruf "


@dataclass(frozen=True)
class BasisDraft:
    """One legal basis: the provision, or only its wording while the catalogue lacks it.

    ``ground`` is the huruf of UU 14/2008 Pasal 17 that the basis itself cites, else None.
    """

    provision_id: int | None
    citation: str
    ground: str | None = None
    reasoning: str = ""

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe values under the names of the attributes."""
        return {
            "provision_id": self.provision_id,
            "citation": self.citation,
            "ground": self.ground,
            "reasoning": self.reasoning,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "BasisDraft":
        """The basis that ``to_dict`` wrote."""
        return cls(
            provision_id=data["provision_id"],
            citation=data["citation"],
            ground=data["ground"],
            reasoning=data["reasoning"],
        )

    @classmethod
    def from_provision(cls, provision: Provision, reasoning: str = "") -> "BasisDraft":
        """The basis in the official wording of the catalogue."""
        return cls(provision.id, cite_provision(provision), ground_of(provision), reasoning)

    @classmethod
    def from_row(cls, row: LegalBasis) -> "BasisDraft":
        """The basis as it is kept."""
        return cls(row.provision_id, row.citation, row.ground, row.reasoning)


@dataclass(frozen=True)
class ClassificationDraft:
    """What a determination is to say of one entry (PP 61/2010 Pasal 4 ayat (2)).

    ``period_text`` keeps the wording of an older paper; ``period`` alone has effect.
    """

    extent: Extent = Extent.WHOLE
    excluded_parts: str = ""
    bases: tuple[BasisDraft, ...] = field(default=())
    consequence_open: str = ""
    benefit_closed: str = ""
    period: Period | None = None
    period_text: str = ""

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe values under the names of the attributes."""
        return {
            "extent": self.extent.value,
            "excluded_parts": self.excluded_parts,
            "bases": [basis.to_dict() for basis in self.bases],
            "consequence_open": self.consequence_open,
            "benefit_closed": self.benefit_closed,
            "period": self.period.to_dict() if self.period else None,
            "period_text": self.period_text,
        }

    def told(self) -> dict[str, str]:
        """The same for people to read, one text for each part."""
        bases = (": ".join(filter(None, (b.citation, b.reasoning))) for b in self.bases)
        return {
            "extent": self.extent.value,
            "excluded_parts": self.excluded_parts,
            "bases": "; ".join(bases),
            "consequence_open": self.consequence_open,
            "benefit_closed": self.benefit_closed,
            "period": describe(self.period) if self.period else "",
            "period_text": self.period_text,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ClassificationDraft":
        """The draft that ``to_dict`` wrote."""
        return cls(
            extent=Extent(data["extent"]),
            excluded_parts=data["excluded_parts"],
            bases=tuple(BasisDraft.from_dict(basis) for basis in data["bases"]),
            consequence_open=data["consequence_open"],
            benefit_closed=data["benefit_closed"],
            period=read_period(data["period"]),
            period_text=data["period_text"],
        )

    @classmethod
    def from_classification(
        cls, row: Classification, bases: Iterable[LegalBasis] | None = None
    ) -> "ClassificationDraft":
        """A classification as it is kept; ``bases`` spares the query when they are at hand."""
        kept = _bases_of(row) if bases is None else bases
        return cls(
            extent=Extent(row.extent),
            excluded_parts=row.excluded_parts,
            bases=tuple(BasisDraft.from_row(basis) for basis in kept),
            consequence_open=row.consequence_open,
            benefit_closed=row.benefit_closed,
            period=read_period(row.period),
            period_text=row.period_text,
        )


def _bases_of(row: Classification) -> Iterable[LegalBasis]:
    return (
        LegalBasis.select().where(LegalBasis.classification == row.id).order_by(LegalBasis.position)
    )


def read_period(kept: Mapping[str, Any] | None) -> Period | None:
    """A period as the database keeps it."""
    return Period.from_dict(kept) if kept else None


def cite_provision(provision: Provision) -> str:
    """``Undang-Undang Nomor 14 Tahun 2008 tentang …, Pasal 17 huruf h angka 4``."""
    return f"{provision.regulation.title}, {provision.cite}"


def ground_of(provision: Provision) -> str | None:
    """The huruf a to j when the provision is UU 14/2008 Pasal 17 itself; None for all others."""
    if provision.regulation.code != KIP or not provision.cite.startswith(GROUND_ARTICLE):
        return None
    return provision.cite.removeprefix(GROUND_ARTICLE)[:1]
