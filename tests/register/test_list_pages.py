"""The list's pages: whole and in part, with and without rows, for who may read them."""

from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.register.actions import issue_determination, propose_classification
from ppid.register.acts import DeterminationDraft
from ppid.register.content import ClassificationDraft
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.page_client import PageClient

CLERK = CommandLine()
MakeEntry = Callable[..., Entry]


@pytest.fixture
def reader(sign_in: Callable[[User], PageClient], officer: User) -> PageClient:
    """The PPID at the browser."""
    return sign_in(officer)


def rows_in(response: TestResponse) -> int:
    return response.text.count("<tr data-row")


def test_an_empty_register_says_how_entries_come(reader: PageClient) -> None:
    page = reader.get("/register/")

    assert "Register masih kosong." in page.text
    assert "Usulkan entri" in page.text


@pytest.mark.parametrize(("entries", "shown"), [(1, 1), (25, 25), (26, 25)])
def test_a_page_shows_at_most_25_rows(
    reader: PageClient, make_entry: MakeEntry, entries: int, shown: int
) -> None:
    for number in range(entries):
        make_entry(f"Risalah ke {number}")

    page = reader.get("/register/")

    assert rows_in(page) == shown
    assert f"{entries} entri" in page.text
    assert ("halaman=2" in page.text) == (entries > 25)


def test_the_second_page_has_the_rest(reader: PageClient, make_entry: MakeEntry) -> None:
    for number in range(26):
        make_entry(f"Risalah ke {number}")

    page = reader.get("/register/?halaman=2")

    assert rows_in(page) == 1
    assert "DIK-0026" in page.text


def test_htmx_gets_the_same_results_without_the_page_around_them(
    reader: PageClient, make_entry: MakeEntry
) -> None:
    make_entry("Bendungan utama")

    page, part = reader.get("/register/?q=bendungan"), reader.fragment("/register/?q=bendungan")

    assert part.text.strip().startswith('<div class="stack" id="results"')
    assert part.text.strip() in page.text
    assert "HX-Request" in part.headers["Vary"]


def test_found_words_are_marked(reader: PageClient, make_entry: MakeEntry) -> None:
    make_entry("Daftar penggajian guru")

    assert "<mark>penggajian</mark>" in reader.get("/register/?q=gaji").text


def test_a_row_tells_the_text_in_which_the_word_was_found(
    reader: PageClient, make_entry: MakeEntry
) -> None:
    make_entry("Risalah", summary="Isi rapat", given_instead="Rekap bendungan dapat diberikan")

    assert "Rekap <mark>bendungan</mark> dapat" in reader.get("/register/?q=bendungan").text


def test_what_was_typed_is_shown_as_text(reader: PageClient, make_entry: MakeEntry) -> None:
    make_entry("Bendungan utama")

    page = reader.get('/register/?q="><script>alert(1)</script>')

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


def test_a_misspelt_word_shows_what_was_meant(reader: PageClient, make_entry: MakeEntry) -> None:
    make_entry("Data kepegawaian")

    page = reader.get("/register/?q=kepegawian")

    assert "Tidak ada yang cocok dengan “kepegawian”" in page.text
    assert 'href="/register/?q=kepegawaian"' in page.text
    assert rows_in(page) == 1


def test_a_mended_word_outside_the_filters_is_offered(
    reader: PageClient, make_entry: MakeEntry
) -> None:
    make_entry("Data kepegawaian")

    page = reader.get("/register/?q=kepegawian&huruf=a")

    assert "Maksud Anda" in page.text
    assert "Yang disaring: Pasal 17 huruf a" in page.text
    assert "Hapus semua saringan (1 entri)" in page.text


def test_nothing_found_says_what_was_looked_for(reader: PageClient, make_entry: MakeEntry) -> None:
    make_entry("Bendungan utama")

    page = reader.get("/register/?q=zzzz")

    assert "Tidak ada entri yang cocok dengan “zzzz”." in page.text
    assert "Lihat seluruh register" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "huruf=h",
        "keadaan=dikecualikan",
        "unit=prov",
        "tahun=2025",
        "peraturan=uu-14-2008",
        "q=asesmen&huruf=h&keadaan=dikecualikan&unit=prov&tahun=2025&peraturan=uu-14-2008",
        "tanggal=2025-06-01",
        "tanggal=2031-01-01&keadaan=terbuka",
        *(f"urut={sign}{order}" for sign in ("", "-") for order in ("nomor", "informasi", "unit")),
        *("urut=sampai", "urut=terbaru", "q=asesmen&urut=kecocokan"),
    ],
)
def test_every_filter_and_order_shows_the_entry(
    reader: PageClient,
    make_entry: MakeEntry,
    make_draft: Callable[..., ClassificationDraft],
    make_act: Callable[..., DeterminationDraft],
    query: str,
) -> None:
    entry = make_entry()
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})

    page = reader.get(f"/register/?{query}")

    assert rows_in(page) == 1


@pytest.mark.parametrize("query", ["huruf=q", "keadaan=x", "unit=x", "tahun=x", "temuan=x"])
def test_a_filter_that_does_not_exist_finds_nothing(
    reader: PageClient, make_entry: MakeEntry, query: str
) -> None:
    make_entry()

    assert rows_in(reader.get(f"/register/?{query}")) == 0


def test_a_chosen_filter_is_kept_for_the_next_search(
    reader: PageClient, make_entry: MakeEntry
) -> None:
    make_entry()

    part = reader.fragment("/register/?keadaan=belum-ditetapkan")

    assert 'form="register-search" name="keadaan" value="belum-ditetapkan"' in part.text


@pytest.mark.parametrize("key", ["unit", "peraturan", "temuan"])
def test_a_long_filter_shows_its_values_when_asked(
    reader: PageClient,
    make_entry: MakeEntry,
    make_draft: Callable[..., ClassificationDraft],
    key: str,
) -> None:
    propose_classification(CLERK, entry_id=make_entry("Hasil asesmen").id, draft=make_draft())

    folded = reader.get("/register/?q=asesmen")
    part = reader.fragment(f"/register/saringan/{key}?q=asesmen")
    whole = reader.get(f"/register/saringan/{key}?q=asesmen")

    assert f'href="/register/saringan/{key}?q=asesmen"' in folded.text
    assert f"/register/?q=asesmen&amp;{key}=" not in folded.text
    assert f"/register/?q=asesmen&amp;{key}=" in part.text
    assert part.text.strip() in whole.text
    assert rows_in(whole) == 1


def test_a_long_filter_that_is_chosen_can_be_let_go(
    reader: PageClient, make_entry: MakeEntry
) -> None:
    make_entry()

    page = reader.get("/register/?unit=prov")

    assert '<a class="chip" href="/register/" aria-current="true"' in page.text


def test_a_filter_that_is_none_is_not_found(reader: PageClient) -> None:
    reader.get("/register/saringan/warna", status=404)


def test_a_past_day_stays_in_every_address(reader: PageClient, make_entry: MakeEntry) -> None:
    entry = make_entry()

    page = reader.get("/register/?tanggal=2024-05-01")

    assert "keadaannya pada 1 Mei 2024" in page.text
    assert f"/register/{entry.number}?tanggal=2024-05-01" in page.text
    assert "?tanggal=2024-05-01&amp;keadaan=belum-ditetapkan" in page.text


@pytest.mark.parametrize("query", ["tanggal=kemarin", "urut=warna"])
def test_an_address_that_cannot_be_read_says_so(reader: PageClient, query: str) -> None:
    reader.get(f"/register/?{query}", status=422)


def test_a_page_number_that_is_none_is_the_first(reader: PageClient, make_entry: MakeEntry) -> None:
    make_entry()

    assert rows_in(reader.get("/register/?halaman=dua")) == 1


def test_the_desk_reads_but_is_not_asked_to_propose(
    sign_in: Callable[[User], PageClient], make_user: Callable[..., User], make_entry: MakeEntry
) -> None:
    make_entry()

    page = sign_in(make_user("meja", Role.DESK)).get("/register/")

    assert rows_in(page) == 1
    assert "Usulkan entri" not in page.text


def test_the_admin_does_not_read_the_register(
    sign_in: Callable[[User], PageClient], make_user: Callable[..., User]
) -> None:
    sign_in(make_user("admin", Role.ADMIN)).get("/register/", status=403)


def test_who_is_not_signed_in_is_sent_to_sign_in(client: PageClient) -> None:
    response = client.get("/register/?q=gaji", status=303)

    assert "/masuk" in response.headers["Location"]


def test_a_part_of_25_rows_travels_small(reader: PageClient, make_entry: MakeEntry) -> None:
    for number in range(40):
        make_entry(f"Risalah pembahasan anggaran ke {number}", summary="Isi rapat pimpinan.")

    headers = {"HX-Request": "true", "Accept-Encoding": "br"}
    part = reader.browser.get("/register/", headers=headers)

    assert part.headers["Content-Encoding"] == "br"
    assert len(part.data) < 3072
