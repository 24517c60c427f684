"""Every main screen, wide and narrow, with keyboard and on paper: nothing sticks out or fails."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.desk import Desk

CASE, ENDED = "/perkara/P-2026-001", "/perkara/P-2025-001"
SCREENS = {
    "masuk": ("", "/masuk"),
    "tugas": ("ppid", "/tugas"),
    "tugas-kosong": ("pengarah", "/tugas"),
    "register": ("ppid", "/register/"),
    "register-cari": ("ppid", "/register/?q=evaluasi+pegawai"),
    "register-nihil": ("ppid", "/register/?q=zzzzqq"),
    "entri": ("ppid", "/register/DIK-0004"),
    "entri-belum-lengkap": ("ppid", "/register/DIK-0008"),
    "entri-cetak": ("ppid", "/register/DIK-0003/cetak"),
    "entri-usulkan": ("unit", "/register/usulkan"),
    "entri-ubah": ("ppid", "/register/DIK-0004/ubah"),
    "entri-klasifikasi": ("ppid", "/register/DIK-0004/klasifikasi"),
    "meja-layanan": ("meja", "/meja-layanan?q=rekam+medis"),
    "meja-layanan-lembar": ("meja", "/meja-layanan/lembar?entri=DIK-0025&q=rekam"),
    "permohonan": ("meja", "/permohonan/?keadaan=semua"),
    "permohonan-baru": ("meja", "/permohonan/baru"),
    "permohonan-satu": ("ppid", "/permohonan/PI-2026-008"),
    "permohonan-jawaban": ("meja", "/permohonan/PI-2026-010/jawaban"),
    "sinonim": ("meja", "/pengaturan/sinonim/"),
    "pemeriksaan": ("ppid", "/pemeriksaan"),
    "pemeriksaan-kelompok": ("unit", "/pemeriksaan/akan-berakhir"),
    "impor": ("ppid", "/register/impor/"),
    "perkara": ("ppid", "/perkara/"),
    "perkara-baru": ("ppid", "/perkara/baru?entri=DIK-0021"),
    "perkara-langkah-terbuka": ("ppid", CASE),
    "perkara-dibaca": ("pengarah", CASE),
    "perkara-selesai": ("atasan", ENDED),
    "perkara-rekaman-langkah": ("atasan", f"{ENDED}/langkah/9"),
    "perkara-naskah": ("atasan", f"{ENDED}/naskah/penetapan"),
    "dasar-hukum": ("ppid", "/dasar-hukum/"),
    "peraturan": ("ppid", "/dasar-hukum/uu-14-2008"),
    "peraturan-dicabut": ("ppid", "/dasar-hukum/perki-1-2010"),
    "ketentuan": ("ppid", "/dasar-hukum/ketentuan/1"),
    "peraturan-baru": ("ppid", "/dasar-hukum/baru"),
    "pasal-17": ("meja", "/dasar-hukum/pasal-17/"),
    "pasal-17-huruf-h": ("meja", "/dasar-hukum/pasal-17/h"),
    "prosedur": ("ppid", "/prosedur/"),
    "prosedur-sop": ("ppid", "/prosedur/sop-7-2021/1"),
    "surat": ("ppid", "/surat/"),
    "surat-dik": ("meja", "/surat/dik"),
    "surat-dik-pekerjaan": ("meja", "/surat/dik/pekerjaan"),
    "berkas-sengketa": ("ppid", "/register/DIK-0001/berkas-sengketa"),
    "pekerjaan": ("ppid", "/pekerjaan/"),
    "pengaturan": ("admin", "/pengaturan/"),
    "penanda-tangan": ("admin", "/pengaturan/penanda-tangan"),
    "nomor": ("admin", "/pengaturan/nomor/"),
    "nomor-pola": ("ppid", "/pengaturan/nomor/lembar-pengubahan"),
    "nomor-urutan": ("ppid", "/pengaturan/nomor/penetapan/2025"),
    "hari-libur": ("admin", "/pengaturan/hari-libur/"),
    "pengguna": ("admin", "/pengaturan/pengguna/"),
    "pengguna-satu": ("admin", "/pengaturan/pengguna/unit"),
    "pengguna-baru": ("admin", "/pengaturan/pengguna/baru"),
    "unit": ("admin", "/pengaturan/unit/"),
    "unit-satu": ("admin", "/pengaturan/unit/DKUKM"),
    "jejak": ("ppid", "/jejak/"),
    "akun": ("meja", "/akun"),
    "panduan": ("meja", "/panduan/"),
    "panduan-sop": ("meja", "/panduan/sop-7-2021"),
    "panduan-temuan": ("meja", "/panduan/temuan"),
    "rumusan-publik": ("ppid", "/register/rumusan-publik"),
    "naskah": ("admin", "/pengaturan/naskah/"),
    "naskah-satu": ("admin", "/pengaturan/naskah/penetapan-pengubahan-diktum"),
    "logo": ("admin", "/pengaturan/logo"),
    "surel": ("admin", "/pengaturan/surel"),
    "laporan": ("ppid", "/laporan/2026"),
    "surat-keterangan": ("ppid", "/surat/keterangan"),
    "galat-404": ("ppid", "/register/TIDAK-ADA"),
    "galat-403": ("meja", "/jejak/"),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_a_screen_has_one_heading_and_nothing_sticks_out_of_it(
    make_desk: Callable[..., Desk], name: str, narrow: bool
) -> None:
    person, path = SCREENS[name]
    desk = make_desk(person, narrow=narrow)

    answer = desk.page.goto(desk.address + path)

    assert answer is not None
    assert answer.status == int(name.removeprefix("galat-") if "galat" in name else 200)
    desk.shoot(f"{name}-{360 if narrow else 1280}")
    expect(desk.page.locator("h1")).to_have_count(1)
    assert desk.sticking_out() == []


@pytest.mark.parametrize("person", sorted({person for person, _path in SCREENS.values()}))
def test_no_screen_has_a_serious_fault_of_accessibility(
    make_desk: Callable[..., Desk], person: str
) -> None:
    desk = make_desk(person)

    found = {
        name: faults
        for name, (whose, path) in SCREENS.items()
        if whose == person and (faults := serious_faults(desk.open(path)))
    }

    assert found == {}


def serious_faults(page: Page) -> list[str]:
    """What axe finds serious or critical on the page."""
    found = Axe().run(page).response["violations"]
    return [each["id"] for each in found if each["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("name", ["register", "entri", "perkara-langkah-terbuka", "panduan"])
def test_tab_begins_with_the_skip_link_and_always_shows_where_it_is(
    make_desk: Callable[..., Desk], name: str
) -> None:
    person, path = SCREENS[name]
    desk = make_desk(person)
    page = desk.open(path)
    seen = []

    for _each in range(14):
        page.keyboard.press("Tab")
        seen.append(desk.focused())

    assert seen[0]["href"] == "#isi"
    assert [each for each in seen if not (each["outlined"] and each["inside"])] == []


def test_the_skip_link_leads_past_the_menu(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("ppid")
    page = desk.open("/register/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["entri", "register", "perkara-dibaca", "prosedur-sop"])
def test_on_paper_the_menu_and_the_buttons_are_left_out(
    make_desk: Callable[..., Desk], name: str
) -> None:
    person, path = SCREENS[name]
    desk = make_desk(person)
    page = desk.open(path)

    page.emulate_media(media="print")

    desk.shoot(f"{name}-cetak")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("nav.site-nav")).to_be_hidden()
    expect(page.locator(".site-search")).to_be_hidden()
    assert page.locator("main button:visible").count() == 0
