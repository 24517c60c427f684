"""SOP 7/2021 run through its eleven steps with one Tidak, without JavaScript."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.cases.models import CaseEvent
from ppid.cases.opening import open_case
from ppid.register.models import Classification, Determination, Entry
from ppid.workflow.progress import Ending
from tests.cases.conftest import as_person
from tests.cases.step_form import StepForm
from tests.page_client import PageClient

REASONING = "Lembar memuat hasil evaluasi kemampuan orang per orang."

Typed = list[tuple[dict[str, str], str]]  # what is typed, then the button that is pressed

FIRST_ROUND: dict[int, Typed] = {
    1: [({"agenda": "Agenda 2026 butir 4", "instruction": "Telaah dasar huruf i."}, "complete")],
    2: [
        (
            {
                "verdict": "salah",
                "why": "Lembar nilai bukan memorandum.",
                "still_holds": "Ya, nilainya menyangkut orang.",
                "changed": "Penilaian kini per orang.",
                "documents": "Lembar nilai 2026",
            },
            "complete",
        )
    ],
    3: [
        ({"stance": "ubah", "find": "17 h 4"}, "find:"),
        ({}, "add:"),
        ({"reasoning": REASONING}, "complete"),
    ],
    4: [
        (
            {
                "verdicts-0-verdict": "tidak_sesuai",
                "verdicts-0-note": "Bukan memorandum.",
                "verdicts-1-verdict": "sesuai",
                "conclusion": "Huruf i diganti huruf h angka 4.",
            },
            "complete",
        )
    ],
    5: [
        (
            {
                "held_on": "2026-11-16",
                "place": "Ruang Rapat Sekretariat",
                "participants-0-name": "Contoh PPID",
                "participants-0-position": "PPID",
                "participants-0-unit": "Sekretariat",
                "participants-1-name": "Contoh Unit",
                "participants-1-position": "PPID Unit Kerja",
                "participants-1-unit": "Dinas Koperasi",
                "minutes": "Disepakati huruf h angka 4.",
                "conclusion": "Dasar huruf i diganti.",
            },
            "complete",
        )
    ],
    6: [
        ({}, "drop:1:t"),
        (
            {
                "period_fields-kind": "sampai_tanggal",
                "period_fields-starts_on": "2026-11-16",
                "period_fields-ends_on": "2029-11-16",
                "reasoning": REASONING,
            },
            "complete",
        ),
    ],
    7: [({}, "complete")],
    8: [
        (
            {"written_on": "2026-11-20", "addressee": "Atasan PPID"},
            "complete",
        )
    ],
    9: [
        (
            {"answer": "tidak", "to": "7", "reason": "Susunan kata pada lembar perlu dirapikan."},
            "complete",
        )
    ],
}
SECOND_ROUND: dict[int, Typed] = {
    7: [({}, "complete")],
    8: [({}, "complete")],
    9: [({"answer": "ya", "considerations": "Alasannya tepat dan cukup."}, "complete")],
    10: [
        (
            {
                "about": "Pengubahan Klasifikasi Lembar Penilaian",
                "place": "Kota Contoh",
                "signatory-title": "Pejabat Pengelola Informasi dan Dokumentasi",
                "approval-name": "Contoh Pimpinan",
                "approval-title": "Kepala Dinas",
                "dictums": "Mengubah dasar hukum pengecualian.",
            },
            "complete",
        )
    ],
    11: [
        (
            {
                "reported_on": "2026-11-23",
                "obstacles": "Tidak ada.",
                "follow_up": "Memperbarui DIK.",
            },
            "complete",
        )
    ],
}


@pytest.fixture
def finished(
    app: Flask,
    sign_in: Callable[[User], PageClient],
    officer: User,
    unit_officer: User,
    superior: User,
    shipped: None,
    make_entry: Callable[..., Entry],
) -> str:
    """The number of a case that ran from the first step to the last."""
    app.test_cli_runner().invoke(args=["catalogue", "load"])
    make_entry(1, public_title="Lembar penilaian pegawai")
    number = open_case(as_person(officer), code="sop-7-2021", title="", entry_numbers=["DIK-0001"])
    people = {"PPID": officer, "PPID Unit Kerja": unit_officer, "Atasan PPID": superior}
    for steps in (FIRST_ROUND, SECOND_ROUND):
        for step, acts in steps.items():
            current = read_case(number).current_step
            assert current is not None
            assert current.number == step
            client = sign_in(people[current.turn])
            for typed, button in acts:
                press(client, number, step, typed, button)
    return number


def press(client: PageClient, number: str, step: int, typed: dict[str, str], button: str) -> None:
    """Fill in the form of the open step, press a button, and confirm where it asks."""
    answer = StepForm(client, f"/perkara/{number}").fill(**typed).press(button)
    if "konfirmasi" not in answer.location:
        return
    asked = client.get(answer.location).text
    assert "Ya, lanjutkan" in asked
    file = read_case(number)
    assert file.draft is not None
    seen = {"seq": file.progress.next_seq, "revision": file.draft.revision, "action": button}
    client.post(f"/perkara/{number}/langkah/{step}/konfirmasi", seen)


def test_the_sop_runs_through_its_eleven_steps_with_one_tidak(
    finished: str, sign_in: Callable[[User], PageClient], officer: User
) -> None:
    progress = read_case(finished).progress

    assert progress.ended is Ending.DONE
    assert progress.round == 2
    assert [state.completion.round for state in progress.states if state.completion] == [
        *[1] * 6,
        *[2] * 5,
    ]
    page = sign_in(officer).get(f"/perkara/{finished}").text
    assert "Perkara ditutup" in page
    for step in range(1, 12):
        sign_in(officer).get(f"/perkara/{finished}/langkah/{step}")


def test_the_new_classification_is_in_force_and_the_old_one_stays_readable(finished: str) -> None:
    old, new = (
        Classification.select()
        .where(Classification.withdrawn_at.is_null())
        .order_by(Classification.id)
    )

    assert new.previous_id == old.id
    assert [basis.ground for basis in old.bases] == ["i"]
    assert [(basis.ground, basis.reasoning) for basis in new.bases] == [("h", REASONING)]
    assert "Pasal 17 huruf h angka 4" in new.bases[0].citation


def test_the_fact_of_the_determination_names_what_was_issued(finished: str) -> None:
    fact = CaseEvent.get(CaseEvent.step == 10, CaseEvent.kind == "completed")
    issued = Determination.get_by_id(fact.determination_id)

    assert issued.kind == "change"
    assert issued.change_sheet_number.startswith("2/LPP/PPID/")
    assert Determination.select().count() == 2
