"""A dispute file asked for, watched, called off, and taken home; others work on meanwhile."""

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.desk import Desk

LONG = 60_000  # milliseconds
SHORT_PAGE, SHORT_PRINT = "/register/DIK-0004", "/perkara/P-2026-001/naskah/lembar-disposisi.pdf"


def ask(desk: Desk, at: str = "/register/DIK-0001") -> Page:
    page = desk.open(at)
    page.get_by_role("link", name=re.compile("^Berkas (sengketa|perkara)")).first.click()
    page.get_by_role("button", name="Susun berkas").click()
    page.wait_for_url(re.compile(r"/pekerjaan/\d+$"))
    return page


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_progress_is_seen_and_the_file_is_taken_home(
    make_desk: Callable[..., Desk], tmp_path: Path, narrow: bool
) -> None:
    desk = make_desk("ppid", narrow=narrow)
    page = ask(desk, "/register/DIK-0001" if narrow else "/register/DIK-0002")

    expect(page.locator("#job progress")).to_be_visible()
    page.evaluate("window.stayed = true")
    desk.shoot(f"pekerjaan-berjalan-{'sempit' if narrow else 'lebar'}")
    assert desk.sticking_out() == []
    expect(page.get_by_role("link", name="Unduh")).to_be_visible(timeout=LONG)
    assert page.evaluate("window.stayed")
    desk.shoot(f"pekerjaan-selesai-{'sempit' if narrow else 'lebar'}")
    assert desk.sticking_out() == []

    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh").click()
    download.value.save_as(tmp_path / "berkas.pdf")
    reader = PdfReader(tmp_path / "berkas.pdf")
    assert "BERKAS SENGKETA INFORMASI" in reader.pages[0].extract_text()
    assert download.value.suggested_filename.startswith("berkas-sengketa-DIK-000")


def test_without_javascript_the_page_is_reloaded_until_the_file_is_there(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("atasan", javascript=False)
    page = ask(desk, "/perkara/P-2026-001")
    deadline = time.monotonic() + 60

    while not page.get_by_role("link", name="Unduh").count():
        assert time.monotonic() < deadline
        page.wait_for_timeout(500)
        if (again := page.get_by_role("link", name="Muat ulang")).count():
            again.click()

    address = page.get_by_role("link", name="Unduh").get_attribute("href") or ""
    assert PdfReader(io.BytesIO(desk.fetch(address))).pages


def test_a_job_is_called_off_and_tugas_no_longer_tells_of_it(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("ppid")
    page = ask(desk, "/register/DIK-0003")

    page.get_by_role("button", name="Batalkan").click()

    expect(page.locator("#job")).to_contain_text("Tidak ada berkas yang disimpan")
    desk.open("/tugas")
    expect(page.locator("main")).not_to_contain_text("Berkas sengketa DIK-0003")


def test_pages_and_short_prints_are_answered_while_long_work_runs(
    make_desk: Callable[..., Desk],
) -> None:
    desk, other = make_desk("ppid"), make_desk("unit")
    for number in range(4, 9):
        page = ask(desk, f"/register/DIK-{number:04d}")

    began = time.monotonic()
    other.fetch(SHORT_PAGE)
    answered = time.monotonic() - began
    printed = other.fetch(SHORT_PRINT)

    desk.open(page.url.removeprefix(desk.address))
    expect(page.get_by_role("button", name="Batalkan")).to_be_visible()
    assert printed.startswith(b"%PDF")
    assert answered < 2
    page.get_by_role("button", name="Batalkan").click()
