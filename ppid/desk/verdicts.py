"""The one big word that the desk answers with, and what may be done on it."""

from enum import StrEnum

from ppid.law.facts import Extent
from ppid.law.standing import Standing
from ppid.law.standing_kinds import StandingKind


class Verdict(StrEnum):
    """What an applicant is told of an entry; the value is the word on screen and on the slip."""

    EXCLUDED = "Dikecualikan"
    PARTIAL = "Sebagian"
    OPEN = "Terbuka"
    HELD = "Tertahan"
    UNKNOWN = "Tidak ada dalam DIK"

    @property
    def kind(self) -> StandingKind:
        """The standing whose shape and colour it bears."""
        return _KINDS[self]

    @property
    def advice(self) -> str:
        """What the officer at the desk does with it, in one sentence."""
        return _ADVICE[self]


_KINDS = {
    Verdict.EXCLUDED: StandingKind.EXCLUDED,
    Verdict.PARTIAL: StandingKind.PARTIAL,
    Verdict.OPEN: StandingKind.EXPIRED,
    Verdict.HELD: StandingKind.HELD,
    Verdict.UNKNOWN: StandingKind.NOT_DETERMINED,
}
_ADVICE = {
    Verdict.EXCLUDED: "Tidak diberikan. Penolakan harus tertulis dan dilampiri penetapannya.",
    Verdict.PARTIAL: "Berikan salinan yang bagian tertutupnya dihitamkan, dengan alasannya.",
    Verdict.OPEN: "Berikan.",
    Verdict.HELD: "Ada keberatan atau sengketa yang berjalan: informasi tetap tertutup sampai "
    "selesai.",
    Verdict.UNKNOWN: "Jangan ditolak atas dasar pengecualian.",
}


def verdict_of(standing: Standing) -> Verdict:
    """The word for a standing; what is about to end is closed until its end."""
    if standing.is_open:
        return Verdict.OPEN
    if standing.kind is StandingKind.HELD:
        return Verdict.HELD
    if not standing.kind.is_closed:
        return Verdict.UNKNOWN
    return Verdict.PARTIAL if standing.extent is Extent.PARTIAL else Verdict.EXCLUDED
