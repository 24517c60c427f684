"""The admin manages people and units."""

from collections.abc import Callable

import pytest

from ppid.accounts.access import Grant, Person, grants_of
from ppid.accounts.models import RoleGrant, Unit, User
from ppid.accounts.permissions import Permission
from ppid.audit.models import AuditRecord
from ppid.workflow.roles import Role
from tests.page_client import PageClient

PEOPLE = "/pengaturan/pengguna/"


@pytest.fixture
def admin(make_user: Callable[..., User], sign_in: Callable[[User], PageClient]) -> PageClient:
    return sign_in(make_user("admin", Role.ADMIN))


def test_the_admin_adds_a_person_whose_password_is_shown_once(admin: PageClient) -> None:
    form = {"username": "ppid.baru", "name": "Contoh Baru", "role": "officer", "unit": "0"}
    admin.post(PEOPLE + "baru", form)

    shown = admin.get(PEOPLE + "ppid.baru").text
    again = admin.get(PEOPLE + "ppid.baru").text
    assert "Kata sandi untuk ppid.baru" in shown
    assert "Kata sandi untuk" not in again
    assert grants_of(User.get(username="ppid.baru").id) == [Grant(Role.OFFICER, None)]


def test_a_name_that_is_taken_is_refused_beside_its_field(admin: PageClient) -> None:
    form = {"username": "admin", "name": "Contoh Dua", "role": "", "unit": "0"}

    assert "sudah dipakai" in admin.post(PEOPLE + "baru", form, status=422).text


def test_a_role_is_given_in_a_unit_and_taken_away_again(
    admin: PageClient, unit: Unit, make_user: Callable[..., User]
) -> None:
    user = make_user("orang")
    admin.post(PEOPLE + "orang/peran", {"role": "unit_officer", "unit": str(unit.id)})
    grant = RoleGrant.get(RoleGrant.user == user)
    assert "PPID Unit Kerja" in admin.get(PEOPLE + "orang").text
    admin.post(f"{PEOPLE}orang/peran/{grant.id}/cabut")

    assert grants_of(user.id) == []


def test_the_last_admin_cannot_be_closed_or_stripped(admin: PageClient) -> None:
    grant = RoleGrant.get(RoleGrant.role == "admin")
    admin.post(f"{PEOPLE}admin/peran/{grant.id}/cabut")
    admin.post(PEOPLE + "admin/akun", {"tindakan": "tutup"})

    assert "admin terakhir" in admin.get(PEOPLE + "admin").text
    assert User.get(username="admin").disabled_at is None


def test_closing_an_account_ends_its_sessions(
    app: object, make_user: Callable[..., User], sign_in: Callable[[User], PageClient]
) -> None:
    other = make_user("orang", Role.OFFICER)
    client = sign_in(other)
    client.get("/akun")
    sign_in(make_user("admin", Role.ADMIN)).post(PEOPLE + "orang/akun", {"tindakan": "tutup"})

    sign_in(other).get("/akun", status=303)


def test_whoever_is_no_admin_is_refused(
    sign_in: Callable[[User], PageClient], officer: User
) -> None:
    sign_in(officer).get(PEOPLE, status=403)


def test_a_change_of_a_person_is_on_record_before_and_after(
    admin: PageClient, make_user: Callable[..., User]
) -> None:
    make_user("orang")
    admin.post(PEOPLE + "orang", {"name": "Contoh Lain", "position": "Kepala Seksi"})

    changes = AuditRecord.get(AuditRecord.action == "edited-user").changes
    assert {"field": "name", "before": "Contoh orang", "after": "Contoh Lain"} in changes


def test_a_role_holds_in_its_unit_and_below_but_not_beside(
    unit: Unit, make_user: Callable[..., User]
) -> None:
    office = Unit.create(code="diskop", name="Dinas", short_name="Dinas", parent=unit)
    section = Unit.create(code="bid", name="Bidang", short_name="Bidang", parent=office)
    beside = Unit.create(code="dinkes", name="Dinas Lain", short_name="Lain", parent=unit)
    user = make_user("orang", Role.UNIT_OFFICER, unit=office)
    held = Person(user, grants_of(user.id), 0)

    assert held.may(Permission.WRITE_ENTRY, section.id)
    assert not held.may(Permission.WRITE_ENTRY, beside.id)


def test_a_unit_never_comes_to_lie_below_itself(admin: PageClient, unit: Unit) -> None:
    section = Unit.create(code="bid", name="Bidang", short_name="Bidang", parent=unit)
    form = {"name": unit.name, "short_name": "P", "code": "prov", "parent": str(section.id)}

    assert "di bawah dirinya" in admin.post("/pengaturan/unit/prov", form, status=422).text


def test_units_are_added_shown_as_a_tree_and_closed(admin: PageClient, unit: Unit) -> None:
    form = {"name": "Dinas Contoh", "short_name": "Dinas", "code": "din", "parent": str(unit.id)}
    admin.post("/pengaturan/unit/baru", form)
    admin.post("/pengaturan/unit/din/tutup")

    page = admin.get("/pengaturan/unit/").text
    assert page.index('pengaturan/unit/prov"') < page.index('pengaturan/unit/din"')
    assert "Buka kembali" in page
