"""Two people on one step: one wins, the other is told, and nobody's words are lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.desk import Desk
from tests.journeys.walk import open_case

MINE = "Mohon ditelaah bersama Bidang Kelembagaan."
THEIRS = "Mohon ditelaah sebelum akhir bulan."


def form_of(page: Page) -> Locator:
    return page.locator("#checklist form[data-draft]")


def both_open(make_desk: Callable[..., Desk], entry: str, **how: bool) -> tuple[str, Page, Page]:
    """Two officers look at step 1 of one case."""
    first, second = make_desk("ppid"), make_desk("ppid2", **how)
    number = open_case(first, entry)
    return number, first.open(f"/perkara/{number}"), second.open(f"/perkara/{number}")


def write(page: Page, instruction: str) -> None:
    form_of(page).get_by_label("Agenda kerja").fill("Agenda Kerja PPID 2026 butir 4")
    form_of(page).get_by_label("Isi disposisi").fill(instruction)


def complete(page: Page) -> None:
    form_of(page).get_by_role("button", name="Selesaikan langkah 1").click()


@pytest.mark.parametrize(
    ("entry", "javascript"), [("DIK-0010", True), ("DIK-0012", False)], ids=["javascript", "plain"]
)
def test_who_comes_second_is_told_and_keeps_what_was_typed(
    make_desk: Callable[..., Desk], entry: str, javascript: bool
) -> None:
    number, first, second = both_open(make_desk, entry, javascript=javascript)
    write(first, THEIRS)
    write(second, MINE)

    complete(first)
    expect(first.locator("#checklist .now")).to_contain_text("Langkah 2 —")
    complete(second)

    expect(second.locator("#checklist .now")).to_contain_text("Langkah 2 —")
    expect(second.locator("#checklist .notice").first).to_contain_text("Contoh PPID")
    expect(second.locator("#checklist")).to_contain_text(MINE)
    record = first.goto(first.url.split("/perkara/")[0] + f"/perkara/{number}/langkah/1")
    assert record is not None
    expect(first.locator("main")).to_contain_text(THEIRS)
    expect(first.locator("main")).not_to_contain_text(MINE)


def test_a_draft_saved_by_another_is_shown_before_it_is_written_over(
    make_desk: Callable[..., Desk],
) -> None:
    _number, first, second = both_open(make_desk, "DIK-0011")
    write(first, THEIRS)
    write(second, MINE)

    form_of(first).get_by_role("button", name="Simpan draf").click()
    expect(form_of(first).locator("[data-saved]")).to_contain_text("Draf tersimpan")
    form_of(second).get_by_role("button", name="Simpan draf").click()

    state = second.locator("#draft-state")
    expect(state).to_contain_text("Contoh PPID")
    expect(state).to_contain_text("Tulisan Anda belum disimpan")
    state.locator("summary").click()
    expect(state).to_contain_text(THEIRS)
    expect(form_of(second).get_by_label("Isi disposisi")).to_have_value(MINE)
    state.get_by_role("button", name="Simpan tulisan saya").click()
    expect(state).to_contain_text("Draf tersimpan")
    second.reload()
    expect(form_of(second).get_by_label("Isi disposisi")).to_have_value(MINE)


def test_ones_own_autosave_on_a_slow_line_does_not_stand_in_the_way(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("ppid")
    number = open_case(desk, "DIK-0015")
    page = desk.open(f"/perkara/{number}")
    line = desk.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 700, "downloadThroughput": -1, "uploadThroughput": -1}
    line.send("Network.emulateNetworkConditions", slow)
    write(page, MINE)

    with page.expect_request(lambda request: request.url.endswith("/draf")):
        page.wait_for_timeout(2000)
    complete(page)

    expect(page.locator("#checklist .now")).to_contain_text("Langkah 2 —")
    expect(page.locator(".error-summary")).to_have_count(0)
