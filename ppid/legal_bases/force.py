"""Whether a regulation is in force on a day, from what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.legal_bases.models import Regulation, RegulationChange


class ChangeKind(StrEnum):
    """What can become of a regulation."""

    REVOKED = "dicabut"
    AMENDED = "diubah"
    ADJUSTED = "disesuaikan"


class Status(StrEnum):
    """How a regulation stands on a day."""

    IN_FORCE = "berlaku"
    AMENDED = "diubah"
    REVOKED = "dicabut"
    NOT_YET = "belum-berlaku"


WORDS = {
    Status.IN_FORCE: "Berlaku",
    Status.AMENDED: "Berlaku, telah diubah",
    Status.REVOKED: "Dicabut",
    Status.NOT_YET: "Belum berlaku",
}


@dataclass(frozen=True)
class Force:
    """How a regulation stands, since when, by what; ``unsure`` when that is not confirmed."""

    status: Status
    on: date | None
    by: Regulation | None
    by_text: str
    unsure: bool

    @property
    def holds(self) -> bool:
        """Whether it may be cited on that day."""
        return self.status in {Status.IN_FORCE, Status.AMENDED}

    @property
    def words(self) -> str:
        """The status as it stands on screen."""
        return WORDS[self.status]


def force_on(regulation: Regulation, changes: Iterable[RegulationChange], day: date) -> Force:
    """The standing of a regulation on ``day``: revocation outweighs amendment.

    A change whose day is not known counts from ever: better no basis than a dead one.
    """
    unsure = is_unsure(regulation)
    if regulation.effective_on and day < regulation.effective_on:
        return Force(Status.NOT_YET, regulation.effective_on, None, "", unsure)
    held = [change for change in changes if change.on is None or change.on <= day]
    for kind, status in (
        (ChangeKind.REVOKED, Status.REVOKED),
        (ChangeKind.AMENDED, Status.AMENDED),
    ):
        last = _last(change for change in held if change.kind == kind)
        if last is not None:
            return Force(status, last.on, last.by, last.by_text, unsure)
    return Force(Status.IN_FORCE, regulation.effective_on, None, "", unsure)


def is_unsure(regulation: Regulation) -> bool:
    """Whether the source itself says that the status is not confirmed."""
    told = f"{regulation.confidence} {regulation.status_confidence}".lower()
    doubts = ("belum dikonfirmasi", "unconfirmed", "pengetahuan", "bertentangan", "hanya sop")
    return any(doubt in told for doubt in doubts)


def _last(changes: Iterable[RegulationChange]) -> RegulationChange | None:
    return max(changes, key=lambda change: (change.on or date.min, change.id), default=None)
