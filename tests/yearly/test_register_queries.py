"""The figures of the register: on its borders, and against its own list."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from flask import Flask

from ppid import clock
from ppid.cases.models import CaseEvent
from ppid.law.standing_kinds import StandingKind
from ppid.register.acts import DeterminationKind
from ppid.register.list_filters import FacetKey, StandingGroup
from ppid.register.models import Entry
from ppid.workflow.events import EventKind
from ppid.yearly.register_queries import (
    Opened,
    RegisterOn,
    count_closed,
    count_determinations,
    count_determined,
    list_finished_cases,
    list_opened,
)
from ppid.yearly.reliance import count_provisions_in_force
from ppid.yearly.terms import quarter_of, year_of

LATER = date(2026, 3, 2)
Close = Callable[..., Entry]


def test_what_ends_on_the_last_day_of_the_year_opened_in_it(close_until: Close) -> None:
    close_until(date(2025, 12, 31))
    close_until(date(2026, 1, 1))

    assert list_opened(quarter_of(2025, 4), LATER) == [
        Opened(date(2025, 12, 31), StandingKind.EXPIRED)
    ]
    assert list_opened(year_of(2026), LATER) == [Opened(date(2026, 1, 1), StandingKind.EXPIRED)]
    assert count_closed(year_of(2025), LATER) == 1


def test_what_will_end_later_this_year_is_not_counted_yet(close_until: Close) -> None:
    close_until(date(2026, 3, 3))

    assert list_opened(year_of(2026), LATER) == []
    assert count_closed(year_of(2026), LATER) == 1


def test_determinations_count_by_their_date(close_until: Close) -> None:
    close_until(date(2030, 1, 1), determined_on=date(2024, 12, 31))
    close_until(date(2030, 1, 1), determined_on=date(2025, 1, 1))

    assert count_determinations(year_of(2024)) == 1
    assert count_determinations(quarter_of(2025, 1), DeterminationKind.INITIAL) == 1
    assert count_determinations(year_of(2025), DeterminationKind.CHANGE) == 0
    assert count_determined(year_of(2025), DeterminationKind.INITIAL) == 1


def test_a_provision_outside_the_catalogue_is_counted_in_its_short_form(
    close_until: Close,
) -> None:
    close_until(date(2030, 1, 1))

    assert sum(count_provisions_in_force(LATER).values()) == 1
    assert count_provisions_in_force(date(2023, 1, 1)) == {}


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_what_is_closed_is_counted_alike_in_three_ways(demo: Flask, year: int) -> None:
    today = clock.today()
    register = RegisterOn(year_of(year).end(today))
    groups = (StandingGroup.EXCLUDED, StandingGroup.PARTIAL, StandingGroup.EXPIRING)

    summed = sum(register.count(group) for group in (*groups, StandingGroup.HELD))

    assert summed == register.count_closed() == count_closed(year_of(year), today) > 0


def test_the_root_unit_holds_all_that_is_closed(demo: Flask) -> None:
    register = RegisterOn(clock.today())
    code, _label = next(register.units())

    assert register.count_closed(FacetKey.UNIT, code) == register.count_closed()


def test_what_opened_is_open_in_the_list_of_the_last_day(demo: Flask) -> None:
    today = clock.today()
    opened = list_opened(year_of(today.year), today)

    assert 0 < len(opened) <= RegisterOn(today).count(StandingGroup.OPEN)
    assert all(one.kind.is_open and one.on <= today for one in opened)


def test_a_case_counts_on_the_day_of_the_office_on_which_it_ended(demo: Flask) -> None:
    finished = {case.on for case in list_finished_cases()}
    ended = CaseEvent.kind == EventKind.COMPLETED.value
    moved = CaseEvent.update(at=datetime(2025, 12, 31, 16, 30)).where(  # noqa: DTZ001 - as stored
        ended
    )
    assert finished
    moved.execute()

    days = {case.on for case in list_finished_cases()}

    assert days == {date(2026, 1, 1)}  # half past midnight in Mataram
