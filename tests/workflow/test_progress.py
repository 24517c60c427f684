"""How a case stands, told from the facts alone."""

from datetime import UTC, datetime, timedelta

import pytest

from ppid.workflow.events import Event, EventKind, open_case
from ppid.workflow.progress import Ending, Progress, StepStatus, fold
from ppid.workflow.refusals import BrokenHistoryError
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")
START = datetime(2026, 10, 12, 8, tzinfo=UTC)
REASON = "Dasar huruf i belum diuraikan."


def opened(version: int = 1) -> Event:
    draft = open_case(SOP)
    event = draft.record(at=START, actor_id=1, actor_name="Contoh PPID")
    return Event(**{**vars(event), "data": {**draft.data, "version": version}})


def fact(
    seq: int, step: int | None, kind: EventKind, round_: int = 1, to: int | None = None
) -> Event:
    role = SOP.step(step).actors[0] if step and SOP.has_step(step) else None
    data = {"to": to, "reason": REASON} if kind is EventKind.RETURNED else {"n": seq}
    at = START + timedelta(days=seq)
    return Event(seq, kind, step, round_, at, seq, f"Contoh {seq}", role, data)


def done(seq: int, step: int | None, round_: int = 1) -> Event:
    return fact(seq, step, EventKind.COMPLETED, round_)


def steps_done(last: int) -> list[Event]:
    return [opened(), *(done(step + 1, step) for step in range(1, last + 1))]


def returned(to: int) -> list[Event]:
    return [*steps_done(8), fact(10, 9, EventKind.RETURNED, to=to)]


def ended_unchanged() -> Progress:
    return fold(SOP, [*steps_done(8), fact(10, 9, EventKind.ENDED_UNCHANGED)])


def statuses(progress: Progress) -> list[StepStatus]:
    return [state.status for state in progress.states]


def test_statuses_are_told_in_the_words_officials_know() -> None:
    assert [status.label for status in StepStatus] == [
        "Belum dapat dimulai",
        "Siap dikerjakan",
        "Sedang dikerjakan",
        "Selesai",
        "Dikembalikan",
    ]


def test_a_new_case_waits_for_its_first_step() -> None:
    progress = fold(SOP, [opened()])
    assert (progress.round, progress.current, progress.is_open) == (1, 1, True)
    assert statuses(progress) == [StepStatus.READY, *[StepStatus.WAITING] * 10]


def test_steps_that_cannot_start_say_which_step_they_wait_for() -> None:
    progress = fold(SOP, steps_done(5))
    assert [state.waiting_for for state in progress.states] == [None] * 6 + [6] * 5


def test_a_done_step_says_who_did_it_when_and_in_which_role() -> None:
    state = fold(SOP, steps_done(2)).state(2)
    assert state.status is StepStatus.DONE
    assert state.completion is not None
    assert state.completion.at == START + timedelta(days=3)
    assert (state.completion.actor_name, state.completion.role) == ("Contoh 3", Role.UNIT_OFFICER)


def test_a_step_is_ready_since_the_one_before_was_done() -> None:
    state = fold(SOP, steps_done(2)).current_state
    assert state is not None
    assert (state.number, state.ready_since) == (3, START + timedelta(days=3))


def test_the_first_step_is_ready_since_the_case_was_opened() -> None:
    assert fold(SOP, [opened()]).state(1).ready_since == START


def test_the_next_actors_are_those_of_the_current_step() -> None:
    assert fold(SOP, steps_done(8)).next_actors == (Role.SUPERIOR,)


def test_a_draft_shows_that_the_current_step_is_being_worked_on() -> None:
    assert fold(SOP, steps_done(2), {3}).state(3).status is StepStatus.IN_PROGRESS


def test_a_draft_of_another_step_changes_nothing() -> None:
    assert fold(SOP, steps_done(2), {2, 7}) == fold(SOP, steps_done(2))


def test_a_return_reopens_its_target_and_counts_a_round() -> None:
    progress = fold(SOP, returned(to=6))
    assert (progress.round, progress.current) == (2, 6)
    assert statuses(progress) == [
        *[StepStatus.DONE] * 5,
        StepStatus.RETURNED,
        *[StepStatus.WAITING] * 5,
    ]


def test_a_return_shows_its_reason_at_the_step_it_returns_to() -> None:
    state = fold(SOP, returned(to=7)).state(7)
    assert (state.returned_reason, state.returned_from) == (REASON, 9)
    assert state.returned_at == START + timedelta(days=10)


def test_only_the_target_shows_the_reason() -> None:
    progress = fold(SOP, returned(to=3))
    assert [state.number for state in progress.states if state.returned_reason] == [3]


def test_a_return_takes_back_what_was_done_from_its_target_on() -> None:
    progress = fold(SOP, returned(to=7))
    done = [state.number for state in progress.states if state.status is StepStatus.DONE]
    assert done == [1, 2, 3, 4, 5, 6]
    assert progress.state(8).completion is None


def test_what_was_written_in_an_earlier_round_stays_readable() -> None:
    state = fold(SOP, returned(to=6)).state(7)
    assert [event.seq for event in state.outputs] == [8]
    assert state.completion is None


def test_a_step_done_again_keeps_both_outputs_and_counts_the_later() -> None:
    state = fold(SOP, [*returned(to=6), done(11, 6, round_=2)]).state(6)
    assert [event.seq for event in state.outputs] == [7, 11]
    assert state.completion == state.outputs[-1]


def test_a_reopened_step_still_tells_why_once_it_is_done_again() -> None:
    state = fold(SOP, [*returned(to=6), done(11, 6, round_=2)]).state(6)
    assert (state.status, state.returned_reason) == (StepStatus.DONE, REASON)


def test_a_draft_in_a_reopened_step_shows_as_work_and_keeps_the_reason() -> None:
    state = fold(SOP, returned(to=6), {6}).state(6)
    assert (state.status, state.returned_reason) == (StepStatus.IN_PROGRESS, REASON)


def test_a_return_starts_the_waiting_time_of_its_target_anew() -> None:
    assert fold(SOP, returned(to=6)).state(6).ready_since == START + timedelta(days=10)


def test_a_step_that_cannot_start_is_ready_since_nothing() -> None:
    progress = fold(SOP, returned(to=3))
    assert [state.ready_since for state in progress.states[3:]] == [None] * 8


def test_a_return_further_back_replaces_the_reason_of_the_earlier_return() -> None:
    again = [done(10 + n, 5 + n, round_=2) for n in (1, 2, 3)]
    back = fact(14, 9, EventKind.RETURNED, round_=2, to=3)
    progress = fold(SOP, [*returned(to=6), *again, back])
    assert (progress.round, progress.current) == (3, 3)
    assert progress.state(6).returned_reason is None


def test_the_return_is_kept_in_the_history_of_the_step_that_decided() -> None:
    history = fold(SOP, returned(to=6)).state(9).history
    assert [event.kind for event in history] == [EventKind.RETURNED]


def test_a_case_is_closed_when_its_last_step_is_done() -> None:
    progress = fold(SOP, steps_done(11))
    assert (progress.is_open, progress.current, progress.ended) == (False, None, Ending.DONE)
    assert progress.closed_at == START + timedelta(days=12)
    assert set(statuses(progress)) == {StepStatus.DONE}


def test_a_case_ended_unchanged_is_closed_in_the_words_of_its_procedure() -> None:
    progress = ended_unchanged()
    assert (progress.ended, progress.ended_label) == (Ending.UNCHANGED, "Tidak diubah")


def test_the_steps_after_an_ending_wait_for_nothing() -> None:
    progress = ended_unchanged()
    assert (progress.current, progress.next_actors, progress.current_state) == (None, (), None)
    assert progress.state(10).waiting_for is None


def test_endings_are_recorded_under_their_indonesian_codes() -> None:
    assert [ending.value for ending in Ending] == ["selesai", "tidak_diubah"]


def test_an_open_case_has_no_ending() -> None:
    progress = fold(SOP, [opened()])
    assert (progress.ended, progress.ended_label, progress.closed_at) == (None, None, None)


def test_a_step_that_does_not_exist_has_no_state() -> None:
    with pytest.raises(KeyError):
        fold(SOP, [opened()]).state(12)


BROKEN = {
    "no opening": [],
    "a step before the opening": [done(1, 1)],
    "opened twice": [opened(), Event(**{**vars(opened()), "seq": 2})],
    "another version": [opened(version=2)],
    "a fact missing": [opened(), done(3, 1)],
    "a fact twice": [opened(), done(2, 1), done(2, 2)],
    "a skipped step": [opened(), done(2, 2)],
    "a step done twice": [opened(), done(2, 1), done(3, 1)],
    "a step that does not exist": [*steps_done(11), done(13, 12)],
    "no step": [opened(), done(2, None)],
    "another round": [opened(), done(2, 1, round_=2)],
    "a return from a step that cannot": [opened(), fact(2, 1, EventKind.RETURNED, to=1)],
    "a return to a step that is no target": returned(to=5),
    "a return to nowhere": [*steps_done(8), fact(10, 9, EventKind.RETURNED)],
    "an ending where none is allowed": [opened(), fact(2, 1, EventKind.ENDED_UNCHANGED)],
    "a fact after the end": [*steps_done(11), done(13, 11)],
}


@pytest.mark.parametrize("events", BROKEN.values(), ids=BROKEN.keys())
def test_facts_that_no_legal_run_produces_are_told_as_a_broken_record(
    events: list[Event],
) -> None:
    with pytest.raises(BrokenHistoryError):
        fold(SOP, events)
