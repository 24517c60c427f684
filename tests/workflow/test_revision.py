import pytest

from ppid.workflow.refusals import InvalidProcedure
from ppid.workflow.revision import set_time_norms
from ppid.workflow.shipped import shipped_procedure

SOP = shipped_procedure("sop-7-2021")


def test_a_norm_set_by_the_office_makes_the_next_version() -> None:
    revised = set_time_norms(SOP, {6: 5})
    assert (revised.version, revised.step(6).norm_label) == (2, "5 hari kerja")


def test_the_version_that_cases_run_on_stays_as_it_is() -> None:
    set_time_norms(SOP, {6: 5})
    assert SOP.step(6).time_norm is None


def test_steps_not_named_keep_their_norm() -> None:
    revised = set_time_norms(set_time_norms(SOP, {6: 5}), {7: 2})
    assert (revised.step(6).time_norm, revised.step(7).time_norm) == (5, 2)


def test_a_norm_can_be_taken_away() -> None:
    revised = set_time_norms(set_time_norms(SOP, {6: 5}), {6: None})
    assert revised.step(6).norm_label == "belum ditetapkan"


def test_a_norm_below_one_day_is_refused_with_its_step() -> None:
    with pytest.raises(InvalidProcedure, match="Langkah 6"):
        set_time_norms(SOP, {6: -1})


def test_a_norm_for_a_step_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidProcedure, match="tidak mempunyai langkah 12"):
        set_time_norms(SOP, {12: 1})
