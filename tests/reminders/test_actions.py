"""Each post is told once a day what waits for it, in numbers and days alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from ppid import create_app
from ppid.accounts.access import Person
from ppid.accounts.models import Unit
from ppid.cases.lines import is_closed, read_lines
from ppid.cases.models import Case, ProcedureVersion
from ppid.desk.answer_actions import propose_answer
from ppid.desk.drafts import AnswerDraft, ItemAnswer
from ppid.desk.events import demand_request
from ppid.law.dates import format_date
from ppid.law.requests import Outcome
from ppid.law.standing import last_opening_day
from ppid.mail.models import Mail
from ppid.mail.posts import Post
from ppid.office.queries import work_calendar
from ppid.register.models import Entry
from ppid.register.worklist import GroupKey
from ppid.register.worklist_parts import list_parts, read_members
from ppid.reminders.actions import write_reminders
from ppid.reminders.digests import MOST_LINES, body_of
from ppid.reminders.items import Reminder, Section
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.reminders.conftest import ASKED, NAME

Move = Callable[[date], None]
Read = Callable[[str], str]


def line_of(body: str, number: str) -> str:
    return next((line for line in body.splitlines() if f"{number}:" in line), "")


def test_a_request_due_in_three_working_days_is_told_to_desk_and_ppid(
    ask: Callable[..., str], body_to: Read
) -> None:
    code, later = ask(days_ago=7), ask(days_ago=6)
    write_reminders()

    for post in (Post.DESK, Post.OFFICER):
        assert "sisa 3 hari kerja" in line_of(body_to(post), code)
        assert line_of(body_to(post), later) == ""
    assert line_of(body_to(Post.SUPERIOR), code) == ""


def test_an_overdue_request_says_by_how_much_and_stands_before_others(
    ask: Callable[..., str], body_to: Read
) -> None:
    soon, late = ask(days_ago=8), ask(days_ago=12)
    write_reminders()

    body = body_to(Post.DESK)
    assert "lewat 2 hari kerja" in line_of(body, late)
    assert body.index(late) < body.index(soon)


def test_a_refusal_is_told_to_atasan_ppid_the_day_it_waits(
    ask: Callable[..., str], person: Callable[[str], Person], body_to: Read
) -> None:
    code = ask(days_ago=0, entry="DIK-0025")
    items = demand_request(code).items
    answers = tuple(ItemAnswer(item.id, Outcome.REFUSED, "") for item in items)
    propose_answer(person("meja"), code=code, draft=AnswerDraft(answers))
    write_reminders()

    assert "Setujui penolakan permohonan" in line_of(body_to(Post.SUPERIOR), code)
    assert line_of(body_to(Post.DESK), code) == ""


def test_each_opening_that_is_due_is_told_with_its_last_day(workday: date, body_to: Read) -> None:
    members = read_members(workday, unit="", today=workday)
    ids = [key for part in list_parts(members, GroupKey.EXPIRING) for key in part.ids]
    ending = {Entry.get_by_id(key).number: members.deadlines.ends[key] for key in ids}
    write_reminders()

    assert ending
    for number, end in ending.items():
        last = last_opening_day(end, work_calendar())
        assert format_date(last) in line_of(body_to(Post.OFFICER), number)


def test_what_the_law_has_opened_and_what_is_unreviewed_is_told(
    workday: date, body_to: Read
) -> None:
    members = read_members(workday, unit="", today=workday)
    write_reminders()

    said = {GroupKey.OVERDUE: "terbuka menurut hukum sejak", GroupKey.UNREVIEWED: "ditinjau sejak"}
    for group, words in said.items():
        ids = [key for part in list_parts(members, group) for key in part.ids]
        assert ids
        for key in ids:
            assert words in line_of(body_to(Post.OFFICER), Entry.get_by_id(key).number)


def test_a_unit_with_an_address_is_told_of_its_own_entries_alone(
    workday: date, unit_of: Callable[[str], Unit], body_to: Read
) -> None:
    members = read_members(workday, unit="", today=workday)
    due = [key for part in list_parts(members, GroupKey.UNREVIEWED) for key in part.ids]
    entries = [Entry.get_by_id(key) for key in due]
    unit = unit_of(entries[0].unit.code)
    write_reminders()

    body = body_to(f"unit-{unit.id}")
    for entry in entries:
        assert bool(line_of(body, entry.number)) is (entry.unit_id == unit.id)


@pytest.fixture
def norms(demo: Flask) -> None:
    """Every step of every procedure may take two working days."""
    for row in ProcedureVersion.select():
        steps = [step | {"time_norm": 2} for step in row.document["steps"]]
        row.document = row.document | {"steps": steps}
        row.save()


def test_a_step_that_waits_beyond_its_norm_is_told_to_whose_turn_it_is(
    norms: None, workday: date, on: Move, body_to: Read
) -> None:
    calendar = work_calendar()
    on(later := calendar.add(workday, 1))
    lines = read_lines(Case.select(Case).where(~is_closed()))
    late = {line.number for line in lines if (line.due_on(calendar) or later) < later}
    write_reminders()

    turn = {Role.SUPERIOR: Post.SUPERIOR, Role.OFFICER: Post.OFFICER}
    assert late
    for line in lines:
        assert line.step is not None
        body = body_to(turn.get(line.step.actors[0], Post.OFFICER))
        assert ("melewati waktu bakunya" in line_of(body, line.number)) is (line.number in late)


def test_a_step_without_a_norm_is_never_late(workday: date, on: Move, body_to: Read) -> None:
    on(work_calendar().add(workday, 200))
    write_reminders()

    assert body_to(Post.OFFICER)
    assert not any("waktu bakunya" in body_to(post) for post in Post)


def test_running_again_on_the_same_day_tells_nobody_twice(workday: date) -> None:
    first = write_reminders()
    written = Mail.select().count()

    assert first > 0
    assert write_reminders() == 0
    assert Mail.select().count() == written


def test_what_is_overdue_is_told_every_working_day_and_new_only_once(
    ask: Callable[..., str], workday: date, on: Move, body_to: Read
) -> None:
    code = ask(days_ago=12)
    write_reminders()
    first = line_of(body_to(Post.DESK), code)
    on(work_calendar().add(workday, 1))
    write_reminders()
    second = line_of(body_to(Post.DESK), code)

    assert first.startswith("- [baru] ")
    assert second.startswith(f"- {code}")
    assert "lewat 3 hari kerja" in second


def test_what_is_neither_new_nor_overdue_is_not_told_again(
    workday: date, on: Move, unit_of: Callable[[str], Unit], body_to: Read
) -> None:
    unit = unit_of(unit_with_reviews_alone(workday))
    written = Mail.about.startswith(f"pengingat:unit-{unit.id}:")
    write_reminders()
    first = Mail.select().where(written).count()
    on(work_calendar().add(workday, 1))
    write_reminders()

    assert (first, Mail.select().where(written).count()) == (1, 1)


def unit_with_reviews_alone(day: date) -> str:
    """The code of a unit that has entries to review, and none that ends."""
    members = read_members(day, unit="", today=day)

    def units(group: GroupKey) -> set[str]:
        ids = [key for part in list_parts(members, group) for key in part.ids]
        return {Entry.get_by_id(key).unit.code for key in ids}

    return min(units(GroupKey.UNREVIEWED) - units(GroupKey.EXPIRING) - units(GroupKey.OVERDUE))


def test_nothing_is_written_on_a_day_off(workday: date, on: Move) -> None:
    on(next(day for n in range(7) if (day := workday + timedelta(days=n)).weekday() == 6))

    assert write_reminders() == 0


def test_nothing_is_written_while_no_server_is_set(demo: Flask, workday: date) -> None:
    folder = demo.config["SETTINGS"].data_dir
    silent = create_app(Settings(data_dir=folder, secret_key="k" * 48, app_env="development"))
    with silent.app_context():
        assert write_reminders() == 0

    assert Mail.select().count() == 0


def test_a_mail_holds_no_applicant_no_title_and_no_content(
    ask: Callable[..., str], workday: date
) -> None:
    ask(days_ago=8, entry="DIK-0025")
    write_reminders()

    everything = "\n".join(mail.subject + mail.body for mail in Mail.select())
    titles = [row.title for row in Entry.select(Entry.title)]
    cases = [row.title for row in Case.select(Case.title)]
    assert not [words for words in (NAME, ASKED, *titles, *cases) if words in everything]


def test_each_part_ends_with_the_address_of_its_page(
    ask: Callable[..., str], body_to: Read
) -> None:
    ask(days_ago=8)
    write_reminders()

    assert "\nhttps://ppid.contoh.invalid/permohonan/\n" in body_to(Post.DESK)
    assert "\nhttps://ppid.contoh.invalid/pemeriksaan\n" in body_to(Post.OFFICER)


def test_a_long_part_is_cut_and_says_how_many_more(workday: date) -> None:
    many = [
        Reminder(("officer",), Section.ENTRIES, f"entri:{n}", f"DIK-{n:04}: x.", workday)
        for n in range(MOST_LINES + 7)
    ]

    body = body_of(many, set(), workday)
    assert "- dan 7 lainnya" in body
    assert body.count("DIK-") == MOST_LINES
