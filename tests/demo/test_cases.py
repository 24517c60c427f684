"""The demo's cases: real cases, as if their people had worked through them on their days."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import User
from ppid.audit.models import AuditRecord
from ppid.cases.files import CaseFile, read_case
from ppid.cases.models import CaseEvent
from ppid.cases.opening import open_case
from ppid.cases.task_queries import get_tasks
from ppid.papers.case_papers import CHANGE_SHEET, DETERMINATION, REPORT, case_paper
from ppid.papers.composing import compose
from ppid.register.content import ClassificationDraft
from ppid.register.models import Classification, Determination
from ppid.workflow.events import EventKind
from ppid.workflow.progress import Ending, StepStatus
from tests.page_client import PageClient

DONE, RUNNING, FRESH = "P-2025-001", "P-2026-001", "P-2026-002"


@pytest.fixture
def finished(demo: Flask) -> CaseFile:
    return read_case(DONE)


def person(name: str) -> Person:
    row: User = User.get(User.username == name)
    return Person(row, grants_of(row.id), 0)


def test_one_case_is_finished_after_a_tidak_and_a_second_round(finished: CaseFile) -> None:
    progress = finished.progress
    returned = [each for each in finished.events if each.kind is EventKind.RETURNED]

    assert progress.ended is Ending.DONE
    assert progress.round == 2
    assert [(each.step, each.to) for each in returned] == [(9, 6)]
    assert "huruf j" in returned[0].reason


@pytest.mark.usefixtures("demo")
def test_one_case_waits_in_the_middle_of_its_formulation() -> None:
    file = read_case(RUNNING)
    state = file.progress.current_state

    assert state is not None
    assert (state.number, state.status, file.progress.round) == (6, StepStatus.IN_PROGRESS, 1)
    assert file.draft is not None
    assert file.draft.saved_by.username == "ppid"
    assert [row["extent"] for row in file.draft.data["rows"]] == [
        *("sebagian", "seluruhnya", "sebagian")
    ]


@pytest.mark.usefixtures("demo")
def test_one_case_has_just_been_opened() -> None:
    file = read_case(FRESH)

    assert file.progress.current == 1
    assert [entry.number for entry in file.entries] == ["DIK-0033", "DIK-0027"]
    assert len(file.events) == 1


def test_facts_bear_the_moments_of_the_file_on_the_offices_clock(finished: CaseFile) -> None:
    told = [
        f"{clock.local(each.at.replace(tzinfo=None)):%Y-%m-%d %H:%M}" for each in finished.events
    ]

    assert told[:2] == ["2025-01-13 08:00", "2025-01-13 08:45"]
    assert told[-1] == "2025-03-24 10:45"
    assert told == sorted(told)


@pytest.mark.usefixtures("demo")
def test_the_next_real_case_takes_the_next_number() -> None:
    number = open_case(person("ppid"), code="sop-7-2021", title="", entry_numbers=["DIK-0009"])

    assert number == "P-2026-003"


def test_semula_is_what_was_in_force_when_the_case_was_opened(finished: CaseFile) -> None:
    said = {entry.before.determination for entry in finished.entries if entry.before}

    assert said == {"1/PPID.DIK/VIII/2023"}


def test_the_case_points_to_the_determination_that_it_brought_about(finished: CaseFile) -> None:
    event = CaseEvent.get(CaseEvent.determination.is_null(False))
    rows = {row["entry_id"]: ClassificationDraft.from_dict(row) for row in event.data["rows"]}
    kept = Classification.select().where(Classification.determination == event.determination_id)

    assert event.case_id == finished.facts.id
    assert event.data["number_text"] == "3/PPID.DIK/III/2025"
    assert rows == {row.entry_id: ClassificationDraft.from_classification(row) for row in kept}


@pytest.mark.usefixtures("demo")
def test_replaying_issues_no_second_determination() -> None:
    issued = [row.number for row in Determination.select().where(Determination.year == 2025)]

    assert sorted(issued) == [1, 2, 3, 4]


def test_the_report_counts_what_happened(finished: CaseFile) -> None:
    report = finished.progress.state(11).completion
    assert report is not None
    figures = {each["label"]: each["value"] for each in report.data["figures"]}

    assert figures["Informasi yang diubah klasifikasinya"] == 5
    assert figures["Pertimbangan yang ditolak (Tidak)"] == 1
    assert figures["Putaran"] == 2
    assert 40 <= figures["Hari kerja yang terpakai"] <= 50


@pytest.mark.parametrize("number", [DONE, RUNNING])
@pytest.mark.usefixtures("demo")
def test_every_done_step_has_its_output_as_file_and_the_place_of_its_paper(number: str) -> None:
    file = read_case(number)
    acts = [(event.step, event.round) for event in file.events if event.step]

    assert [(each.step, each.round) for each in file.attachments] == acts
    assert all(each.hardcopy_place.startswith("Rak 1 / Boks ") for each in file.attachments)


def test_an_output_can_be_fetched(demo_as: Callable[[str], PageClient]) -> None:
    client = demo_as("unit")
    first = read_case(DONE).attachments[0]

    page = client.get(f"/perkara/{DONE}/langkah/1")
    sent = client.browser.get(f"/perkara/{DONE}/lampiran/{first.id}")

    assert "Rak 1 / Boks 11 / Berkas 1" in page.text
    assert "Disposisi Nomor 1/DISP.PPID/I/2025" in sent.text
    sent.close()
    assert first.uploaded_at.date() == date(2025, 1, 13)


@pytest.mark.parametrize("name", ["ppid", "unit", "atasan", "pengarah"])
@pytest.mark.parametrize("number", [DONE, RUNNING])
def test_the_page_of_a_case_opens_for_each_role(
    demo_as: Callable[[str], PageClient], name: str, number: str
) -> None:
    page = demo_as(name).get(f"/perkara/{number}")

    assert number in page.text


@pytest.mark.parametrize("name", ["ppid", "unit2", "atasan", "pengarah"])
def test_the_fresh_case_opens_for_those_who_take_part(
    demo_as: Callable[[str], PageClient], name: str
) -> None:
    assert FRESH in demo_as(name).get(f"/perkara/{FRESH}").text


def test_the_fresh_case_is_hidden_from_another_unit(
    demo_as: Callable[[str], PageClient],
) -> None:
    demo_as("unit").get(f"/perkara/{FRESH}", status=404)


@pytest.mark.parametrize("step", range(1, 12))
def test_every_record_of_the_finished_case_can_be_read(
    demo_as: Callable[[str], PageClient], step: int
) -> None:
    page = demo_as("ppid").get(f"/perkara/{DONE}/langkah/{step}")

    assert "DIK-000" in page.text or step in {1, 8, 9}


def test_the_draft_is_in_the_form_of_the_officer(demo_as: Callable[[str], PageClient]) -> None:
    page = demo_as("ppid").get(f"/perkara/{RUNNING}")

    assert "Saldo, agunan, dan status angsuran pinjaman yang belum lunas." in page.text


@pytest.mark.parametrize("name", [CHANGE_SHEET, DETERMINATION, REPORT])
def test_each_paper_of_the_finished_case_tells_old_and_new_bases(
    finished: CaseFile, name: str
) -> None:
    html = compose(case_paper(finished, name))

    assert re.search(r"Pasal 17 huruf h(?! angka)", html)
    assert "Pasal 17 huruf h angka 4" in html
    assert "Rahasia Dagang, Pasal 3" in html


def test_the_change_sheet_of_the_finished_case_is_no_draft(finished: CaseFile) -> None:
    html = compose(case_paper(finished, CHANGE_SHEET))

    assert "Nomor 2/LPB.DIK/III/2025" in html
    assert "Contoh Penguji Arsip" in html
    assert "DRAF" not in html


@pytest.mark.parametrize(
    ("name", "mine", "others"),
    [
        ("ppid", {RUNNING, FRESH}, set()),
        ("unit", set(), {RUNNING}),
        ("atasan", set(), set()),
        ("pengarah", set(), set()),
    ],
)
def test_tasks_follow_the_roles(demo: Flask, name: str, mine: set[str], others: set[str]) -> None:
    with demo.test_request_context():
        tasks = get_tasks(person(name))

    assert {task.line.number for task in tasks.mine} == mine
    assert {task.line.number for task in tasks.others} == others


@pytest.mark.parametrize("name", ["ppid", "unit", "atasan", "pengarah"])
def test_the_page_of_tasks_opens_for_each_role(
    demo_as: Callable[[str], PageClient], name: str
) -> None:
    page = demo_as(name).get("/tugas")

    assert (RUNNING in page.text) == (name in {"ppid", "unit"})


@pytest.mark.usefixtures("demo")
def test_the_trail_tells_of_each_replayed_case_once() -> None:
    told = [row.summary for row in AuditRecord.select() if row.action == "load-demo-case"]

    assert [summary.split(":")[0] for summary in told] == [
        f"Memuat perkara contoh {number}" for number in (DONE, RUNNING, FRESH)
    ]
