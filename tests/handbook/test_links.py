"""The handbook's own notation for links."""

from ppid.handbook.links import (
    Reference,
    legal_references,
    page_references,
    put_links,
    without_links,
)

TEXT = "Lihat [huruf h](dasar:uu-14-2008/Pasal 17 huruf h) dan [waktunya](panduan:jangka-waktu)."


def put(text: str, address: str | None = "/di-sini") -> str:
    return put_links(text, lambda _reference: address, lambda slug: f"/panduan/{slug}")


def test_a_provision_is_read_with_its_regulation() -> None:
    assert legal_references(TEXT) == {Reference("uu-14-2008", "Pasal 17 huruf h")}


def test_a_provision_with_brackets_is_read_whole() -> None:
    text = "[a](dasar:uu-14-2008/Pasal 36 ayat (2)-(3)) dan [b](dasar:pp-61-2010/Pasal 5 ayat (1))"

    assert legal_references(text) == {
        Reference("uu-14-2008", "Pasal 36 ayat (2)-(3)"),
        Reference("pp-61-2010", "Pasal 5 ayat (1)"),
    }


def test_a_regulation_may_be_named_without_a_provision() -> None:
    assert legal_references("[Perki](dasar:perki-1-2010)") == {Reference("perki-1-2010")}


def test_pages_are_read_apart_from_provisions() -> None:
    assert page_references(TEXT) == {"jangka-waktu"}


def test_both_kinds_become_plain_links() -> None:
    assert put(TEXT) == "Lihat [huruf h](/di-sini) dan [waktunya](/panduan/jangka-waktu)."


def test_a_reference_without_an_address_leaves_its_words() -> None:
    assert put(TEXT, address=None) == "Lihat huruf h dan [waktunya](/panduan/jangka-waktu)."


def test_without_links_only_the_words_stay() -> None:
    assert without_links(TEXT) == "Lihat huruf h dan waktunya."
