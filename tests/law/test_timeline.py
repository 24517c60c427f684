from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing import (
    ClassificationFacts,
    DisputeFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
    StandingKind,
    standing,
)
from ppid.law.timeline import Span, timeline
from ppid.law.workdays import WorkCalendar

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
GROUNDS = st.lists(st.sampled_from(Ground), max_size=3, unique=True).map(tuple)
PERIODS = st.builds(
    Period,
    kind=st.sampled_from(PeriodKind),
    starts_on=st.none() | DAYS,
    ends_on=st.none() | DAYS,
    years=st.integers(0, 40),
    event_on=st.none() | DAYS,
)
CLASSIFICATIONS = st.lists(
    st.builds(
        ClassificationFacts,
        key=st.integers(0, 99),
        label=st.just("Penetapan"),
        effective_on=DAYS,
        grounds=GROUNDS,
        extent=st.sampled_from(Extent),
        period=PERIODS,
    ),
    max_size=3,
).map(tuple)
OPENINGS = st.lists(
    st.builds(
        OpeningFacts,
        kind=st.sampled_from(OpeningKind),
        on=DAYS,
        reference=st.sampled_from(["surat 1", "surat 2"]),
        grounds=GROUNDS,
        final=st.booleans(),
    ),
    max_size=3,
).map(tuple)
DISPUTES = st.lists(
    st.builds(
        DisputeFacts, opened_on=DAYS, closed_on=st.none() | DAYS, reference=st.just("sengketa")
    ),
    max_size=2,
).map(tuple)
FACTS = st.builds(EntryFacts, st.none() | DAYS, CLASSIFICATIONS, OPENINGS, DISPUTES)
CALENDARS = st.builds(WorkCalendar, st.frozensets(DAYS, max_size=20))
REMINDERS = st.integers(0, 90)


def span_of(spans: tuple[Span, ...], day: date) -> Span:
    return next(span for span in spans if span.holds(day))


@settings(max_examples=400, deadline=None)
@given(FACTS, CALENDARS, REMINDERS, st.lists(st.dates(), max_size=8), st.data())
def test_on_every_date_the_span_that_holds_it_carries_the_standing(
    facts: EntryFacts, calendar: WorkCalendar, remind: int, days: list[date], data: st.DataObject
) -> None:
    spans = timeline(facts, calendar, remind)
    ends = [each.period.end() for each in facts.classifications]
    back = timedelta(days=data.draw(st.integers(1, 130)))
    near = [span.starts_on for span in spans if span.starts_on]
    near += [end - back for end in ends if end]
    step = timedelta(days=data.draw(st.integers(-1, 1)))
    for day in (*days, *(edge + step for edge in near)):
        assert span_of(spans, day).standing == standing(facts, day, calendar, remind)


@settings(max_examples=60, deadline=None)
@given(FACTS, CALENDARS)
def test_day_by_day_through_five_years_nothing_changes_inside_a_span(
    facts: EntryFacts, calendar: WorkCalendar
) -> None:
    spans = timeline(facts, calendar)
    for step in range(0, 365 * 5, 3):
        day = date(2018, 1, 1) + timedelta(days=step)
        assert span_of(spans, day).standing == standing(facts, day, calendar)


@settings(deadline=None)
@given(FACTS, CALENDARS, REMINDERS)
def test_spans_are_gapless_ordered_and_reach_from_ever_for_ever(
    facts: EntryFacts, calendar: WorkCalendar, remind: int
) -> None:
    spans = timeline(facts, calendar, remind)
    assert spans[0].starts_on is None
    assert spans[-1].ends_on is None
    for left, right in pairwise(spans):
        assert left.ends_on == right.starts_on
        assert left.starts_on is None or left.starts_on < (left.ends_on or date.max)
        assert left.standing != right.standing


def test_an_entry_without_facts_has_one_span_for_ever() -> None:
    spans = timeline(EntryFacts(None, ()), WorkCalendar())
    assert [(span.starts_on, span.ends_on) for span in spans] == [(None, None)]


def test_the_life_of_an_entry_is_told_in_order() -> None:
    period = Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18))
    closed = ClassificationFacts(
        1, "Penetapan 1", date(2025, 1, 18), (Ground.H,), Extent.WHOLE, period
    )
    dispute = DisputeFacts(date(2026, 2, 2), date(2026, 5, 4), "sengketa")
    spans = timeline(EntryFacts(None, (closed,), (), (dispute,)), WorkCalendar())
    assert [(span.starts_on, span.standing.kind) for span in spans] == [
        (None, StandingKind.NOT_DETERMINED),
        (date(2025, 1, 18), StandingKind.EXCLUDED),
        (date(2026, 2, 2), StandingKind.HELD),
        (date(2026, 5, 4), StandingKind.EXCLUDED),
        (date(2027, 12, 7), StandingKind.EXPIRING),
        (date(2028, 1, 18), StandingKind.EXPIRED),
    ]


def test_an_earlier_reminder_moves_the_span_in_which_the_entry_expires() -> None:
    period = Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18))
    closed = ClassificationFacts(1, "P", date(2025, 1, 6), (Ground.H,), Extent.WHOLE, period)
    facts, calendar = EntryFacts(None, (closed,)), WorkCalendar()
    starts = {span.standing.kind: span.starts_on for span in timeline(facts, calendar, 60)}
    assert starts[StandingKind.EXPIRING] == calendar.before(date(2028, 1, 18), 60)


@settings(deadline=None)
@given(FACTS, CALENDARS, DAYS)
def test_what_is_closed_names_a_later_day_of_opening_or_none(
    facts: EntryFacts, calendar: WorkCalendar, day: date
) -> None:
    now = standing(facts, day, calendar)
    if now.kind.is_closed:
        assert now.until is None or now.until > day
        assert now.since is None or now.since <= day
    if now.is_open:
        assert now.since is not None
        assert now.since <= day


@settings(deadline=None)
@given(FACTS, CALENDARS, DAYS)
def test_every_reason_is_a_sentence_and_carries_an_article(
    facts: EntryFacts, calendar: WorkCalendar, day: date
) -> None:
    now = standing(facts, day, calendar)
    assert now.reason[0].isupper()
    assert now.reason.endswith(".")
    assert "Pasal" in now.article
