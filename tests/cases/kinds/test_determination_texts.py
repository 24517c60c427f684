"""The office's texts in the determination step, and the words that it is issued with."""

from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.kinds.determination_texts import begin_texts, with_texts
from ppid.legal_bases.models import Regulation
from ppid.papers.determinations import determination_paper
from ppid.register.models import Determination, Entry
from ppid.texts.actions import save_text
from ppid.texts.registry import TEXTS
from tests.cases.kinds.conftest import PLAIN, Walker, form_fields

pytestmark = pytest.mark.usefixtures("signatories")
DICTUMS = TEXTS["penetapan-pengubahan-diktum"]
OTHER = "Mengganti Penetapan {nomor_lama}; jangka waktu ada.\nMulai berlaku {saat_berlaku}."


@pytest.fixture
def determining(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case that waits for its determination."""
    walker = begin(classified())
    until(walker, 10)
    return walker


def issued() -> Determination:
    found: Determination = Determination.get(Determination.kind == "change")
    return found


def paper_words() -> tuple[Any, ...]:
    """What the paper says around its annex."""
    paper = determination_paper(issued())
    dictums = tuple((each.label, str(each.text)) for each in paper.dictums)
    return paper.considering, paper.in_view_of, paper.noting, dictums, paper.copies


def test_the_form_begins_with_the_office_s_texts_and_the_values_of_the_case(
    determining: Walker, officer: User
) -> None:
    sheet = determining.recorded(7)["number"]
    fields = determining.fields(officer)

    assert f"Lembar Pengubahan Nomor {sheet} tanggal" in fields["considering"]
    assert fields["considering"].endswith("perlu menetapkan {tentang}")
    assert f"Lembar Pengubahan Nomor {sheet}" in fields["noting"]
    assert "tentang Klasifikasi contoh" in fields["noting"]
    assert "Penetapan ini mulai berlaku {saat_berlaku}." in fields["dictums"]


def test_what_the_office_wrote_itself_stands_in_the_form(
    determining: Walker, officer: User
) -> None:
    save_text(officer, DICTUMS, body=OTHER, note="", seen=0)

    assert determining.fields(officer)["dictums"].startswith("Mengganti Penetapan Nomor ")


def test_what_is_issued_keeps_its_own_words_whatever_the_office_writes_later(
    determining: Walker, officer: User
) -> None:
    determining.act(officer, PLAIN[10])
    before = paper_words()
    save_text(officer, DICTUMS, body=OTHER, note="", seen=0)

    assert paper_words() == before
    assert before[3][0][1].startswith("Mengubah klasifikasi Informasi yang Dikecualikan")
    assert before[3][-1] == ("KEEMPAT", "Penetapan ini mulai berlaku pada tanggal ditetapkan.")


def test_the_event_keeps_every_word_of_the_paper(determining: Walker, officer: User) -> None:
    determining.act(officer, PLAIN[10])

    kept = determining.recorded(10)["texts"]
    assert kept["dictums"] == issued().body["dictums"]
    assert kept["in_view_of"] == list(determination_paper(issued()).in_view_of)
    page = determining.sign_in(officer).get(f"{determining.address}/langkah/10").text
    assert "KESATU" in page
    assert "{tentang}" not in page


@pytest.mark.parametrize(
    ("field", "words", "message"),
    [
        ("noting", "Lembar {nomer_lembar}", "Baris 1: Penanda {nomer_lembar} tidak dikenal"),
        ("dictums", "Mengubah.\nMulai {berlaku", "Baris 2: Kurung kurawal { belum ditutup"),
        ("considering", "\n".join(["bahwa x"] * 27), "Ada 27 butir; paling banyak 26"),
        ("dictums", "\n".join(["Mengubah."] * 15), "Ada 15 diktum; paling banyak 14"),
    ],
)
def test_a_fault_in_a_text_is_named_beside_it_and_nothing_is_issued(
    determining: Walker, officer: User, field: str, words: str, message: str
) -> None:
    page = determining.press(officer, {**PLAIN[10], field: words}, status=422).text

    assert f'id="{field}-galat"' in page
    assert message in page
    assert "/pengaturan/naskah/penetapan-pengubahan-diktum" in page
    assert not Determination.select().where(Determination.kind == "change").exists()


def test_what_the_form_says_is_put_in_as_plain_words(determining: Walker, officer: User) -> None:
    about = "**Tebal** <b>x</b> {nomor_lama} & 1. satu"
    determining.act(officer, {**PLAIN[10], "about": about})
    paper = determination_paper(issued())

    assert unescape(str(paper.considering[-1])).endswith(f"perlu menetapkan {about}")
    assert "<strong>" not in paper.considering[-1]


def test_emphasis_that_the_officer_writes_stands_on_the_paper(
    determining: Walker, officer: User
) -> None:
    determining.act(officer, {**PLAIN[10], "dictums": "Mengubah **ini**.\nMulai berlaku besok."})

    assert paper_words()[3][0] == ("KESATU", "Mengubah <strong>ini</strong>.")


def test_dictums_that_do_not_tell_when_they_begin_are_warned_of_but_not_stopped(
    determining: Walker, officer: User
) -> None:
    determining.send(officer, "save", {**PLAIN[10], "dictums": "Mengubah jangka waktu."})

    assert "Belum ada diktum tentang saat mulai berlaku" in determining.page(officer)
    determining.act(officer, {})
    assert issued().body["dictums"] == ["Mengubah jangka waktu."]


def test_an_effect_on_another_day_is_told_by_its_date(determining: Walker, officer: User) -> None:
    later = clock.today().replace(year=clock.today().year + 1, day=1).isoformat()
    determining.act(officer, {**PLAIN[10], "effective_on": later})

    assert "mulai berlaku pada tanggal 1 " in issued().body["dictums"][-1]


def test_the_confirmation_shows_the_paper_as_it_will_read(
    determining: Walker, officer: User
) -> None:
    sent = determining.press(officer, PLAIN[10], status=303)
    page = determining.sign_in(officer).get(sent.location).text

    assert "mulai berlaku pada tanggal ditetapkan" in page
    assert "Undang-Undang Nomor 14 Tahun 2008" in page
    assert form_fields(page, "konfirmasi")


def test_a_regulation_that_the_officer_adds_is_named_in_its_rank(
    determining: Walker, officer: User
) -> None:
    archive = Regulation.get(Regulation.code == "uu-43-2009")
    determining.act(officer, {**PLAIN[10], "regulations": [str(archive.id)]})

    named = determination_paper(issued()).in_view_of
    assert [title[:35] for title in named[:2]] == [
        "Undang-Undang Nomor 14 Tahun 2008 t",
        "Undang-Undang Nomor 43 Tahun 2009 t",
    ]


def test_a_revoked_regulation_is_refused_with_its_successor_named(
    determining: Walker, officer: User
) -> None:
    revoked = Regulation.get(Regulation.code == "perki-1-2010")
    typed = {**PLAIN[10], "regulations": [str(revoked.id)]}
    page = determining.press(officer, typed, status=422).text

    assert "tidak berlaku lagi sejak 30 Juni 2021; penggantinya " in page
    assert "Nomor 1 Tahun 2021" in page
    assert not Determination.select().where(Determination.kind == "change").exists()


def test_a_draft_from_before_the_texts_keeps_its_own_dictums_among_the_office_s(
    determining: Walker, officer: User
) -> None:
    context = determining.context(officer)
    data = with_texts(context, {"considering": "bahwa x", "dictums": "Diumumkan."})
    begun = begin_texts(context)["dictums"].splitlines()

    assert data["considering"] == "bahwa x"
    assert data["dictums"].splitlines() == [*begun[:-1], "Diumumkan.", begun[-1]]
