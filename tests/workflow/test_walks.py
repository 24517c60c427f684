"""Any walk through any shipped procedure keeps to its rules."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.errors import Refused
from ppid.workflow.events import Event, EventDraft, EventKind, open_case
from ppid.workflow.moves import complete, end_unchanged, return_to
from ppid.workflow.procedure import Procedure
from ppid.workflow.progress import Progress, StepStatus, fold
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedures

REASON = "Uraian belum cukup untuk ditetapkan."
PROCEDURES = st.sampled_from(shipped_procedures())


def record(draft: EventDraft) -> Event:
    return draft.record(at=datetime(2026, 1, 5, tzinfo=UTC), actor_id=1, actor_name="Contoh")


def legal_moves(progress: Progress) -> list[EventDraft]:
    if progress.current is None:
        return []
    step = progress.procedure.step(progress.current)
    moves = [complete(progress, step.number, step.actors, missing=())]
    moves += [return_to(progress, step.number, to, REASON, step.actors) for to in step.returns]
    if step.may_end:
        moves.append(end_unchanged(progress, step.number, REASON, step.actors))
    return moves


def walk(procedure: Procedure, choices: list[int]) -> list[Event]:
    events = [record(open_case(procedure))]
    for choice in choices:
        moves = legal_moves(fold(procedure, events))
        if moves:
            events.append(record(moves[choice % len(moves)]))
    return events


CHOICES = st.integers(0, 60).flatmap(
    lambda length: st.lists(st.integers(0, 4), min_size=length, max_size=length)
)
WALKS = st.tuples(PROCEDURES, CHOICES).map(lambda drawn: (drawn[0], walk(*drawn)))


@given(WALKS)
def test_an_open_case_has_exactly_one_current_step_and_a_closed_one_none(
    walked: tuple[Procedure, list[Event]],
) -> None:
    progress = fold(*walked)
    current = [state.number for state in progress.states if state.is_current]
    assert current == ([progress.current] if progress.is_open else [])


@given(WALKS)
def test_no_step_is_ever_skipped(walked: tuple[Procedure, list[Event]]) -> None:
    progress = fold(*walked)
    done = [state.number for state in progress.states if state.status is StepStatus.DONE]
    assert done == list(range(1, len(done) + 1))
    assert progress.current in (len(done) + 1, None)


@given(WALKS)
def test_rounds_are_returns_and_one(walked: tuple[Procedure, list[Event]]) -> None:
    returns = [event for event in walked[1] if event.kind is EventKind.RETURNED]
    assert fold(*walked).round == len(returns) + 1


@given(WALKS)
def test_a_case_done_has_every_step_completed_after_the_last_return_that_reached_it(
    walked: tuple[Procedure, list[Event]],
) -> None:
    procedure, events = walked
    for state in fold(procedure, events).states:
        reopened = [event.seq for event in events if event.to and event.to <= state.number]
        if state.completion:
            assert state.completion.seq > max(reopened, default=0)


@given(WALKS)
def test_nothing_ever_written_is_lost(walked: tuple[Procedure, list[Event]]) -> None:
    procedure, events = walked
    kept = [event for state in fold(procedure, events).states for event in state.history]
    assert sorted(kept, key=lambda event: event.seq) == events[1:]


@given(WALKS)
def test_facts_grow_one_by_one_and_the_past_reads_the_same(
    walked: tuple[Procedure, list[Event]],
) -> None:
    procedure, events = walked
    rounds = [fold(procedure, events[:upto]).round for upto in range(1, len(events) + 1)]
    assert rounds == sorted(rounds)
    assert rounds[0] == 1


@given(WALKS, st.integers(-1, 13), st.sets(st.sampled_from(Role)))
def test_a_step_can_be_completed_if_and_only_if_it_is_current_and_the_actor_is_right(
    walked: tuple[Procedure, list[Event]], number: int, roles: set[Role]
) -> None:
    progress = fold(*walked)
    if number == progress.current and roles & set(progress.next_actors):
        after = fold(walked[0], [*walked[1], record(complete(progress, number, roles, missing=()))])
        assert after.state(number).status is StepStatus.DONE
    else:
        with pytest.raises(Refused):
            complete(progress, number, roles, missing=())


@given(WALKS, st.integers(-1, 13), st.integers(-1, 13))
def test_a_return_is_allowed_if_and_only_if_the_current_step_names_its_target(
    walked: tuple[Procedure, list[Event]], number: int, target: int
) -> None:
    procedure, events = walked
    progress = fold(procedure, events)
    if number == progress.current and target in procedure.step(number).returns:
        draft = return_to(progress, number, target, REASON, list(Role))
        assert fold(procedure, [*events, record(draft)]).current == target
    else:
        with pytest.raises(Refused):
            return_to(progress, number, target, REASON, list(Role))


@given(WALKS, st.integers(-1, 13))
def test_a_case_ends_unchanged_only_where_the_procedure_says_so(
    walked: tuple[Procedure, list[Event]], number: int
) -> None:
    procedure, events = walked
    progress = fold(procedure, events)
    if number == progress.current and procedure.step(number).may_end:
        draft = end_unchanged(progress, number, REASON, list(Role))
        assert not fold(procedure, [*events, record(draft)]).is_open
    else:
        with pytest.raises(Refused):
            end_unchanged(progress, number, REASON, list(Role))


@given(PROCEDURES)
def test_yes_at_every_step_leads_to_the_end(procedure: Procedure) -> None:
    progress = fold(procedure, walk(procedure, [0] * len(procedure.steps)))
    assert {state.status for state in progress.states} == {StepStatus.DONE}
    assert not progress.is_open
