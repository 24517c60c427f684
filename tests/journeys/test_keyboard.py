"""The day's work without a mouse."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.desk import Desk
from tests.journeys.walk import open_case


def go_to(desk: Desk, name: str | None, *, text: str = "", most: int = 80) -> None:
    """Press Tab until the field of this name (or the link or button with these words) is there."""
    for _each in range(most):
        desk.page.keyboard.press("Tab")
        here = desk.focused()
        if here["name"] == name and text in here["text"]:
            assert here["outlined"], here
            return
    raise AssertionError(f"{name} {text} is not reached within {most} tabs")


def test_slash_goes_to_the_search_box_from_anywhere(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("ppid")
    for path in ("/tugas", "/register/", "/register/DIK-0003", "/dasar-hukum/"):
        page = desk.open(path)

        page.keyboard.press("/")

        assert desk.focused()["name"] == "q", path
        assert page.evaluate("document.activeElement.value") == "", path


def test_a_slash_typed_into_a_field_stays_a_slash(make_desk: Callable[..., Desk]) -> None:
    page = make_desk("ppid").open("/register/usulkan")

    page.get_by_label("Judul informasi").first.focus()
    page.keyboard.type("7/2021")

    expect(page.get_by_label("Judul informasi").first).to_have_value("7/2021")


def test_a_search_is_made_and_its_first_result_opened(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("meja")
    page = desk.open("/dasar-hukum/pasal-17/")

    page.keyboard.press("/")
    page.keyboard.type("resep halal")
    page.keyboard.press("Enter")
    expect(page.locator("#results tbody tr").first).to_contain_text("Resep")
    go_to(desk, None, text="Resep dan diagram")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Resep dan diagram")


def test_j_and_k_walk_through_the_rows_of_the_register(make_desk: Callable[..., Desk]) -> None:
    page = make_desk("meja").open("/register/")
    page.locator("h1").click()
    rows = page.locator("td.cell-main > a")

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")

    expect(rows.nth(0)).to_be_focused()


def test_a_step_is_filled_in_and_completed(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0010")
    page = desk.open(f"/perkara/{number}")

    go_to(desk, "agenda")
    page.keyboard.type("Agenda Kerja PPID 2026 butir 7")
    go_to(desk, "instruction")
    page.keyboard.type("Mohon ditelaah sebelum jangka waktunya habis.")
    go_to(desk, "action", text="complete")
    page.keyboard.press("Enter")

    expect(page.locator("#checklist .now")).to_contain_text("Langkah 2 —")
    expect(page.locator("#langkah-1")).to_contain_text("Disposisi Nomor")


def test_a_refused_step_brings_the_focus_to_what_must_be_mended(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0015")
    page = desk.open(f"/perkara/{number}")

    go_to(desk, "action", text="complete")
    page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert desk.focused()["name"] == "agenda"


def test_enter_in_the_search_for_a_basis_finds_and_does_not_complete(
    make_desk: Callable[..., Desk],
) -> None:
    desk, unit = make_desk("ppid"), make_desk("unit")
    number = open_case(desk, "DIK-0012")
    form = desk.page.locator("#checklist form[data-draft]")
    form.get_by_label("Agenda kerja").fill("Agenda Kerja PPID 2026 butir 8")
    form.get_by_label("Isi disposisi").fill("Mohon ditelaah.")
    form.get_by_role("button", name="Selesaikan langkah 1").click()
    expect(desk.page.locator("#checklist .now")).to_contain_text("Langkah 2 —")
    page = unit.open(f"/perkara/{number}")
    form = page.locator("#checklist form[data-draft]")
    form.get_by_label("Yang masih berlaku").fill("Bank soal masih dipakai.")
    form.get_by_role("radio", name="Tetap tepat").first.check()
    form.get_by_role("button", name="Selesaikan langkah 2").click()
    expect(page.locator("#checklist .now")).to_contain_text("Langkah 3 —")

    form.get_by_label("Cari dasar hukum").focus()
    page.keyboard.type("17 h 5")
    page.keyboard.press("Enter")
    expect(page.locator(".suggestions button").first).to_be_visible()
    form.get_by_label("Cari dasar hukum").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator(".picked")).to_have_count(2)
    expect(page.locator(".picked").last).to_contain_text("huruf h angka 5")
    expect(page.locator("#checklist .now")).to_contain_text("Langkah 3 —")
