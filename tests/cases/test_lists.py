"""Lists of cases and the tasks of a person."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.cases.lines import CaseLine, step_after
from ppid.cases.models import CaseEvent
from ppid.cases.opening import open_case
from ppid.cases.queries import CaseState, cases_of_entry, find_entries, list_cases, open_lines
from ppid.cases.task_queries import get_tasks
from ppid.register.models import Entry
from ppid.workflow.progress import fold
from tests.cases.acting import complete_step, end_case, return_case
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient

MakeEntry = Callable[..., Entry]


@pytest.fixture
def ended(officer: User, unit_officer: User, superior: User, opened: str) -> str:
    """A case that was sent back once and then ended as unchanged."""
    note = {"note": "a"}
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data=note)
    complete_step(as_person(officer), number=opened, step=3, data=note)
    return_case(as_person(superior), number=opened, step=4, data={}, reason="Belum lengkap.", to=2)
    complete_step(as_person(unit_officer), number=opened, step=2, data=note)
    complete_step(as_person(officer), number=opened, step=3, data=note)
    end_case(as_person(superior), number=opened, step=4, data={}, reason="Dasar lama masih tepat.")
    return opened


def only_line(user: User, state: CaseState = CaseState.ALL) -> CaseLine:
    return list_cases(as_person(user), state=state).lines[0]


def test_the_last_fact_alone_says_the_same_as_all_facts_folded(ended: str) -> None:
    file = read_case(ended)
    for count in range(1, len(file.events) + 1):
        progress = fold(file.procedure, file.events[:count])
        step = step_after(file.procedure, file.events[count - 1])
        assert (step.number if step else None) == progress.current


def test_a_case_is_listed_by_its_state_with_counts_that_agree(
    officer: User, ended: str, short_procedure: str, make_entry: MakeEntry
) -> None:
    make_entry(2)
    running = open_case(
        as_person(officer), code=short_procedure, title="", entry_numbers=["DIK-0002"]
    )

    page = list_cases(as_person(officer))

    assert [line.number for line in page.lines] == [running]
    assert page.counts == {CaseState.OPEN: 1, CaseState.CLOSED: 1, CaseState.ALL: 2}
    assert only_line(officer, CaseState.CLOSED).ended_label == "Tidak diubah"


def test_a_case_completed_to_its_last_step_is_closed(
    officer: User, unit_officer: User, superior: User, opened: str
) -> None:
    note = {"note": "a"}
    actors = ((1, officer, FILLED), (2, unit_officer, note), (3, officer, note))
    for step, user, data in (*actors, (4, superior, note), (5, officer, note)):
        complete_step(as_person(user), number=opened, step=step, data=data)

    assert only_line(officer, CaseState.CLOSED).ended_label == "Selesai"
    assert list_cases(as_person(officer)).total == 0


@pytest.mark.parametrize(
    ("words", "count"), [("DIK-0001", 1), ("penilaian", 1), ("Telaah", 1), ("gudang", 0)]
)
def test_cases_are_found_by_number_title_and_entry(
    officer: User, opened: str, words: str, count: int
) -> None:
    assert list_cases(as_person(officer), words=words).total == count


def test_my_cases_are_those_in_which_i_acted(officer: User, superior: User, opened: str) -> None:
    assert list_cases(as_person(officer), mine=True).total == 1
    assert list_cases(as_person(superior), mine=True).total == 0


def test_the_cases_of_an_entry_are_found(officer: User, ended: str) -> None:
    entry = Entry.get(Entry.number == "DIK-0001")

    assert [line.number for line in cases_of_entry(as_person(officer), entry.id)] == [ended]


def test_entries_are_found_by_words_of_their_title(officer: User, make_entry: MakeEntry) -> None:
    make_entry(3)
    make_entry(4)

    assert [entry.number for entry in find_entries(as_person(officer), "contoh 4")] == ["DIK-0004"]
    assert find_entries(as_person(officer), " ") == []


def test_a_task_waits_for_whoever_has_the_turn(
    officer: User, unit_officer: User, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    assert [task.line.number for task in get_tasks(as_person(unit_officer)).mine] == [opened]
    waited = get_tasks(as_person(officer))
    assert waited.mine == []
    assert [task.line.number for task in waited.others] == [opened]


def test_a_deadline_counts_working_days_and_is_overdue_after_them(
    officer: User, unit_officer: User, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    assert get_tasks(as_person(unit_officer)).mine[0].days_left == 5

    CaseEvent.update(at=clock.now() - timedelta(days=30)).execute()

    late = get_tasks(as_person(unit_officer)).mine[0]
    assert late.overdue
    assert [task.line.number for task in get_tasks(as_person(officer)).due] == [opened]


def test_the_header_counts_what_waits_for_me(
    sign_in: Callable[[User], PageClient], officer: User, unit_officer: User, opened: str
) -> None:
    assert 'Tugas <span class="count">1</span>' in sign_in(officer).get("/tugas").text
    assert 'Tugas <span class="count">' not in sign_in(unit_officer).get("/tugas").text


def test_the_tasks_page_names_step_case_and_reason_of_a_return(
    sign_in: Callable[[User], PageClient],
    officer: User,
    unit_officer: User,
    superior: User,
    opened: str,
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "a"})
    complete_step(as_person(officer), number=opened, step=3, data={"note": "a"})
    return_case(as_person(superior), number=opened, step=4, data={}, reason="Belum lengkap.", to=2)

    page = sign_in(unit_officer).get("/tugas").text

    assert "Langkah 2 — Memberi masukan" in page
    assert "Dikembalikan: Belum lengkap." in page


def test_the_list_page_shows_states_turn_and_search(
    sign_in: Callable[[User], PageClient], officer: User, opened: str
) -> None:
    client = sign_in(officer)

    page = client.get("/perkara/?q=telaah").text
    assert opened in page
    assert "giliran Anda" in page
    assert "Tidak ada perkara yang memuat “gudang”" in client.get("/perkara/?q=gudang").text
    assert 'id="case-list"' in client.fragment("/perkara/").text


def count_queries(caplog: pytest.LogCaptureFixture, act: Callable[[], object]) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        act()
    return sum("SELECT" in record.getMessage() for record in caplog.records)


def test_the_checklist_asks_the_database_as_often_for_many_entries_as_for_one(
    caplog: pytest.LogCaptureFixture,
    sign_in: Callable[[User], PageClient],
    officer: User,
    short_procedure: str,
    make_entry: MakeEntry,
) -> None:
    numbers = [make_entry(at).number for at in range(1, 13)]
    code, person = short_procedure, as_person(officer)
    small = open_case(person, code=code, title="", entry_numbers=numbers[:1])
    large = open_case(person, code=code, title="", entry_numbers=numbers[1:])
    client = sign_in(officer)

    client.get(f"/perkara/{small}")
    one = count_queries(caplog, lambda: client.get(f"/perkara/{small}"))
    many = count_queries(caplog, lambda: client.get(f"/perkara/{large}"))

    assert one == many
    assert many <= 20


def test_the_tasks_ask_the_database_as_often_for_many_cases_as_for_one(
    caplog: pytest.LogCaptureFixture,
    officer: User,
    short_procedure: str,
    make_entry: MakeEntry,
    opened: str,
) -> None:
    person = as_person(officer)
    one = count_queries(caplog, lambda: open_lines(person))
    for at in range(2, 8):
        number = make_entry(at).number
        open_case(person, code=short_procedure, title="", entry_numbers=[number])

    assert count_queries(caplog, lambda: open_lines(person)) == one


def test_an_entry_s_page_tells_its_cases_in_the_timeline(
    sign_in: Callable[[User], PageClient], officer: User, ended: str
) -> None:
    page = sign_in(officer).get("/register/DIK-0001").text

    assert f"Perkara {ended} dibuka" in page
    assert f"Perkara {ended} ditutup: Tidak diubah" in page


def test_many_words_are_looked_for_as_far_as_a_search_goes(officer: User, opened: str) -> None:
    words = "rahasia " * 600

    assert list_cases(as_person(officer), state=CaseState.ALL, words=words).lines == []
    assert find_entries(as_person(officer), words) == []
