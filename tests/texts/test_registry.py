"""The texts that the program ships with are whole and without fault."""

import json

import pytest

from ppid.texts.faults import find_faults, find_warnings
from ppid.texts.preview import preview_text
from ppid.texts.registry import FOLDER, TEXTS, Shape

every_text = pytest.mark.parametrize("name", TEXTS)


@every_text
def test_a_shipped_text_has_neither_fault_nor_warning(name: str) -> None:
    text = TEXTS[name]

    assert find_faults(text, text.shipped) == []
    assert find_warnings(text, text.shipped) == []


@every_text
def test_a_shipped_text_shows_with_its_examples(name: str) -> None:
    text = TEXTS[name]
    shown = " ".join(str(html) for _mark, html in preview_text(text, text.shipped).rows)

    assert shown
    assert "{" not in shown


@every_text
def test_what_is_asked_of_a_text_concerns_its_own_placeholders(name: str) -> None:
    text = TEXTS[name]

    assert {*text.compulsory, *text.optional, *text.blank} <= set(text.placeholders)


def test_every_shipped_file_belongs_to_a_text_and_every_text_has_its_file() -> None:
    assert {path.stem for path in (FOLDER / "shipped").glob("*.md")} == set(TEXTS)


def test_every_placeholder_is_used_by_some_text() -> None:
    explained = json.loads((FOLDER / "placeholders.json").read_text())

    assert {name for text in TEXTS.values() for name in text.placeholders} == set(explained)


@pytest.mark.parametrize("kind", ["awal", "pengubahan", "pembukaan"])
@pytest.mark.parametrize("part", ["menimbang", "memperhatikan", "diktum", "tembusan"])
def test_each_kind_of_determination_has_each_part(kind: str, part: str) -> None:
    assert f"penetapan-{kind}-{part}" in TEXTS


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("surat-penolakan", ["Pasal 19", "Pasal 35 dan Pasal 36", "30 (tiga puluh) hari kerja"]),
        ("surat-jawaban", ["Pasal 22", "Pasal 35"]),
        ("surat-perpanjangan", ["Pasal 22 ayat (8)", "7 (tujuh) hari kerja"]),
        ("tanggapan-keberatan", ["Pasal 36 ayat (2)", "14 (empat belas) hari kerja"]),
    ],
)
def test_a_letter_of_the_desk_tells_the_articles_and_the_days(
    name: str, articles: list[str]
) -> None:
    assert TEXTS[name].shape is Shape.PARAGRAPHS
    for article in articles:
        assert article in TEXTS[name].shipped
