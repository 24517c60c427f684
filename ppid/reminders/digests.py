"""The words of a digest: plain text, one line a thing, one address a part."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby

from flask import current_app

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.reminders.items import Reminder, Section

MOST_LINES = 50
FOOT = """\
Surel ini dikirim oleh program ke kotak surat jabatan; jangan dibalas.
Alamat tujuannya diatur pada Pengaturan, bagian Surel."""


def subject_of(reminders: Sequence[Reminder], new: Collection[str]) -> str:
    """How much there is: ``Pengingat PPID: 2 lewat batas, 3 baru``."""
    late = sum(each.is_late for each in reminders)
    fresh = sum(each.about in new for each in reminders)
    counted = [f"{late} lewat batas"] if late else []
    counted += [f"{fresh} baru"] if fresh else []
    return "Pengingat PPID: " + ", ".join(counted)


def body_of(reminders: Sequence[Reminder], new: Collection[str], today: date) -> str:
    """Everything that waits for the post, part by part, the most pressing first."""
    parts = [f"Yang menunggu pada {format_date(today)}:"]
    order = list(Section)
    ranked = sorted(reminders, key=lambda each: (order.index(each.section), _rank(each)))
    for section, own in groupby(ranked, key=lambda each: each.section):
        parts.append("\n".join(_part(section, list(own), new)))
    return "\n\n".join([*parts, f"-- \n{office().office_name}\n{FOOT}"]) + "\n"


def _part(section: Section, own: list[Reminder], new: Collection[str]) -> Iterator[str]:
    yield section.label.upper()
    for each in own[:MOST_LINES]:
        yield f"- {'[baru] ' if each.about in new else ''}{each.text}"
    if len(own) > MOST_LINES:
        yield f"- dan {len(own) - MOST_LINES} lainnya"
    if address := page_address(section):
        yield address


def page_address(section: Section) -> str:
    """The page of a part below the office's public address; empty while none is set."""
    root = office().public_address.rstrip("/")
    path = current_app.url_map.bind("localhost").build(section.value)
    return f"{root}{path}" if root else ""


def _rank(reminder: Reminder) -> tuple[bool, date, str]:
    return (not reminder.is_late, reminder.due_on, reminder.about)
