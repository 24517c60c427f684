"""Whatever is typed into any field of any paper, it stays text and pulls in nothing."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.parts import Column, PageSize
from ppid.papers.renderer import RenderFailed, render_pdf
from tests.papers.conftest import Samples
from tests.papers.gallery import NAMES, every_paper
from tests.papers.samples import ISSUED

SECRET = "TERLARANG-DIBACA"
ATTACKS = (
    "<img src='file://{at}/lambang.png'><img src='{at}/lambang.png'>",
    "<img src='http://127.0.0.1:{port}/a.png'><link rel='stylesheet' href='{at}/rahasia.css'>",
    "<style>@import url('file://{at}/rahasia.css'); p {{ color: red }}</style>",
    "<div style=\"background: url('{at}/lambang.png')\">x</div>",
    "<style>@import 'http://127.0.0.1:{port}/a.css';</style>",
    "</td></table></body><pdf:insertpdf src='{at}/rahasia.pdf'></pdf:insertpdf>",
    "<object data='{at}/rahasia.txt'></object><iframe src='file://{at}/rahasia.txt'></iframe>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='file://{at}/lambang.png'/></svg>",
    "&#60;img src='{at}/lambang.png'&#62; &lt;img src='{at}/lambang.png'&gt; &xxe; <!ENTITY a>",
    "<img src='data:image/svg+xml,%3Csvg%3E%3Cimage href=%22{at}/lambang.png%22/%3E%3C/svg%3E'>",
    "url(http://127.0.0.1:{port}/b.png) \\75rl(file://{at}/rahasia.txt) {{{{ 7 * 7 }}}} {{% x %}}",
)


def attacked(value: Any, text: str) -> Any:
    """The same value with ``text`` in place of every text within it."""
    if isinstance(value, str) and type(value) in {str, Markup}:
        return type(value)(text)
    if isinstance(value, tuple):
        return tuple(attacked(each, text) for each in value)
    if is_dataclass(value) and not isinstance(value, (type, Column)):
        names = [each.name for each in fields(value) if each.name not in {"logo", "label"}]
        return replace(value, **{name: attacked(getattr(value, name), text) for name in names})
    return value


def printed(paper: Paper) -> PdfReader:
    html = compose(paper, size=PageSize.A4)
    return PdfReader(BytesIO(render_pdf(html, title="Judul", author="a", issued_at=ISSUED)))


def printed_under(attacks: list[str], paper: Paper) -> Iterator[PdfReader]:
    """The paper with all attacks in each field; one by one where that is too much for a cell."""
    try:
        yield printed(attacked(paper, type(attacks[0])(" ").join(attacks)))
    except RenderFailed:
        for attack in attacks:
            yield printed(attacked(paper, attack))


@pytest.fixture
def bait(samples: type[Samples]) -> Iterator[Path]:
    """A folder of files that no paper may read; its name is short, to fit into narrow cells."""
    with TemporaryDirectory(prefix="b") as name:
        folder = Path(name)
        samples.logo_file(folder)
        (folder / "rahasia.txt").write_text(SECRET)
        (folder / "rahasia.css").write_text(f"p:before {{ content: '{SECRET}' }}")
        page = f"<html><body><p>{SECRET}</p></body></html>"
        made = render_pdf(page, title="t", author="a", issued_at=ISSUED)
        (folder / "rahasia.pdf").write_bytes(made)
        yield folder


def pictures(reader: PdfReader) -> int:
    return sum(len(page.images) for page in reader.pages)


@pytest.mark.parametrize("dress", [str, Markup], ids=["plain", "rich"])
@pytest.mark.parametrize("name", NAMES)
def test_no_field_of_a_paper_pulls_anything_in(
    bait: Path, name: str, dress: Callable[[str], str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)
        port = door.getsockname()[1]
        typed = [dress(attack.format(at=bait, port=port)) for attack in ATTACKS]
        for reader in printed_under(typed, every_paper()[name]):
            assert SECRET not in "".join(page.extract_text() for page in reader.pages)
            assert pictures(reader) == 0
        with pytest.raises(TimeoutError):
            door.accept()


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_typed_into_a_table_is_printed_as_it_was_typed(
    samples: type[Samples], bait: Path, attack: str
) -> None:
    typed = attack.format(at=bait, port=9)
    dik = samples.dik(1)
    row = replace(dik.rows[0], if_open=typed)
    text = samples.text(samples.printed(replace(dik, rows=(row,))))

    assert typed.replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    ["x" * 40_000, "W" * 3_000 + " kata " * 300, "\u0301" * 2_000, "(" * 5_000, "&amp;" * 5_000],
    ids=["one word", "wide word", "accents", "brackets", "entities"],
)
def test_a_monstrous_text_is_printed_or_refused_and_never_hangs(
    samples: type[Samples], text: str
) -> None:
    sheet = samples.change_sheet(1)
    row = replace(sheet.rows[0], new_bases=text)

    with contextlib.suppress(RenderFailed):
        assert samples.printed(replace(sheet, rows=(row,))).pages


def test_lists_in_lists_in_a_field_are_printed_with_their_words(samples: type[Samples]) -> None:
    deep = Markup("<ul><li>a" * 200 + "dasar" + "</li></ul>" * 200)  # noqa: S704 - the attack itself

    assert "dasar" in samples.text(samples.printed(replace(samples.report(), obstacles=deep)))
