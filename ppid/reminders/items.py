"""One thing to be reminded of, and the day on which it is weighed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.law.workdays import WorkCalendar
from ppid.mail.posts import Post, unit_post


class Section(StrEnum):
    """The parts of a digest, in their order, by the page that each leads to."""

    REQUESTS = "requests.list_requests"
    ENTRIES = "worklist.show_worklist"
    STEPS = "cases.list_cases"

    @property
    def label(self) -> str:
        """The heading of the part."""
        return _LABELS[self]


_LABELS = {
    Section.REQUESTS: "Permohonan dan keberatan",
    Section.ENTRIES: "Informasi yang dikecualikan",
    Section.STEPS: "Perkara",
}


@dataclass(frozen=True)
class Reminder:
    """Something that waits for posts. ``about`` names it, and changes when it is to be told anew.

    ``text`` holds numbers and days only: no title, no applicant, no content. ``is_late`` when a
    last day has passed and the act is still owed; such a thing is told every working day.
    """

    posts: tuple[str, ...]
    section: Section
    about: str
    text: str
    due_on: date
    is_late: bool = False


@dataclass(frozen=True)
class Day:
    """The day, its calendar, and the posts that take mail."""

    today: date
    calendar: WorkCalendar
    addresses: Mapping[str, str]

    def left(self, due_on: date) -> int:
        """Working days until then; below zero when it has passed."""
        return self.calendar.count_between(self.today, due_on)

    def say_left(self, due_on: date) -> str:
        """The same in words."""
        left = self.left(due_on)
        if due_on < self.today:
            return f"lewat {-left} hari kerja" if left else "lewat"
        return f"sisa {left} hari kerja" if left else "hari ini"

    def units(self, unit_ids: Iterable[int]) -> tuple[str, ...]:
        """The mailboxes of these units; PPID's where none of them takes mail."""
        own = tuple(post for unit in unit_ids if (post := unit_post(unit)) in self.addresses)
        return own or (Post.OFFICER.value,)
