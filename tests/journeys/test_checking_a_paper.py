"""Somebody holds a paper and wants to know whether it is real."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as NotInTime

from tests.journeys.desk import Desk

COMPARED = "#compare-result .notice:visible"


@pytest.fixture
def paper(make_desk: Callable[..., Desk], tmp_path: Path) -> tuple[str, Path]:
    """The code of an issued paper and its PDF, as the desk hands it out."""
    desk = make_desk("meja")
    page = desk.open("/surat/")
    link = page.locator('a[href^="/surat/naskah/"]').first.get_attribute("href") or ""
    code = link.removeprefix("/surat/naskah/")[:10]
    file = tmp_path / "naskah.pdf"
    file.write_bytes(desk.fetch(f"/surat/naskah/{code}.pdf"))
    return code, file


@pytest.fixture
def changed(paper: tuple[str, Path], tmp_path: Path) -> Path:
    """The same PDF with one byte more."""
    file = tmp_path / "berubah.pdf"
    file.write_bytes(paper[1].read_bytes() + b"\n")
    return file


def type_code(desk: Desk, code: str) -> Page:
    """Type the code as it stands on the paper, and see its page."""
    page = desk.open("/cek/")
    page.get_by_label("Kode pemeriksaan").fill(f"{code[:5]}-{code[5:]}".lower())
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{desk.address}/cek/{code}")
    return page


def drop(page: Page, file: Path) -> None:
    """Let a file go over the box, as a hand does."""
    expect(page.locator("[data-drop]")).to_be_visible()
    handle = page.evaluate_handle(
        """bytes => {
          const held = new DataTransfer();
          held.items.add(new File([new Uint8Array(bytes)], "naskah.pdf"));
          return held;
        }""",
        list(file.read_bytes()),
    )
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": handle})


def test_a_code_is_typed_and_files_are_compared_without_a_request(
    make_desk: Callable[..., Desk], paper: tuple[str, Path], changed: Path
) -> None:
    code, file = paper
    desk = make_desk()
    page = type_code(desk, code)
    expect(page.locator("main")).to_contain_text("bukan tanda tangan elektronik tersertifikasi")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    desk.context.on("request", lambda request: asked.append(request.url))

    drop(page, file)
    expect(page.locator(COMPARED)).to_contain_text("Sama persis")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    expect(page.locator("[data-digest]")).to_contain_text(digest)
    desk.shoot("cek-sama")
    drop(page, changed)
    expect(page.locator(COMPARED)).to_contain_text("Berbeda")
    desk.shoot("cek-berbeda")
    page.get_by_label("Pilih PDF").set_input_files(file)
    expect(page.locator(COMPARED)).to_contain_text("Sama persis")

    assert asked == []


def test_the_file_is_chosen_by_keyboard_on_a_phone(
    make_desk: Callable[..., Desk], paper: tuple[str, Path], changed: Path
) -> None:
    desk = make_desk(narrow=True)
    page = type_code(desk, paper[0])

    expect(page.get_by_label("Pilih PDF")).to_be_visible()
    choose_by_keyboard(page, changed)

    expect(page.locator(COMPARED)).to_contain_text("Berbeda dari naskah yang terbit")
    assert desk.sticking_out() == []
    desk.shoot("cek-ponsel")


def choose_by_keyboard(page: Page, file: Path) -> None:
    """Press Enter on the field until the browser asks for a file: a busy one may miss a press."""
    for last in (False, False, True):
        try:
            with page.expect_file_chooser(timeout=6000) as chooser:
                page.get_by_label("Pilih PDF").press("Enter")
            chooser.value.set_files(file)
        except NotInTime:
            if last:
                raise
        else:
            return


def test_without_javascript_the_hash_is_pasted_and_the_server_answers(
    make_desk: Callable[..., Desk], paper: tuple[str, Path], changed: Path
) -> None:
    code, file = paper
    page = type_code(make_desk(javascript=False, narrow=True), code)
    expect(page.get_by_label("Pilih PDF")).to_be_hidden()

    for path, said in ((file, "Sama persis"), (changed, "Berbeda")):
        if page.locator("details:not([open])").count():
            page.locator("summary", has_text="menempelkan").click()
        page.get_by_label("SHA-256 berkas Anda").fill(
            hashlib.sha256(path.read_bytes()).hexdigest().upper()
        )
        page.get_by_role("button", name="Bandingkan").click()

        expect(page.locator(COMPARED)).to_contain_text(said)
        expect(page).to_have_url(re.compile(r"sha256="))


def test_a_code_that_is_none_is_told_with_the_box_to_try_again(
    make_desk: Callable[..., Desk],
) -> None:
    page = make_desk().open("/cek/BUKAN-00000")

    expect(page.locator("main")).to_contain_text("Tidak ada naskah dengan kode")
    expect(page.get_by_label("Kode pemeriksaan")).to_have_value("BUKAN-00000")
