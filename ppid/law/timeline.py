"""All standings of an entry through time, so that lists and counts are one range test."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ppid.law.lifts import list_lifts
from ppid.law.standing import (
    OPENING_WORKDAYS,
    ClassificationFacts,
    EntryFacts,
    Standing,
    StandingKind,
    standing,
)
from ppid.law.workdays import WorkCalendar


@dataclass(frozen=True)
class Span:
    """One standing from ``starts_on`` (None: from ever) until before ``ends_on`` (None: never)."""

    starts_on: date | None
    ends_on: date | None
    standing: Standing

    def holds(self, day: date) -> bool:
        """Tell whether ``day`` lies in the span."""
        begun = self.starts_on is None or self.starts_on <= day
        return begun and (self.ends_on is None or day < self.ends_on)


def timeline(
    facts: EntryFacts, calendar: WorkCalendar, remind_workdays: int = OPENING_WORKDAYS
) -> tuple[Span, ...]:
    """Every standing in order, gapless and without overlap, from ever for ever.

    For every date, the span that holds it carries exactly ``standing(facts, date)``. Nothing here
    is stored law: it is an index that may be thrown away and made anew (PP 61/2010 Pasal 11(3):
    the end opens by itself, so no job may have to run).
    """
    days = sorted({date.min, *_turning_days(facts, calendar, remind_workdays)})
    told = ((day, standing(facts, day, calendar, remind_workdays)) for day in days)
    runs = [(next(run)[0], said) for said, run in groupby(told, key=lambda pair: pair[1])]
    starts = [None, *(day for day, _said in runs[1:])]
    ends = [*starts[1:], None]
    return tuple(
        Span(start, end, said) for start, end, (_day, said) in zip(starts, ends, runs, strict=True)
    )


def _turning_days(
    facts: EntryFacts, calendar: WorkCalendar, remind_workdays: int
) -> Iterator[date]:
    """The only days on which a standing can change."""
    for dispute in facts.disputes:
        yield dispute.opened_on
        if dispute.closed_on:
            yield dispute.closed_on
    for classification in facts.classifications:
        yield classification.effective_on
        yield from _turns_of(facts, classification, calendar, remind_workdays)


def _turns_of(
    facts: EntryFacts,
    classification: ClassificationFacts,
    calendar: WorkCalendar,
    remind_workdays: int,
) -> Iterator[date]:
    for lift in list_lifts(facts, classification):
        yield lift.on
        if lift.kind is StandingKind.EXPIRED:
            yield calendar.before(lift.on, max(remind_workdays, OPENING_WORKDAYS))
