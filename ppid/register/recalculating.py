"""Keeping the index true when units, working days or the reminder change."""

from collections.abc import Sequence
from datetime import date, timedelta

from ppid.accounts.models import Unit
from ppid.accounts.signals import unit_renamed
from ppid.law.standing import StandingKind
from ppid.office.signals import calendar_changed, reminder_changed
from ppid.register import index
from ppid.register.models import Entry, EntrySpan

SLACK = timedelta(days=14)


def init_app() -> None:
    """Listen to what the office changes."""
    unit_renamed.connect(refresh_unit)
    calendar_changed.connect(refresh_around)
    reminder_changed.connect(refresh_all)


def refresh_around(days: Sequence[date]) -> None:
    """The days changed: make anew the entries whose last weeks hold one of them.

    A working day more or less moves the day from which an entry is about to end; two weeks of
    slack cover the day before the present beginning of that time.
    """
    touched = EntrySpan.select(EntrySpan.entry).where(
        EntrySpan.standing == StandingKind.EXPIRING,
        EntrySpan.starts_on <= max(days) + SLACK,
        EntrySpan.ends_on > min(days),
    )
    index.refresh(sorted({row.entry_id for row in touched}))


def refresh_unit(unit: Unit) -> None:
    """The unit's name is searched for with its entries: make them anew."""
    held = Entry.select(Entry.id).where(Entry.unit == unit)
    index.refresh([row.id for row in held])


def refresh_all(_workdays: int) -> None:
    """The reminder moved: every ending has another first day."""
    index.rebuild()
