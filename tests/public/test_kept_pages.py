"""A public page is kept ready until something changes, and is never another's."""

from collections.abc import Callable

import brotli
import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.public import kept_pages
from ppid.public.kept_pages import KeptPages
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_actions import review_public_wording
from tests.page_client import PageClient

PAGES = ("/", "/dik", "/dik/DIK-0004", "/dasar-hukum/", "/data-terbuka", "/dik.atom")


def kept(app: Flask) -> KeptPages:
    return app.extensions[kept_pages.PAGES]


def reword(title: str) -> None:
    entry = Entry.get(Entry.number == "DIK-0004")
    review_public_wording(CommandLine(), entry_id=entry.id, texts=PublicTexts(title))


@pytest.mark.parametrize("address", PAGES)
def test_a_kept_page_is_the_page_that_was_made_header_by_header(demo: Flask, address: str) -> None:
    client = demo.test_client()
    made = client.get(address)
    again = client.get(address)

    assert kept(demo)._pages
    assert again.data == made.data
    assert sorted(again.headers) == sorted(made.headers)
    assert "Content-Security-Policy" in again.headers


def test_what_is_written_shows_at_once(demo: Flask) -> None:
    client = demo.test_client()
    client.get("/dik/DIK-0004")

    reword("Aduan tentang koperasi")

    assert "Aduan tentang koperasi" in client.get("/dik/DIK-0004").text


def test_each_way_of_packing_is_kept_apart(demo: Flask) -> None:
    client = demo.test_client()
    packed = client.get("/dik", headers={"Accept-Encoding": "br"})
    plain = client.get("/dik")
    again = client.get("/dik", headers={"Accept-Encoding": "br"})

    assert plain.data == brotli.decompress(packed.data) == brotli.decompress(again.data)
    assert "Content-Encoding" not in plain.headers


def test_a_page_and_its_fragment_are_kept_apart(demo: Flask) -> None:
    client = demo.test_client()
    fragment = client.get("/dik?q=pegawai", headers={"HX-Request": "true"}).text
    page = client.get("/dik?q=pegawai").text

    assert "<html" in page
    assert "<html" not in fragment
    assert client.get("/dik?q=pegawai", headers={"HX-Request": "true"}).text == fragment


def test_who_has_the_page_is_told_so_from_the_kept_one(demo: Flask) -> None:
    client = demo.test_client()
    tag = client.get("/dik").headers["ETag"]

    answer = client.get("/dik", headers={"If-None-Match": tag})

    assert (answer.status_code, answer.data) == (304, b"")


def test_who_has_signed_in_never_gets_the_public_face_nor_leaves_their_own(
    demo: Flask, demo_as: Callable[[str], PageClient]
) -> None:
    public = demo.test_client().get("/dasar-hukum/").text
    office = demo_as("ppid").get("/dasar-hukum/").text

    assert "Akun saya" in office
    assert "Akun saya" not in public
    assert demo.test_client().get("/dasar-hukum/").text == public


def test_a_page_that_was_not_found_is_not_kept(demo: Flask) -> None:
    client = demo.test_client()
    client.get("/dik")
    before = len(kept(demo)._pages)

    assert client.get("/dik/TIDAK-ADA").status_code == 404
    assert len(kept(demo)._pages) == before


def test_a_new_day_makes_the_page_anew(demo: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    client = demo.test_client()
    client.get("/dik")
    (page,) = kept(demo)._pages.values()
    tomorrow = clock.today().replace(year=clock.today().year + 1)

    with demo.test_request_context():
        assert page.is_true
        monkeypatch.setattr(clock, "today", lambda: tomorrow)
        assert not page.is_true


def test_pages_that_nobody_asks_for_make_room(demo: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_pages, "MOST_PAGES", 3)
    client = demo.test_client()
    for page in range(1, 6):
        client.get(f"/dik?q=kata{page}")

    assert len(kept(demo)._pages) == 3
