from ppid.workflow.kinds import StepKindCode
from ppid.workflow.roles import Role, name_roles


def test_every_role_is_named_as_officials_name_it() -> None:
    assert [role.label for role in Role] == [
        "Pengarah",
        "Atasan PPID",
        "PPID",
        "PPID Unit Kerja",
        "Petugas Layanan Informasi",
        "Admin Sistem",
    ]


def test_several_roles_are_joined_in_the_order_given() -> None:
    assert name_roles([Role.OFFICER, Role.DESK]) == "PPID atau Petugas Layanan Informasi"


def test_every_kind_of_step_has_a_name_of_its_own() -> None:
    labels = {kind.label for kind in StepKindCode}
    assert len(labels) == len(StepKindCode)


def test_codes_of_kinds_can_stand_in_addresses() -> None:
    assert all(kind.replace("-", "").isalpha() and kind.islower() for kind in StepKindCode)


def test_whatever_must_judge_may_judge() -> None:
    assert all(kind.may_judge for kind in StepKindCode if kind.must_judge)
