"""Five people walk one case through SOP 7/2021 by its pages, with JavaScript or without."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.journeys.desk import NARROW, WIDE, Desk

ENTRY = "DIK-0021"
KIP = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
PDP = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi"
KEPT = f"{KIP}, Pasal 17 huruf h angka 2"
OLD = "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan, Pasal 4 ayat (1) huruf i"
NEW = f"{PDP}, Pasal 4 ayat (2)"
NEW_SHORT = "UU 27/2022 Pasal 4 ayat (2)"
WHY_NEW = "Surat keterangan dokter memuat data kesehatan, yaitu data pribadi yang spesifik."
REFUSAL = "Alasan dasar hukum yang baru belum menyebut bahwa rekap tanpa nama tetap diberikan."
MENDED = f"{WHY_NEW} Rekap jumlah hari sakit tanpa nama tetap diberikan."
CONDITION = "pegawai yang bersangkutan belum memberi persetujuan tertulis"
SHEET_SERIES = "LPB.DIK"
REPORT_SERIES = "LAP.PPID"
PEOPLE = ("ppid", "unit", "atasan", "pengarah", "meja")


@dataclass
class Walk:
    """The desks of the five, and the case once it is opened."""

    desks: dict[str, Desk]
    javascript: bool
    number: str = ""

    @classmethod
    def begin(cls, make_desk: Callable[..., Desk], *, javascript: bool) -> "Walk":
        """Everybody signs in at a browser of their own."""
        desks = {name: make_desk(javascript=javascript) for name in PEOPLE}
        for name, desk in desks.items():
            desk.sign_in(name)
        return cls(desks, javascript)

    # What anybody may look at.

    def at(self, name: str) -> Page:
        """This person's page, with the case open on it."""
        return self.desks[name].open(f"/perkara/{self.number}")

    def form(self, name: str) -> Locator:
        """The form of the step that is open, at this person's page."""
        return self.desks[name].page.locator("#checklist form[data-draft]")

    def turn(self, step: int, whose: str) -> None:
        """Everybody sees the same step and whose turn it is; only these have its form."""
        for name in PEOPLE[:4]:
            now = self.at(name).locator("#checklist .now")
            expect(now).to_contain_text(f"Langkah {step} —")
            mine = name in whose.split()
            expect(now).to_contain_text("Giliran Anda" if mine else "Giliran ")
            expect(self.form(name)).to_have_count(1 if mine else 0)
        reader = self.at("meja")
        expect(reader.locator("h1")).to_have_text("Anda tidak berwenang membuka halaman ini")

    def tasks(self, name: str) -> int:
        """How many tasks the menu tells this person of."""
        entry = self.desks[name].open("/tugas").locator("nav.site-nav a[href='/tugas']")
        found = re.search(r"\d+", entry.inner_text())
        return int(found.group()) if found else 0

    # What each of them does.

    def look(self, name: str, picture: str) -> None:
        """Nothing sticks out of this person's page, wide or narrow."""
        if not self.javascript:
            return
        desk = self.desks[name]
        for size in (NARROW, WIDE):
            desk.page.set_viewport_size(size)
            desk.shoot(f"{picture}-{size['width']}")
            assert desk.sticking_out() == [], f"{picture} at {size['width']} px"

    def press(self, name: str, button: str, *, then: str) -> None:
        """Press a button under the form; the checklist then says ``then``."""
        self.form(name).get_by_role("button", name=button).click()
        expect(self.desks[name].page.locator("#checklist .now")).to_contain_text(then)

    def finish(self, name: str, step: int) -> None:
        """Complete the step, filled in as it is; the next one is open."""
        self.look(name, f"langkah-{step}")
        self.press(name, f"Selesaikan langkah {step}", then=f"Langkah {step + 1} —")

    def open_case(self) -> None:
        """PPID opens the case from the entry's page."""
        self.number = open_case(self.desks["ppid"], ENTRY)

    def attach(self, content: str, place: str) -> None:
        """PPID keeps a file with the step that is open."""
        page = self.at("ppid")
        page.locator("summary", has_text="Lampirkan berkas").click()
        agenda = {"name": "agenda.txt", "mimeType": "text/plain", "buffer": content.encode()}
        page.get_by_label("Berkas", exact=True).set_input_files(agenda)  # type: ignore[arg-type]
        page.get_by_label("Letak hardcopy").fill(place)
        page.get_by_role("button", name="Lampirkan", exact=True).click()
        expect(page.get_by_role("link", name="agenda.txt")).to_be_visible()

    def dispose(self) -> None:
        """Step 1."""
        self.at("ppid")
        form = self.form("ppid")
        form.get_by_label("Agenda kerja").fill("Agenda Kerja PPID 2026 butir 4")
        expect(form.get_by_label("Diteruskan kepada")).to_have_value(re.compile("PPID Unit Kerja"))
        form.get_by_label("Isi disposisi").fill("Mohon ditelaah apakah dasar hukumnya masih tepat.")
        self.finish("ppid", 1)

    def give_input(self) -> None:
        """Step 2."""
        self.at("unit")
        form = self.form("unit")
        form.get_by_label("Yang masih berlaku").fill("Surat keterangan dokter tetap disimpan.")
        form.get_by_label("Yang berubah").fill("UU Pelindungan Data Pribadi sudah berlaku penuh.")
        form.get_by_role("radio", name="Tetap tepat").first.check()
        form.get_by_role("radio", name="Keliru").last.check()
        form.get_by_label("Alasan").last.fill("Ketentuan itu mengatur hak pasien, bukan arsip.")
        self.finish("unit", 2)

    def propose(self) -> None:
        """Step 3: one basis is dropped, another picked from the catalogue."""
        self.at("unit")
        form = self.form("unit")
        form.get_by_role("radio", name=re.compile("berubah menjadi")).check()
        form.locator(".picked", has_text=OLD).get_by_role("button", name="Lepas").click()
        expect(form.locator(".picked")).to_have_count(1)
        self.pick(form, "data pribadi 4 ayat 2")
        form.get_by_label(f"Alasan untuk {NEW}").fill(WHY_NEW)
        self.finish("unit", 3)

    def pick(self, form: Locator, words: str) -> None:
        """Find the new basis by typing, and take it."""
        form.get_by_label("Cari dasar hukum").press_sequentially(words)
        if not self.javascript:
            form.get_by_role("button", name="Cari", exact=True).click()
        form.locator(".suggestions button", has_text=NEW_SHORT).click()
        expect(form.locator(".picked", has_text=NEW)).to_be_visible()

    def check(self) -> None:
        """Step 4."""
        self.at("ppid")
        form = self.form("ppid")
        for verdict in form.get_by_role("radio", name="Sesuai", exact=True).all():
            verdict.check()
        form.get_by_label("Kesimpulan pemeriksaan").fill("Kedua dasar yang diusulkan tepat.")
        self.finish("ppid", 4)

    def meet(self) -> None:
        """Step 5: with a third participant in a row that is added."""
        self.at("ppid")
        form = self.form("ppid")
        labelled(form, "Tanggal").fill(ago(2))
        form.get_by_label("Tempat").fill("Ruang Rapat Contoh")
        form.get_by_label("Notula").fill("**DIK-0021**: data kesehatan adalah data spesifik.")
        form.get_by_label("Kesimpulan").fill("Dasar hukum diganti.")
        people = form.locator("fieldset", has=form.page.locator("legend", has_text="Peserta"))
        before = people.get_by_label("Nama").count()
        people.get_by_role("button", name="Tambah baris").click()
        expect(people.get_by_label("Nama")).to_have_count(before + 1)
        for at, (name, post) in enumerate(MET):
            people.get_by_label("Nama").nth(at).fill(name)
            people.get_by_label("Jabatan").nth(at).fill(post)
        expect(form.get_by_label("Notula")).to_have_value(re.compile("data spesifik"))
        self.finish("ppid", 5)

    def formulate(self, reasoning: str) -> None:
        """Step 6: why, and until when; without a day of review the law's check stops it."""
        self.at("ppid")
        form = self.form("ppid")
        form.get_by_label(f"Alasan untuk {KEPT}").fill("Memuat riwayat kesehatan tiap pegawai.")
        form.get_by_label(f"Alasan untuk {NEW}").fill(reasoning)
        kind = form.get_by_label("Jenis jangka waktu")
        kind.select_option(label="Selama suatu keadaan berlangsung")
        form.get_by_label("Selama keadaan").fill(f"selama {CONDITION}")
        form.get_by_label("Tanggal tinjauan").fill("")
        form.get_by_role("button", name="Selesaikan langkah 6").click()
        expect(form.locator(".error-summary")).to_contain_text("tinjau")
        expect(form.get_by_label(f"Alasan untuk {NEW}")).to_have_value(reasoning)
        form.get_by_label("Tanggal tinjauan").fill(ago(-700))
        self.finish("ppid", 6)

    def write_sheet(self) -> None:
        """Step 7."""
        self.at("ppid")
        expect(self.form("ppid")).to_contain_text(f"saat langkah diselesaikan: …/{SHEET_SERIES}")
        self.finish("ppid", 7)

    def request(self) -> None:
        """Step 8."""
        self.at("ppid")
        self.finish("ppid", 8)

    def decide(self, answer: str, *, then: str, reason: str = "") -> None:
        """Step 9."""
        self.at("atasan")
        form = self.form("atasan")
        labelled(form, "Pertimbangan").fill("Lembar Pengubahan sudah dibaca.")
        form.get_by_label("Pengarah yang memberi nasihat").fill("Contoh Pengarah")
        form.get_by_role("radio", name=re.compile(f"^{answer}")).check()
        if reason:
            labelled(form, "Alasan").fill(reason)
        self.look("atasan", f"langkah-9-{answer}")
        self.press("atasan", "Simpan keputusan langkah 9", then=then)

    def confirm(self, name: str, step: int, button: str = "") -> Page:
        """Press the step's button; a page asks before what cannot be undone is done."""
        self.look(name, f"langkah-{step}")
        pressed = button or f"Selesaikan langkah {step}"
        self.form(name).get_by_role("button", name=pressed).click()
        page = self.desks[name].page
        expect(page.locator("h1")).to_have_text("Pastikan sebelum melanjutkan")
        self.look(name, f"langkah-{step}-pastikan")
        return page

    def report(self) -> Page:
        """Step 11, up to the question whether to close the case."""
        self.at("ppid")
        form = self.form("ppid")
        expect(form.get_by_label("Kendala")).to_have_value(re.compile(re.escape(REFUSAL)))
        form.get_by_label("Tindak lanjut").fill("DIK diumumkan ulang.")
        return self.confirm("ppid", 11)


MET = (
    ("Contoh PPID", "PPID"),
    ("Contoh PPID Unit Kerja", "PPID Unit Kerja"),
    ("Contoh Arsiparis", "Arsiparis Ahli Muda"),
)


def open_case(desk: Desk, entry: str) -> str:
    """Open a case under SOP 7/2021 from the page of an entry; its number."""
    page = desk.open(f"/register/{entry}")
    page.get_by_role("link", name="Tinjau", exact=True).click()
    expect(page.get_by_label("Nomor entri")).to_have_value(entry)
    page.get_by_role("radio", name="SOP 7/2021").check()
    page.get_by_label("Judul perkara").fill(f"Pengubahan dasar hukum {entry}")
    page.get_by_role("button", name="Buka perkara").click()
    expect(page.locator("h1")).to_have_text(f"Pengubahan dasar hukum {entry}")
    return page.url.split("#")[0].rsplit("/", 1)[1]


def labelled(form: Locator, label: str) -> Locator:
    """The field with this label and no other, compulsory or not."""
    return form.get_by_label(re.compile(rf"^{label}(\s*wajib)?\s*$"))


def ago(days: int) -> str:
    """The day so many days before today, as a date field takes it."""
    return (date.today() - timedelta(days=days)).isoformat()  # noqa: DTZ011 - days away from any edge
