"""What a person types finds the entries that are meant."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.db import database
from ppid.register import actions, index
from ppid.register.content import ClassificationDraft
from ppid.register.models import Entry
from ppid.register.search import Reading, find, index_entries, rebuild, remove_entries
from ppid.register.search.synonyms import Synonym

Make = Callable[..., Entry]


def test_a_root_finds_the_affixed_word_and_the_other_way_round(make_entry: Make) -> None:
    entry = make_entry("Daftar penggajian tenaga honorer")

    assert find("gaji").ids == (entry.id,)
    assert find("menggaji").ids == (entry.id,)


@pytest.mark.parametrize("field", ["public_title", "summary", "keywords", "given_instead"])
def test_every_describing_text_is_searched(make_entry: Make, field: str) -> None:
    make_entry("Risalah rapat")
    entry = make_entry("Risalah lain", **{field: "Tentang bendungan"})

    assert find("bendungan").ids == (entry.id,)


def test_the_name_of_the_unit_is_searched(make_entry: Make, unit: Unit) -> None:
    inner = Unit.create(code="ars", name="Bidang Kearsipan", short_name="Arsip", parent=unit)
    entry = make_entry("Risalah rapat", unit=inner)

    assert find("kearsipan").ids == (entry.id,)


@pytest.mark.parametrize("text", ["h.4", "huruf h angka 4", "UU 14/2008", '"Pasal 17 huruf h"'])
def test_a_citation_finds_the_entries_that_rest_on_it(
    make_entry: Make, make_draft: Callable[..., ClassificationDraft], officer: User, text: str
) -> None:
    make_entry("Risalah rapat")
    entry = make_entry("Hasil asesmen")
    actions.propose_classification(officer, entry_id=entry.id, draft=make_draft())

    assert find(text).ids == (entry.id,)


@pytest.mark.parametrize("text", ["DIK-0012", "dik 12", "12", "0012"])
def test_a_number_comes_first(make_entry: Make, text: str) -> None:
    for _each in range(11):
        make_entry("Notulen rapat ke 12, 12 dan 12")
    wanted = make_entry("Risalah")

    assert find(text).ids[0] == wanted.id
    assert find(text).first == (wanted.id,)


def test_the_beginning_of_a_word_finds_it(make_entry: Make) -> None:
    entry = make_entry("Data kepegawaian")

    assert find("pegaw").ids == (entry.id,)
    assert find("kepeg").ids == (entry.id,)


def test_a_known_word_is_not_taken_as_a_beginning(make_entry: Make) -> None:
    bank = make_entry("Rekening bank")
    make_entry("Usaha bankrut")

    assert find("bank").ids == (bank.id,)
    assert len(find("bank*").ids) == 2


def test_all_words_must_be_there(make_entry: Make) -> None:
    both = make_entry("Evaluasi pegawai")
    make_entry("Evaluasi gedung", public_title="")
    make_entry("Rumah pegawai")

    assert find("evaluasi pegawai").ids == (both.id,)


def test_a_phrase_stands_in_its_order(make_entry: Make) -> None:
    entry = make_entry("Data pribadi pasien")
    make_entry("Pribadi pemilik data")

    assert find('"data pribadi"').ids == (entry.id,)


def test_an_excluded_word_must_not_be_there(make_entry: Make) -> None:
    entry = make_entry("Data pasien")
    make_entry("Data guru")

    assert find("data -guru").ids == (entry.id,)


def test_a_title_weighs_more_than_a_summary(make_entry: Make) -> None:
    below = make_entry("Risalah rapat", summary="Tentang bendungan")
    above = make_entry("Bendungan utama")

    assert find("bendungan").ids == (above.id, below.id)


def test_a_misspelt_word_is_mended_when_nothing_is_found(make_entry: Make) -> None:
    entry = make_entry("Data kepegawaian")

    found = find("kepegawian")

    assert (found.reading, found.ids, found.nearest) == (
        Reading.CORRECTED,
        (entry.id,),
        "kepegawaian",
    )


def test_each_misspelt_word_of_several_is_mended_in_the_offer(make_entry: Make) -> None:
    make_entry("Daftar gaji", public_title="")
    make_entry("Rumah pegawai")
    Synonym.create(everyday="gaji", official=["penghasilan", "daftar gaji"])

    found = find("gajih pegawe")

    assert (found.reading, found.nearest) == (Reading.PARTLY, "gaji pegawai")


def test_a_word_of_the_language_is_no_slip_of_another(make_entry: Make) -> None:
    make_entry("Rencana kota")

    assert find("kata").nearest == ""


def test_an_abbreviation_is_no_slip_of_another(make_entry: Make) -> None:
    make_entry("Ujian pns")

    assert find("ujian cpns").nearest == ""


def test_of_entries_that_hold_some_words_those_with_the_rarest_come_first(
    make_entry: Make,
) -> None:
    about_pay = make_entry("Risalah", summary="Tentang gaji")
    for number in range(6):
        make_entry(f"Kepala dinas {number}")

    assert find("gaji kepala dinas zzzz").ids[0] == about_pay.id


def test_a_rare_slip_in_the_register_itself_offers_the_usual_word(make_entry: Make) -> None:
    slipped = make_entry("Data kepegawian")
    for number in range(12):
        make_entry(f"Berkas kepegawaian {number}")

    found = find("kepegawian")

    assert (found.ids, found.nearest) == ((slipped.id,), "kepegawaian")


def test_some_of_the_words_will_do_when_no_entry_has_all(make_entry: Make) -> None:
    entry = make_entry("Rekam medis pasien")
    make_entry("Risalah rapat")

    found = find("rekam medis zzzz")

    assert (found.reading, found.ids) == (Reading.PARTLY, (entry.id,))


def test_nothing_is_found_where_nothing_is(make_entry: Make) -> None:
    make_entry("Risalah rapat")

    assert find("zzzz").reading is Reading.NOTHING
    assert find("").ids == ()
    assert find("yang dan di").ids == ()


def test_an_edited_entry_is_found_by_its_new_words_only(make_entry: Make) -> None:
    entry = make_entry("Risalah rapat")
    Entry.update(title="Notulen sidang").where(Entry.id == entry.id).execute()
    with database.atomic():
        index.refresh([entry.id])

    assert find("notulen").ids == (entry.id,)
    assert find("risalah").ids == ()


def test_a_withdrawn_entry_is_not_found(make_entry: Make) -> None:
    entry = make_entry("Risalah rapat")
    Entry.update(withdrawn_at=clock.now()).where(Entry.id == entry.id).execute()
    with database.atomic():
        index_entries([entry.id])

    assert find("risalah").ids == ()
    assert find(entry.number).ids == ()


def test_a_removed_entry_is_not_found(make_entry: Make) -> None:
    entry = make_entry("Risalah rapat")

    remove_entries([entry.id])

    assert find("risalah").ids == ()


def test_a_word_that_is_gone_is_not_offered(make_entry: Make) -> None:
    entry = make_entry("Data kepegawaian")
    remove_entries([entry.id])

    found = find("kepegawian")

    assert (found.reading, found.nearest) == (Reading.NOTHING, "")


def test_an_answer_is_kept_only_until_something_changes(make_entry: Make) -> None:
    first = make_entry("Risalah rapat")
    before = find("risalah")
    again = find("risalah")
    second = make_entry("Risalah sidang")

    assert again is before
    assert set(find("risalah").ids) == {first.id, second.id}


def test_what_a_transaction_saw_is_not_kept(make_entry: Make) -> None:
    make_entry("Notulen rapat")
    with database.atomic() as transaction:
        make_entry("Risalah sidang")
        assert find("risalah").bits
        transaction.rollback()

    assert not find("risalah").bits


def test_what_is_taken_back_was_never_indexed(make_entry: Make) -> None:
    entry = make_entry("Risalah rapat")
    with database.atomic() as transaction:
        Entry.update(title="Notulen sidang").where(Entry.id == entry.id).execute()
        index_entries([entry.id])
        transaction.rollback()

    assert find("notulen").ids == ()
    assert find("risalah").ids == (entry.id,)


def test_an_index_made_anew_finds_the_same(make_entry: Make) -> None:
    entries = [make_entry(f"Penggajian guru {number}") for number in range(3)]
    before = find("gaji guru")

    assert rebuild() == len(entries)
    assert set(find("gaji guru").ids) == set(before.ids)
    assert find("penggajain").nearest == "penggajian"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=80))
@example(text='"')
@example(text="AND OR NOT NEAR(a b)")
@example(text="title:gaji ^x {y} (z) + -")
@example(text="\x00'; DROP TABLE entry; --")
@example(text="𞤀 ½ ﬁ İ ١٢ Ⅷ")
@example(text="*" * 50)
def test_any_text_is_a_question_and_never_an_error(app: Flask, text: str) -> None:
    found = find(text)

    assert found.ids == () or found.reading is not Reading.NOTHING


def test_another_form_of_a_known_word_is_no_misspelling(make_entry: Make) -> None:
    make_entry("Daftar gaji pegawai")
    for at in range(12):
        make_entry(f"Penggantian alat ke-{at}")

    assert find("penggajian").nearest == ""
