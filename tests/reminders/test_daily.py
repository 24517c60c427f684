"""The serving process asks for the day's reminders itself; a timer of the server may, too."""

from datetime import date, datetime

from flask import Flask

from ppid import clock
from ppid.jobs.models import Job
from ppid.jobs.runner import run_waiting
from ppid.mail.models import Mail
from ppid.mail.outbox import LABEL
from ppid.mail.rounds import go_round
from ppid.reminders.daily import KIND, DailyLook

MORNING = datetime(2026, 11, 23, 6, 0)  # noqa: DTZ001 - the office's clock


def test_a_day_is_due_from_six_in_the_morning_until_it_was_asked_for() -> None:
    fresh, asked = DailyLook(), DailyLook(asked_on=MORNING.date())

    assert fresh.is_due(MORNING)
    assert not fresh.is_due(MORNING.replace(hour=5, minute=59))
    assert not asked.is_due(MORNING.replace(hour=18))
    assert asked.is_due(MORNING.replace(day=24))


def test_the_rounds_have_the_reminders_written_once(demo: Flask, workday: date) -> None:
    now = clock.local(clock.now())
    for _ in range(2):
        go_round(demo)
    run_waiting(demo)

    asked = Job.select().where(Job.kind == KIND).count()
    assert asked == (1 if now.hour >= 6 else 0)
    assert Mail.select().exists() is (now.hour >= 6)


def test_the_command_writes_them_and_tries_to_send(demo: Flask, workday: date) -> None:
    runner = demo.test_cli_runner()
    first = runner.invoke(args=["reminders", "write"])
    again = runner.invoke(args=["reminders", "write"])

    assert first.exit_code == 0, first.output
    assert f"{Mail.select().count()} surel pengingat ditulis." in first.output
    assert "0 surel pengingat ditulis." in again.output
    assert all(mail.attempts for mail in Mail.select())
    assert Job.select().where(Job.label == LABEL).exists()
