"""Titles that say nearly the same are found, without comparing all with all."""

from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.register.actions import edit_entry
from ppid.register.acts import EntryDescription
from ppid.register.models import Entry, EntryFinding
from ppid.register.near_duplicates import Titled, alike, find_near_duplicates, pair, words_of

MakeEntry = Callable[..., Entry]
TITLE = "Hasil asesmen kompetensi pejabat pengawas"
LISTS = st.lists(st.sets(st.sampled_from("abcdefg"), min_size=1), max_size=12)


def flagged() -> set[str]:
    rows = EntryFinding.select().join(Entry).where(EntryFinding.code == "hampir-sama")
    return {row.entry.number for row in rows}


def test_words_without_meaning_and_case_do_not_count() -> None:
    assert words_of("Hasil dan Rekap di Dinas") == words_of("hasil rekap dinas")


def test_a_title_of_such_words_alone_still_has_words() -> None:
    assert words_of("Dan Atau") == {"dan", "atau"}


@given(LISTS)
def test_the_short_way_finds_what_comparing_all_with_all_finds(sets: list[set[str]]) -> None:
    titles = [Titled(n, f"N{n}", 1, frozenset(words)) for n, words in enumerate(sets)]
    expected = {
        (one.entry_id, other.number)
        for first, second in combinations(titles, 2)
        if alike(first.words, second.words)
        for one, other in ((first, second), (second, first))
    }

    assert {(entry, number) for entry, numbers in pair(titles) for number in numbers} == expected


def test_likeness_counts_only_within_a_unit(make_entry: MakeEntry, unit: Unit) -> None:
    other = Unit.create(code="lain", name="Dinas Lain", short_name="Lain", parent=unit)
    first, second = make_entry(TITLE), make_entry(f"{TITLE} 2024")
    make_entry(TITLE, unit=other)

    assert find_near_duplicates([unit.id, other.id]) == {
        first.id: (second.number,),
        second.id: (first.number,),
    }


def test_both_entries_carry_the_finding_as_soon_as_the_second_comes(make_entry: MakeEntry) -> None:
    first, second = make_entry(TITLE), make_entry(f"{TITLE} 2024")

    assert flagged() == {first.number, second.number}


def test_both_lose_the_finding_when_one_is_reworded(make_entry: MakeEntry) -> None:
    make_entry(TITLE)
    second = make_entry(f"{TITLE} 2024")

    edit_entry(
        CommandLine(), entry_id=second.id, description=EntryDescription("Rekaman wawancara pelapor")
    )

    assert flagged() == set()
