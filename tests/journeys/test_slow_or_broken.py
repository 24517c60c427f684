"""What people see when the session is over, the line breaks, or the page is loaded again."""

import re
from collections.abc import Callable

from playwright.sync_api import Dialog, Locator, Page, expect

from tests.journeys.desk import Desk
from tests.journeys.walk import open_case

WORDS = "Mohon ditelaah bersama Bidang Pengawasan."


def form_of(page: Page) -> Locator:
    return page.locator("#checklist form[data-draft]")


def leave_elsewhere(make_desk: Callable[..., Desk], desk: Desk, person: str) -> None:
    """The same person signs this browser's session out from another one."""
    other = make_desk()
    other.sign_in(person)
    other.open("/akun").get_by_role("button", name=re.compile("perangkat lain")).click()
    expect(other.page.locator("main")).to_contain_text("Perangkat lain sudah dikeluarkan")
    assert desk.page is not other.page


def test_after_the_session_a_filter_leads_to_the_whole_sign_in_page_and_back(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk()
    desk.sign_in("meja")
    page = desk.open("/register/")
    leave_elsewhere(make_desk, desk, "meja")

    page.get_by_role("link", name=re.compile(r"^a\s*\d+")).click()

    page.wait_for_url(re.compile("/masuk"))
    expect(page.locator("h1")).to_have_text("Masuk")
    expect(page.locator("#results")).to_have_count(0)
    page.get_by_label("Nama pengguna").fill("meja")
    page.get_by_label("Kata sandi").fill("contoh-2026")
    page.get_by_role("button", name="Masuk").click()
    expect(page.locator("h1")).to_have_text("Register Informasi yang Dikecualikan")


def test_after_the_session_saving_a_draft_leads_to_the_sign_in_page(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk()
    desk.sign_in("ppid")
    number = open_case(desk, "DIK-0010")
    page = desk.open(f"/perkara/{number}")
    leave_elsewhere(make_desk, desk, "ppid")
    page.on("dialog", lambda dialog: dialog.accept())

    form_of(page).get_by_label("Isi disposisi").fill(WORDS)
    form_of(page).get_by_role("button", name="Simpan draf").click()

    page.wait_for_url(re.compile("/masuk"))
    expect(page.locator("h1")).to_have_text("Masuk")
    expect(page.locator("main")).not_to_contain_text("Langkah")


def test_what_is_typed_is_saved_by_itself_and_survives_a_reload(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0011")
    page = desk.open(f"/perkara/{number}")

    form_of(page).get_by_label("Isi disposisi").press_sequentially(WORDS)
    expect(form_of(page).locator("[data-saved]")).to_contain_text("belum tersimpan")
    expect(form_of(page).locator("[data-saved]")).to_contain_text("Draf tersimpan")
    page.reload()

    expect(form_of(page).get_by_label("Isi disposisi")).to_have_value(WORDS)
    expect(form_of(page).locator("[data-saved]")).to_contain_text("oleh Contoh PPID")


def test_a_broken_line_is_told_and_what_was_typed_is_saved_when_it_is_back(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0012")
    page = desk.open(f"/perkara/{number}")
    form_of(page).get_by_label("Isi disposisi").fill(WORDS)

    desk.context.set_offline(True)
    form_of(page).get_by_role("button", name="Simpan draf").click()
    expect(page.locator("#gangguan")).to_contain_text("Sambungan terputus")
    expect(form_of(page).get_by_label("Isi disposisi")).to_have_value(WORDS)

    desk.context.set_offline(False)
    form_of(page).get_by_role("button", name="Simpan draf").click()
    expect(form_of(page).locator("[data-saved]")).to_contain_text("Draf tersimpan")
    expect(page.locator("#gangguan")).to_be_hidden()
    desk.faults.clear()  # the console has told of the broken line, as it should


def test_a_page_that_is_left_with_unsaved_words_asks_first(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0015")
    page = desk.open(f"/perkara/{number}")
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    form_of(page).get_by_label("Agenda kerja").press_sequentially("Agenda")

    page.get_by_role("link", name="Register", exact=True).click()

    page.wait_for_url(re.compile("/register/"))
    assert asked == ["beforeunload"]
