"""Taking a register in on screen."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from ppid.accounts.models import User
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.page_client import PageClient

pytestmark = pytest.mark.usefixtures("law")
SignIn = Callable[[User], PageClient]
ADDRESS = "/register/impor/"


def upload(path: Path, action: str) -> dict[str, object]:
    return {"file": (BytesIO(path.read_bytes()), path.name), "tindakan": action}


def test_checking_tells_the_counts_and_writes_nothing(
    register_file: Path, officer: User, sign_in: SignIn
) -> None:
    browser = sign_in(officer)

    html = browser.post(ADDRESS, upload(register_file, "periksa"), status=200).text

    assert "3 baris baru, 0 sudah ada" in html
    assert "Universitas Contoh" in html
    assert Entry.select().count() == 0


def test_loading_tells_what_the_loaded_entries_lack(
    register_file: Path, officer: User, sign_in: SignIn
) -> None:
    browser = sign_in(officer)

    html = browser.post(ADDRESS, upload(register_file, "muat"), status=200).text

    assert "3 entri dimuat" in html
    assert "3 entri belum lengkap" in html
    assert Entry.select().count() == 3


def test_a_loaded_entry_shows_its_original_beside_the_reading(
    register_file: Path, officer: User, sign_in: SignIn
) -> None:
    browser = sign_in(officer)
    browser.post(ADDRESS, upload(register_file, "muat"), status=200)

    html = browser.get("/register/DIK-0001").text
    unread = browser.get("/register/DIK-0003").text

    assert "Permamen" in html
    assert "dibaca sebagai <strong>Tidak terbatas</strong>" in html
    assert "(keyakinan " in html
    assert "tidak terbaca: “sesuai aturan”" in unread


def test_a_wrong_file_is_refused_beside_its_field(
    tmp_path: Path, officer: User, sign_in: SignIn
) -> None:
    path = tmp_path / "lain.json"
    path.write_text("[]")

    html = sign_in(officer).post(ADDRESS, upload(path, "muat"), status=422).text

    assert "sedikitnya satu" in html.partition('id="file-galat"')[2]


def test_who_may_not_load_registers_is_kept_out(
    make_user: Callable[..., User], sign_in: SignIn
) -> None:
    sign_in(make_user("unit", Role.UNIT_OFFICER)).get(ADDRESS, status=403)
