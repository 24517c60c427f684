"""What an office must set first: told while it is missing, gone when all is there."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import RoleGrant, Unit, User
from ppid.audit.actions import CommandLine
from ppid.office.actions import name_signatory, save_settings
from ppid.office.beginnings import list_undecided
from ppid.workflow.roles import Role
from tests.page_client import PageClient

CLERK = CommandLine()
HEADING = "Yang perlu ditetapkan dahulu"
SignIn = Callable[[User], PageClient]


def labels() -> list[str]:
    return [each.label for each in list_undecided(clock.today())]


@pytest.mark.usefixtures("app")
def test_a_fresh_register_lacks_everything_in_the_order_of_the_work() -> None:
    assert labels() == [
        "Unit kerja",
        "Pengguna dengan peran PPID",
        "Pengguna dengan peran Atasan PPID",
        "Nama badan publik",
        "Kop surat",
        "Penanda tangan PPID",
        "Penanda tangan Atasan PPID",
        "Penanda tangan Pimpinan Badan Publik",
        "Alamat publik, yang tercetak pada naskah bersama kode QR",
    ]


def test_a_revoked_role_and_a_signatory_to_come_count_as_nobody(
    unit: Unit, make_user: Callable[..., User]
) -> None:
    user = make_user("lama", Role.SUPERIOR)
    RoleGrant.update(revoked_at=clock.now()).where(RoleGrant.user == user).execute()
    sign("head", clock.today() + timedelta(days=1))

    assert "Pengguna dengan peran Atasan PPID" in labels()
    assert "Penanda tangan Pimpinan Badan Publik" in labels()


def sign(post: str, valid_from: date | None = None) -> None:
    name_signatory(
        CLERK,
        post=post,
        title="Jabatan contoh",
        name="Contoh",
        rank="",
        nip="",
        valid_from=valid_from or clock.today(),
    )


def test_settings_and_tasks_show_it_with_links_only_to_what_the_person_may_open(
    officer: User, sign_in: SignIn
) -> None:
    client = sign_in(officer)

    for page in (client.get("/pengaturan/").text, client.get("/tugas").text):
        assert HEADING in page
        assert 'href="/pengaturan/#body_name"' in page
        assert 'href="/pengaturan/unit/"' not in page
        assert "Pengguna dengan peran PPID" not in page


def test_the_admin_reaches_the_pages_of_units_and_users_from_it(
    app: Flask, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    page = sign_in(make_user("admin", Role.ADMIN)).get("/pengaturan/").text

    assert 'href="/pengaturan/unit/"' in page
    assert "Pengguna dengan peran PPID</a>" in page


def test_who_sets_nothing_is_not_told(make_user: Callable[..., User], sign_in: SignIn) -> None:
    assert HEADING not in sign_in(make_user("atasan", Role.SUPERIOR)).get("/tugas").text


def test_it_is_gone_when_all_is_there(
    unit: Unit, officer: User, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    make_user("atasan", Role.SUPERIOR)
    named = {"body_name": "Pemerintah Provinsi Contoh", "letterhead": ("DINAS CONTOH",)}
    save_settings(CLERK, {**named, "public_address": "https://ppid.contoh.invalid"})
    for post in ("officer", "superior", "head"):
        sign(post)

    assert labels() == []
    assert HEADING not in sign_in(officer).get("/pengaturan/").text
