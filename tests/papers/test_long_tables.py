"""Tables that run over many pages, and cells that would rather not fit."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.parts import PageSize
from ppid.papers.renderer import Renderer
from tests.papers.conftest import Samples
from tests.papers.gallery import make_essence
from tests.papers.samples import ISSUED


def pages_of(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def cpu_of(child: int | None) -> float:
    """Seconds that the child has worked, whatever else the machine does beside it."""
    told = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def timed(renderer: Renderer, paper: Paper) -> tuple[float, PdfReader]:
    before = cpu_of(renderer.child_pid)
    html = compose(paper, size=PageSize.A4)
    made = renderer.render(html, title=paper.title, author="Dinas Contoh", issued_at=ISSUED)
    return cpu_of(renderer.child_pid) - before, PdfReader(BytesIO(made))


def test_an_annex_of_300_rows_prints_every_row(samples: type[Samples]) -> None:
    text = samples.text(samples.printed(samples.determination(300)))

    assert all(f"berkas ke-{n}" in text.replace("ke- ", "ke-") for n in range(1, 301))


def test_500_rows_all_print_in_time_that_grows_with_the_rows_and_not_with_their_square(
    samples: type[Samples],
) -> None:
    renderer = Renderer()
    renderer.render("<p>a</p>", title="a", author="a", issued_at=ISSUED)

    few, _pages = timed(renderer, samples.dik(80))
    many, pages = timed(renderer, samples.dik(500))
    renderer.close()

    text = samples.text(pages)
    assert all(f"Dokumen contoh nomor {n} " in text for n in range(1, 501))
    assert many < few * (500 / 80) * 3


def test_500_rows_of_the_wide_form_take_bounded_time_and_memory() -> None:
    renderer = Renderer()
    renderer.render("<p>a</p>", title="a", author="a", issued_at=ISSUED)
    spent, pages = timed(renderer, make_essence(500))
    told = Path(f"/proc/{renderer.child_pid}/status").read_text()
    renderer.close()
    peak = int(told.partition("VmHWM:")[2].split()[0]) * 1024

    assert len(pages.pages) > 40
    assert spent < 30
    assert peak < 250_000_000


def test_the_headings_of_a_table_stand_on_each_of_its_pages(samples: type[Samples]) -> None:
    pages = pages_of(samples.printed(samples.dik(40)))

    assert len(pages) > 3
    for page in pages:
        assert "Jangka Waktu" in page
        assert "(1) (2) (3) (4) (5) (6)" in page


def test_a_signature_never_stands_alone_on_a_page(samples: type[Samples]) -> None:
    for rows in range(1, 12):
        pages = pages_of(samples.printed(samples.dik(rows)))
        signed = next(page for page in pages if "Contoh PPID" in page)
        assert f"{rows}. Dokumen contoh" in signed, rows


def test_the_last_diktum_stays_with_the_signature(samples: type[Samples]) -> None:
    paper = samples.determination(0)
    for more in range(8):
        longer = replace(paper, in_view_of=paper.in_view_of + ("Peraturan contoh lain",) * more)
        signed = next(page for page in pages_of(samples.printed(longer)) if "Pembina" in page)
        assert "KEEMPAT" in signed, more


def test_the_copies_never_stand_alone_on_a_page(samples: type[Samples]) -> None:
    paper = samples.determination(0)
    for more in range(8):
        longer = replace(paper, in_view_of=paper.in_view_of + ("Peraturan contoh lain",) * more)
        told = next(page for page in pages_of(samples.printed(longer)) if "Tembusan" in page)
        assert "KEEMPAT" in told, more


def test_copies_that_fill_more_than_a_page_are_all_named(samples: type[Samples]) -> None:
    copies = tuple(f"Kantor contoh {n}" for n in range(1, 121))

    text = samples.text(samples.printed(replace(samples.determination(0), copies=copies)))

    assert all(f"Kantor contoh {n};" in text for n in range(1, 120))
    assert "Kantor contoh 120." in text


def test_memutuskan_stays_with_what_is_decided(samples: type[Samples]) -> None:
    paper = samples.determination(0)
    for more in range(14):
        longer = replace(paper, in_view_of=paper.in_view_of + ("Peraturan contoh lain",) * more)
        decided = next(page for page in pages_of(samples.printed(longer)) if "MEMUTUSKAN" in page)
        assert "Menetapkan" in decided, more


def test_a_row_longer_than_a_page_goes_on_over_the_next_ones(samples: type[Samples]) -> None:
    words = " ".join(f"kata{n}" for n in range(4000))
    sheet = samples.change_sheet(3)
    rows = (sheet.rows[0], replace(sheet.rows[1], new_bases=words), sheet.rows[2])

    reader = samples.printed(replace(sheet, rows=rows))

    text = samples.text(reader)
    assert len(reader.pages) > 4
    assert all(f"kata{n}" in text for n in range(0, 4000, 97))
    assert "berkas ke-3" in text


def test_the_last_row_may_be_longer_than_a_page_before_a_signature(
    samples: type[Samples],
) -> None:
    words = " ".join(f"kata{n}" for n in range(3000))
    dik = samples.dik(2)
    last = replace(dik.rows[1], if_open=words)

    text = samples.text(samples.printed(replace(dik, rows=(dik.rows[0], last))))

    assert all(f"kata{n}" in text for n in range(0, 3000, 97))
    assert "Contoh PPID" in text


def test_a_word_wider_than_its_column_is_broken_and_not_clipped(samples: type[Samples]) -> None:
    sheet = samples.change_sheet(1)
    row = replace(sheet.rows[0], period=samples.long_word)

    reader = samples.printed(replace(sheet, rows=(row,)))

    joined = "".join(page.extract_text() for page in reader.pages).replace("\n", "")
    assert samples.long_word in joined


def test_a_diktum_longer_than_a_page_is_printed_whole(samples: type[Samples]) -> None:
    words = " ".join(f"kata{n}" for n in range(2500))
    paper = samples.determination(0)
    dictums = (replace(paper.dictums[0], text=words), *paper.dictums[1:])

    text = samples.text(samples.printed(replace(paper, dictums=dictums)))

    assert all(f"kata{n}" in text for n in range(0, 2500, 83))
    assert "KEEMPAT" in text


@pytest.mark.parametrize("count", [300, 450, 500, 550, 600, 700, 1100])
def test_a_last_diktum_of_any_length_can_be_printed(samples: type[Samples], count: int) -> None:
    words = " ".join(f"kata{n}" for n in range(count))
    paper = samples.determination(0)
    last = replace(paper.dictums[-1], text=words)

    text = samples.text(samples.printed(replace(paper, dictums=(*paper.dictums[:-1], last))))

    assert all(f"kata{n}" in text for n in range(0, count, 7))
    assert "Pembina Tingkat I" in text
    assert "Gubernur Contoh" in text


@pytest.mark.parametrize("count", [100, 150, 200, 250, 300])
def test_a_last_row_of_any_length_can_be_printed(samples: type[Samples], count: int) -> None:
    words = " ".join(f"kata{n}" for n in range(count))
    dik = samples.dik(3)
    rows = (*dik.rows[:2], replace(dik.rows[2], if_closed=words))

    text = samples.text(samples.printed(replace(dik, rows=rows)))

    assert all(f"kata{n}" in text for n in range(0, count, 7))
    assert "Pembina Tingkat I" in text
