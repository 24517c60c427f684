"""The names of the standings, and how each is told by word, shape and colour."""

from dataclasses import dataclass
from enum import StrEnum


class StandingKind(StrEnum):
    """How an entry, or one of its determinations, can stand on a date."""

    NOT_DETERMINED = "belum_ditetapkan"
    EXCLUDED = "dikecualikan"
    PARTIAL = "dikecualikan_sebagian"
    EXPIRING = "akan_berakhir"
    EXPIRED = "terbuka_karena_berakhir"
    OPENED_DETERMINATION = "terbuka_dengan_penetapan"
    OPENED_RULING = "terbuka_karena_putusan"
    OPENED_CONSENT = "terbuka_karena_persetujuan"
    OPENED_PUBLIC_OFFICE = "terbuka_karena_jabatan_publik"
    OPENED_COURT = "terbuka_di_sidang"
    HELD = "tertahan"
    SUPERSEDED = "digantikan"

    @property
    def is_open(self) -> bool:
        """Tell whether the law has opened the information."""
        return self in OPEN_KINDS

    @property
    def is_closed(self) -> bool:
        """Tell whether a determination still closes the information, or a part of it."""
        return self in CLOSED_KINDS

    @property
    def label(self) -> str:
        """The Indonesian words of the standing."""
        return _LOOKS[self].label

    @property
    def short_label(self) -> str:
        """One or two words, for tables and counts."""
        return _LOOKS[self].short

    @property
    def shape(self) -> str:
        """A character that tells the standing without colour."""
        return _LOOKS[self].shape

    @property
    def css_class(self) -> str:
        """The class that gives it its colour: ``standing-closed``, ``standing-open`` …."""
        return f"standing-{_LOOKS[self].tone}"


OPEN_KINDS = (
    StandingKind.OPENED_RULING,
    StandingKind.OPENED_DETERMINATION,
    StandingKind.OPENED_CONSENT,
    StandingKind.OPENED_PUBLIC_OFFICE,
    StandingKind.OPENED_COURT,
    StandingKind.EXPIRED,
)
"""The open standings, weightiest first: of several that open an entry the first names it."""

CLOSED_KINDS = (
    StandingKind.HELD,
    StandingKind.EXPIRING,
    StandingKind.PARTIAL,
    StandingKind.EXCLUDED,
)
"""The closed standings, weightiest first; they speak only when nothing has opened the entry."""


@dataclass(frozen=True)
class _Look:
    label: str
    short: str
    shape: str
    tone: str


_LOOKS = {
    StandingKind.NOT_DETERMINED: _Look("Belum ditetapkan", "Belum", "◌", "none"),
    StandingKind.EXCLUDED: _Look("Dikecualikan", "Dikecualikan", "●", "closed"),
    StandingKind.PARTIAL: _Look("Dikecualikan sebagian", "Sebagian", "◐", "partial"),
    StandingKind.EXPIRING: _Look("Akan berakhir", "Akan berakhir", "◔", "expiring"),
    StandingKind.EXPIRED: _Look("Terbuka karena jangka waktu berakhir", "Terbuka", "○", "open"),
    StandingKind.OPENED_DETERMINATION: _Look("Terbuka dengan penetapan", "Terbuka", "○", "open"),
    StandingKind.OPENED_RULING: _Look("Terbuka karena putusan", "Terbuka", "○", "open"),
    StandingKind.OPENED_CONSENT: _Look("Terbuka karena persetujuan", "Terbuka", "○", "open"),
    StandingKind.OPENED_PUBLIC_OFFICE: _Look(
        "Terbuka karena jabatan publik", "Terbuka", "○", "open"
    ),
    StandingKind.OPENED_COURT: _Look(
        "Terbuka karena diungkap di sidang terbuka", "Terbuka", "○", "open"
    ),
    StandingKind.HELD: _Look("Tertahan karena keberatan atau sengketa", "Tertahan", "◆", "held"),
    StandingKind.SUPERSEDED: _Look("Digantikan penetapan lain", "Digantikan", "▽", "past"),
}
