"""At the counter: what an applicant asks, the answer, the slip, the request, its refusal."""

import io
from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys.desk import Desk
from tests.journeys.test_keyboard import go_to

PAGES = (
    "/meja-layanan?q=rekam+medis",
    "/meja-layanan?q=zzzz",
    "/meja-layanan/lembar?entri=DIK-0025&q=rekam",
    "/permohonan/?keadaan=semua",
    "/permohonan/baru",
    "/permohonan/PI-2026-008",
    "/permohonan/PI-2026-010",
    "/permohonan/PI-2026-010/jawaban",
    "/permohonan/PI-2026-010/keberatan",
    "/pengaturan/sinonim/",
)


def press(desk: Desk, text: str) -> None:
    """Go to the link or button with these words by Tab, and press it."""
    go_to(desk, None, text=text)
    desk.page.keyboard.press("Enter")


def serious(page: Page) -> list[str]:
    """The serious faults of accessibility on the page."""
    found = Axe().run(page).response["violations"]
    return [each["id"] for each in found if each["impact"] in {"serious", "critical"}]


def test_answers_come_while_one_types(make_desk: Callable[..., Desk]) -> None:
    page = make_desk("meja").open("/meja-layanan")

    page.keyboard.type("jasa pelayanan dokter")

    expect(page.locator(".answer").first).to_contain_text("Tertahan")
    expect(page.locator("#q")).to_be_focused()
    assert "q=jasa" in page.url


def test_enter_alone_answers_without_javascript(make_desk: Callable[..., Desk]) -> None:
    page = make_desk("meja", javascript=False).open("/meja-layanan")

    page.locator("#q").fill("rekam medis")
    page.keyboard.press("Enter")

    expect(page.locator(".answer .verdict").first).to_have_text("Dikecualikan")


def test_a_request_goes_from_the_box_to_its_refusal_by_keyboard_alone(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("meja")
    page = desk.open("/meja-layanan")
    page.keyboard.type("rekam medis rawat inap")
    expect(page.locator(".answer").first).to_contain_text("Rekam medis")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-stop]").first).to_be_focused()
    desk.shoot("desk-answer")
    press(desk, "Catat permohonan")

    expect(page.locator("h1")).to_have_text("Catat permohonan")
    go_to(desk, "name")
    page.keyboard.type("Contoh Pemohon Peramban")
    go_to(desk, "address")
    page.keyboard.type("Jalan Contoh 12")
    press(desk, "Simpan permohonan")

    expect(page.locator("h1")).to_contain_text("Permohonan PI-")
    address = page.url
    press(desk, "Siapkan jawaban")
    expect(page.locator("h1")).to_have_text("Siapkan jawaban")
    choose(desk, "ditolak")
    press(desk, "Simpan rancangan jawaban")
    expect(page.locator(".now")).to_contain_text("menunggu persetujuan")

    path = address.removeprefix(desk.address)
    sign(make_desk("atasan"), path, "Setujui penolakan")
    sign(make_desk("ppid"), path, "Terbitkan surat jawaban")

    page.reload()
    expect(page.locator(".now")).to_contain_text("Dijawab")
    desk.shoot("desk-request")
    pdf = PdfReader(io.BytesIO(desk.fetch(f"{path}/surat/jawaban.pdf")))
    texts = [sheet.extract_text() for sheet in pdf.pages]
    assert "Penolakan permohonan informasi" in texts[0]
    assert any("MEMUTUSKAN" in text for text in texts[1:])


def choose(desk: Desk, value: str) -> None:
    """Walk to the choice of the first item, and by arrow keys to this outcome."""
    for _each in range(60):
        desk.page.keyboard.press("Tab")
        if str(desk.focused()["name"] or "").startswith("outcome_"):
            break
    desk.page.keyboard.press("Space")
    for _each in range(4):
        if desk.page.locator(f"input[value={value}]").first.is_checked():
            return
        desk.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is not reached")


def sign(desk: Desk, path: str, button: str) -> None:
    """Open the request, and press the one button that moves it on."""
    desk.open(path)
    press(desk, button)
    expect(desk.page.locator(".notice.is-success")).to_be_visible()


def test_the_slip_is_printed_from_the_answer(make_desk: Callable[..., Desk]) -> None:
    page = make_desk("meja").open("/meja-layanan?q=DIK-0025")

    page.get_by_role("link", name="Cetak jawaban").first.click()

    expect(page.locator("h1")).to_have_text("Jawaban meja layanan informasi")
    expect(page.locator(".verdict")).to_have_text("Dikecualikan")
    page.emulate_media(media="print")
    expect(page.locator(".no-print")).to_be_hidden()


def test_an_item_is_linked_to_an_entry_by_typing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("meja")
    page = desk.open("/permohonan/PI-2026-013")
    page.get_by_role("link", name="Kaitkan dengan entri").click()

    page.get_by_label("Cari entri").fill("bank soal")
    page.get_by_label("Cari entri").fill("DIK-0012")
    expect(page.locator(".suggestions button")).to_have_count(1)
    page.locator(".suggestions button").first.click()

    expect(page.locator("main")).to_contain_text("DIK-0012")


def test_the_pages_of_the_desk_have_no_serious_fault(make_desk: Callable[..., Desk]) -> None:
    desk, small = make_desk("meja"), make_desk("meja", narrow=True)

    faults = {path: serious(desk.open(path)) for path in PAGES}
    wide = {path: each.sticking_out() for path in PAGES for each in (small,) if each.open(path)}

    assert {path: found for path, found in faults.items() if found} == {}
    assert {path: found for path, found in wide.items() if found} == {}
