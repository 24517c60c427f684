"""Writing the reminders of a day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from flask import current_app

from ppid import clock
from ppid.db import database
from ppid.mail.outbox import write_mail
from ppid.mail.queries import list_addresses
from ppid.office.queries import work_calendar
from ppid.reminders.digests import body_of, subject_of
from ppid.reminders.items import Day, Reminder
from ppid.reminders.models import ReminderTold
from ppid.reminders.of_entries import remind_of_entries
from ppid.reminders.of_requests import remind_of_requests
from ppid.reminders.of_steps import remind_of_steps


def write_reminders() -> int:
    """Write today's digest to each post that has something new or overdue; how many were written.

    One a post and day however often this runs; none on days off, and none while there is no mail
    server or no address.
    """
    addresses = list_addresses() if current_app.config["SETTINGS"].sends_mail else {}
    day = Day(clock.today(), work_calendar(), addresses)
    if not addresses or not day.calendar.is_workday(day.today):
        return 0
    by_post: dict[str, list[Reminder]] = defaultdict(list)
    for each in remind(day):
        for post in each.posts:
            by_post[post].append(each)
    return sum(_write_digest(day, post, by_post[post]) for post in addresses)


def remind(day: Day) -> Iterator[Reminder]:
    """Everything that waits on that day, as the facts tell it."""
    return chain(remind_of_requests(day), remind_of_entries(day), remind_of_steps(day))


def _write_digest(day: Day, post: str, reminders: Sequence[Reminder]) -> bool:
    with database.atomic():
        new = {each.about for each in reminders} - _told(post)
        if not new and not any(each.is_late for each in reminders):
            return False
        mail = write_mail(
            to=day.addresses[post],
            subject=subject_of(reminders, new),
            body=body_of(reminders, new, day.today),
            about=f"pengingat:{post}:{day.today.isoformat()}",
        )
        if mail is None:
            return False
        for about in sorted(new):
            ReminderTold.create(post=post, about=about, mail=mail)
    return True


def _told(post: str) -> set[str]:
    rows = ReminderTold.select(ReminderTold.about).where(ReminderTold.post == post)
    return {row.about for row in rows}
