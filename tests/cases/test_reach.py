"""Who sees which case, and in which roles they act there."""

import re
from collections.abc import Callable

import pytest

from ppid.accounts.models import Unit, User
from ppid.cases.opening import open_case
from ppid.cases.queries import CaseState, list_cases
from ppid.cases.reach import common_unit, roles_in_case
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.cases.conftest import as_person
from tests.page_client import PageClient

TOKEN = re.compile(r'"[\w.-]{60,}"')  # the anti-forgery token changes with the second


@pytest.fixture
def shared(
    officer: User,
    short_procedure: str,
    make_entry: Callable[..., Entry],
    health: Unit,
) -> str:
    """The number of a case over entries of two units."""
    make_entry(1)
    make_entry(2, unit=health)
    return open_case(
        as_person(officer), code=short_procedure, title="", entry_numbers=["DIK-0001", "DIK-0002"]
    )


def numbers_seen(user: User) -> list[str]:
    return [line.number for line in list_cases(as_person(user), state=CaseState.ALL).lines]


def test_a_unit_officer_sees_cases_that_hold_an_entry_of_the_unit(
    unit_officer: User, shared: str
) -> None:
    assert numbers_seen(unit_officer) == [shared]


def test_a_unit_officer_sees_no_case_of_another_unit(
    sign_in: Callable[[User], PageClient],
    make_user: Callable[..., User],
    health: Unit,
    opened: str,
) -> None:
    stranger = make_user("dinkes", Role.UNIT_OFFICER, unit=health)

    assert numbers_seen(stranger) == []
    sign_in(stranger).get(f"/perkara/{opened}", status=404)


def test_a_role_granted_above_reaches_the_units_below(
    make_user: Callable[..., User], unit: Unit, shared: str
) -> None:
    assert numbers_seen(make_user("atasan-prov", Role.SUPERIOR, unit=unit)) == [shared]


def test_the_admin_sees_no_case(
    sign_in: Callable[[User], PageClient], make_user: Callable[..., User], opened: str
) -> None:
    admin = make_user("admin", Role.ADMIN)

    assert numbers_seen(admin) == []
    sign_in(admin).get(f"/perkara/{opened}", status=403)


def test_the_desk_sees_no_case(make_user: Callable[..., User], opened: str) -> None:
    assert numbers_seen(make_user("meja", Role.DESK)) == []


def test_a_unit_officer_takes_part_for_its_own_entries_in_a_shared_case(
    unit_officer: User, shared: str, coop: Unit, health: Unit
) -> None:
    roles = roles_in_case(as_person(unit_officer), [coop.id, health.id])

    assert roles == {Role.UNIT_OFFICER}


def test_the_officer_of_one_unit_does_not_run_a_shared_case(
    make_user: Callable[..., User], shared: str, coop: Unit, health: Unit
) -> None:
    partial = make_user("ppid-dinkop", Role.OFFICER, unit=coop)

    assert roles_in_case(as_person(partial), [coop.id, health.id]) == frozenset()
    assert roles_in_case(as_person(partial), [coop.id]) == {Role.OFFICER}


def test_the_shared_unit_is_the_lowest_above_all(unit: Unit, coop: Unit, health: Unit) -> None:
    assert common_unit([coop.id]) == coop.id
    assert common_unit([coop.id, health.id]) == unit.id
    assert common_unit([]) is None


def test_a_hidden_case_answers_like_one_that_is_not_there(
    sign_in: Callable[[User], PageClient],
    make_user: Callable[..., User],
    health: Unit,
    opened: str,
) -> None:
    client = sign_in(make_user("dinkes", Role.UNIT_OFFICER, unit=health))

    hidden, absent = (
        client.get(f"/perkara/{number}", status=404).text for number in (opened, "P-1999-001")
    )

    assert TOKEN.sub("", hidden) == TOKEN.sub("", absent)
