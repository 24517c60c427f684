"""A public page is light: budgets in bytes as they travel, and in requests."""

import re

import brotli
import pytest
from flask import Flask

FIRST_VIEW = 14_600
REPEAT_VIEW = 6 * 1024
FRAGMENT = 3 * 1024
REQUESTS = 6
BROTLI = {"Accept-Encoding": "br"}
PAGES = (
    "/",
    "/dik",
    "/dik?q=pegawai",
    "/dik/DIK-0001",
    "/dasar-hukum/",
    "/data-terbuka",
    "/tentang",
)
SEARCHES = (
    "q=pegawai",
    "q=data",
    "q=zzzqq",
    "huruf=h",
    "keadaan=terbuka",
    "halaman=2",
    "unit=DKUKM",
)


def travelling(app: Flask, address: str, **headers: str) -> int:
    return len(app.test_client().get(address, headers={**BROTLI, **headers}, buffered=True).data)


def page(app: Flask, address: str) -> str:
    return app.test_client().get(address).text


def stylesheets(html: str) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)


@pytest.mark.parametrize("address", PAGES)
def test_the_first_view_travels_within_its_budget(demo: Flask, address: str) -> None:
    sheets = sum(travelling(demo, sheet) for sheet in stylesheets(page(demo, address)))

    assert sheets > 0
    assert travelling(demo, address) + sheets <= FIRST_VIEW


@pytest.mark.parametrize("address", PAGES)
def test_a_later_view_travels_within_its_budget(demo: Flask, address: str) -> None:
    assert travelling(demo, address) <= REPEAT_VIEW


@pytest.mark.parametrize("query", SEARCHES)
def test_what_a_search_swaps_travels_within_its_budget(demo: Flask, query: str) -> None:
    assert travelling(demo, f"/dik?{query}", **{"HX-Request": "true"}) <= FRAGMENT


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_for_few_files_and_for_no_font_or_picture(demo: Flask, address: str) -> None:
    html = page(demo, address)
    files = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html))
    sheet = demo.test_client().get(stylesheets(html)[0], buffered=True).text

    assert 1 + len(files) <= REQUESTS
    assert "<img" not in html
    assert "@font-face" not in sheet
    assert "url(" not in sheet


def test_reading_the_front_needs_no_script_at_all(demo: Flask) -> None:
    assert "<script" not in page(demo, "/")
    assert "<script" not in page(demo, "/dik/DIK-0001")


def test_scripts_of_the_list_never_hold_up_its_text(demo: Flask) -> None:
    scripts = re.findall(r"<script[^>]*>", page(demo, "/dik"))

    assert scripts
    assert all(" defer" in script for script in scripts)


def test_a_public_page_travels_without_noise_and_the_same_each_time(demo: Flask) -> None:
    client = demo.test_client()
    first, again = (client.get("/dik", headers=BROTLI) for _each in range(2))

    assert first.data == again.data
    assert brotli.decompress(first.data).decode() == page(demo, "/dik")
