"""One case, five people, eleven steps, one "Tidak": what each sees on the way, and on paper."""

import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.desk import Desk
from tests.journeys.walk import (
    CONDITION,
    ENTRY,
    KEPT,
    MENDED,
    NEW,
    NEW_SHORT,
    OLD,
    REFUSAL,
    REPORT_SERIES,
    SHEET_SERIES,
    WHY_NEW,
    Walk,
)

SHEET = "lembar-pengubahan"
AGENDA = "Agenda Kerja PPID 2026, butir 4: menelaah dasar hukum yang lama.\n"


def paper(walk: Walk, name: str) -> str:
    """The words of a paper of the case, as its PDF holds them, in one line."""
    return words(walk.desks["ppid"].fetch(f"/perkara/{walk.number}/naskah/{name}.pdf"))


def words(pdf: bytes) -> str:
    """The words of a PDF in one line."""
    assert pdf.startswith(b"%PDF")
    pages = (page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", " ".join(pages))


def walk_a_whole_case(make_desk: Callable[..., Desk], *, javascript: bool) -> None:
    """From disposition to report, looking at everything that should be seen."""
    walk = Walk.begin(make_desk, javascript=javascript)
    tasks = {name: walk.tasks(name) for name in ("ppid", "unit", "atasan")}

    walk.open_case()
    walk.turn(1, "ppid")
    assert walk.tasks("ppid") == tasks["ppid"] + 1
    walk.attach(AGENDA, "Rak 2 / Boks 7 / Berkas 1")
    walk.dispose()
    assert_file_is_kept_for_those_in_the_case(walk)
    walk.turn(2, "unit")
    assert walk.tasks("ppid") == tasks["ppid"]
    assert walk.tasks("unit") == tasks["unit"] + 1
    walk.give_input()
    walk.propose()
    walk.check()
    walk.meet()
    walk.formulate(WHY_NEW)
    walk.write_sheet()
    assert_sheet_is_a_draft(walk)
    walk.request()
    walk.turn(9, "atasan")
    assert walk.tasks("atasan") == tasks["atasan"] + 1

    walk.decide("Tidak", reason=REFUSAL, then="Langkah 6 —")
    assert_return_is_told(walk)
    walk.formulate(MENDED)
    walk.write_sheet()
    walk.request()
    walk.decide("Ya", then="Langkah 10 —")
    assert "DRAF" not in paper(walk, SHEET)

    number = issue(walk)
    assert_determination_reads(walk, number)
    assert_register_shows_it_at_once(walk, number)

    assert_report_counts(walk)


def assert_file_is_kept_for_those_in_the_case(walk: Walk) -> None:
    """The unit reads the very bytes, with their mark and place; the desk gets nothing."""
    page = walk.desks["unit"].open(f"/perkara/{walk.number}/langkah/1")
    expect(page.locator("main")).to_contain_text(sha256(AGENDA.encode()).hexdigest())
    expect(page.locator("main")).to_contain_text("Rak 2 / Boks 7 / Berkas 1")
    link = page.get_by_role("link", name="agenda.txt").get_attribute("href") or ""
    assert walk.desks["unit"].fetch(link) == AGENDA.encode()
    desk = walk.desks["meja"]
    assert desk.context.request.get(desk.address + link).status == 403


def assert_sheet_is_a_draft(walk: Walk) -> None:
    text = paper(walk, SHEET)
    assert "DRAF" in text
    assert f"/{SHEET_SERIES}/" in text
    assert OLD in text
    assert WHY_NEW in text


def assert_return_is_told(walk: Walk) -> None:
    """The reason stands at step 6, and what was written before is still in the form."""
    page = walk.at("ppid")
    expect(page.locator("#langkah-6 .quote")).to_contain_text(REFUSAL)
    expect(page.locator("#langkah-6 .quote")).to_contain_text("Contoh Atasan PPID")
    expect(walk.form("ppid").get_by_label(f"Alasan untuk {NEW}")).to_have_value(WHY_NEW)
    expect(page.locator("main")).to_contain_text("putaran 2")
    expect(walk.desks["ppid"].open("/tugas").locator("main")).to_contain_text(REFUSAL[:60])
    earlier = walk.desks["unit"].open(f"/perkara/{walk.number}/langkah/9")
    expect(earlier.locator("main")).to_contain_text(REFUSAL)
    walk.at("ppid")


def issue(walk: Walk) -> str:
    """Step 10, after a page that names what will happen; the number of the determination."""
    walk.at("ppid")
    page = walk.confirm("ppid", 10, "Tetapkan dan terbitkan")
    expect(page.locator("main")).to_contain_text("tidak dapat diubah atau ditarik kembali")
    expect(page.locator("main")).to_contain_text(ENTRY)
    page.get_by_role("button", name="Ya, lanjutkan").click()
    expect(page.locator("#checklist .now")).to_contain_text("Langkah 11 —")
    line = page.locator("#langkah-10 .step-line").inner_text()
    found = re.search(r"Nomor (\S+)", line)
    assert found, line
    return found.group(1)


def assert_determination_reads(walk: Walk, number: str) -> None:
    """Number, both bases, what it changes, and who signs it."""
    text = paper(walk, "penetapan")
    assert number in text
    assert "Contoh PPID" in text
    assert "DRAF" not in text
    assert OLD in text
    assert KEPT in text
    assert NEW in text
    assert CONDITION in text
    assert "selama selama" not in text.lower()
    assert "MEMUTUSKAN" in text


def assert_register_shows_it_at_once(walk: Walk, number: str) -> None:
    """List, entry page and DIK show the new basis; the old one stays readable by its date."""
    reader = walk.desks["meja"]
    row = reader.open(f"/register/?q={ENTRY}").locator("tbody tr")
    expect(row).to_contain_text("UU 27/2022")
    expect(row).not_to_contain_text("UU 17/2023")

    entry = reader.open(f"/register/{ENTRY}")
    bases = entry.locator("section", has=entry.get_by_role("heading", name="Dasar hukum")).first
    expect(bases).to_contain_text(NEW_SHORT)
    expect(bases).not_to_contain_text(OLD)
    expect(entry.locator("#standing")).to_contain_text(number)
    expect(entry.locator("main")).to_contain_text(CONDITION)
    history = entry.locator("section", has=entry.get_by_role("heading", name="Riwayat"))
    expect(history).to_contain_text(number)
    expect(history).to_contain_text("1/PPID.DIK/VIII/2023")

    before = reader.open(f"/register/{ENTRY}?tanggal=2025-01-02")
    expect(before.locator("main")).to_contain_text(OLD)

    dik = reader.open("/surat/dik").locator("body")
    expect(dik).to_contain_text(CONDITION)
    expect(reader.open("/surat/").locator("main table")).to_contain_text(number)


def assert_report_counts(walk: Walk) -> None:
    """One reviewed, one changed, one refused, two rounds; on screen and on paper."""
    page = walk.report()
    for label, value in FIGURES.items():
        row = page.locator("main tr", has_text=label)
        expect(row.locator("td").last).to_have_text(str(value))
    page.get_by_role("button", name="Ya, lanjutkan").click()
    expect(page.locator("#checklist .now")).to_contain_text("Selesai")
    text = paper(walk, "laporan")
    assert f"Nomor 1/{REPORT_SERIES}" in text
    assert REFUSAL in text
    for label, value in FIGURES.items():
        assert f"{label} {value}" in text
    for name in ("ppid", "unit", "atasan"):
        expect(walk.at(name).locator("#checklist form[data-draft]")).to_have_count(0)


FIGURES = {
    "Informasi yang ditelaah": 1,
    "Informasi yang diubah klasifikasinya": 1,
    "Pertimbangan yang ditolak (Tidak)": 1,
    "Putaran": 2,
}
