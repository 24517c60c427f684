"""The pages of the desk without JavaScript: a request from the counter to its letter."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from ppid.desk.events import demand_request
from ppid.desk.models import Request
from ppid.law.request_progress import RequestStatus
from ppid.register.search.synonyms import Synonym
from tests.page_client import PageClient

As = Callable[[str], PageClient]
TYPED = {
    "received_on": "2026-11-02",
    "channel": "langsung",
    "asked": "Rekam medis pasien",
    "way": "salinan",
    "delivery": "surel",
    "kind": "perorangan",
    "name": "Contoh Pemohon Halaman",
    "identity_kind": "ktp",
    "identity_number": "0001",
    "address": "Jalan Contoh 9",
    "entry": "DIK-0025",
}


@pytest.fixture
def recorded(demo: Flask, demo_as: As) -> str:
    """The address of a request recorded at the counter."""
    return str(demo_as("meja").post("/permohonan/baru", TYPED).location)


def test_a_request_is_recorded_refused_approved_and_issued(recorded: str, demo_as: As) -> None:
    item = demand_request(recorded.rsplit("/", 1)[1]).items[0].id
    said = {f"outcome_{item}": "ditolak", f"note_{item}": "akan diketahui umum"}
    demo_as("meja").post(f"{recorded}/jawaban", said)
    preview = demo_as("ppid").browser.get(f"{recorded}/surat/jawaban").text
    demo_as("ppid").post(f"{recorded}/jawaban/terbitkan", status=422)
    demo_as("atasan").post(f"{recorded}/jawaban/persetujuan")
    demo_as("ppid").post(f"{recorded}/jawaban/terbitkan")

    letter = demo_as("meja").browser.get(f"{recorded}/surat/jawaban.pdf")

    assert "DRAF" in preview
    assert letter.mimetype == "application/pdf"
    assert "dengan 1 penetapan" in demo_as("meja").get(recorded).text


def test_a_refusal_that_the_law_forbids_stands_beside_its_item(demo_as: As, recorded: str) -> None:
    client = demo_as("meja")
    item = demand_request(recorded.rsplit("/", 1)[1]).items[0].id
    client.post(f"{recorded}/rincian/{item}", {"entry": "DIK-0013"})

    page = client.post(f"{recorded}/jawaban", {f"outcome_{item}": "ditolak"}, status=422).text

    assert f'href="#outcome_{item}-0"' in page
    assert "Tidak dapat ditolak atas dasar pengecualian" in page


def test_a_request_without_a_name_keeps_what_was_typed(demo_as: As) -> None:
    before = Request.select().count()

    page = demo_as("meja").post("/permohonan/baru", {**TYPED, "name": ""}, status=422).text

    assert "Isi nama pemohon." in page
    assert "Jalan Contoh 9" in page
    assert Request.select().count() == before


def test_the_desk_hands_on_what_was_asked_and_found(demo_as: As) -> None:
    page = demo_as("meja").get("/permohonan/baru?q=rekam+medis&entri=DIK-0025&uji=1").text

    assert "rekam medis" in page
    assert 'value="DIK-0025"' in page
    assert "checked" in page


def test_the_officer_is_offered_the_test_with_its_last_day(demo_as: As) -> None:
    page = demo_as("ppid").get("/permohonan/PI-2026-012").text

    assert "procedure=penetapan-awal" in page
    assert "Uji+konsekuensi+untuk+permohonan+PI-2026-012" in page


def test_the_test_that_is_offered_opens_with_its_entry_chosen(demo_as: As) -> None:
    page = demo_as("ppid").get("/perkara/baru?procedure=penetapan-awal&entri=DIK-0107&title=Uji")

    assert "DIK-0107" in page.text
    assert 'value="Uji"' in page.text


def test_what_is_owed_stands_among_the_tasks_of_whoever_owes_it(demo_as: As) -> None:
    officer, superior = demo_as("ppid").get("/tugas").text, demo_as("atasan").get("/tugas").text

    assert "Jawab permohonan" in officer
    assert "Tanggapi keberatan" in superior
    assert "Setujui penolakan permohonan" in superior


def test_the_desk_has_its_tasks_and_no_cases_among_them(demo_as: As) -> None:
    page = demo_as("meja").get("/tugas").text

    assert "Jawab permohonan" in page
    assert "Tanggapi keberatan" not in page
    assert "Yang Anda tunggu" not in page
    assert re.search(r'href="/tugas" aria-current="page">Tugas <span class="count">[1-9]', page)


def test_the_desk_still_begins_its_day_at_the_desk(demo_as: As) -> None:
    assert demo_as("meja").get("/", status=303).location == "/meja-layanan"
    assert demo_as("ppid").get("/", status=303).location == "/tugas"


def test_what_may_not_be_answered_so_names_its_item_once(demo_as: As) -> None:
    item = demand_request("PI-2026-012").items[0].id

    refused = {f"outcome_{item}": "ditolak"}
    page = demo_as("meja").post("/permohonan/PI-2026-012/jawaban", refused, status=422).text

    assert "Rincian 1: Tidak dapat ditolak" in page
    assert "Rincian 1: Rincian 1" not in page


def test_an_entry_tells_the_requests_about_it_to_whoever_reads_them(demo_as: As) -> None:
    assert "PI-2026-003" in demo_as("meja").get("/register/DIK-0025").text
    assert "PI-2026-003" not in demo_as("unit2").get("/register/DIK-0025").text


def test_an_objection_is_recorded_and_answered_on_its_pages(demo_as: As) -> None:
    typed = {
        "received_on": "2026-03-20",
        "found_on": "2026-03-16",
        "grounds": "a",
        "reason": "Bukan rahasia.",
    }
    demo_as("meja").post("/permohonan/PI-2026-003/keberatan", typed)
    item = demand_request("PI-2026-003").items[0].id
    said = {f"outcome_{item}": "dikuatkan", "reason": "Tetap rahasia pribadi."}
    demo_as("atasan").post("/permohonan/PI-2026-003/tanggapan", said)

    status = demand_request("PI-2026-003").progress.status
    assert status is RequestStatus.OBJECTION_ANSWERED


@pytest.mark.parametrize("query", ["keadaan=aneh", "tahun=x", "tahun=99999999", "halaman=-3"])
def test_any_query_of_the_list_is_answered(demo_as: As, query: str) -> None:
    assert demo_as("meja").get(f"/permohonan/?{query}").status_code == 200


@pytest.mark.parametrize("page", ["", "/jawaban", "/surat/jawaban", "/surat/aneh", "/rincian/1"])
def test_a_request_that_is_not_there_is_not_found(demo_as: As, page: str) -> None:
    demo_as("ppid").get(f"/permohonan/PI-1999-001{page}", status=404)


def test_a_letter_that_was_not_issued_is_not_found(demo_as: As) -> None:
    demo_as("meja").get("/permohonan/PI-2026-013/surat/jawaban", status=404)
    demo_as("meja").get("/permohonan/PI-2026-013/surat/jawaban.pdf", status=404)


def test_a_synonym_is_added_changed_and_withdrawn(demo_as: As) -> None:
    client = demo_as("meja")
    client.post("/pengaturan/sinonim/", {"everyday": "slip", "official": "jasa pelayanan\n\n"})
    row = Synonym.get(Synonym.everyday == "slip")
    client.post(f"/pengaturan/sinonim/{row.id}", {"everyday": "slip", "official": "penghasilan"})
    fresh = Synonym.get(Synonym.everyday == "slip", Synonym.withdrawn_at.is_null())
    client.post(f"/pengaturan/sinonim/{fresh.id}/cabut")

    assert (row.official, fresh.official) == (["jasa pelayanan"], ["penghasilan"])
    assert not Synonym.select().where(Synonym.everyday == "slip", Synonym.withdrawn_at.is_null())
    client.get(f"/pengaturan/sinonim/{fresh.id}", status=404)


def test_an_everyday_word_is_kept_once_whatever_its_affixes(demo_as: As) -> None:
    typed = {"everyday": "Penggajian", "official": "penghasilan"}

    page = demo_as("meja").post("/pengaturan/sinonim/", typed, status=422).text

    assert "sudah ada dalam daftar" in page


@pytest.mark.parametrize("kind", ["permohonan", "surat-penolakan", "surat-perpanjangan"])
def test_a_number_leads_to_the_request_that_took_it(demo_as: As, kind: str) -> None:
    client = demo_as("ppid")

    page = client.get(f"/pengaturan/nomor/{kind}/2026").text

    assert 'href="/permohonan/PI-2026-0' in page
    client.get("/permohonan/PI-2026-" + page.partition("/permohonan/PI-2026-")[2][:3])
