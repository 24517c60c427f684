from datetime import UTC, datetime

from ppid.workflow.events import Event, EventKind, open_case
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")
NOON = datetime(2026, 10, 12, 12, tzinfo=UTC)


def test_a_case_is_opened_under_one_version_of_a_procedure() -> None:
    draft = open_case(SOP, Role.OFFICER)
    assert (draft.seq, draft.round, draft.step) == (1, 1, None)
    assert draft.data == {"procedure": "sop-7-2021", "version": 1}


def test_a_recorded_fact_is_its_draft_with_a_time_and_a_person() -> None:
    event = open_case(SOP, Role.OFFICER).record(at=NOON, actor_id=7, actor_name="Contoh PPID")
    assert event == Event(
        seq=1,
        kind=EventKind.OPENED,
        step=None,
        round=1,
        at=NOON,
        actor_id=7,
        actor_name="Contoh PPID",
        role=Role.OFFICER,
        data={"procedure": "sop-7-2021", "version": 1},
    )


def test_every_kind_of_fact_is_named_in_the_history() -> None:
    assert [kind.label for kind in EventKind] == [
        "Perkara dibuka",
        "Langkah selesai",
        "Dikembalikan",
        "Diakhiri tanpa perubahan",
    ]


def test_a_fact_without_a_reason_or_target_has_none() -> None:
    event = open_case(SOP).record(at=NOON, actor_id=None, actor_name="Contoh PPID")
    assert (event.reason, event.to) == ("", None)
