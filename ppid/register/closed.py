"""What is closed on a day, asked in one place: the counts of lists, papers and reports agree."""

from datetime import date
from typing import Any, Final

from ppid.law.standing_kinds import CLOSED_KINDS
from ppid.register.models import Entry, EntrySpan

CLOSED: Final = [kind.value for kind in CLOSED_KINDS]


def closed_on(on: date) -> Any:  # noqa: ANN401 - conditions of peewee
    """Whether a span of a joined entry closes it on that day; what was withdrawn is left out."""
    return (
        (EntrySpan.starts_on <= on)
        & (EntrySpan.ends_on > on)
        & EntrySpan.standing.in_(CLOSED)
        & Entry.withdrawn_at.is_null()
    )


def count_closed(on: date) -> int:
    """How many entries are closed on that day."""
    return int(EntrySpan.select().join(Entry).where(closed_on(on)).count())
