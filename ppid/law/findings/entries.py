"""What the checks look at: an entry as it is written, with its legal bases."""

from dataclasses import dataclass
from datetime import date

from ppid.law.facts import Extent
from ppid.law.grounds import Ground
from ppid.law.periods import Period

_UNDANG_UNDANG = frozenset(
    {"UU", "PERPPU", "PERPU", "UUD", "UU DARURAT", "UNDANG-UNDANG", "UNDANG-UNDANG DARURAT"}
)


@dataclass(frozen=True)
class BasisFacts:
    """One legal basis, resolved against the catalogue as far as it could be.

    ``ground`` is set only for UU 14/2008 Pasal 17; ``regulation_in_force`` is None when nobody
    knows; ``successor`` names what replaced the regulation, if anything did.
    """

    regulation_kind: str
    regulation_number: str
    regulation_year: int | None
    regulation_label: str
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""
    angka: str = ""
    ground: Ground | None = None
    regulation_in_force: bool | None = True
    successor: str = ""
    reasoning: str = ""
    resolved: bool = True

    @property
    def is_undang_undang(self) -> bool:
        """Tell whether it ranks as undang-undang, which alone may close (UU 14/2008 Pasal 2(4))."""
        return self.regulation_kind.strip().upper() in _UNDANG_UNDANG

    @property
    def is_openness_law(self) -> bool:
        """Tell whether it is UU 14/2008 itself."""
        named = (self.regulation_number.strip(), self.regulation_year)
        return self.is_undang_undang and named == ("14", 2008)

    @property
    def label(self) -> str:
        """The regulation with the provision as far as it is named."""
        parts = (
            f"Pasal {self.pasal}" if self.pasal else "",
            f"ayat ({self.ayat})" if self.ayat else "",
            f"huruf {self.huruf or self.ground}" if self.huruf or self.ground else "",
            f"angka {self.angka}" if self.angka else "",
        )
        return " ".join(filter(None, (self.regulation_label, *parts)))


@dataclass(frozen=True)
class ExaminedEntry:
    """An entry as proposed or determined.

    ``period_text`` is what the paper says, ``period`` what a person confirmed of it;
    ``near_duplicates`` are the labels of entries of the same unit that sound alike; ``determined``
    tells whether a determination already closes it.
    """

    title: str
    public_title: str
    extent: Extent
    excluded_parts: str
    given_instead: str
    bases: tuple[BasisFacts, ...]
    consequence_open: str
    benefit_closed: str
    period: Period | None
    period_text: str
    first_excluded_on: date | None
    has_test_sheet: bool
    has_approval: bool
    near_duplicates: tuple[str, ...] = ()
    determined: bool = False

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The huruf of Pasal 17 that the bases name, in the order of the law."""
        return tuple(sorted({basis.ground for basis in self.bases if basis.ground}))
