"""Numbers on screen: patterns with an example, what was taken, what was passed over and why."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.db import database
from ppid.office.number_kinds import Mode
from ppid.office.number_queries import check_numbers
from ppid.office.numbering import Taken, Taker, last_number, note_number, rule_of, take_paper_number
from tests.page_client import PageClient

DAY = date(2025, 3, 17)
RULE = "/pengaturan/nomor/nota-dinas"
SERIES = "/pengaturan/nomor/nota-dinas/2025"
GOOD = {"mode": "otomatis", "pattern": "ND-{nomor:03}/{tahun}"}
SKIP = {"first": "2", "last": "4", "reason": "Dipakai pada nota dinas kertas."}


@pytest.fixture
def client(client: PageClient, officer: User, sign_in: Callable[[User], PageClient]) -> PageClient:
    return sign_in(officer)


@pytest.fixture
def taken(app: Flask) -> str:
    """One number, taken by a step of a case."""
    taker = Taker("Perkara P-2025-001, langkah 8", "langkah:P-2025-001:8")
    with database.atomic():
        return take_paper_number("nota-dinas", DAY, taker)


@pytest.fixture
def holed(taken: str) -> None:
    """A paper that bears number 5, after number 1, without a word about those between."""
    with database.atomic():
        note_number(CommandLine(), "nota-dinas", DAY, Taken(5, "5/ND/LAMA/2025"))


def test_a_pattern_is_kept_and_its_change_is_on_record(client: PageClient) -> None:
    client.post(RULE, GOOD)

    assert rule_of("nota-dinas").pattern == "ND-{nomor:03}/{tahun}"
    last = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert (last.action, last.changes[0]["field"]) == ("saved-number-rule", "number_pattern")
    page = client.get("/pengaturan/nomor/").text
    assert f"ND-001/{clock.today().year}" in page


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", "Isi pola nomor"),
        ("PPID/{tahun}", "Pola harus memuat {nomor}"),
        ("{nomor}/{hari}/{tahun}", "{hari} tidak dikenal"),
        ("{nomor}/LPP/PPID/{bulan_romawi}/{tahun}", "sudah dipakai Lembar Pengubahan"),
    ],
)
def test_a_fault_of_the_pattern_is_named_beside_its_field(
    client: PageClient, pattern: str, fault: str
) -> None:
    page = client.post(RULE, {**GOOD, "pattern": pattern}, status=422).text

    assert 'id="pattern-galat"' in page
    assert fault in page
    assert rule_of("nota-dinas").mode is Mode.AUTOMATIC


def test_the_example_follows_what_is_typed_and_nothing_is_kept(client: PageClient) -> None:
    body = {**GOOD, "lihat": "contoh"}
    wanted = f"<strong>ND-001/{clock.today().year}</strong>"
    page = client.post(RULE, body, status=200).text
    part = client.post(RULE, body, status=200, headers={"HX-Request": "true"}).text

    assert wanted in page
    assert part.lstrip().startswith('<div id="number-example"')
    assert wanted in part
    assert rule_of("nota-dinas").pattern != GOOD["pattern"]


def test_the_example_of_a_faulty_pattern_names_the_fault(client: PageClient) -> None:
    body = {"mode": "otomatis", "pattern": "{nomor", "lihat": "contoh"}
    part = client.post(RULE, body, status=422, headers={"HX-Request": "true"}).text

    assert "kurung kurawal" in part


def test_a_way_that_the_kind_does_not_have_is_not_taken(client: PageClient) -> None:
    body = {"mode": "tanpa", "pattern": "{nomor}/X/{tahun}"}
    page = client.post("/pengaturan/nomor/penetapan", body, status=422).text

    assert "pilih dari daftar" in page


def test_what_cannot_be_set_has_no_form(client: PageClient) -> None:
    client.get("/pengaturan/nomor/entri", status=404)
    client.get("/pengaturan/nomor/surat-cinta", status=404)


@pytest.mark.parametrize("address", ["entri/2025", "nota-dinas/0", "nota-dinas/99999", "apa/2025"])
def test_a_series_that_cannot_be_is_not_found(client: PageClient, address: str) -> None:
    client.get(f"/pengaturan/nomor/{address}", status=404)


def test_the_series_shows_what_took_each_number(client: PageClient, taken: str) -> None:
    page = client.get(SERIES).text

    assert taken in page
    assert 'href="/perkara/P-2025-001/langkah/8"' in page
    assert "nomor bebas berikutnya 2" in page


def test_skipping_asks_before_it_is_done(client: PageClient, taken: str) -> None:
    page = client.post(f"{SERIES}/lewati", SKIP, status=200).text

    assert "Nomor 2 sampai 4 tidak akan pernah diberikan program" in page
    assert last_number("nota-dinas", 2025) == 1


def test_what_was_skipped_stands_with_reason_who_and_when(
    client: PageClient, taken: str, officer: User
) -> None:
    client.post(f"{SERIES}/lewati", {**SKIP, "pasti": "ya"})

    page = client.get(SERIES).text
    assert "2–4" in page
    assert SKIP["reason"] in page
    assert officer.name in page
    assert last_number("nota-dinas", 2025) == 4
    told = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert told.action == "explained-numbers"
    assert told.changes[0]["after"] == SKIP["reason"]


def test_a_number_taken_meanwhile_stops_the_skipping_even_after_the_question(
    client: PageClient, taken: str
) -> None:
    with database.atomic():
        take_paper_number("nota-dinas", DAY)
    page = client.post(f"{SERIES}/lewati", {**SKIP, "pasti": "ya"}, status=422).text

    assert "Nomor bebas berikutnya sekarang 3" in page
    assert last_number("nota-dinas", 2025) == 2


def test_a_skip_without_reason_is_refused_beside_its_field(client: PageClient, taken: str) -> None:
    page = client.post(f"{SERIES}/lewati", {**SKIP, "reason": ""}, status=422).text

    assert 'id="reason-galat"' in page


@pytest.mark.usefixtures("holed")
def test_a_hole_is_a_fault_on_both_pages_until_it_is_explained(client: PageClient) -> None:
    before = client.get("/pengaturan/nomor/").text, client.get(SERIES).text
    body = {"first": "2", "last": "4", "reason": "Batal ditandatangani, kertasnya disimpan."}
    client.post(f"{SERIES}/jelaskan", body)
    after = client.get("/pengaturan/nomor/").text, client.get(SERIES).text

    assert "belum dijelaskan: Nota Dinas" in before[0]
    assert "Nomor 2–4 belum dijelaskan" in before[1]
    assert not any("belum dijelaskan" in page for page in after)
    assert "Batal ditandatangani" in after[1]
    assert check_numbers() == []


def test_a_long_series_is_read_page_by_page(client: PageClient, app: Flask) -> None:
    with database.atomic():
        for _ in range(120):
            take_paper_number("laporan", DAY)

    first = client.get("/pengaturan/nomor/laporan/2025").text
    second = client.get("/pengaturan/nomor/laporan/2025?halaman=2").text

    assert "120/LAP/PPID/III/2025" in first
    assert ">20/LAP/PPID/III/2025" not in first
    assert ">20/LAP/PPID/III/2025" in second


@pytest.mark.parametrize(
    ("kind", "year"),
    [
        ("penetapan", 2025),
        ("entri", 0),
        ("perkara", 2025),
        ("lembar-pengubahan", 2025),
        ("permohonan", 2026),
        ("surat-jawaban", 2026),
    ],
)
def test_every_number_of_the_demo_leads_to_what_took_it(
    demo_as: Callable[[str], PageClient], kind: str, year: int
) -> None:
    client = demo_as("ppid")
    page = client.get(f"/pengaturan/nomor/{kind}/{year}").text
    cells = page.split('<td class="cell-main"><a href="')[1:]

    assert cells
    for cell in (cells[0], cells[-1]):
        assert client.browser.get(cell.partition('"')[0]).status_code == 200
