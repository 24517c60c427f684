"""What holds for every paper, whatever it tells."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup
from pypdf import PageObject, PdfReader

from ppid.papers.parts import PageSize
from ppid.texts.printable import unprintable
from tests.papers.conftest import Samples
from tests.papers.gallery import LYING, NAMES, every_paper, make_consideration, make_minutes

SIZES = {PageSize.A4: (210, 297), PageSize.F4: (215, 330)}
SIGNS = (
    "áàâäãåāçčéèêëēíìîïñóòôöøōšúùûüūýžßđłığşțŻ "
    "≤ ≥ – — “ ” ‘ ’ … § ° ½ ¼ ² ³ × ÷ ± µ € ™ • ′ ″ → ☐ ☑ ✓"
)


def millimetres(page: PageObject) -> tuple[int, int]:
    return tuple(  # type: ignore[return-value]
        round(float(each) * 25.4 / 72) for each in (page.mediabox.width, page.mediabox.height)
    )


def titles(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from titles(each)
        else:
            yield each.title


def faces(reader: PdfReader) -> dict[str, bool]:
    """Each font of each page and form: whether its file is in the PDF."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        held = [page["/Resources"]]
        forms = page["/Resources"].get("/XObject", {})
        held += [form.get_object().get("/Resources", {}) for form in forms.values()]
        for resources in held:
            for font in resources.get("/Font", {}).values():
                told = font.get_object()
                embedded = "/FontFile2" in told.get("/FontDescriptor", {})
                found[told["/BaseFont"]] = embedded
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_it_lies_or_stands_on_the_paper_of_its_size(
    samples: type[Samples], name: str, size: PageSize
) -> None:
    page = samples.printed(every_paper()[name], size).pages[0]

    assert millimetres(page) == (SIZES[size][::-1] if name in LYING else SIZES[size])


@pytest.mark.parametrize("name", NAMES)
def test_its_fonts_are_embedded_and_its_pages_counted(samples: type[Samples], name: str) -> None:
    reader = samples.printed(every_paper()[name])

    assert faces(reader)
    assert all(faces(reader).values()), faces(reader)
    for number, page in enumerate(reader.pages, 1):
        assert f"Halaman {number} dari {len(reader.pages)}" in page.extract_text()


@pytest.mark.parametrize("name", NAMES)
def test_it_has_bookmarks_and_says_its_title_language_author_and_subject(
    samples: type[Samples], name: str
) -> None:
    paper = every_paper()[name]
    reader = samples.printed(paper)
    root = reader.trailer["/Root"]

    assert list(titles(reader.outline))
    assert reader.metadata.title == paper.title
    assert reader.metadata.author == "Dinas Contoh"
    assert reader.metadata.subject
    assert root["/Lang"] == "id-ID"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        (
            "penetapan",
            ["Menimbang", "Mengingat", "Memperhatikan", "MEMUTUSKAN:", "KESATU", "LAMPIRAN"],
        ),
        ("laporan", ["A. Pendahuluan", "C. Hasil dalam angka", "F. Tindak lanjut"]),
        ("berita acara", ["A. Agenda", "B. Pembahasan", "C. Kesimpulan"]),
        ("pertimbangan", ["A. Pertimbangan", "C. Keputusan"]),
    ],
)
def test_its_parts_are_bookmarked_in_their_order(
    samples: type[Samples], name: str, marks: list[str]
) -> None:
    found = list(titles(samples.printed(every_paper()[name]).outline))

    assert [each for each in found if each in marks] == marks


def test_a_heading_of_several_lines_is_one_bookmark_with_blanks_between(
    samples: type[Samples],
) -> None:
    found = list(titles(samples.printed(every_paper()["penetapan"]).outline))

    assert "DOKUMENTASI DINAS KOPERASI" in " ".join(found[0].split())


def test_every_sign_that_is_let_through_is_drawn(samples: type[Samples]) -> None:
    paper = replace(make_consideration(), advice=SIGNS)
    text = samples.text(samples.printed(paper))

    assert unprintable(SIGNS) == []
    assert SIGNS in text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pengujian", ["LEMBAR PENGUJIAN KONSEKUENSI", "Nomor 4/LPK/2026", "Dibuka", "Ditutup"]),
        ("pengujian", ["Jangka Waktu", "Contoh Penguji 3", "Tanda Tangan", "Menyetujui,"]),
        ("pembukaan", ["Dasar pembukaan", "Terbuka mulai", "1 Mei 2026", "LAMPIRAN", "Tembusan"]),
        ("pengumuman", ["PENGUMUMAN", "Hasil asesmen", "Meja layanan", "Laman resmi"]),
        ("berita acara", ["Ruang Contoh", "satu;", "Disepakati.", "Contoh Penguji 2"]),
        ("disposisi", ["P-2026-014", "DIK-0001", "Diterima oleh", "Paraf", "satu;"]),
        ("catatan", ["Yang masih berlaku", "Catatan umum", "Pasal 17 huruf i"]),
        ("nota dinas", ["Kepada : Yth. Atasan PPID", "dua."]),
        ("pertimbangan", ["☐ Ya", "☑ Tidak", "Alasan : Dasar hukum", "Nasihat Pengarah"]),
        ("esensi", ["Jenis/Esensi Informasi", "Unit/Penanggung Jawab", "Penetapan", "(8)"]),
        ("esensi", ["Yang ditutup: nilai per orang", "3/PPID.DIK/III/2025", "Sekretariat"]),
        ("keterangan", ["SURAT KETERANGAN", "NOMOR 1/KET/PPID/XI/2026", "Jabatan : PPID"]),
        ("keterangan", ["tidak ada informasi yang berakhir", "NIP 19000101", "Pembina Tingkat I"]),
    ],
)
def test_it_says_what_its_form_asks_for(samples: type[Samples], name: str, told: list[str]) -> None:
    text = samples.text(samples.printed(every_paper()[name]))

    for words in told:
        assert words in text, words


def test_the_signature_of_a_note_stays_with_its_last_words(samples: type[Samples]) -> None:
    memo = every_paper()["nota dinas"]
    line = Markup("<p>Alinea {} selesai.</p>")
    for count in range(20, 60, 3):
        lines = Markup("").join(line.format(n) for n in range(1, count + 1))
        pages = [
            page.extract_text() for page in samples.printed(replace(memo, content=lines)).pages
        ]
        signed = next(page for page in pages if "Pembina Tingkat I" in page)
        assert f"Alinea {count} selesai." in signed, count


def test_the_long_last_paragraph_before_a_signature_fills_its_page(samples: type[Samples]) -> None:
    memo = every_paper()["nota dinas"]
    for count in range(350, 900, 50):
        words = " ".join(f"kata{n}" for n in range(count))
        pages = samples.printed(replace(memo, content=words)).pages
        signed = next(page.extract_text() for page in pages if "Pembina" in page.extract_text())
        assert f"kata{count - 1}" in signed, count
        assert len(pages) == 1 or "kata250" in pages[0].extract_text(), count


def test_the_last_diktum_is_cut_rather_than_leave_half_a_page_empty(
    samples: type[Samples],
) -> None:
    paper = samples.determination(0)
    short = replace(paper, in_view_of=paper.in_view_of[:1], noting=())
    for count in range(150, 500, 50):
        words = " ".join(f"kata{n}" for n in range(count))
        last = replace(paper.dictums[-1], text=words)
        pages = samples.printed(replace(short, dictums=(*paper.dictums[:-1], last))).pages
        signed = next(page.extract_text() for page in pages if "Pembina" in page.extract_text())
        assert f"kata{count - 1}" in signed, count
        assert "kata0 " in pages[0].extract_text().replace("\n", " "), count


def test_a_signature_elsewhere_is_said_on_final_papers_and_never_on_a_draft(
    samples: type[Samples],
) -> None:
    said = "Ditandatangani secara elektronik"
    sheet = samples.change_sheet()
    final = replace(sheet, approver=replace(sheet.approver, electronic=True))

    assert said in samples.text(samples.printed(final))
    assert said not in samples.text(samples.printed(replace(final, draft=True)))


def test_everyone_present_has_room_to_sign(samples: type[Samples]) -> None:
    text = samples.text(samples.printed(make_minutes()))

    assert "Tanda Tangan" in text
    assert all(f"Contoh Penguji {n}" in text for n in (1, 2, 3))


def test_the_words_after_a_table_keep_their_distance_from_it(samples: type[Samples]) -> None:
    heights: dict[str, float] = {}

    def note(text: str, page: list[float], place: list[float], *_more: object) -> None:
        for word in ("Meja", "Informasi tersebut"):
            if word in text:
                heights[word] = page[5] + place[5]

    samples.printed(every_paper()["pengumuman"]).pages[0].extract_text(visitor_text=note)

    assert heights["Meja"] - heights["Informasi tersebut"] > 20
