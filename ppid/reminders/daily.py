"""The reminders of each day, written by the serving process itself from six in the morning on."""

from dataclasses import dataclass
from datetime import date, datetime

from flask import Flask

from ppid import clock
from ppid.jobs.actions import enqueue
from ppid.jobs.works import add_work
from ppid.mail.rounds import add_look
from ppid.reminders.actions import write_reminders

KIND = "tulis-pengingat"
LABEL = "Menulis surel pengingat"
FIRST_HOUR = 6


@dataclass
class DailyLook:
    """Asks for the day's reminders once; a process that starts anew asks again, which is harmless:
    a digest is written once a day whoever asks.
    """

    asked_on: date | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether the day ``now`` (office's clock) has its reminders still to come."""
        return now.hour >= FIRST_HOUR and self.asked_on != now.date()

    def __call__(self) -> bool:
        """Ask for them when they are due."""
        now = clock.local(clock.now())
        if not self.is_due(now):
            return False
        enqueue(None, KIND, {"day": now.date().isoformat()}, LABEL)
        self.asked_on = now.date()
        return True


def init_app(app: Flask) -> None:
    """Add the work, and the look that asks for it where mail can be sent."""
    add_work(app, KIND, LABEL, lambda _order, _progress: _write())
    if app.config["SETTINGS"].sends_mail:
        add_look(app, DailyLook())


def _write() -> None:
    write_reminders()
