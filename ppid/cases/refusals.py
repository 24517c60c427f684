"""The cases' own ways of saying no."""

from datetime import datetime
from typing import Any

from ppid import clock
from ppid.errors import Refused
from ppid.law.dates import format_date


class CaseNotFound(Refused):
    """No case bears this number."""


class ActedMeanwhile(Refused):
    """Somebody else acted in the case after this page was opened: their act stands."""


class DraftChangedMeanwhile(Refused):
    """Somebody else saved the same draft; ``theirs`` is what they wrote, so that both are seen."""

    def __init__(self, *, theirs: dict[str, Any], by: str, at: datetime, revision: int) -> None:
        super().__init__(
            f"Draf ini disimpan oleh {by} pada {say_instant(at)}, sesudah Anda membuka halaman. "
            "Tulisan Anda belum disimpan dan masih ada di isian."
        )
        self.theirs = theirs
        self.by = by
        self.at = at
        self.revision = revision


def say_instant(instant: datetime) -> str:
    """18 Januari 2028 pukul 14.05, by the office's clock."""
    local = clock.local(instant)
    return f"{format_date(local.date())} pukul {local:%H.%M}"
