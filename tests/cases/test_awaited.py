"""A case tells by name who is awaited, and says so when nobody can come."""

from collections.abc import Callable

from ppid.accounts.models import RoleGrant, Unit, User
from ppid.cases.reach import people_awaited
from ppid.workflow.roles import Role
from tests.page_client import PageClient


def test_those_who_hold_the_role_in_the_unit_or_above_are_awaited(
    unit: Unit, make_user: Callable[..., User]
) -> None:
    office = Unit.create(code="din", name="Dinas", short_name="Dinas", parent=unit)
    beside = Unit.create(code="lain", name="Lain", short_name="Lain", parent=unit)
    make_user("sini", Role.UNIT_OFFICER, unit=office)
    make_user("atas", Role.UNIT_OFFICER, unit=unit)
    make_user("sana", Role.UNIT_OFFICER, unit=beside)

    assert people_awaited({Role.UNIT_OFFICER}, [office.id]) == ["Contoh atas", "Contoh sini"]


def test_other_roles_must_hold_for_every_unit_of_the_case(
    unit: Unit, make_user: Callable[..., User]
) -> None:
    office = Unit.create(code="din", name="Dinas", short_name="Dinas", parent=unit)
    make_user("satu", Role.OFFICER, unit=office)
    make_user("semua", Role.OFFICER)

    assert people_awaited({Role.OFFICER}, [office.id, unit.id]) == ["Contoh semua"]


def test_the_case_names_who_is_awaited(demo_as: Callable[[str], PageClient]) -> None:
    page = demo_as("atasan").get("/perkara/P-2026-001").text

    assert "Giliran PPID" in page
    assert "Contoh PPID" in page


def test_a_case_that_nobody_can_take_on_says_whom_to_ask(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("pengarah")
    RoleGrant.delete().where(RoleGrant.role == Role.OFFICER.value).execute()

    assert "Belum ada pengguna berperan PPID" in client.get("/perkara/P-2026-001").text
