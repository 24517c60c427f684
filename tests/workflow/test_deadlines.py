from datetime import UTC, date, datetime, timedelta, timezone

from ppid.workflow.deadlines import due_date
from ppid.workflow.events import Event, open_case
from ppid.workflow.moves import complete, return_to
from ppid.workflow.procedure import Procedure
from ppid.workflow.progress import Progress, fold
from ppid.workflow.revision import set_time_norms
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")
FRIDAY = datetime(2026, 10, 16, 9, tzinfo=UTC)
WITA = timezone(timedelta(hours=8))


def add_workdays(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def opened(procedure: Procedure, at: datetime) -> list[Event]:
    return [open_case(procedure).record(at=at, actor_id=1, actor_name="Contoh PPID")]


def case(norm: int | None, at: datetime = FRIDAY) -> Progress:
    procedure = set_time_norms(SOP, {1: norm})
    return fold(procedure, opened(procedure, at))


def test_a_step_without_a_norm_has_no_due_date() -> None:
    assert due_date(case(None), add_workdays) is None


def test_a_norm_counts_working_days_from_the_day_the_step_became_ready() -> None:
    assert due_date(case(3), add_workdays) == date(2026, 10, 21)


def test_the_day_is_read_on_the_clock_of_the_office() -> None:
    late_sunday = datetime(2026, 10, 18, 18, tzinfo=UTC)
    assert due_date(case(1, late_sunday), add_workdays) == date(2026, 10, 19)
    assert due_date(case(1, late_sunday), add_workdays, WITA) == date(2026, 10, 20)


def test_a_return_starts_the_count_of_its_target_anew() -> None:
    procedure = set_time_norms(SOP, {6: 2})
    events = opened(procedure, FRIDAY)
    for number in range(1, 9):
        draft = complete(fold(procedure, events), number, list(Role), missing=())
        events.append(draft.record(at=FRIDAY, actor_id=1, actor_name="Contoh PPID"))
    back = return_to(fold(procedure, events), 9, 6, "Uraian belum cukup.", [Role.SUPERIOR])
    monday = FRIDAY + timedelta(days=10)
    events.append(back.record(at=monday, actor_id=2, actor_name="Contoh Atasan"))
    assert due_date(fold(procedure, events), add_workdays) == date(2026, 10, 28)


def test_a_case_that_has_ended_has_no_due_date() -> None:
    procedure = set_time_norms(SOP, dict.fromkeys(range(1, 12), 1))
    events = opened(procedure, FRIDAY)
    for number in range(1, 12):
        draft = complete(fold(procedure, events), number, list(Role), missing=())
        events.append(draft.record(at=FRIDAY, actor_id=1, actor_name="Contoh PPID"))
    assert due_date(fold(procedure, events), add_workdays) is None
