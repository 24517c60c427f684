"""What is worked out for a day stays in memory as long as it is needed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Flask

from ppid import clock
from ppid.register.kept_by_day import DAYS_KEPT, KeptByDay


@dataclass(frozen=True)
class Worked:
    """Something worked out."""

    on: date
    change: int


def test_other_days_that_people_ask_for_never_push_today_out(app: Flask) -> None:
    worked: list[date] = []

    def load(on: date, change: int, only: Collection[int] | None = None) -> Worked:
        assert only is None
        worked.append(on)
        return Worked(on, change)

    kept = KeptByDay(load, lambda was, _fresh, _touched: was)
    today = clock.today()
    others = [today - timedelta(days=back) for back in range(1, DAYS_KEPT + 3)]
    for day in (today, *others, today):
        kept.get(day)

    assert worked == [today, *others]
