"""What happened to an entry: past tense, append-only; every standing is derived from these."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.law.grounds import Ground, name_grounds
from ppid.law.periods import Period


class Extent(StrEnum):
    """How much of a document is closed (Perki 1/2021 Pasal 22(2), Pasal 50)."""

    WHOLE = "seluruhnya"
    PARTIAL = "sebagian"


class OpeningKind(StrEnum):
    """The ways out of an exclusion other than its end."""

    DETERMINATION = "penetapan"
    RULING = "putusan"
    CONSENT = "persetujuan"
    PUBLIC_OFFICE = "jabatan_publik"
    OPEN_COURT = "sidang_terbuka"


@dataclass(frozen=True)
class ClassificationFacts:
    """What one determination says of the entry (PP 61/2010 Pasal 4).

    ``label`` names the determination, ``citation`` its legal bases as the reader should see them;
    ``key`` is the caller's own and comes back in the standing.
    """

    key: int
    label: str
    effective_on: date
    grounds: tuple[Ground, ...]
    extent: Extent
    period: Period
    citation: str = ""

    @property
    def source(self) -> str:
        """The determination and its bases: ``Penetapan Nomor 3 Tahun 2025; Pasal 17 huruf h``."""
        named = name_grounds(self.grounds)
        basis = self.citation or (f"Pasal 17 {named}" if named else "")
        return "; ".join(filter(None, (self.label, basis)))


@dataclass(frozen=True)
class OpeningFacts:
    """An act or event that opens: what, from which day, and the paper that proves it.

    ``grounds`` are the huruf it lifts, never more than the law lets it; empty means all of those.
    A ruling that is not ``final`` opens nothing yet (Perki 1/2021 Pasal 52(3)).
    """

    kind: OpeningKind
    on: date
    reference: str
    grounds: tuple[Ground, ...] = ()
    final: bool = True


@dataclass(frozen=True)
class DisputeFacts:
    """An objection, dispute or appeal; it runs from ``opened_on`` until before ``closed_on``."""

    opened_on: date
    closed_on: date | None
    reference: str

    def runs_on(self, day: date) -> bool:
        """Tell whether it was running on ``day``."""
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True)
class EntryFacts:
    """All that is known of one entry; classifications in the order they were issued."""

    first_excluded_on: date | None
    classifications: tuple[ClassificationFacts, ...]
    openings: tuple[OpeningFacts, ...] = ()
    disputes: tuple[DisputeFacts, ...] = ()

    def in_force_on(self, day: date) -> ClassificationFacts | None:
        """The classification of the last determination in effect on ``day``; None before the first.

        Of two that take effect on one day the later issued stands.
        """
        begun = [each for each in self.classifications if each.effective_on <= day]
        return max(reversed(begun), key=lambda each: each.effective_on, default=None)

    @property
    def closed_since(self) -> date | None:
        """The first day of exclusion, from which huruf a counts its 30 years (PP 61 Pasal 5(1)).

        A determination on record before ``first_excluded_on`` proves an earlier one.
        """
        known = [each.effective_on for each in self.classifications]
        if self.first_excluded_on:
            known.append(self.first_excluded_on)
        return min(known, default=None)
