"""The demo register: every ground, every kind of period, typical faults; true to the law."""

from datetime import date, timedelta

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.accounts.passwords import verify_password
from ppid.audit.actions import CommandLine
from ppid.demo.fill import fill_demo
from ppid.errors import Refused
from ppid.law.grounds import Ground
from ppid.law.periods import PeriodKind
from ppid.law.standing import standing
from ppid.office.queries import office, signer, work_calendar
from ppid.register import index
from ppid.register.facts import load_facts
from ppid.register.models import (
    Classification,
    Determination,
    Entry,
    EntryFinding,
    EntrySpan,
    LegalBasis,
)

CLERK = CommandLine()


@pytest.fixture
def filled(app: Flask) -> None:
    fill_demo(CLERK)


def spans() -> list[tuple[int, date, date, str, int | None]]:
    rows = EntrySpan.select().order_by(EntrySpan.entry, EntrySpan.starts_on)
    return [
        (row.entry_id, row.starts_on, row.ends_on, row.standing, row.classification_id)
        for row in rows
    ]


@pytest.mark.usefixtures("filled")
def test_the_demo_holds_every_ground_and_every_kind_of_period() -> None:
    grounds = {row.ground for row in LegalBasis.select() if row.ground}
    kinds = {row.period["kind"] for row in Classification.select() if row.period}

    assert Entry.select().count() >= 80
    assert grounds == {ground.value for ground in Ground}
    assert kinds == {kind.value for kind in PeriodKind}


@pytest.mark.usefixtures("filled")
def test_the_demo_has_past_determinations_with_their_own_numbers() -> None:
    numbers = [row.number_text for row in Determination.select().order_by(Determination.id)]

    assert numbers[0] == "1/PPID.DIK/VIII/2023"
    assert "3/PPID.DIK/III/2025" in numbers


@pytest.mark.usefixtures("filled")
def test_the_demo_shows_typical_faults() -> None:
    codes = {row.code for row in EntryFinding.select()}

    assert {
        *("permanen-huruf-a-f", "huruf-j-tanpa-uu-lain", "peraturan-tidak-berlaku"),
        *("tanpa-jangka-waktu", "huruf-tanpa-angka", "hampir-sama", "tanpa-judul-publik"),
    } <= codes


@pytest.mark.usefixtures("filled")
def test_demo_entries_keep_the_numbers_that_the_files_give() -> None:
    assert [entry.number for entry in Entry.select().order_by(Entry.id).limit(2)] == [
        *("DIK-0001", "DIK-0002")
    ]


@pytest.mark.usefixtures("filled")
def test_the_office_and_its_people_are_ready_for_work() -> None:
    assert office().body_name == "Pemerintah Provinsi Contoh"
    assert signer("officer", date(2026, 1, 1)) is not None
    assert all(verify_password("contoh-2026", user.password_hash) for user in User.select())


@pytest.mark.usefixtures("filled")
def test_the_index_says_what_the_law_says_on_any_day() -> None:
    calendar, reminder = work_calendar(), office().remind_workdays
    facts = load_facts([entry.id for entry in Entry.select()])
    told = spans()
    turns = {day for _id, start, _end, _kind, _cls in told for day in (start,)}
    days = {turn + timedelta(step) for turn in turns if turn.year > 1 for step in (-1, 0, 1)}

    for day in sorted(days):
        on_day = {
            entry_id: (kind, classification)
            for entry_id, start, end, kind, classification in told
            if start <= day < end
        }
        expected = {
            entry_id: standing(fact, day, calendar, reminder) for entry_id, fact in facts.items()
        }
        assert on_day == {
            entry_id: (each.kind.value, each.classification) for entry_id, each in expected.items()
        }


@pytest.mark.usefixtures("filled")
def test_an_index_made_anew_is_the_one_that_grew() -> None:
    grown = spans()
    found = {(row.entry_id, row.code) for row in EntryFinding.select()}

    index.rebuild()

    assert spans() == grown
    assert {(row.entry_id, row.code) for row in EntryFinding.select()} == found


@pytest.mark.usefixtures("filled")
def test_a_register_that_holds_entries_is_never_mixed_with_the_demo() -> None:
    with pytest.raises(Refused, match="sudah berisi entri"):
        fill_demo(CLERK)


def test_the_command_fills_and_tells_who_may_sign_in(app: Flask) -> None:
    shell = app.test_cli_runner()

    filled = shell.invoke(args=["demo", "fill", "--password", "kata-sandi-lain"])
    again = shell.invoke(args=["demo", "fill"])

    assert "kata-sandi-lain" in filled.output
    assert "ppid" in filled.output
    assert again.exit_code == 1
