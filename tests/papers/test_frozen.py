"""One frozen text, two dresses: what is printed is what is read, word for word."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from ppid.papers.composing import Screen, compose
from ppid.papers.frozen import on_screen
from ppid.papers.stamps import Stamp

SCREEN = Screen("/surat/", "/surat/2025/3.pdf")
STAMP = Stamp("0123456789", "https://ppid.contoh.invalid/cek/0123456789")


def words(html: str) -> str:
    """The words of a page's body, without its bar."""
    body = html[html.index("<body>") :]
    plain = re.sub(r'<p class="bar">.*?</p>', "", body)
    return " ".join(re.sub(r"<[^>]+>", " ", plain).split())


@pytest.fixture
def shown(app: Flask, samples: type) -> tuple[str, str]:
    """A frozen determination, and its page."""
    frozen = compose(samples.determination(), stamp=STAMP)
    with app.test_request_context("/"):
        return frozen, on_screen(frozen, SCREEN)


def test_the_page_says_word_for_word_what_was_frozen(shown: tuple[str, str]) -> None:
    frozen, page = shown

    assert words(page) == words(frozen)
    assert "01234-56789" in words(page)


def test_the_page_leads_back_and_to_its_pdf(shown: tuple[str, str]) -> None:
    _frozen, page = shown

    assert '<a href="/surat/">‹ Kembali</a>' in page
    assert '<a href="/surat/2025/3.pdf">Unduh PDF</a>' in page


def test_the_page_fits_a_telephone_and_asks_for_no_font_file(shown: tuple[str, str]) -> None:
    frozen, page = shown

    assert "url(" in frozen
    assert 'name="viewport"' in page
    assert "url(" not in page
    assert ".bar {" in page


def test_a_paper_that_writes_of_tags_changes_nothing_of_the_page(app: Flask, samples: type) -> None:
    hostile = replace(samples.determination(), about="</style><body> @font-face { a } <head>")
    with app.test_request_context("/"):
        page = on_screen(compose(hostile), SCREEN)

    assert page.count("<body>") == page.count('<p class="bar">') == page.count("</style>") == 1
    assert "&lt;/STYLE&gt;&lt;BODY&gt; @FONT-FACE { A } &lt;HEAD&gt;" in page
