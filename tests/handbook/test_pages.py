"""The texts of the handbook: whole, short, and pointing only to what is there."""

from pathlib import Path

import pytest

from ppid.handbook.help_texts import TOPICS
from ppid.handbook.links import Reference, legal_references, page_references, without_links
from ppid.handbook.pages import (
    FOLDER,
    Page,
    by_group,
    get_page,
    list_pages,
    neighbours,
    read_front,
    read_page,
    split_sections,
)
from ppid.law.grounds import Ground, ground_name
from ppid.legal_bases.shipped import read_catalogue
from ppid.workflow.shipped import shipped_procedure

PAGES = list_pages()
TEXTS = {path.stem: path.read_text() for path in sorted(FOLDER.rglob("*.md"))}
SUBJECTS = {
    *("mulai-bekerja", "membaca-register", "entri-yang-baik", "memilih-dasar-hukum"),
    *("sepuluh-alasan", "konsekuensi", "jangka-waktu", "uji-konsekuensi", "sop-7-2021"),
    *("penetapan-dan-naskah", "temuan", "perubahan-peraturan", "jangka-waktu-habis"),
    *("meja-layanan", "melayani-pemohon", "untuk-admin", "menyunting-naskah"),
    *("surel-pengingat",),
}
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
every_text = pytest.mark.parametrize("name", TEXTS)


def catalogue() -> set[Reference]:
    regulations = read_catalogue()
    whole = {Reference(each["id"]) for each in regulations}
    return whole | {
        Reference(each["id"], provision["cite"])
        for each in regulations
        for provision in each["provisions"]
    }


def test_the_handbook_has_a_page_on_every_subject() -> None:
    assert {page.slug for page in PAGES} == SUBJECTS


@every_text
def test_every_reference_to_the_law_is_in_the_catalogue(name: str) -> None:
    assert legal_references(TEXTS[name]) - catalogue() == set()


@every_text
def test_every_reference_to_another_page_leads_to_one(name: str) -> None:
    assert [slug for slug in page_references(TEXTS[name]) if get_page(slug) is None] == []


@every_text
def test_no_reference_is_left_half_written(name: str) -> None:
    left = without_links(TEXTS[name])

    assert "](" not in left
    assert "dasar:" not in left


def test_pages_point_into_the_catalogue_at_all() -> None:
    assert sum(len(legal_references(page.text)) for page in PAGES) > 60


@every_page
def test_a_page_is_no_longer_than_1200_words(page: Page) -> None:
    assert len(without_links(page.text).split()) <= 1200


@every_page
def test_a_page_shows_how_it_is_done_well_and_badly(page: Page) -> None:
    if page.slug == "sepuluh-alasan":
        assert (
            page.text.count("**Contoh di dinas:**") == page.text.count("**Tidak termasuk:**") == 10
        )
    else:
        assert "> **Baik:**" in page.text
        assert page.text.count("> **Baik:**") == page.text.count("> **Kurang baik:**")


@every_page
def test_sentences_stay_short(page: Page) -> None:
    plain = without_links(page.text).replace("\n\n", ". ").replace("\n- ", ". ")
    sentences = [each.split() for each in plain.replace("?", ".").split(". ")]
    average = sum(map(len, sentences)) / len(sentences)

    assert average < 16


@every_page
def test_the_sections_of_a_page_have_anchors_of_their_own(page: Page) -> None:
    anchors = [section.anchor for section in page.sections if section.title]

    assert len(anchors) == len(set(anchors)) > 1


def test_the_page_on_the_grounds_has_each_huruf_under_its_name() -> None:
    page = get_page("sepuluh-alasan")
    assert page is not None

    assert [section.title for section in page.sections if section.title] == [
        f"Huruf {ground}: {ground_name(ground)}" for ground in Ground
    ]


def test_the_page_on_the_sop_has_its_eleven_steps_in_order() -> None:
    page, sop = get_page("sop-7-2021"), shipped_procedure("sop-7-2021")
    assert page is not None
    steps = [section.title for section in page.sections if section.title[:1].isdigit()]

    assert steps == [f"{step.number}. {step.title}" for step in sop.steps]
    assert len(steps) == 11


def test_the_page_on_the_sop_names_who_acts_and_what_comes_out_of_each_step() -> None:
    page, sop = get_page("sop-7-2021"), shipped_procedure("sop-7-2021")
    assert page is not None
    told = {section.title: section.text for section in page.sections}

    for step in sop.steps:
        line = told[f"{step.number}. {step.title}"].splitlines()[0]
        assert step.actors[0].label in line
        assert "→" in line


def test_pages_come_in_one_order_without_ties() -> None:
    orders = [page.order for page in PAGES]

    assert orders == sorted(set(orders))


def test_the_first_page_has_none_before_it_and_the_last_none_after() -> None:
    assert neighbours(PAGES[0]) == (None, PAGES[1])
    assert neighbours(PAGES[-1]) == (PAGES[-2], None)


def test_the_groups_keep_the_order_of_the_pages() -> None:
    grouped = [page for pages in by_group(PAGES).values() for page in pages]

    assert grouped == list(PAGES)


def test_a_page_without_front_matter_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "kosong.md"
    path.write_text("## Judul\nIsi\n")

    with pytest.raises(ValueError, match=r"kosong\.md"):
        read_front(path)


def test_a_page_that_lacks_its_summary_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "kurang.md"
    path.write_text("---\ntitle: Judul\norder: 1\ngroup: G\n---\nIsi\n")

    with pytest.raises(ValueError, match="summary"):
        read_page(path)


def test_a_text_is_split_at_its_headings() -> None:
    sections = split_sections("Pembuka\n\n## Satu\nIsi satu\n\n### Bukan\n\n## Dua, lagi!\nIsi dua")

    assert [(each.title, each.anchor) for each in sections] == [
        ("", ""),
        ("Satu", "bagian-satu"),
        ("Dua, lagi!", "bagian-dua-lagi"),
    ]
    assert sections[1].text == "Isi satu\n\n### Bukan"


def test_every_help_text_names_a_page_that_tells_more() -> None:
    pages = [read_front(path)[0]["page"] for path in TOPICS.glob("*.md")]

    assert [slug for slug in pages if get_page(slug) is None] == []
