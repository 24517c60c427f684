"""The index follows what the office and its units change."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid.accounts.actions import save_unit
from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.office.actions import add_holiday, save_settings
from ppid.register.list_queries import count_matches
from ppid.register.models import Entry, EntrySpan
from tests.page_client import PageClient

CLERK = CommandLine()


def expiring_from(number: str) -> date:
    row = (
        EntrySpan.select()
        .join(Entry)
        .where(Entry.number == number, EntrySpan.standing == "akan_berakhir")
        .get()
    )
    return row.starts_on


def test_a_renamed_unit_is_found_by_its_new_name(demo: Flask) -> None:
    unit = Unit.get(Unit.code == "DESDM")
    values = {"name": "Dinas Zamrudiana", "short_name": "Dinzam", "code": "DESDM"}
    save_unit(CLERK, unit, **values, parent=unit.parent_id)

    held = Entry.select().where(Entry.unit == unit).count()
    assert held > 0
    assert count_matches("zamrudiana", date(2026, 11, 22)) == held


def test_a_holiday_of_the_office_moves_the_day_from_which_an_entry_is_about_to_end(
    demo: Flask,
) -> None:
    before = expiring_from("DIK-0011")
    add_holiday(CLERK, day=date(2026, 12, 3), name="Hari jadi provinsi")

    assert expiring_from("DIK-0011") < before


def test_an_earlier_reminder_moves_every_ending(demo: Flask) -> None:
    before = expiring_from("DIK-0011")
    save_settings(CLERK, {"remind_workdays": 60})

    assert expiring_from("DIK-0011") < before


@pytest.mark.parametrize("day", ["2026-12-13", "2026-12-14"])
def test_the_list_asks_the_index_of_the_day(demo_as: Callable[[str], PageClient], day: str) -> None:
    page = demo_as("ppid").get(f"/register/?q=DIK-0011&tanggal={day}").text

    assert ("Terbuka" in page.split("</thead>")[1]) == (day == "2026-12-14")
