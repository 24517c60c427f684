"""Entries whose opening must be issued, that the law has opened, or whose review is due."""

from collections.abc import Iterator
from datetime import date

from ppid.law.dates import format_date
from ppid.law.standing import last_opening_day
from ppid.mail.posts import Post
from ppid.register.worklist import GroupKey
from ppid.register.worklist_parts import Members, list_parts, read_members
from ppid.register.worklist_rows import WorkEntry, read_entries
from ppid.reminders.items import Day, Reminder, Section


def remind_of_entries(day: Day) -> Iterator[Reminder]:
    """Openings to be issued at the latest 30 working days before the end (PP 61/2010 Pasal 11),
    entries opened by the law without one, and reviews that are due.
    """
    members = read_members(day.today, unit="", today=day.today)
    for entry in _entries(members, GroupKey.EXPIRING):
        end = members.deadlines.ends.get(entry.id)
        if end and str(entry.until) == end.isoformat():
            yield _opening(day, entry, end)
    for entry in _entries(members, GroupKey.OVERDUE):
        if entry.since:
            yield _opened(day, entry, date.fromisoformat(str(entry.since)))
    for entry in _entries(members, GroupKey.UNREVIEWED):
        yield _review(day, entry, members.deadlines.reviews[entry.id].day)


def _entries(members: Members, group: GroupKey) -> list[WorkEntry]:
    ids = [key for part in list_parts(members, group) for key in part.ids]
    read = read_entries(ids, members.on)
    return [read[key] for key in ids if key in read]


def _opening(day: Day, entry: WorkEntry, end: date) -> Reminder:
    last = last_opening_day(end, day.calendar)
    said = (
        f"terbitkan penetapan pembukaan paling lambat {format_date(last)} ({day.say_left(last)}); "
        f"terbuka mulai {format_date(end)}."
    )
    return _reminder(day, entry, "pembukaan", said, last, is_late=last < day.today)


def _opened(day: Day, entry: WorkEntry, since: date) -> Reminder:
    said = (
        f"terbuka menurut hukum sejak {format_date(since)}; terbitkan penetapan pembukaan dan "
        "masukkan ke DIP."
    )
    return _reminder(day, entry, "terbuka", said, since)


def _review(day: Day, entry: WorkEntry, due: date) -> Reminder:
    said = f"harus ditinjau sejak {format_date(due)}."
    return _reminder(day, entry, "tinjauan", said, due)


def _reminder(
    day: Day, entry: WorkEntry, what: str, said: str, due: date, *, is_late: bool = False
) -> Reminder:
    posts = tuple(dict.fromkeys((Post.OFFICER.value, *day.units([entry.unit_id]))))
    about = f"entri:{entry.number}:{what}:{due.isoformat()}"
    return Reminder(posts, Section.ENTRIES, about, f"{entry.number}: {said}", due, is_late)
