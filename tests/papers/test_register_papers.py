"""Papers of the register as they come out of the program, read back from their PDF."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfReader
from werkzeug.test import TestResponse

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.law.facts import OpeningKind
from ppid.register.actions import issue_opening, record_opening
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.models import Entry
from ppid.register.public_wording import PublicWording
from tests.page_client import PageClient

As = Callable[[str], PageClient]


def words(answer: TestResponse) -> str:
    """The text of a PDF with single blanks."""
    assert answer.mimetype == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_change_prints_old_beside_new_and_names_what_it_changes(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/surat/2025/3.pdf"))

    assert "NOMOR 3/PPID.DIK/III/2025" in text
    assert "Semula" in text
    assert "Pasal 17 huruf h angka 4" in text
    assert "Penetapan Nomor 1/PPID.DIK/VIII/2023 tanggal 14 Agustus 2023" in text
    assert "yang tidak diubah dinyatakan tetap berlaku" in text
    assert "TERHADAP PENETAPAN NOMOR 1/PPID.DIK/VIII/2023 TENTANG" in text


def test_mengingat_holds_only_regulations_in_force_by_rank(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/surat/2023/1.pdf"))
    law, rule = text.index("Undang-Undang Nomor 14 Tahun 2008"), text.index("Peraturan Pemerintah")
    in_view_of = text[text.index("Mengingat") : text.index("Memperhatikan")]

    assert law < rule
    assert "Nomor 1 Tahun 2021" in in_view_of
    assert "Nomor 1 Tahun 2010" not in in_view_of


def test_the_same_determination_printed_twice_is_the_same_bytes(demo_as: As) -> None:
    client = demo_as("ppid")

    assert client.get("/surat/2025/3.pdf").data == client.get("/surat/2025/3.pdf").data


def test_an_opening_names_what_opens_and_from_when(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/surat/2025/1.pdf"))

    assert "menjadi terbuka" in text
    assert "Daftar Informasi Publik" in text


def test_the_dik_lists_what_is_closed_on_the_day_by_its_public_title(demo_as: As) -> None:
    client = demo_as("ppid")
    before, after = (
        words(client.get(f"/surat/dik.pdf?tanggal={day}")) for day in ("2024-06-01", "2025-06-01")
    )
    opened = "Jadwal pengawasan mendadak"  # opened by determination on 20 January 2025

    assert "Keadaan per 1 Juni 2024" in before
    assert opened in before
    assert opened not in after


def test_the_dik_in_the_essence_form_adds_unit_and_determination(demo_as: As) -> None:
    client = demo_as("ppid")
    answer = client.get("/surat/dik.pdf?bentuk=esensi")
    text = words(answer)

    for told in (
        *("Jenis/Esensi Informasi", "konten ringkas", "Unit/Penanggung Jawab", "Penetapan"),
        *("Nomor 3/PPID.DIK/III/2025", "tanggal 17 Maret 2025", "(8)"),
    ):
        assert told in text
    assert "dik-esensi-" in answer.headers["Content-Disposition"]


def test_a_form_of_the_dik_that_is_none_is_refused_in_words(demo_as: As) -> None:
    page = demo_as("ppid").get("/surat/dik.pdf?bentuk=bulat", status=422).text

    assert "kolom atau esensi" in page


def test_the_page_of_papers_offers_both_forms_of_the_dik(demo_as: As) -> None:
    page = demo_as("ppid").get("/surat/").text

    assert '<option value="esensi">' in page
    assert "Surat keterangan" in page


def test_words_for_the_public_that_are_not_reviewed_are_counted_on_the_dik(demo_as: As) -> None:
    client = demo_as("ppid")
    PublicWording.delete().execute()

    assert "rumusan publik belum ditinjau" in words(client.get("/surat/dik.pdf?bentuk=esensi"))


def test_reviewed_words_for_the_public_stand_on_the_dik(demo_as: As) -> None:
    client = demo_as("ppid")
    entry = Entry.get(Entry.number == "DIK-0006")
    PublicWording.create(
        entry=entry,
        title="Judul tertinjau",
        what_is_closed="bagian tertinjau",
        given_instead="ringkasan tertinjau",
        consequence="akibat tertinjau",
        benefit="manfaat tertinjau",
        reviewed_at=clock.now(),
    )
    text = words(client.get("/surat/dik.pdf?bentuk=esensi"))

    for told in ("Judul", "bagian", "ringkasan", "akibat", "manfaat"):
        assert f"{told} tertinjau" in text


def test_the_dik_before_the_first_determination_is_empty_and_says_so(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/surat/dik.pdf?tanggal=2020-01-01"))

    assert "tidak ada informasi yang dikecualikan" in text


def test_an_internal_title_never_stands_on_the_dik(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/surat/dik.pdf"))

    assert "Program kerja pengawasan mendadak semester II tahun 2023" not in text


@pytest.mark.parametrize(("size", "millimetres"), [("A4", (297, 210)), ("F4", (330, 215))])
def test_the_dik_is_printed_on_the_paper_asked_for(
    demo_as: As, size: str, millimetres: tuple[int, int]
) -> None:
    answer = demo_as("ppid").get(f"/surat/dik.pdf?tanggal=2020-01-01&kertas={size}")
    box = PdfReader(io.BytesIO(answer.data)).pages[0].mediabox

    assert (
        round(float(box.width) / 72 * 25.4),
        round(float(box.height) / 72 * 25.4),
    ) == millimetres


def test_an_unknown_paper_size_is_refused_in_words(demo_as: As) -> None:
    assert "A4 atau F4" in demo_as("ppid").get("/surat/dik.pdf?kertas=A3", status=422).text


def test_a_day_that_is_none_is_refused_in_words(demo_as: As) -> None:
    assert "misalnya" in demo_as("ppid").get("/surat/dik.pdf?tanggal=kemarin", status=422).text


def test_the_sop_sheet_prints_the_corrected_words_and_lists_the_slips(demo_as: As) -> None:
    text = words(demo_as("ppid").get("/prosedur/sop-7-2021/1/lembar.pdf"))

    assert "Mengoordinasikan penelaahan" in text
    assert "Stabdar" in text
    assert "Drs. H. Wirajaya Kusuma, MH" in text
    assert text.count("belum ditetapkan") >= 11


def test_a_paper_as_a_page_allows_its_own_style_and_nothing_else(demo_as: As) -> None:
    answer = demo_as("ppid").browser.get("/surat/2025/3")

    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_determination_that_is_not_there_is_not_found(demo_as: As) -> None:
    demo_as("ppid").get("/surat/2025/99.pdf", status=404)


def test_the_admin_alone_prints_nothing(demo_as: As) -> None:
    demo_as("admin").get("/surat/2025/3.pdf", status=403)


def test_the_entry_page_links_its_determinations(demo_as: As) -> None:
    page = demo_as("ppid").get("/register/DIK-0001").text

    assert "/surat/2025/3.pdf" in page
    assert "/surat/2023/1.pdf" in page


def test_an_opening_names_its_ground_and_the_determination_that_it_ends(demo_as: As) -> None:
    client = demo_as("ppid")
    entry = Entry.get(Entry.number == "DIK-0047")
    said = OpeningDraft(OpeningKind.CONSENT, date(2026, 11, 2), "Surat Contoh A Nomor 1")
    record_opening(CommandLine(), entry_ids=[entry.id], opening=said)
    act = DeterminationDraft(
        kind=DeterminationKind.OPENING,
        about="Pembukaan contoh",
        determined_on=date(2026, 11, 20),
        effective_on=date(2026, 11, 20),
    )
    opening = OpeningDraft(OpeningKind.DETERMINATION, date(2026, 11, 20), "")
    issued = issue_opening(CommandLine(), act=act, openings={entry.id: opening})
    text = words(client.get(f"/surat/{issued.year}/{issued.number}.pdf"))

    assert text.count("Persetujuan tertulis: Surat Contoh A Nomor 1") == 2
    assert "Penetapan Nomor 1/PPID.DIK/VIII/2023" in text


def open_by_determination(number: str, on: date) -> str:
    """Issue an opening of one entry without any proof beside; where its PDF stands."""
    entry = Entry.get(Entry.number == number)
    act = DeterminationDraft(
        kind=DeterminationKind.OPENING,
        about="Pembukaan contoh",
        determined_on=date(2026, 11, 20),
        effective_on=date(2026, 11, 20),
    )
    opening = OpeningDraft(OpeningKind.DETERMINATION, on, "")
    issued = issue_opening(CommandLine(), act=act, openings={entry.id: opening})
    return f"/surat/{issued.year}/{issued.number}.pdf"


def test_an_opening_on_the_end_of_the_period_says_that_it_ended(demo_as: As) -> None:
    client = demo_as("ppid")
    text = words(client.get(open_by_determination("DIK-0011", date(2026, 12, 14))))

    assert "Jangka waktu pengecualian berakhir" in text


@pytest.mark.parametrize("number", ["DIK-0011", "DIK-0009"])
def test_an_opening_for_another_reason_never_claims_that_the_period_ended(
    demo_as: As, number: str
) -> None:
    client = demo_as("ppid")
    text = words(client.get(open_by_determination(number, date(2026, 11, 20))))

    assert "Jangka waktu pengecualian berakhir" not in text
    assert "Sebagaimana pertimbangan Penetapan ini" in text
