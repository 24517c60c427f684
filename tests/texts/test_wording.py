"""The office's words with the values of a case, now and as they were."""

from datetime import timedelta

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.texts.actions import TextFaulty, save_text
from ppid.texts.items import clause_html, dictum_html, items_of, split_items
from ppid.texts.registry import TEXTS
from ppid.texts.wording import begin_text, fill_text, wording, wording_html, wording_whole

NOTING = TEXTS["penetapan-pengubahan-memperhatikan"]
VALUES = {"hari_tanggal": "Senin", "tempat": "Kota *Contoh*", "nomor_perkara": "P-1"}


def test_an_item_is_repeated_for_each_value_of_a_list() -> None:
    filled = fill_text(NOTING, "Lihat {penetapan_lama}", {"penetapan_lama": ["satu", "dua"]})

    assert filled == ["Lihat satu", "Lihat dua"]


def test_an_item_whose_optional_value_is_empty_is_left_out() -> None:
    body = "{penetapan_lama}\nPersetujuan {penyetuju}\nLembar"

    assert fill_text(NOTING, body, {"penetapan_lama": [], "penyetuju": ""}) == ["Lembar"]


def test_what_is_begun_keeps_what_is_not_known_yet_and_reads_the_same_in_the_end() -> None:
    body = "Lembar {nomor_lembar}\n  - rincian\nTentang {tentang}"
    begun = begin_text(NOTING, body, {"nomor_lembar": "4/LPP"})

    assert begun == "Lembar 4/LPP\n  - rincian\nTentang {tentang}"
    assert fill_text(NOTING, begun, {"tentang": "Contoh"}) == [
        "Lembar 4/LPP\n  - rincian",
        "Tentang Contoh",
    ]


def test_a_text_with_a_gap_is_refused_with_its_name() -> None:
    with pytest.raises(TextFaulty, match=r"nomor_lembar.*belum ada isinya"):
        fill_text(NOTING, "Lembar {nomor_lembar}", {})


@pytest.mark.usefixtures("app")
def test_the_shipped_words_count_until_the_office_writes_its_own(officer: User) -> None:
    text = TEXTS["lembar-pengujian-pembuka"]
    before = wording_whole(text.name, VALUES)
    save_text(officer, text, body="Hari {hari_tanggal} di {tempat}.", note="", seen=0)

    assert before.startswith("Pada hari ini Senin bertempat di Kota")
    assert wording(text.name, VALUES) == [r"Hari Senin di Kota \*Contoh\*."]
    assert wording_html(text.name, VALUES) == "Hari Senin di Kota *Contoh*."


def test_a_paper_of_then_keeps_the_words_of_then(app: Flask, officer: User) -> None:
    text = TEXTS["lembar-pengujian-pembuka"]
    then = clock.now() - timedelta(days=1)
    save_text(officer, text, body="Hari {hari_tanggal} di {tempat}.", note="", seen=0)

    assert wording_whole(text.name, VALUES, at=then).startswith("Pada hari ini")


def test_the_command_line_may_write_a_text_too(app: Flask) -> None:
    text = TEXTS["laporan-penutup"]
    save_text(CommandLine(), text, body="Demikian.", note="", seen=0)

    assert wording(text.name, {}) == ["Demikian."]


def test_items_lose_the_marks_that_the_paper_puts_before_them() -> None:
    body = "a. bahwa satu\n\n2) bahwa dua\n- bahwa tiga\n*miring* di awal"

    assert items_of(body) == ["bahwa satu", "bahwa dua", "bahwa tiga", "*miring* di awal"]


def test_indented_lines_belong_to_the_item_above_them() -> None:
    found = split_items("satu:\n  - x\n  - y\ndua")

    assert [(item.text, item.line) for item in found] == [("satu:\n  - x\n  - y", 1), ("dua", 4)]


def test_a_list_inside_a_dictum_stands_as_a_list() -> None:
    assert dictum_html("Memuat:\n  - x\n  - **y**") == (
        "<p>Memuat:</p>\n<ul>\n<li>x</li>\n<li><strong>y</strong></li>\n</ul>"
    )


def test_a_dictum_of_one_line_stands_without_a_paragraph() -> None:
    assert dictum_html("Mengubah *ini*.") == "Mengubah <em>ini</em>."


def test_further_lines_of_a_clause_stand_below_it_and_its_own_ending_goes() -> None:
    assert clause_html("bahwa:\n  1. satu\n  - dua;") == "bahwa:<br/>1) satu<br/>– dua"
