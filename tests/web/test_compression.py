"""Pages travel compressed, and their length tells nothing."""

import gzip

import brotli
import pytest

from tests.page_client import PageClient


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_page_comes_in_the_encoding_that_the_browser_takes(
    client: PageClient, encoding: str, unpack: object
) -> None:
    answer = client.browser.get("/masuk", headers={"Accept-Encoding": encoding})

    assert answer.headers["Content-Encoding"] == encoding
    assert b"<h1>Masuk</h1>" in unpack(answer.data)  # type: ignore[operator]
    assert len(answer.data) < len(unpack(answer.data)) * 0.7  # type: ignore[operator]


def test_a_browser_that_takes_none_gets_the_page_as_it_is(client: PageClient) -> None:
    answer = client.browser.get("/masuk", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_the_same_page_comes_in_many_lengths(client: PageClient, encoding: str) -> None:
    answers = [
        client.browser.get("/masuk", headers={"Accept-Encoding": encoding}) for _ in range(20)
    ]

    assert len({len(answer.data) for answer in answers}) > 5
