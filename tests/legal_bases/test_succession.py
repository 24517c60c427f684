"""What follows from a revocation: the answer for a day, the successor, proposals with their why."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.legal_bases.actions import record_change
from ppid.legal_bases.force import ChangeKind, force_on
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.queries import list_changes
from ppid.legal_bases.succession import (
    Outlook,
    find_successor,
    propose_successors,
    read_outlook,
    say_on,
)
from tests.page_client import PageClient

CLERK = CommandLine()
DAY = date(2026, 2, 1)


@pytest.fixture
def make_regulation(app: Flask) -> Callable[..., Regulation]:
    """A regulation of the office's own making, in force since 2010."""

    def make(code: str, **told: Any) -> Regulation:
        values = {"kind": "UU", "number": code, "year": 2010, "title": f"Undang-Undang {code}"}
        values |= {"confidence": "teks", "effective_on": date(2010, 5, 1)}
        return Regulation.create(code=code, **{**values, **told})

    return make


@pytest.fixture
def old(make_regulation: Callable[..., Regulation]) -> Regulation:
    return make_regulation("lama")


@pytest.fixture
def new(make_regulation: Callable[..., Regulation]) -> Regulation:
    return make_regulation("baru")


def add_provision(regulation: Regulation, cite: str, summary: str = "", **told: Any) -> Provision:
    return Provision.create(
        regulation=regulation, cite=cite, sort_key=cite, summary=summary or "Isi.", **told
    )


def change(
    regulation: Regulation, kind: ChangeKind, by: Regulation | None, on: date | None = DAY
) -> None:
    by_text = "" if by else "UU yang tidak dikenal"
    record_change(CLERK, regulation, kind=kind, on=on, by=by, by_text=by_text, note="")


def outlook(regulation: Regulation, *provisions: Provision, on: date = DAY) -> Outlook:
    counts = {each.id: 1 for each in provisions}
    return read_outlook(regulation, list_changes(regulation), provisions, counts, on)


def answer(regulation: Regulation, on: date) -> str:
    return say_on(regulation, list_changes(regulation), on)


def test_the_answer_for_a_day_tells_before_during_and_after_force(
    old: Regulation, new: Regulation
) -> None:
    change(old, ChangeKind.REVOKED, new)

    assert answer(old, date(2010, 4, 30)) == (
        "Pada 30 April 2010 peraturan ini belum berlaku; mulai berlaku 1 Mei 2010."
    )
    assert answer(old, date(2026, 1, 31)) == (
        "Pada 31 Januari 2026 peraturan ini berlaku sejak 1 Mei 2010."
    )
    assert answer(old, DAY) == (
        "Pada 1 Februari 2026 peraturan ini tidak berlaku lagi: dicabut oleh Undang-Undang baru "
        "sejak 1 Februari 2026."
    )


def test_an_amended_regulation_is_still_in_force(old: Regulation, new: Regulation) -> None:
    change(old, ChangeKind.AMENDED, new)

    assert "berlaku dan telah diubah oleh Undang-Undang baru" in answer(old, DAY)


def test_a_change_without_a_day_and_a_doubtful_source_are_said(
    make_regulation: Callable[..., Regulation],
) -> None:
    doubtful = make_regulation("ragu", confidence="belum dikonfirmasi")
    change(doubtful, ChangeKind.REVOKED, None, on=None)

    told = answer(doubtful, DAY)

    assert "dicabut oleh UU yang tidak dikenal, tanggalnya tidak diketahui" in told
    assert told.endswith("Keberlakuannya belum terkonfirmasi.")


def test_a_regulation_in_force_needs_no_successor(old: Regulation) -> None:
    told = outlook(old, add_provision(old, "Pasal 1"))

    assert (told.is_touched, told.successor, told.successions) == (False, None, ())


def test_a_successor_that_was_itself_revoked_leads_to_the_one_that_holds(
    old: Regulation, new: Regulation, make_regulation: Callable[..., Regulation]
) -> None:
    newest = make_regulation("terbaru")
    change(old, ChangeKind.REVOKED, new, on=date(2020, 1, 1))
    change(new, ChangeKind.REVOKED, newest, on=DAY)

    assert outlook(old, on=date(2026, 1, 31)).successor == new
    assert outlook(old, on=DAY).successor == newest


def test_regulations_that_revoke_each_other_end_the_search(
    old: Regulation, new: Regulation
) -> None:
    change(old, ChangeKind.REVOKED, new)
    change(new, ChangeKind.REVOKED, old)

    force = force_on(old, list_changes(old), DAY)
    assert find_successor(old, force, DAY) is None


def test_a_revocation_by_a_law_that_the_catalogue_lacks_has_no_successor(old: Regulation) -> None:
    change(old, ChangeKind.REVOKED, None)

    told = outlook(old, add_provision(old, "Pasal 1"))

    assert (told.is_touched, told.successor, told.successions) == (True, None, ())


def test_the_same_cite_comes_first_then_the_same_ground_then_shared_words(
    old: Regulation, new: Regulation
) -> None:
    cited = add_provision(old, "Pasal 5", "Rekaman kesehatan pasien dirahasiakan.", ground="h")
    by_words = add_provision(new, "Pasal 1", "Rekaman kesehatan pasien disimpan.")
    by_ground = add_provision(new, "Pasal 2", "Lain sekali.", applies_to=["h"])
    by_cite = add_provision(new, "Pasal 5", "Lain pula.")
    add_provision(new, "Pasal 9", "Tidak mirip.")

    (succession,) = propose_successors([cited], new)

    assert [each.provision for each in succession.candidates] == [by_cite, by_ground, by_words]
    assert [each.why for each in succession.candidates] == [
        "nomor ketentuan yang sama",
        "melayani Pasal 17 huruf h yang sama",
        "kata yang sama: kesehatan, pasien, rekaman",
    ]


def test_one_shared_word_is_no_likeness_and_common_words_do_not_count(
    old: Regulation, new: Regulation
) -> None:
    cited = add_provision(old, "Pasal 5", "Rekaman yang dimaksud dalam peraturan ini.")
    add_provision(new, "Pasal 1", "Rekaman sebagaimana yang dimaksud dalam peraturan.")

    assert propose_successors([cited], new)[0].candidates == ()


def test_a_withdrawn_provision_is_never_proposed(old: Regulation, new: Regulation) -> None:
    cited = add_provision(old, "Pasal 5")
    add_provision(new, "Pasal 5", withdrawn_at=clock.now())

    assert propose_successors([cited], new)[0].candidates == ()


def test_at_most_three_are_proposed(old: Regulation, new: Regulation) -> None:
    cited = add_provision(old, "Pasal 5", ground="b")
    for number in range(1, 6):
        add_provision(new, f"Pasal {number}0", ground="b")

    assert len(propose_successors([cited], new)[0].candidates) == 3


def test_only_provisions_that_entries_rest_on_are_proposed_for(
    old: Regulation, new: Regulation
) -> None:
    cited, unused = add_provision(old, "Pasal 5"), add_provision(old, "Pasal 6")
    change(old, ChangeKind.REVOKED, new)

    told = read_outlook(old, list_changes(old), [cited, unused], {cited.id: 2}, DAY)

    assert [each.provision for each in told.successions] == [cited]


def test_a_revoked_regulation_shows_its_entries_proposals_and_one_case(
    demo_as: Callable[[str], PageClient],
) -> None:
    page = demo_as("ppid").get("/dasar-hukum/perki-1-2017").text

    assert "1 entri bersandar padanya" in page
    assert "Diusulkan karena" in page
    assert "Buka satu perkara pengubahan untuk 1 entri" in page
    assert "entri=DIK-0049" in page
    assert "procedure=sop-7-2021" in page


def test_an_entry_under_review_is_not_offered_for_another_case(
    demo_as: Callable[[str], PageClient],
) -> None:
    page = demo_as("ppid").get("/dasar-hukum/perki-1-2010").text

    assert "1 entri bersandar padanya; 0 di antaranya" in page
    assert "Buka satu perkara" not in page


def test_whoever_may_not_open_cases_sees_the_proposals_only(
    demo_as: Callable[[str], PageClient],
) -> None:
    page = demo_as("meja").get("/dasar-hukum/perki-1-2017").text

    assert "Diusulkan karena" in page
    assert "Buka satu perkara" not in page


def test_the_page_answers_what_was_in_force_on_a_day(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("meja")

    before = client.get("/dasar-hukum/perki-1-2017?tanggal=2021-06-29").text
    after = client.get("/dasar-hukum/perki-1-2017?tanggal=2021-06-30").text

    assert "Pada 29 Juni 2021 peraturan ini berlaku." in before
    assert "Pada 30 Juni 2021 peraturan ini tidak berlaku lagi" in after
    client.get("/dasar-hukum/perki-1-2017?tanggal=besok", status=422)


def test_a_provision_of_a_revoked_regulation_shows_what_may_take_its_place(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("ppid")
    row = Provision.get(
        Provision.regulation == Regulation.get(Regulation.code == "perki-1-2017"),
        Provision.cite == "Pasal 4 ayat (1)-(2)",
    )

    page = client.get(f"/dasar-hukum/perki-1-2017/ketentuan/{row.id}").text

    assert "Usulan pengganti dalam Perki 1/2021" in page


def test_recording_a_revocation_leads_to_the_page_that_offers_the_case(
    demo_as: Callable[[str], PageClient],
) -> None:
    client = demo_as("ppid")
    successor = Regulation.get(Regulation.code == "perki-1-2021")
    form = {"kind": "dicabut", "on": "2026-05-01", "by": successor.id, "by_text": "", "note": ""}

    where = client.post("/dasar-hukum/uu-27-2022/perubahan", form).location
    page = client.get(where).text

    assert "Akibat bagi register" in page
    assert "Buka satu perkara pengubahan untuk" in page
