"""Placeholders are replaced by plain words, whatever the words are."""

import re
from html import unescape

import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ppid.texts.templating import (
    PieceKind,
    as_plain_words,
    fill,
    fill_known,
    names_in,
    read_pieces,
)
from ppid.web.rich_text import to_html

HOSTILE = (
    "<script>alert(1)</script>",
    "<b>tebal</b> & <img src=x onerror=alert(1)>",
    "**tebal** dan _miring_ `kode`",
    "[tautan](https://contoh.go.id) ![gambar](x.png)",
    "1. pertama",
    "- butir",
    "# judul",
    "> kutipan",
    "a | b",
    "{tentang} dan {{x}}",
    "&lt;b&gt; &amp;amp;",
    "\\*bukan\\*",
    "---",
    "***",
    "<https://contoh.go.id>",
    "baris\nbaru\n\n- dan butir",
    "\x02amp\x03 klzzwxh:0001",
    "1\\. x",
    "://a_b_c__d",
)


def words_of(html: str) -> str:
    """The text that a reader sees, with single blanks."""
    return " ".join(unescape(nh3.clean(html, tags=set())).split())


def one_paragraph(html: str) -> bool:
    return re.fullmatch(r"<p>[^<>]*</p>", html.strip()) is not None


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("template", ["{x}", "awal {x} akhir", "{x} akhir"])
def test_a_hostile_value_stands_as_plain_words(template: str, value: str) -> None:
    html = to_html(fill(template, {"x": value}))

    plain = " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", value).split())
    assert words_of(html) == template.replace("{x}", plain)
    assert one_paragraph(html)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60))
@example("1) a")
@example("=== ")
@example("[x]: y")
def test_any_value_stands_as_plain_words(value: str) -> None:
    html = to_html(fill("awal {x} akhir", {"x": value}))

    assert words_of(html) == " ".join(f"awal {value} akhir".split())
    assert one_paragraph(html)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60))
def test_a_value_filled_in_early_reads_the_same_as_one_filled_in_late(value: str) -> None:
    early = fill(fill_known("{x} lalu {y}", {"x": value}), {"y": "akhir"})

    assert early == fill("{x} lalu {y}", {"x": value, "y": "akhir"})


@pytest.mark.parametrize(
    "value",
    ["1/PPID.DIK/VIII/2023", "Dinas Koperasi, UKM (Contoh)", "18 Januari 2026", "h.4–5 s.d. 2028"],
)
def test_an_ordinary_value_is_shown_to_its_editor_as_it_is(value: str) -> None:
    assert as_plain_words(value) == value


def test_doubled_braces_are_the_braces_themselves() -> None:
    assert fill("{{tetap}} {x}", {"x": "isi"}) == "{tetap} isi"


def test_what_has_no_value_yet_keeps_its_braces() -> None:
    kept = fill_known("{a} {{c}} {b}", {"a": "isi"})

    assert kept == "isi {{c}} {b}"
    assert names_in(kept) == ["b"]


def test_a_stray_brace_is_found_with_its_line() -> None:
    stray = [
        each for each in read_pieces("satu\ndua { tiga\n}") if each.kind is PieceKind.STRAY_BRACE
    ]

    assert [(each.text, each.line) for each in stray] == [("{", 2), ("}", 3)]


def test_blanks_inside_the_braces_do_not_matter() -> None:
    assert fill("{ x }", {"x": "isi"}) == "isi"
