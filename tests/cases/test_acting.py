"""Completing, sending back and ending: who may, in which order, and when two act at once."""

import threading
from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.cases.actions import act_on_step
from ppid.cases.files import read_case
from ppid.cases.kinds.contract import Outcome
from ppid.cases.models import CaseEvent
from ppid.cases.opening import open_case
from ppid.cases.procedure_actions import set_norms
from ppid.cases.refusals import ActedMeanwhile, CaseNotFound
from ppid.db import database
from ppid.errors import Refused
from ppid.register.models import Entry
from ppid.workflow.progress import Ending
from ppid.workflow.refusals import (
    CaseClosed,
    ReasonMissing,
    RequirementMissing,
    WrongActor,
    WrongOrder,
    WrongReturn,
)
from tests.cases.acting import complete_step, end_case, return_case
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient


@pytest.fixture
def at_decision(officer: User, unit_officer: User, superior: User, opened: str) -> str:
    """The number of a case that waits for the decision in step 4."""
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "Masukan"})
    complete_step(as_person(officer), number=opened, step=3, data={"note": "Lembar"})
    return opened


def test_the_wrong_actor_is_told_whose_turn_it_is(unit_officer: User, opened: str) -> None:
    with pytest.raises(WrongActor, match="giliran PPID"):
        complete_step(as_person(unit_officer), number=opened, step=1, data=FILLED)


def test_a_step_cannot_be_skipped(unit_officer: User, opened: str) -> None:
    with pytest.raises(WrongOrder, match="menunggu langkah 1"):
        complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "a"})


def test_a_missing_requirement_is_named(unit_officer: User, officer: User, opened: str) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    with pytest.raises(RequirementMissing, match="Isi catatan"):
        complete_step(as_person(unit_officer), number=opened, step=2, data={"note": ""})


def test_a_return_needs_a_reason_and_an_allowed_step(superior: User, at_decision: str) -> None:
    say_no = as_person(superior)
    with pytest.raises(ReasonMissing):
        return_case(say_no, number=at_decision, step=4, data={}, reason="")
    with pytest.raises(WrongReturn):
        return_case(say_no, number=at_decision, step=4, data={}, reason="Belum lengkap.", to=1)


def test_a_return_leads_back_by_default_and_counts_the_round(
    superior: User, at_decision: str
) -> None:
    return_case(
        as_person(superior), number=at_decision, step=4, data={"note": "x"}, reason="Belum lengkap."
    )

    progress = read_case(at_decision).progress
    assert (progress.current, progress.round) == (3, 2)
    assert progress.state(3).returned_reason == "Belum lengkap."


def test_what_was_considered_is_kept_beside_the_reason_of_a_return(
    superior: User, at_decision: str
) -> None:
    return_case(
        as_person(superior), number=at_decision, step=4, data={"note": "x"}, reason="Belum lengkap."
    )

    last = CaseEvent.select().order_by(CaseEvent.seq.desc()).first()
    assert last.data == {"note": "x", "to": 3, "reason": "Belum lengkap."}


def test_an_ended_case_takes_nothing_more(superior: User, officer: User, at_decision: str) -> None:
    end_case(
        as_person(superior), number=at_decision, step=4, data={}, reason="Dasar lama masih tepat."
    )

    assert read_case(at_decision).progress.ended is Ending.UNCHANGED
    with pytest.raises(CaseClosed):
        complete_step(as_person(officer), number=at_decision, step=5, data={"note": "a"})


def test_an_effect_that_is_refused_leaves_nothing_behind(
    officer: User, superior: User, at_decision: str
) -> None:
    complete_step(as_person(superior), number=at_decision, step=4, data={"note": "Ya"})
    before = (CaseEvent.select().count(), AuditRecord.select().count())

    with pytest.raises(Refused, match="tertahan"):
        complete_step(as_person(officer), number=at_decision, step=5, data={"note": "gagal"})

    assert (CaseEvent.select().count(), AuditRecord.select().count()) == before


def test_what_an_effect_brought_about_is_kept_with_the_fact(
    officer: User, superior: User, at_decision: str
) -> None:
    complete_step(as_person(superior), number=at_decision, step=4, data={"note": "Ya"})
    event = complete_step(as_person(officer), number=at_decision, step=5, data={"note": "a"})

    kept = CaseEvent.get(CaseEvent.seq == event.seq)
    assert kept.data == {"note": "a", "stamp": "resmi"}


def test_every_act_leaves_its_trail_on_the_case_and_its_entries(officer: User, opened: str) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    record = AuditRecord.get(AuditRecord.action == "complete-step")
    assert record.actor_name == officer.name
    assert record.changes == [
        {"field": "langkah", "before": "1 (putaran 1)", "after": "2 (putaran 1)"}
    ]
    subjects = {row.kind for row in AuditSubject.select().where(AuditSubject.record == record)}
    assert subjects == {"case", "entry"}


def test_a_form_opened_before_the_last_act_is_refused_naming_who_acted(
    officer: User, opened: str
) -> None:
    seq = read_case(opened).progress.next_seq
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    with pytest.raises(ActedMeanwhile, match=officer.name):
        act_on_step(
            as_person(officer), number=opened, step=1, seq=seq, data=FILLED, outcome=Outcome()
        )


def test_of_two_people_who_complete_a_step_at_once_one_wins_and_the_other_is_told(
    app: Flask, officer: User, opened: str
) -> None:
    seq = read_case(opened).progress.next_seq
    together = threading.Barrier(4)
    told: list[str] = []

    def act(word: str) -> None:
        with app.app_context():
            together.wait()
            try:
                act_on_step(
                    as_person(officer),
                    number=opened,
                    step=1,
                    seq=seq,
                    data={**FILLED, "agenda": word},
                    outcome=Outcome(),
                )
            except ActedMeanwhile as refusal:
                told.append(refusal.message)
            finally:
                database.close()

    threads = [threading.Thread(target=act, args=(f"Agenda {at}",)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(told) == 3
    assert all("sudah berubah" in message for message in told)
    assert CaseEvent.select().where(CaseEvent.kind == "completed").count() == 1


def test_who_was_too_late_sees_what_they_wrote_and_the_trail_keeps_it(
    sign_in: Callable[[User], PageClient], officer: User, opened: str
) -> None:
    seq = read_case(opened).progress.next_seq
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    sent = {**FILLED, "instruction": "Tulisan yang terlambat", "seq": seq, "action": "complete"}
    page = sign_in(officer).post(f"/perkara/{opened}/langkah/1", sent, status=409).text

    assert "Tulisan yang terlambat" in page
    kept = AuditRecord.get(AuditRecord.action == "keep-unsaved")
    assert {"field": "instruction", "before": None, "after": "Tulisan yang terlambat"} in (
        kept.changes
    )


def test_a_running_case_keeps_its_version_of_the_procedure(
    officer: User, opened: str, short_procedure: str
) -> None:
    set_norms(CommandLine(), code=short_procedure, version=1, norms={1: 9})

    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    file = read_case(opened)
    assert file.procedure.version == 1
    assert file.procedure.step(1).time_norm is None


def test_a_case_that_does_not_exist_is_said_so(app: Flask) -> None:
    with pytest.raises(CaseNotFound):
        read_case("P-1999-001")


def test_the_wrong_actor_gets_the_reason_on_a_page(
    sign_in: Callable[[User], PageClient], unit_officer: User, opened: str
) -> None:
    seq = read_case(opened).progress.next_seq

    sent = {**FILLED, "seq": seq, "action": "complete"}
    page = sign_in(unit_officer).post(f"/perkara/{opened}/langkah/1", sent, status=422).text

    assert "giliran PPID" in page


def test_a_form_with_gaps_comes_back_with_the_fault_beside_its_field(
    sign_in: Callable[[User], PageClient], officer: User, opened: str
) -> None:
    seq = read_case(opened).progress.next_seq

    sent = {**FILLED, "agenda": "", "seq": seq, "action": "complete"}
    page = sign_in(officer).post(f"/perkara/{opened}/langkah/1", sent, status=422).text

    assert "Isi agenda kerja yang mendasari" in page
    assert FILLED["instruction"] in page


def test_issuing_is_done_only_after_it_was_named_and_confirmed(
    sign_in: Callable[[User], PageClient], officer: User, superior: User, at_decision: str
) -> None:
    complete_step(as_person(superior), number=at_decision, step=4, data={"note": "Ya"})
    seq = read_case(at_decision).progress.next_seq
    client = sign_in(officer)
    address = f"/perkara/{at_decision}/langkah/5"

    asked = client.post(address, {"note": "a", "seq": seq, "revision": 0, "action": "complete"})
    assert read_case(at_decision).progress.is_open
    assert "Penetapan akan diterbitkan." in client.get(asked.location).text
    client.post(f"{address}/konfirmasi", {"seq": seq, "revision": 1, "action": "complete"})

    assert read_case(at_decision).progress.ended is Ending.DONE


def test_a_confirmation_of_a_draft_that_changed_is_refused(
    sign_in: Callable[[User], PageClient], officer: User, superior: User, at_decision: str
) -> None:
    complete_step(as_person(superior), number=at_decision, step=4, data={"note": "Ya"})
    seq = read_case(at_decision).progress.next_seq
    address = f"/perkara/{at_decision}/langkah/5"
    client = sign_in(officer)
    client.post(address, {"note": "a", "seq": seq, "revision": 0, "action": "complete"})

    stale = {"seq": seq, "revision": 0, "action": "complete"}
    page = client.post(f"{address}/konfirmasi", stale, status=422).text

    assert "Draf berubah" in page
    assert read_case(at_decision).progress.is_open


def test_a_run_that_happened_before_keeps_its_own_days(
    officer: User, short_procedure: str, make_entry: Callable[..., Entry]
) -> None:
    make_entry(1)
    began, went_on = datetime(2025, 3, 3, 2), datetime(2025, 3, 4, 2)  # noqa: DTZ001 - stored UTC is naive
    person = as_person(officer)

    number = open_case(person, code=short_procedure, title="", entry_numbers=["DIK-0001"], at=began)
    complete_step(
        person, number=number, step=1, data={**FILLED, "due_on": "2025-03-20"}, at=went_on
    )

    assert number == "P-2025-001"
    times = [row.at for row in CaseEvent.select().order_by(CaseEvent.seq)]
    assert times == [began, went_on]
