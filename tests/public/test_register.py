"""The public register shows what is public, counts it alike everywhere, and knows every day."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.law.standing_kinds import StandingKind
from ppid.public.filters import PublicFilters, read_filters
from ppid.public.queries import PublicRegister
from ppid.public.telling import ruling_number
from ppid.register.list_filters import FacetKey
from ppid.register.models import Classification, Determination, Entry, EntrySpan
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_actions import review_public_wording
from ppid.register.search.synonyms import Synonym
from tests.page_client import PageClient

CLERK = CommandLine()
PAGES = (
    *("/", "/dik", "/dik?q=pegawai", "/dik?q=zzzqq", "/dik?huruf=h&keadaan=dikecualikan"),
    *("/dik/DIK-0001", "/dik/DIK-0004", "/dik/DIK-0013", "/per/2025-01-01", "/baru-dibuka"),
    *("/per/2025-01-01/DIK-0001", "/akan-berakhir", "/tentang", "/data-terbuka", "/dasar-hukum/"),
    *("/dasar-hukum/?q=arsip", "/dasar-hukum/uu-14-2008", "/dasar-hukum/pasal-17/"),
    *("/dasar-hukum/pasal-17/h", "/dasar-hukum/uu-14-2008/ketentuan/1", "/dik?unit=DINKES"),
)


def register(on: date | None = None) -> PublicRegister:
    return PublicRegister(on or clock.today())


@pytest.mark.parametrize("address", PAGES)
def test_a_public_page_is_whole_and_plain(demo: Flask, address: str) -> None:
    PageClient(demo).get(address)


@pytest.mark.parametrize("address", ["/", "/dik", "/dik/DIK-0001", "/dasar-hukum/", "/dik.json"])
def test_what_did_not_change_is_answered_with_304_and_nothing_else(
    demo: Flask, address: str
) -> None:
    client = demo.test_client()
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/dik/DIK-0004", "/dik.json", "/dik"])
def test_a_reviewed_wording_changes_the_tag(demo: Flask, address: str) -> None:
    client = demo.test_client()
    before = client.get(address).headers["ETag"]
    entry = Entry.get(Entry.number == "DIK-0004")
    review_public_wording(CLERK, entry_id=entry.id, texts=PublicTexts("Aduan koperasi"))

    assert client.get(address).headers["ETag"] != before


def test_who_is_signed_in_comes_to_the_work_and_sees_the_office_catalogue(
    demo_as: Callable[[str], PageClient],
) -> None:
    officer = demo_as("ppid")

    assert officer.get("/", status=303).location == "/tugas"
    assert "Tambah" in officer.get("/dasar-hukum/").text


def test_the_public_list_holds_all_that_was_determined_and_nothing_else(demo: Flask) -> None:
    today = clock.today()
    determined = {
        row.entry.number
        for row in Classification.select(Classification, Entry)
        .join(Entry)
        .switch(Classification)
        .join(Determination)
        .where(Determination.effective_on <= today)
    }

    assert {record.number for record in register().walk()} == determined


def test_the_counts_of_the_list_agree_with_each_other(demo: Flask) -> None:
    public = register()
    every = list(public.walk())

    standings = {each.value: each.count for each in public.figures()}

    assert sum(standings.values()) == public.count() == len(every)
    assert standings["terbuka"] == sum(record.standing.is_open for record in every)
    assert public.narrow(PublicFilters(), 1).total == len(every)
    for letter, count in public.count_by_ground().items():
        assert count == sum(letter in record.grounds for record in every)


def test_an_entry_without_reviewed_wording_is_listed_by_number_unit_and_basis(
    demo: Flask,
) -> None:
    record = register().find("DIK-0004")

    assert record is not None
    assert not record.is_worded
    assert record.title == "Rumusan publik belum ditetapkan"
    assert record.short_bases[0] == "a.2"
    page = demo.test_client().get("/dik/DIK-0004").text
    assert "Bidang Pengawasan" in page
    assert "Pasal 17 huruf a angka 2" in page


def test_the_register_of_a_day_is_as_it_stood_on_it(demo: Flask) -> None:
    first = Determination.select().order_by(Determination.effective_on).get()

    assert register(first.effective_on - timedelta(days=1)).count() == 0
    assert register(first.effective_on).count() > 0


def test_an_exclusion_opens_on_its_day_for_the_public_too(demo: Flask) -> None:
    public = register()
    record = next(each for each in public.walk() if each.standing is StandingKind.EXPIRING)
    assert record.opens_on is not None

    after = register(record.opens_on).find(record.number)

    assert after is not None
    assert after.standing.is_open
    assert "jangka waktunya berakhir" in _sentence(demo, record.number, record.opens_on)


def _sentence(demo: Flask, number: str, on: date) -> str:
    from ppid.public.telling import tell_standing  # noqa: PLC0415 - one use

    record = register(on).find(number)
    assert record is not None
    return tell_standing(record)


def test_what_was_opened_comes_latest_first_and_what_ends_nearest_first(demo: Flask) -> None:
    opened, _total = register().opened(1)
    ending, count = register().ending(1)

    assert [each.since for each in opened] == sorted((r.since for r in opened), reverse=True)
    days = [each.opens_on for each in ending]
    assert None not in days
    assert days == sorted(day for day in days if day)
    assert count == len(ending)


def test_a_day_to_come_is_not_known(demo: Flask) -> None:
    client = PageClient(demo)
    tomorrow = clock.today() + timedelta(days=1)

    client.get(f"/per/{tomorrow}", status=404)
    client.get("/per/2025-02-30", status=404)
    assert client.get("/per?tanggal=2025-02-01", status=303).location == "/per/2025-02-01"


def test_a_misspelt_word_offers_the_nearest_public_one(demo: Flask) -> None:
    page = PageClient(demo).get("/dik?q=pegawia").text

    assert "hasil untuk" in page
    assert ">pegawai</strong>" in page


def test_an_everyday_word_finds_by_the_registers_own(demo: Flask) -> None:
    Synonym.create(everyday="gajiannya orang", official=["pinjaman dana bergulir"])

    page = PageClient(demo).get("/dik?q=gajiannya+orang").text

    assert "Dicari dengan kata yang dipakai dalam daftar" in page
    assert "DIK-0006" in page


def test_the_registers_words_for_an_everyday_one_are_found_as_a_phrase_only(demo: Flask) -> None:
    Synonym.create(everyday="gajiannya orang", official=["bergulir pinjaman dana"])

    page = PageClient(demo).get("/dik?q=gajiannya+orang").text

    assert "Dicari dengan kata yang dipakai dalam daftar" not in page
    assert "DIK-0006" not in page


def test_each_misspelt_word_of_several_is_mended_in_the_offer(demo: Flask) -> None:
    page = PageClient(demo).get("/dik?q=gajih+pegawe").text

    assert re.search(r"Maksud Anda <a [^>]*><strong>gaji pegawai</strong>", page)


def test_an_everyday_word_that_leads_to_nothing_public_is_not_offered(demo: Flask) -> None:
    Synonym.create(everyday="rahasiaria", official=["tidak tercatat di mana pun"])

    page = PageClient(demo).get("/dik?q=rahasiarai+pegawai").text

    assert "rahasiaria" not in page


def test_an_entry_is_found_by_number_unit_article_and_word(demo: Flask) -> None:
    client = PageClient(demo)

    for typed in ("DIK-0001", "asesmen kompetensi", "Pasal 17 huruf h angka 4", "UU 27/2022"):
        assert "DIK-0001" in client.get(f"/dik?q={typed}").text, typed


def test_words_found_are_marked_and_what_was_typed_cannot_harm(demo: Flask) -> None:
    client = PageClient(demo)

    assert "<mark>pegawai</mark>" in client.get("/dik?q=pegawai").text
    assert "<b>x" not in client.get("/dik?q=<b>x</b>").text


def test_of_a_text_without_end_only_the_beginning_is_searched(demo: Flask) -> None:
    begun = perf_counter()
    answer = demo.test_client().get("/dik", query_string={"q": "ab " * 30_000})

    assert answer.status_code == 200
    assert len(answer.data) < 30_000
    assert perf_counter() - begun < 5


def test_filters_that_nobody_knows_find_nothing_and_internal_ones_are_passed_over(
    demo: Flask,
) -> None:
    public = register()

    assert public.narrow(read_filters({"huruf": "z"}), 1).total == 0
    assert public.narrow(read_filters({"keadaan": "belum-ditetapkan"}), 1).total == 0
    assert read_filters({"temuan": "ada", "urut": "informasi"}) == PublicFilters()


def test_the_unit_filter_counts_the_units_below_it(demo: Flask) -> None:
    filters = PublicFilters(chosen=((FacetKey.UNIT, "DKUKM"),))

    listing = register().narrow(filters, 1)

    assert listing.total == sum(
        record.unit_code.startswith("DKUKM") for record in register().walk()
    )


def test_the_history_tells_determinations_openings_and_ends(demo: Flask) -> None:
    page = demo.test_client().get("/dik/DIK-0001").text
    events = re.search(r'<ol class="timeline">.*?</ol>', page, re.S)

    assert events
    assert events[0].count("<li>") == 2
    assert events[0].index("17 Mar 2025") < events[0].index("14 Agu 2023")


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("Putusan Komisi Informasi Nomor 012/VII/KI-NTB-PS/2025", "012/VII/KI-NTB-PS/2025"),
        ("Putusan Nomor 7/2024 atas nama seseorang", "7/2024"),
        ("Surat Ibu Contoh kepada Kepala Dinas", ""),
        ("Nomor Widiastuti/2024", ""),
    ],
)
def test_of_a_reference_only_the_number_of_a_ruling_is_told(reference: str, number: str) -> None:
    assert ruling_number(reference) == number


def test_a_future_standing_is_not_told_in_the_history(demo: Flask) -> None:
    number = "DIK-0001"
    entry = Entry.get(Entry.number == number)
    coming = EntrySpan.select().where(EntrySpan.entry == entry, EntrySpan.starts_on > clock.today())

    assert coming.exists()
    assert (
        "Terbuka karena jangka waktu berakhir" not in demo.test_client().get(f"/dik/{number}").text
    )
