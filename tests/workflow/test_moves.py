"""Who may do what, and what the program says to whoever may not."""

from datetime import UTC, datetime

import pytest

from ppid.workflow.events import Event, EventDraft, EventKind, open_case
from ppid.workflow.moves import (
    check_may_act,
    check_may_draft,
    complete,
    end_unchanged,
    may_act,
    return_to,
)
from ppid.workflow.progress import Progress, fold
from ppid.workflow.refusals import (
    CaseClosed,
    ReasonMissing,
    RequirementMissing,
    WrongActor,
    WrongOrder,
    WrongReturn,
)
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")
REASON = "Dasar huruf i belum diuraikan."
EVERYONE = frozenset(Role)


def record(draft: EventDraft) -> Event:
    return draft.record(at=datetime(2026, 10, 12, tzinfo=UTC), actor_id=1, actor_name="Contoh")


def case_at(step: int) -> tuple[Progress, list[Event]]:
    events = [record(open_case(SOP))]
    progress = fold(SOP, events)
    while progress.current is not None and progress.current < step:
        events.append(record(complete(progress, progress.current, EVERYONE, missing=())))
        progress = fold(SOP, events)
    return progress, events


def at(step: int) -> Progress:
    return case_at(step)[0]


def closed() -> Progress:
    return at(len(SOP.steps) + 1)


def test_completing_a_step_gives_the_fact_to_record() -> None:
    draft = complete(at(2), 2, {Role.UNIT_OFFICER}, missing=(), data={"input": 5})
    assert draft == EventDraft(
        seq=3, kind=EventKind.COMPLETED, step=2, round=1, role=Role.UNIT_OFFICER, data={"input": 5}
    )


def test_a_person_of_several_roles_acts_in_the_one_whose_turn_it_is() -> None:
    draft = complete(at(9), 9, {Role.OFFICER, Role.SUPERIOR, Role.ADMIN}, missing=())
    assert draft.role is Role.SUPERIOR


def test_a_wrong_actor_is_told_whose_turn_it_is() -> None:
    with pytest.raises(WrongActor) as refused:
        complete(at(6), 6, {Role.UNIT_OFFICER}, missing=())
    assert refused.value.message == (
        "Langkah 6 (Perumusan dan pembahasan dasar hukum) adalah giliran PPID. "
        "Anda masuk sebagai PPID Unit Kerja."
    )


def test_somebody_without_a_role_may_not_act() -> None:
    with pytest.raises(WrongActor, match="tanpa peran dalam prosedur"):
        check_may_act(at(1), 1, ())


def test_a_later_step_says_which_step_it_waits_for_and_whose_turn_it_is() -> None:
    with pytest.raises(WrongOrder) as refused:
        complete(at(2), 3, {Role.UNIT_OFFICER}, missing=())
    assert refused.value.message == (
        "Langkah 3 (Mengusulkan dasar hukum yang dijadikan pertimbangan) belum dapat dimulai: "
        "menunggu langkah 2 (Memberikan masukan atas dasar hukum yang dijadikan pertimbangan), "
        "giliran PPID Unit Kerja."
    )


def test_a_done_step_is_not_done_twice() -> None:
    with pytest.raises(WrongOrder, match=r"Langkah 1 .* sudah selesai\. Sekarang langkah 2"):
        complete(at(2), 1, EVERYONE, missing=())


@pytest.mark.parametrize("number", [0, -1, 12])
def test_a_step_that_does_not_exist_is_refused(number: int) -> None:
    with pytest.raises(WrongOrder, match=f"SOP 7/2021 tidak mempunyai langkah {number}"):
        check_may_act(at(1), number, EVERYONE)


def test_wrong_order_is_told_before_wrong_actor() -> None:
    with pytest.raises(WrongOrder):
        check_may_act(at(1), 9, {Role.DESK})


def test_nothing_is_added_to_a_closed_case() -> None:
    with pytest.raises(CaseClosed) as refused:
        complete(closed(), 11, EVERYONE, missing=())
    assert "Perkara ini sudah ditutup (Selesai)" in refused.value.message
    assert "langkah 11 (Membuat laporan pengubahan)" in refused.value.message


def test_what_a_step_lacks_is_listed_with_the_step() -> None:
    with pytest.raises(RequirementMissing) as refused:
        complete(at(1), 1, {Role.OFFICER}, missing=["isi disposisi", "penerima disposisi"])
    assert refused.value.missing == ("isi disposisi", "penerima disposisi")
    assert refused.value.message.endswith("Lengkapi dahulu: isi disposisi; penerima disposisi.")


def test_a_wrong_actor_does_not_learn_what_is_missing() -> None:
    with pytest.raises(WrongActor):
        complete(at(1), 1, {Role.DESK}, missing=["isi disposisi"])


@pytest.mark.parametrize(("chosen", "target"), [(None, 6), (6, 6), (7, 7), (3, 3)])
def test_a_tidak_returns_to_the_chosen_step_or_to_the_default(
    chosen: int | None, target: int
) -> None:
    draft = return_to(at(9), 9, chosen, f"  {REASON} ", {Role.SUPERIOR})
    assert (draft.kind, draft.step, draft.round) == (EventKind.RETURNED, 9, 1)
    assert draft.data == {"to": target, "reason": REASON}


@pytest.mark.parametrize("target", [1, 5, 8, 9, 10, 0])
def test_a_return_to_any_other_step_names_those_that_are_allowed(target: int) -> None:
    with pytest.raises(
        WrongReturn, match=r"hanya dapat dikembalikan ke langkah 6, 7, 3"
    ) as refused:
        return_to(at(9), 9, target, REASON, {Role.SUPERIOR})
    assert refused.value.field == "to"


@pytest.mark.parametrize("target", [None, 3])
def test_a_step_that_decides_nothing_cannot_return_the_case(target: int | None) -> None:
    with pytest.raises(WrongReturn, match=r"Langkah 8 .* tidak dapat mengembalikan perkara"):
        return_to(at(8), 8, target, REASON, {Role.OFFICER})


@pytest.mark.parametrize("reason", ["", "   \n ", "tidak", " kurang    "])
def test_a_tidak_without_a_reason_is_refused_at_its_field(reason: str) -> None:
    with pytest.raises(ReasonMissing, match="Isi alasan pengembalian") as refused:
        return_to(at(9), 9, 6, reason, {Role.SUPERIOR})
    assert refused.value.field == "reason"


def test_the_steering_board_advises_but_does_not_decide() -> None:
    with pytest.raises(WrongActor, match="giliran Atasan PPID"):
        return_to(at(9), 9, 6, REASON, {Role.STEERING})


def test_a_case_may_end_unchanged_with_a_reason() -> None:
    draft = end_unchanged(at(9), 9, REASON, {Role.SUPERIOR})
    assert (draft.kind, draft.data) == (EventKind.ENDED_UNCHANGED, {"reason": REASON})


def test_an_ending_without_a_reason_is_refused() -> None:
    with pytest.raises(ReasonMissing, match="Isi alasan pengakhiran"):
        end_unchanged(at(9), 9, "", {Role.SUPERIOR})


def test_a_case_does_not_end_at_a_step_that_neither_judges_nor_issues() -> None:
    with pytest.raises(WrongReturn, match="tidak dapat diakhiri pada langkah 8"):
        end_unchanged(at(8), 8, REASON, {Role.OFFICER})


def test_what_was_agreed_but_is_no_longer_lawful_may_end_without_being_issued() -> None:
    draft = end_unchanged(at(10), 10, REASON, {Role.OFFICER})

    assert draft.kind is EventKind.ENDED_UNCHANGED


def test_a_case_ended_unchanged_says_so_to_whoever_comes_later() -> None:
    progress, events = case_at(9)
    events.append(record(end_unchanged(progress, 9, REASON, {Role.SUPERIOR})))
    with pytest.raises(CaseClosed, match=r"ditutup \(Tidak diubah\)"):
        complete(fold(SOP, events), 10, {Role.OFFICER}, missing=())


def test_after_a_return_the_earlier_round_gives_no_right_to_go_on() -> None:
    progress, events = case_at(9)
    events.append(record(return_to(progress, 9, 6, REASON, {Role.SUPERIOR})))
    with pytest.raises(WrongOrder, match=r"Langkah 9 .* belum dapat dimulai: menunggu langkah 6"):
        complete(fold(SOP, events), 9, {Role.SUPERIOR}, missing=())


def test_a_move_after_a_return_belongs_to_the_next_round() -> None:
    progress, events = case_at(9)
    events.append(record(return_to(progress, 9, 6, REASON, {Role.SUPERIOR})))
    assert complete(fold(SOP, events), 6, {Role.OFFICER}, missing=()).round == 2


def test_of_two_people_acting_at_once_both_are_given_the_same_number() -> None:
    progress = at(9)
    first = complete(progress, 9, {Role.SUPERIOR}, missing=())
    second = return_to(progress, 9, 6, REASON, {Role.SUPERIOR})
    assert first.seq == second.seq == progress.next_seq


def test_those_who_take_part_may_draft_but_not_complete() -> None:
    progress = at(6)
    check_may_draft(progress, 6, {Role.UNIT_OFFICER})
    with pytest.raises(WrongActor):
        check_may_act(progress, 6, {Role.UNIT_OFFICER})


def test_those_outside_a_step_may_not_draft() -> None:
    with pytest.raises(WrongActor, match="adalah giliran PPID atau PPID Unit Kerja"):
        check_may_draft(at(6), 6, {Role.SUPERIOR})


def test_a_step_that_is_not_current_takes_no_drafts() -> None:
    with pytest.raises(WrongOrder):
        check_may_draft(at(5), 6, {Role.OFFICER})


def test_a_case_waits_for_the_actors_of_its_current_step() -> None:
    assert may_act(at(9), {Role.SUPERIOR})
    assert not may_act(at(9), {Role.OFFICER, Role.STEERING})


def test_a_closed_case_waits_for_nobody() -> None:
    assert not may_act(closed(), EVERYONE)
