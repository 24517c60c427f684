"""What is typed for a paper can be printed on it, or is named before it vanishes."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from ppid.texts.printable import UNPRINTABLE, unprintable
from tests.cases.kinds.conftest import form_fields
from tests.page_client import PageClient

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"


def test_every_sign_that_may_be_typed_is_in_the_fonts_of_papers() -> None:
    serif = [set(TTFont(path).getBestCmap()) for path in FONTS.glob("LiberationSerif-*.ttf")]
    borne = set.intersection(*serif) | set(TTFont(FONTS / "PPIDSymbols.ttf").getBestCmap())
    allowed = {code for code in range(0x20, sys.maxunicode) if not UNPRINTABLE.match(chr(code))}

    assert allowed - borne == set()


@pytest.mark.parametrize("text", ["Pasal 17 huruf h – “rahasia” é ☐ ✓ → ≤ €", "baris\nbaru\tini"])
def test_what_officials_write_can_be_printed(text: str) -> None:
    assert unprintable(text) == []


def test_signs_that_would_vanish_are_named_once() -> None:
    assert unprintable("Rapat 😀 dan 😀 令") == ["😀", "令"]


def test_a_step_with_such_a_sign_is_refused_beside_its_field(
    officer_form: tuple[PageClient, str, dict[str, str]],
) -> None:
    client, address, form = officer_form
    body = {**form, "instruction": "Mohon ditelaah 😀", "action": "complete"}
    page = client.post(address, body, status=422).text

    assert "Tanda “😀” tidak dapat dicetak" in page
    assert 'id="instruction-galat"' in page


@pytest.fixture
def officer_form(
    demo_as: Callable[[str], PageClient],
) -> tuple[PageClient, str, dict[str, str]]:
    """The disposition of the demo's case that was just opened."""
    client = demo_as("ppid")
    page = client.get("/perkara/P-2026-002").text
    return client, "/perkara/P-2026-002/langkah/1", form_fields(page)
