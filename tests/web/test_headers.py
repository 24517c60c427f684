"""Every answer carries the security headers, and static files are cached for ever."""

import re

import pytest

from tests.page_client import PageClient


@pytest.mark.parametrize("path", ["/masuk", "/tidak-ada", "/sehat"])
def test_every_answer_forbids_scripts_from_elsewhere(client: PageClient, path: str) -> None:
    headers = client.browser.get(path).headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_says_that_it_varies_by_htmx(client: PageClient) -> None:
    assert "HX-Request" in client.browser.get("/masuk").headers["Vary"]


def test_a_stylesheet_is_named_by_its_content_and_cached_for_ever(client: PageClient) -> None:
    address = re.search(r'href="(/static/css/ppid\.[0-9a-f]{12}\.css)"', client.get("/masuk").text)
    assert address is not None
    answer = client.browser.get(address[1], headers={"Accept-Encoding": "br"}, buffered=True)

    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "br"


def test_a_page_that_is_not_there_says_so_in_indonesian(client: PageClient) -> None:
    assert "tidak ditemukan" in client.get("/tidak-ada", status=404).text.lower()


def test_a_form_without_its_token_is_not_taken(client: PageClient) -> None:
    answer = client.browser.post("/masuk", data={"username": "a", "password": "b"})

    assert answer.status_code == 400


def test_a_wrong_method_is_a_page_too(client: PageClient) -> None:
    answer = client.browser.put("/masuk")

    assert answer.status_code in {400, 405}
    assert "<h1>" in answer.text
