"""Searching the handbook."""

from ppid.handbook.pages import Page, list_pages
from ppid.handbook.search import find_pages

PAGES = (
    Page("satu", "Jangka waktu", 1, "G", "Sampai kapan", "Tidak **permanen** untuk huruf a–f."),
    Page("dua", "Temuan", 2, "G", "Yang diperiksa", "Soal [jangka waktu](panduan:satu) & lain."),
)


def slugs(text: str) -> list[str]:
    return [hit.page.slug for hit in find_pages(PAGES, text)]


def test_every_word_must_be_in_the_page() -> None:
    assert slugs("permanen huruf") == ["satu"]
    assert slugs("permanen temuan") == []


def test_the_words_may_stand_in_title_summary_or_body() -> None:
    assert slugs("diperiksa") == ["dua"]
    assert slugs("TEMUAN lain") == ["dua"]


def test_a_page_with_the_words_in_its_title_comes_first() -> None:
    assert slugs("jangka waktu") == ["satu", "dua"]


def test_a_single_letter_is_looked_for_as_a_word_of_its_own() -> None:
    assert slugs("huruf a") == ["satu"]
    assert slugs("huruf e") == []


def test_a_longer_word_may_be_only_begun() -> None:
    assert slugs("perma") == ["satu"]
    assert slugs("manen") == []


def test_words_side_by_side_come_before_words_apart_and_are_what_is_shown() -> None:
    apart = Page("a", "A", 1, "G", "", "Huruf c dan d. Lalu j saja.")
    together = Page("b", "B", 2, "G", "", "Huruf x. Semua tentang **huruf j** di sini.")
    hits = find_pages((apart, together), "huruf j")

    assert [hit.page.slug for hit in hits] == ["b", "a"]
    assert "<mark>huruf</mark> <mark>j</mark> di sini." in hits[0].excerpt


def test_nothing_asked_finds_nothing() -> None:
    assert slugs("  ") == []
    assert slugs("!?") == []


def test_the_words_found_are_marked_and_the_rest_is_escaped() -> None:
    hit = find_pages(PAGES, "waktu lain")[0]

    assert str(hit.excerpt) == "Soal jangka <mark>waktu</mark> &amp; <mark>lain</mark>."


def test_the_address_of_a_link_is_not_searched() -> None:
    assert slugs("panduan") == []


def test_a_word_of_the_law_finds_the_page_that_explains_it() -> None:
    found = [hit.page.slug for hit in find_pages(list_pages(), "30 tahun huruf a")]

    assert "jangka-waktu" in found
