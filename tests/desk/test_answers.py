"""What the desk answers to what applicants say."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.access import Person
from ppid.desk.answers import Answer, answer
from ppid.desk.synonym_actions import add_synonym, withdraw_synonym
from ppid.desk.verdicts import Verdict
from ppid.register.actions import record_dispute
from ppid.register.search.synonyms import Synonym, expand
from tests.page_client import PageClient

People = Callable[[str], Person]


@pytest.fixture
def say(demo: Flask) -> Callable[[str], Answer]:
    return lambda text: answer(text, clock.today())


def numbers(told: Answer) -> list[str]:
    return [card.entry.number for card in told.cards]


def test_an_entry_is_found_by_its_number_and_says_how_it_stands(say: Callable) -> None:
    told = say("DIK-0025")

    assert numbers(told) == ["DIK-0025"]
    assert told.cards[0].verdict is Verdict.EXCLUDED
    assert told.cards[0].determination.number_text == "1/PPID.DIK/VIII/2023"


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("DIK-0025", Verdict.EXCLUDED),
        ("DIK-0002", Verdict.PARTIAL),
        ("DIK-0013", Verdict.OPEN),
        ("DIK-0031", Verdict.HELD),
        ("DIK-0107", Verdict.UNKNOWN),
    ],
)
def test_each_standing_has_its_word(say: Callable, number: str, verdict: Verdict) -> None:
    assert say(number).cards[0].verdict is verdict


def test_what_a_dispute_begins_to_hold_says_so_at_once(say: Callable, people: People) -> None:
    entry = say("DIK-0025").cards[0].entry
    record_dispute(people("ppid"), entry_id=entry.id, opened_on=clock.today(), reference="Uji 1")

    assert say("DIK-0025").cards[0].verdict is Verdict.HELD


def test_at_most_five_entries_are_shown_and_all_are_counted(say: Callable) -> None:
    told = say("pegawai")

    assert len(told.cards) == 5
    assert told.total > 5


def test_nothing_found_shows_no_card(say: Callable) -> None:
    told = say("zzzz")

    assert (told.cards, told.total, told.is_sure) == ((), 0, False)


def test_income_is_no_result(say: Callable) -> None:
    told = say("gaji")

    assert "DIK-0015" in numbers(told)
    assert not [card for card in told.cards if card.entry.title.startswith("Hasil")]


def test_where_only_some_words_are_found_the_doubt_stands_before_the_entries(
    demo_as: Callable,
) -> None:
    page = demo_as("meja").get("/meja-layanan?q=anggaran+proyek+jalan").text

    assert page.index("Mungkin tidak ada dalam DIK") < page.index("answer standing-closed")
    assert "Bukan salah satu di atas?" not in page


def test_an_everyday_word_finds_what_the_register_calls_otherwise(
    say: Callable, people: People
) -> None:
    before = numbers(say("slip"))
    add_synonym(people("meja"), everyday="slip", official=["jasa pelayanan"])

    assert "DIK-0031" not in before
    assert "DIK-0031" in numbers(say("slip dokter"))


def test_an_everyday_word_is_understood_with_its_affixes(demo: Flask, people: People) -> None:
    add_synonym(people("meja"), everyday="slip gaji", official=["jasa pelayanan"])

    assert expand("slip penggajian dokter")[0].text == '"jasa pelayanan" dokter'


def test_the_registers_words_for_an_everyday_one_are_found_as_a_phrase_only(
    say: Callable, people: People
) -> None:
    add_synonym(people("meja"), everyday="slip", official=["pelayanan jasa"])
    scattered = say("slip dokter")
    add_synonym(people("meja"), everyday="kuitansi", official=["jasa pelayanan"])

    assert scattered.wordings == ()
    assert "DIK-0031" in numbers(say("kuitansi dokter"))


def test_an_office_that_quotes_its_own_words_means_the_same(demo: Flask, people: People) -> None:
    add_synonym(people("meja"), everyday="kuitansi", official=['"jasa  pelayanan', "-honor"])

    said = [wording.text for wording in expand("kuitansi")]
    assert said == ['"jasa pelayanan"', '"-honor"']


def test_a_derived_word_is_understood_as_it_is_and_no_other_of_its_root(demo: Flask) -> None:
    assert expand("laporan tahunan") == []
    assert expand("pelapor")[0].everyday == "pelapor"


def test_a_withdrawn_synonym_is_understood_no_more(demo: Flask, people: People) -> None:
    row = add_synonym(people("meja"), everyday="slip", official=["jasa pelayanan"])
    withdraw_synonym(people("meja"), synonym_id=row.id)

    assert expand("slip") == []
    assert Synonym.get_by_id(row.id).withdrawn_at is not None


def test_a_diploma_is_no_misspelt_worship(say: Callable, people: People) -> None:
    told = say("ijazah")

    assert told.nearest == ""
    assert {wording.everyday for wording in told.wordings} == {"ijazah"}


def test_a_likelier_spelling_is_offered_where_no_synonym_helps(say: Callable) -> None:
    assert say("kesehtaan").nearest == "kesehatan"


@pytest.mark.parametrize("text", ["", "   ", '"', "-", "%_*", "a" * 300])
def test_any_text_may_be_asked(say: Callable, text: str) -> None:
    assert isinstance(say(text), Answer)


def test_the_page_answers_by_enter_alone_and_the_fragment_is_the_same(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("meja")

    page = client.get("/meja-layanan?q=rekam+medis").text
    fragment = client.fragment("/meja-layanan?q=rekam+medis").text

    assert "Rekam" in fragment
    assert fragment.strip() in page
    assert "autofocus" in page


def test_what_is_in_no_entry_must_not_be_refused(demo_as: Callable[[str], PageClient]) -> None:
    page = demo_as("meja").get("/meja-layanan?q=zzzz").text

    assert "Jangan ditolak atas dasar pengecualian" in page
    assert "uji=1" in page


def test_the_slip_tells_the_standing_but_never_the_internal_title(
    demo_as: Callable[[str], PageClient], say: Callable
) -> None:
    card = say("DIK-0025").cards[0]

    slip = demo_as("meja").get("/meja-layanan/lembar?entri=DIK-0025&q=rekam").text

    assert card.determination.number_text in slip
    assert card.entry.title not in slip
