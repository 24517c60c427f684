from datetime import date

import pytest

from ppid.workflow.document import dump, load_procedure
from ppid.workflow.procedure import Procedure, StepKindCode, Subject, Sureness
from ppid.workflow.roles import Role
from ppid.workflow.shipped import shipped_procedure, shipped_procedures

SOP = shipped_procedure("sop-7-2021")
OFFICER, UNIT = Role.OFFICER, Role.UNIT_OFFICER
SUPERIOR, STEERING = Role.SUPERIOR, Role.STEERING
DOC = "Dokumen"
SHEET = "Lembar Pengubahan Informasi yang Dikecualikan"


def test_three_procedures_are_shipped_in_their_first_version() -> None:
    shipped = [(procedure.code, procedure.version) for procedure in shipped_procedures()]
    assert shipped == [("pembukaan", 1), ("penetapan-awal", 1), ("sop-7-2021", 1)]


def test_each_subject_has_a_procedure() -> None:
    assert {procedure.subject for procedure in shipped_procedures()} == set(Subject)


@pytest.mark.parametrize("procedure", shipped_procedures(), ids=lambda one: one.code)
def test_a_shipped_procedure_survives_being_written_and_read(procedure: Procedure) -> None:
    assert load_procedure(dump(procedure)) == procedure


@pytest.mark.parametrize("procedure", shipped_procedures(), ids=lambda one: one.code)
def test_no_shipped_step_invents_a_time_norm(procedure: Procedure) -> None:
    assert {step.norm_label for step in procedure.steps} == {"belum ditetapkan"}


@pytest.mark.parametrize("procedure", shipped_procedures(), ids=lambda one: one.code)
def test_every_shipped_step_says_what_it_needs_and_gives(procedure: Procedure) -> None:
    assert all(step.requirement and step.output and step.sureness for step in procedure.steps)


def test_an_unknown_code_is_no_shipped_procedure() -> None:
    with pytest.raises(KeyError):
        shipped_procedure("sop-8-2022")


def test_the_sop_has_its_eleven_kinds_in_order() -> None:
    assert [step.kind.value for step in SOP.steps] == [
        "disposition",
        "input",
        "proposal",
        "check",
        "meeting",
        "formulation",
        "change-sheet",
        "request",
        "decision",
        "determination",
        "report",
    ]


def test_the_sop_gives_each_step_to_its_actor() -> None:
    assert [actor for step in SOP.steps for actor in step.actors] == [
        OFFICER,
        UNIT,
        UNIT,
        *[OFFICER] * 5,
        SUPERIOR,
        OFFICER,
        OFFICER,
    ]


def test_the_sop_lets_the_unit_take_part_in_meeting_and_formulation() -> None:
    assert {step.number: step.with_ for step in SOP.steps if step.with_} == {5: (UNIT,), 6: (UNIT,)}


def test_the_sop_lets_the_steering_board_advise_the_decision_only() -> None:
    assert {step.number: step.advised_by for step in SOP.steps if step.advised_by} == {
        9: (STEERING,)
    }


def test_the_sop_sends_the_request_and_the_report_upwards() -> None:
    sent = {step.number: step.addressed_to for step in SOP.steps if step.addressed_to}
    assert sent == {8: (SUPERIOR,), 11: (SUPERIOR, STEERING)}


def test_the_sop_columns_are_those_of_the_sheet() -> None:
    assert [(step.requirement, step.output) for step in SOP.steps] == [
        ("Agenda Kerja", "Disposisi"),
        *[(DOC, DOC)] * 5,
        (f"Draf {SHEET}", f"Draf {SHEET}"),
        (SHEET, SHEET),
        (DOC, DOC),
        ("Keputusan", "Keputusan"),
        ("Laporan", "Laporan"),
    ]


def test_a_tidak_in_the_sop_returns_to_formulation_unless_another_step_is_chosen() -> None:
    decision = SOP.step(9)
    assert (decision.default_return, decision.returns) == (6, (6, 7, 3))


def test_only_the_decision_and_the_determination_may_end_the_case_unchanged() -> None:
    assert [step.number for step in SOP.steps if step.may_end] == [9, 10]


def test_the_sop_matrix_has_four_actors_without_the_copied_leftover() -> None:
    assert SOP.actors == (STEERING, SUPERIOR, OFFICER, UNIT)


def test_the_sop_sheet_carries_its_number_date_and_approver() -> None:
    sheet = SOP.sheet
    assert (sheet.number, sheet.signed_on) == ("7 Tahun 2021", date(2021, 1, 18))
    assert sheet.approver is not None
    assert sheet.approver.nip == "19721218 199301 1 002"


def test_the_sop_sheet_lists_nine_bases_and_marks_the_revoked_one() -> None:
    bases = SOP.sheet.legal_bases
    assert len(bases) == 9
    assert [basis.regulation for basis in bases if basis.revoked] == ["perki-1-2010"]
    assert all(basis.note for basis in bases if basis.revoked)


def test_no_slip_of_the_signed_sheet_is_printed_again() -> None:
    sheet = SOP.sheet
    printed = " ".join(
        [
            *(step.wording for step in SOP.steps),
            *(basis.text for basis in sheet.legal_bases),
            *sheet.warnings,
        ]
    )
    slips = [
        "Stabdar",
        "Penyenlesaian",
        "Mengkordinasikan",
        "Pertimbangan pertimbangan",
        "menjadi negative",
    ]
    assert not [slip for slip in slips if slip in printed]
    assert set(slips) <= {correction.original for correction in sheet.corrections}


def test_what_cannot_be_read_in_the_signed_sheet_is_said() -> None:
    assert all("[tidak terbaca]" in line for line in SOP.sheet.qualifications)


def test_words_that_run_off_the_scan_are_told_apart_from_slips() -> None:
    cut_off = [one.corrected for one in SOP.sheet.corrections if one.cut_off]
    assert cut_off == ["Term of reference", "Alat Tulis Kantor"]


def test_inferred_steps_of_the_sop_are_marked_as_such() -> None:
    inferred = [step.number for step in SOP.steps if step.sureness == (Sureness.INFERRED,)]
    assert inferred == [3, 5, 8, 11]


def test_a_first_classification_follows_the_stages_of_perki_1_2021_pasal_49() -> None:
    kinds = [step.kind for step in shipped_procedure("penetapan-awal").steps]
    assert kinds == [
        StepKindCode.INPUT,
        StepKindCode.PROPOSAL,
        StepKindCode.FORMULATION,
        StepKindCode.TEST,
        StepKindCode.APPROVAL,
        StepKindCode.DETERMINATION,
    ]


def test_a_first_classification_that_is_not_approved_ends_as_not_excluded() -> None:
    procedure = shipped_procedure("penetapan-awal")
    assert procedure.unchanged_label == "Tidak dikecualikan"


def test_an_opening_goes_from_its_ground_to_its_announcement() -> None:
    kinds = [step.kind for step in shipped_procedure("pembukaan").steps]
    assert kinds == [
        StepKindCode.OPENING,
        StepKindCode.APPROVAL,
        StepKindCode.DETERMINATION,
        StepKindCode.PUBLICATION,
    ]


def test_an_opening_is_approved_by_the_officer() -> None:
    assert shipped_procedure("pembukaan").step(2).actors == (OFFICER,)
