"""The papers of cases as they come out of the program, read back from their PDF."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader
from werkzeug.test import TestResponse

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.papers.case_papers import FORMS, list_case_papers
from ppid.register.models import Entry
from ppid.workflow.kinds import StepKindCode
from tests.cases.kinds.conftest import PLAIN, TODAY, Walker, plain_answers
from tests.cases.kinds.test_initial_walk import TESTED
from tests.page_client import PageClient

As = Callable[[str], PageClient]
DONE, RUNNING, FRESH = "P-2025-001", "P-2026-001", "P-2026-002"
LYING = {"lembar-pengubahan"}

# Each paper of the finished case: its title, and words that stand in it alone.
PAPERS = {
    "lembar-disposisi": (
        "Lembar Disposisi",
        ["Nomor 1/DISP.PPID/I/2025", "Ditunggu paling lambat 22 Januari 2025", "DIK-0005"],
    ),
    "catatan-masukan": ("Catatan Masukan", ["Yang masih berlaku", "Diragukan", "21 Januari 2025"]),
    "catatan-usulan": ("Catatan Usulan Dasar Hukum", ["Diusulkan", "huruf h angka 4"]),
    "catatan-pemeriksaan": ("Catatan Pemeriksaan", ["Tidak sesuai", "Kesimpulan pemeriksaan"]),
    "berita-acara": (
        "Berita Acara Konsinyasi",
        [
            "Nomor: 1/BA.PPID/II/2025",
            "Rabu tanggal dua belas bulan Februari tahun dua ribu dua puluh lima",
            "pukul 09.00 sampai dengan 15.00 WITA",
            "bertempat di Ruang Rapat Dinas Koperasi dan UKM",
            "Tanda Tangan",
            "Contoh Penguji Arsip",
            "Pimpinan rapat",
        ],
    ),
    "catatan-perumusan": (
        "Catatan Perumusan dan Pembahasan Dasar Hukum",
        ["Putaran : 2", "Semula", "Rumusan", "Jangka waktu"],
    ),
    "lembar-pengubahan": ("Lembar Pengubahan", ["Nomor 2/LPB.DIK/III/2025", "Menyetujui"]),
    "nota-dinas": (
        "Nota Dinas",
        [
            "Kepada : Yth. Atasan PPID",
            "Dari : PPID",
            "Nomor : 2/ND.PPID/III/2025",
            "Lampiran : Lembar Pengubahan Nomor 2/LPB.DIK/III/2025",
            "Hal : Permintaan pertimbangan",
        ],
    ),
    "lembar-pertimbangan": (
        "Lembar Pertimbangan",
        [
            "Nomor: 2/PT.PPID/III/2025",
            *("☑ Ya", "☐ Tidak", "Nasihat Pengarah"),
            "2/LPB.DIK/III/2025 tanggal 10 Maret 2025",
        ],
    ),
    "penetapan": ("PENETAPAN", ["NOMOR 3/PPID.DIK/III/2025"]),
    "laporan": ("Laporan Pengubahan", ["Nomor 1/LAP.PPID/III/2025", "Tindak lanjut"]),
}


def address(number: str, name: str, query: str = "") -> str:
    return f"/perkara/{number}/naskah/{name}.pdf{query}"


def read(answer: TestResponse) -> PdfReader:
    assert answer.mimetype == "application/pdf"
    return PdfReader(io.BytesIO(answer.data))


def words(answer: TestResponse) -> str:
    """The text of a PDF with single blanks."""
    return " ".join(" ".join(page.extract_text() for page in read(answer).pages).split())


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_of_a_finished_case_says_what_its_step_kept(demo_as: As, name: str) -> None:
    answer = demo_as("ppid").get(address(DONE, name))
    title, told = PAPERS[name]
    text = words(answer)

    assert str(read(answer).metadata.title).startswith(title)
    for each in told:
        assert each in text


@pytest.mark.parametrize("name", ["lembar-disposisi", "berita-acara", "lembar-pengubahan"])
def test_an_issued_paper_of_a_case_keeps_its_own_size(demo_as: As, name: str) -> None:
    box = read(demo_as("ppid").get(address(DONE, name))).pages[0].mediabox
    found = tuple(round(float(each) / 72 * 25.4) for each in (box.width, box.height))

    assert found == ((297, 210) if name in LYING else (210, 297))


def test_an_issued_paper_is_not_printed_on_another_size(demo_as: As) -> None:
    page = demo_as("ppid").get(address(DONE, "berita-acara", "?kertas=F4"), status=422)

    assert "A4" in page.text


@pytest.mark.parametrize("size", [("A4", (297, 210)), ("F4", (330, 215))], ids=lambda s: s[0])
def test_a_draft_of_a_case_is_printed_on_the_size_asked_for(
    demo_as: As, size: tuple[str, tuple[int, int]]
) -> None:
    query = f"?putaran=1&kertas={size[0]}"
    box = read(demo_as("ppid").get(address(DONE, "lembar-pengubahan", query))).pages[0].mediabox

    assert tuple(round(float(each) / 72 * 25.4) for each in (box.width, box.height)) == size[1]


def test_the_paper_of_a_tidak_is_kept_under_its_round(demo_as: As) -> None:
    text = words(demo_as("ppid").get(address(DONE, "lembar-pertimbangan", "?putaran=1")))

    assert "☑ Tidak" in text
    assert "Dasar huruf j pada DIK-0003 belum menyebut pasal" in text
    assert "Dikembalikan ke : Langkah 6. Perumusan" in text
    assert "Nomor 1/LPB.DIK/II/2025" in text


def test_a_sheet_that_was_sent_back_stays_a_draft(demo_as: As) -> None:
    text = words(demo_as("ppid").get(address(DONE, "lembar-pengubahan", "?putaran=1")))

    assert "Nomor 1/LPB.DIK/II/2025" in text
    assert "DRAF – belum berlaku" in text


def test_a_round_that_never_was_is_not_found(demo_as: As) -> None:
    demo_as("ppid").get(address(DONE, "lembar-pertimbangan", "?putaran=3"), status=404)


@pytest.mark.parametrize("name", ["surat-cinta", "pengumuman", "catatan-masukan-3"])
def test_a_name_that_is_no_paper_of_the_procedure_is_not_found(demo_as: As, name: str) -> None:
    demo_as("ppid").get(address(DONE, name), status=404)


def test_a_paper_whose_step_is_still_to_come_says_so(demo_as: As) -> None:
    page = demo_as("ppid").get(address(FRESH, "nota-dinas"), status=422).text

    assert "Nota Dinas belum ada" in page


@pytest.mark.parametrize("form", ["", ".pdf"])
def test_a_case_out_of_reach_is_not_found_by_its_papers(demo_as: As, form: str) -> None:
    demo_as("unit2").get(f"/perkara/{DONE}/naskah/berita-acara{form}", status=404)


def test_the_same_paper_printed_twice_is_the_same_bytes(demo_as: As) -> None:
    client, asked = demo_as("ppid"), address(DONE, "berita-acara")

    assert client.get(asked).data == client.get(asked).data


def test_the_page_of_an_earlier_round_leads_to_the_pdf_of_that_round(demo_as: As) -> None:
    shown = demo_as("ppid").browser.get(f"/perkara/{DONE}/naskah/lembar-pertimbangan?putaran=1")

    assert f'href="{address(DONE, "lembar-pertimbangan", "?putaran=1")}"' in shown.text


def test_the_page_of_a_case_lists_its_papers_by_step_and_tells_earlier_rounds(demo_as: As) -> None:
    page = demo_as("ppid").get(f"/perkara/{DONE}").text
    places = [page.index(f'href="{address(DONE, name)}"') for name in PAPERS]

    assert places == sorted(places)
    assert f"/perkara/{DONE}/naskah/lembar-pertimbangan?putaran=1" in page


def test_the_page_of_a_case_says_which_paper_is_a_draft(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
) -> None:
    walker = begin(classified())
    until(walker, 8)

    assert walker.page(officer).count('<span class="tag">DRAF</span>') == 1


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (DONE, list(PAPERS)),
        (RUNNING, list(PAPERS)[:5]),
        (FRESH, []),
    ],
)
@pytest.mark.usefixtures("demo")
def test_a_case_has_the_papers_of_the_steps_that_are_done(number: str, names: list[str]) -> None:
    assert [paper.name for paper in list_case_papers(read_case(number))] == names


@pytest.mark.usefixtures("app")
def test_every_kind_of_step_but_the_ground_of_an_opening_makes_a_paper() -> None:
    assert set(StepKindCode) - set(FORMS) == {StepKindCode.OPENING}
    assert len({form.name for form in FORMS.values()}) == len(FORMS)


def test_hostile_text_in_a_participant_s_name_stays_text(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
) -> None:
    walker = begin(classified())
    until(walker, 5)
    hostile = "<img src=x onerror=alert(1)> & {{ 7 * 7 }}"
    walker.act(officer, {**PLAIN[5], "participants-0-name": hostile})
    client = walker.sign_in(officer)

    assert hostile in words(client.get(address(walker.number, "berita-acara")))
    shown = client.browser.get(f"{walker.address}/naskah/berita-acara").text
    assert "<img src=x" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_a_remark_longer_than_a_page_is_printed_to_its_end(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
    unit_officer: User,
) -> None:
    walker = begin(classified())
    until(walker, 2)
    long = " ".join(f"kata{n}" for n in range(1100))
    answers = plain_answers(walker.fields(unit_officer), 2)
    walker.act(unit_officer, {**answers, "rows-0-changed": long})

    text = words(walker.sign_in(officer).get(address(walker.number, "catatan-masukan")))
    assert "kata0 " in text
    assert "kata1099" in text


@pytest.mark.usefixtures("signatories")
def test_the_test_sheet_is_a_draft_until_it_is_approved(
    tested: Walker, officer: User, superior: User
) -> None:
    tested.act(officer, TESTED)
    asked = address(tested.number, "lembar-pengujian")
    before = words(tested.sign_in(officer).get(asked))
    tested.act(superior, {"answer": "ya", "name": "Contoh Wakil", "title": "Wakil Gubernur"})
    after = words(tested.sign_in(officer).get(asked))

    assert "DRAF" in before
    assert "Contoh Gubernur" in before
    assert "DRAF" not in after
    assert "Menyetujui, " in after
    assert "Wakil Gubernur, Contoh Wakil" in after


@pytest.mark.usefixtures("signatories")
def test_the_test_sheet_has_the_columns_of_lampiran_ii_and_lies(
    tested: Walker, officer: User
) -> None:
    tested.act(officer, TESTED)
    answer = tested.sign_in(officer).get(address(tested.number, "lembar-pengujian"))
    text, box = words(answer), read(answer).pages[0].mediabox

    assert box.width > box.height
    for column in ("Informasi", "Dasar Hukum Pengecualian", "Konsekuensi", "Jangka Waktu"):
        assert column in text
    for said in (
        "Nomor 1/LPK/PPID/",
        "Berkas konseling, kertas, 2025",
        "Keadaan jiwa seseorang diketahui umum.",
        "Pegawai berani mencari pertolongan.",
        "Kepentingan umum tidak berkurang",
        "Hasil: Dikecualikan seluruhnya",
        "5 tahun sejak",
        "Contoh Penguji",
    ):
        assert said in text


@pytest.mark.usefixtures("signatories")
def test_the_approval_of_a_test_names_the_sheet_and_who_approved(
    tested: Walker, officer: User, superior: User
) -> None:
    tested.act(officer, TESTED)
    tested.act(superior, {"answer": "ya", "considerations": "Ujinya **lengkap**."})
    text = words(tested.sign_in(officer).get(address(tested.number, "lembar-persetujuan")))

    assert "atas Lembar Pengujian Konsekuensi Nomor 1/LPK/PPID/" in text
    assert "Ujinya lengkap." in text
    assert "☑ Ya" in text


@pytest.mark.usefixtures("signatories")
def test_an_announcement_tells_what_is_open_by_the_title_of_the_open_list(
    begin: Callable[..., Walker], classified: Callable[..., Entry], officer: User
) -> None:
    walker = begin(classified("Judul untuk dalam saja"), code="pembukaan")
    walker.act(officer, {"ground": "berakhir"})
    walker.act(officer, {"answer": "ya", "title": "PPID"})
    walker.act(officer, {"place": "Mataram"})
    announced = {
        "published_on": TODAY,
        "media": "Laman resmi\nPapan pengumuman",
        "announcement": "Informasi berikut dapat diminta **siapa saja**.",
        "rows-0-open_title": "Hasil asesmen kompetensi",
        "rows-0-access": "Meja layanan informasi",
    }
    walker.act(officer, announced)
    text = words(walker.sign_in(officer).get(address(walker.number, "pengumuman")))

    assert "PENGUMUMAN" in text
    assert "Informasi berikut dapat diminta siapa saja." in text
    assert "Hasil asesmen kompetensi Meja layanan informasi" in text
    assert "Laman resmi; Papan pengumuman" in text
    assert "berdasarkan Penetapan Nomor" in text
    assert "Judul untuk dalam saja" not in text
