"""The papers as real PDFs, read back."""

from dataclasses import replace
from io import BytesIO

import pytest
from markupsafe import Markup
from pypdf import PageObject, PdfReader

from ppid.papers.documents import Paper, dik_table
from ppid.papers.parts import Letterhead, Orientation, PageSize
from ppid.papers.printing import print_paper
from tests.papers.conftest import Samples

POINTS_PER_MM = 72 / 25.4


def millimetres(page: PageObject) -> tuple[int, int]:
    return (
        round(float(page.mediabox.width) / POINTS_PER_MM),
        round(float(page.mediabox.height) / POINTS_PER_MM),
    )


def fonts_of(reader: PdfReader) -> dict[str, bool]:
    """Every font of every page: its name and whether its file is in the PDF."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            descriptor = font.get_object().get("/FontDescriptor", {})
            found[font.get_object()["/BaseFont"]] = "/FontFile2" in descriptor
    return found


def every_paper(samples: type[Samples]) -> dict[str, Paper]:
    return {
        "change sheet": samples.change_sheet(),
        "draft": samples.change_sheet(draft=True),
        "determination": samples.determination(),
        "report": samples.report(),
        "dik": samples.dik(),
        "sop": samples.sop_sheet(),
    }


PAPERS = ("change sheet", "draft", "determination", "report", "dik", "sop")


@pytest.mark.parametrize("name", PAPERS)
def test_every_font_a_paper_names_is_embedded(samples: type[Samples], name: str) -> None:
    fonts = fonts_of(samples.printed(every_paper(samples)[name]))

    assert fonts
    assert all(fonts.values()), fonts


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_says_which_of_how_many_it_is(samples: type[Samples], name: str) -> None:
    reader = samples.printed(every_paper(samples)[name])

    for number, page in enumerate(reader.pages, 1):
        assert f"Halaman {number} dari {len(reader.pages)}" in page.extract_text()


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_carries_title_author_language_and_its_date(
    samples: type[Samples], name: str
) -> None:
    paper = every_paper(samples)[name]

    reader = samples.printed(paper)

    assert reader.metadata.title == paper.title
    assert reader.metadata.author == "Dinas Contoh"
    assert reader.metadata.creation_date == samples.issued
    assert "Undang-Undang Nomor 14 Tahun 2008" in reader.metadata.subject
    assert reader.metadata.producer == "PPID"
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_issued_at_the_same_moment_is_the_same_bytes(
    samples: type[Samples], name: str
) -> None:
    paper = every_paper(samples)[name]

    first = print_paper(paper, author="Dinas Contoh", issued_at=samples.issued)
    print_paper(samples.dik(3), author="Lain", issued_at=samples.issued)
    second = print_paper(paper, author="Dinas Contoh", issued_at=samples.issued)

    assert first == second


def test_a_determination_says_all_that_the_form_asks(samples: type[Samples]) -> None:
    text = samples.text(samples.printed(samples.determination()))

    for words in (
        *("PEMERINTAH PROVINSI CONTOH", "NOMOR 3 TAHUN 2026", "TENTANG", "Menimbang", "Mengingat"),
        *("Memperhatikan", "MEMUTUSKAN:", "Menetapkan", "KESATU", "KEDUA", "KETIGA", "KEEMPAT"),
        *("Ditetapkan di Kota Contoh", "pada tanggal 23 November 2026", "Contoh PPID, S.Sos."),
        *("Pembina Tingkat I (IV/b)", "NIP 19000101 190001 1 001", "Tembusan:", "LAMPIRAN"),
        *("NOMOR : 3 TAHUN 2026", "TANGGAL : 23 NOVEMBER 2026"),
        "Pasal 17 huruf h angka 4",
        "Pasal 17 huruf i",
    ):
        assert words in text, words


def test_a_first_determination_lists_what_is_closed_in_the_five_columns(
    samples: type[Samples],
) -> None:
    table = dik_table(samples.dik(2).rows)
    paper = replace(
        samples.determination(), annexes=(replace(samples.annex(0), table=table),), noting=()
    )

    text = samples.text(samples.printed(paper))

    assert "Memperhatikan" not in text
    for words in ("Dokumen contoh nomor 2", "Dibuka", "Ditutup", "Jangka Waktu", "(6)"):
        assert words in text, words


def test_considerations_are_lettered_and_the_legal_bases_numbered_in_their_order(
    samples: type[Samples],
) -> None:
    text = samples.text(samples.printed(samples.determination()))

    assert "Menimbang : a. bahwa dasar hukum" in text
    assert "d. bahwa berdasarkan" in text
    assert "Mengingat : 1. Undang-Undang Nomor 14" in text
    assert text.index("1. Undang-Undang Nomor 14") < text.index("2. Peraturan Pemerintah Nomor 61")


def test_an_annex_lies_on_a_sheet_of_its_own(samples: type[Samples]) -> None:
    pages = [millimetres(page) for page in samples.printed(samples.determination()).pages]

    assert pages[0] == (210, 297)
    assert pages[-1] == (297, 210)


@pytest.mark.parametrize(
    ("size", "standing"), [(PageSize.A4, (210, 297)), (PageSize.F4, (215, 330))]
)
def test_a_paper_takes_the_size_it_is_asked_for(
    samples: type[Samples], size: PageSize, standing: tuple[int, int]
) -> None:
    report = samples.printed(samples.report(), size).pages[0]
    dik = samples.printed(samples.dik(), size).pages[0]

    assert millimetres(report) == standing
    assert millimetres(dik) == standing[::-1]


def test_a_paper_can_be_told_to_stand(samples: type[Samples]) -> None:
    data = print_paper(
        samples.dik(2), author="x", issued_at=samples.issued, orientation=Orientation.PORTRAIT
    )

    assert millimetres(PdfReader(BytesIO(data)).pages[0]) == (210, 297)


def test_a_draft_is_marked_on_every_page_and_a_final_sheet_on_none(samples: type[Samples]) -> None:
    draft = samples.printed(samples.change_sheet(8, draft=True))
    final = samples.printed(samples.change_sheet(8))

    assert len(draft.pages) > 1
    assert all("DRAF" in page.extract_text().replace("\n", "") for page in draft.pages)
    assert not any("DRAF" in page.extract_text() for page in final.pages)


def test_a_change_sheet_sets_old_and_new_side_by_side_and_names_its_testers(
    samples: type[Samples],
) -> None:
    text = samples.text(samples.printed(samples.change_sheet()))

    for words in (
        *("LEMBAR PENGUBAHAN INFORMASI YANG DIKECUALIKAN", "Nomor 4 Tahun 2026", "Semula"),
        *("Pertimbangan Sebelumnya", "Pertimbangan Pengubahan", "Dibuka", "Ditutup"),
        *("Jangka Waktu", "Contoh Penguji 4", "Menyetujui,", "Contoh Kepala Dinas, S.E."),
    ):
        assert words in text, words


def test_a_paper_signed_elsewhere_says_so_where_the_room_to_sign_would_be(
    samples: type[Samples],
) -> None:
    by_hand = samples.text(samples.printed(samples.determination(0)))
    elsewhere = samples.text(samples.printed(samples.determination(0, electronic=True)))

    assert "Ditandatangani secara elektronik" not in by_hand
    assert "Ditandatangani secara elektronik" in elsewhere


def test_a_report_gives_figures_changes_obstacles_and_follow_up(samples: type[Samples]) -> None:
    text = samples.text(samples.printed(samples.report()))

    for words in (
        *("Entri ditelaah", "3 entri", "B. Dasar", "D. Rincian pengubahan", "Tidak diubah"),
        *("penelaahan lanjutan", "telah diperbarui", "Kepada Yth.", "1. Kepala Dinas"),
    ):
        assert words in text, words


def test_an_empty_register_prints_nihil(samples: type[Samples]) -> None:
    assert "Nihil" in samples.text(samples.printed(samples.dik(0)))


def test_the_sop_sheet_shows_its_steps_the_answers_and_the_original_slips(
    samples: type[Samples],
) -> None:
    text = samples.text(samples.printed(samples.sop_sheet()))

    for words in (
        *("Nomor 7 Tahun 2021", "PELAKSANA", "Atasan PPID", "Kelengkapan", "Ya", "Tidak"),
        *("belum ditetapkan", "Konsinyasi", "Stabdar", "Standar", "Waku"),
    ):
        assert words in text, words


def test_the_logo_is_printed_in_the_letterhead(samples: type[Samples]) -> None:
    reader = samples.printed(samples.determination(0, logo=samples.logo()))

    assert len(reader.pages[0].images) == 1


def test_a_long_name_of_an_office_stays_inside_the_sheet(samples: type[Samples]) -> None:
    head = Letterhead(("PEMERINTAH PROVINSI CONTOH", "DINAS " + "PANJANG SEKALI " * 6), "Jalan")

    text = samples.text(samples.printed(replace(samples.report(), letterhead=head)))

    assert text.count("PANJANG SEKALI") == 6


def test_headings_become_bookmarks(samples: type[Samples]) -> None:
    outline = str(samples.printed(samples.determination()).outline)

    assert "KEPUTUSAN PEJABAT PENGELOLA" in outline
    assert "DAFTAR PENGUBAHAN KLASIFIKASI" in outline


def test_check_marks_and_boxes_are_not_lost(samples: type[Samples]) -> None:
    report = replace(samples.report(), follow_up="☐ belum ✓ sudah → lanjut")

    assert "☐ belum ✓ sudah → lanjut" in samples.text(samples.printed(report))


def test_reasoning_keeps_its_lists_and_emphasis_and_loses_everything_else(
    samples: type[Samples],
) -> None:
    hostile = Markup('<p onclick="x()">Alasan <strong>kuat</strong></p><script>alert(1)</script>')

    text = samples.text(samples.printed(replace(samples.report(), obstacles=hostile)))

    assert "Alasan kuat" in text
    assert "alert" not in text
