"""Somebody without an account looks something up: wide and narrow, by keyboard, on a slow line."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.journeys.desk import Desk

SCREENS = {
    "publik-depan": "/",
    "publik-daftar": "/dik",
    "publik-cari": "/dik?q=pegawai",
    "publik-salah-ketik": "/dik?q=pegawia",
    "publik-nihil": "/dik?q=zzzqq",
    "publik-saring": "/dik?huruf=h&keadaan=dikecualikan",
    "publik-entri": "/dik/DIK-0001",
    "publik-entri-belum-dirumuskan": "/dik/DIK-0004",
    "publik-entri-terbuka": "/dik/DIK-0013",
    "publik-per-tanggal": "/per/2024-01-01",
    "publik-baru-dibuka": "/baru-dibuka",
    "publik-akan-berakhir": "/akan-berakhir",
    "publik-tentang": "/tentang",
    "publik-data": "/data-terbuka",
    "publik-dasar-hukum": "/dasar-hukum/",
    "publik-peraturan": "/dasar-hukum/uu-14-2008",
    "publik-pasal-17": "/dasar-hukum/pasal-17/",
    "publik-huruf-h": "/dasar-hukum/pasal-17/h",
    "publik-ketentuan": "/dasar-hukum/uu-14-2008/ketentuan/1",
    "publik-galat-404": "/dik/TIDAK-ADA",
}
SLOW_2G = {"latency": 500, "kilobits": 50}
BETTER = {"latency": 400, "kilobits": 400}
FIRST_PAINT = """() => new Promise((done) => new PerformanceObserver((list) =>
  list.getEntries().filter((each) => each.name === "first-contentful-paint")
    .forEach((each) => done(each.startTime))).observe({type: "paint", buffered: true}))"""


def slow_down(page: Page, latency: int, kilobits: int) -> None:
    """Let the line of this page be so slow, in both directions."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    through = kilobits * 1024 // 8
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": through,
            "uploadThroughput": through,
        },
    )


def serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    grave = [each for each in found if each["impact"] in {"serious", "critical"}]
    return [(each["id"], each["nodes"][0]["html"][:160]) for each in grave]


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_a_public_screen_has_no_serious_fault_and_nothing_sticks_out(
    make_desk: Callable[..., Desk], name: str, narrow: bool
) -> None:
    desk = make_desk(narrow=narrow)
    page = desk.open(SCREENS[name])

    desk.shoot(f"{name}-{360 if narrow else 1280}")
    assert desk.sticking_out() == []
    assert serious(page) == []


def test_from_the_front_to_the_legal_basis_of_an_entry(make_desk: Callable[..., Desk]) -> None:
    page = make_desk().open("/")

    page.get_by_label("Informasi apa yang Anda cari?").fill("asesmen kompetensi")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name=re.compile("asesmen kompetensi")).first.click()

    expect(page.locator("h1")).to_contain_text("asesmen kompetensi")
    expect(page.locator("main")).to_contain_text("Dikecualikan sampai 16 Januari 2028")
    page.get_by_role("link", name=re.compile("Undang-Undang Nomor 14")).click()
    expect(page.locator("main")).to_contain_text("informasi bersandar pada ketentuan ini")


def test_typing_narrows_the_list_and_its_address_can_be_kept(
    make_desk: Callable[..., Desk],
) -> None:
    page = make_desk().open("/dik?huruf=h")

    page.locator("#q").press_sequentially("pegawai")
    expect(page.locator("#results mark").first).to_be_visible()
    page.wait_for_url(re.compile("q=pegawai"))

    assert "huruf=h" in page.url
    shown = page.locator("#results .list-foot p").inner_text()
    page.reload()
    expect(page.locator("#results .list-foot p")).to_have_text(shown)


def test_everything_works_without_javascript(make_desk: Callable[..., Desk]) -> None:
    page = make_desk(javascript=False).open("/dik")

    page.locator("#q").fill("pegawai")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name=re.compile("^Sebagian")).click()

    expect(page.locator("#results")).to_contain_text("Disaring: Sebagian")
    assert "q=pegawai" in page.url


def test_by_keyboard_alone_one_finds_and_opens_an_entry(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    page = desk.open("/")
    seen = []
    while not seen or seen[-1]["name"] != "q":
        page.keyboard.press("Tab")
        seen.append(desk.focused())
        assert len(seen) < 20

    page.keyboard.type("wasiat")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=wasiat"))
    while "wasiat" not in desk.focused()["text"].lower() or desk.focused()["tag"] != "A":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/dik/DIK-\d+"))
    assert seen[0]["href"] == "#isi"
    assert [each for each in seen if not (each["outlined"] and each["inside"])] == []


@pytest.mark.parametrize(
    ("line", "seconds"), [(SLOW_2G, 6), (BETTER, 3)], ids=["50 kbit/s", "400 kbit/s"]
)
@pytest.mark.parametrize("address", ["/", "/dik?q=pegawai"])
def test_on_a_slow_line_the_page_can_soon_be_read(
    make_desk: Callable[..., Desk], line: dict[str, int], seconds: int, address: str
) -> None:
    desk = make_desk()
    slow_down(desk.page, **line)

    desk.page.goto(desk.address + address, wait_until="commit")
    expect(desk.page.locator("h1")).to_be_visible()

    assert desk.page.evaluate(FIRST_PAINT) < seconds * 1000


def test_one_can_search_before_any_script_has_arrived(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    held: list[str] = []

    def hold(route: Route) -> None:
        held.append(route.request.url)

    desk.page.route("**/*.js", hold)
    slow_down(desk.page, **SLOW_2G)
    desk.page.goto(desk.address + "/dik", wait_until="commit")

    desk.page.locator("#q").fill("pegawai")
    desk.page.get_by_role("button", name="Cari").click()
    expect(desk.page.locator("#results mark").first).to_be_visible()

    assert held
    assert desk.page.evaluate("typeof htmx") == "undefined"


def test_the_first_view_needs_six_requests_at_most(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))

    desk.open("/dik")
    desk.page.wait_for_load_state("networkidle")

    assert len(asked) <= 6, asked
    assert all(each.startswith(desk.address) for each in asked)
    assert desk.context.cookies() == []


def test_on_paper_an_entry_is_printed_without_menus(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    page = desk.open("/dik/DIK-0001")

    page.emulate_media(media="print")

    desk.shoot("publik-entri-cetak")
    expect(page.locator("nav.site-nav")).to_be_hidden()
    expect(page.locator(".site-search")).to_be_hidden()
    expect(page.get_by_role("heading", name="Dasar hukum")).to_be_visible()


def test_who_publishes_a_wording_lets_the_public_read_it(make_desk: Callable[..., Desk]) -> None:
    officer, somebody = make_desk("ppid"), make_desk()
    page = officer.open("/register/DIK-0004")

    page.get_by_role("link", name="Tetapkan rumusan publik").click()
    page.get_by_label("Judul untuk publik").fill("Identitas pelapor pada aduan koperasi")
    page.get_by_role("button", name="Tetapkan rumusan publik").click()

    expect(page.locator("main")).to_contain_text("tampil pada halaman publik")
    expect(somebody.open("/dik/DIK-0004").locator("h1")).to_have_text(
        "Identitas pelapor pada aduan koperasi"
    )
