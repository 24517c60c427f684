"""The list finds, filters, counts and sorts; what it does not show it does not count."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing_kinds import StandingKind
from ppid.register import index
from ppid.register.actions import issue_determination, propose_classification
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.list_filters import FacetKey, ListFilters, Order
from ppid.register.list_queries import EntryList, list_entries
from ppid.register.list_rows import say_left
from ppid.register.models import Entry

CLERK = CommandLine()
TODAY = date(2026, 6, 1)
MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]
Catalogue = Callable[..., BasisDraft]


def listed(
    on: date = TODAY,
    page: int = 1,
    text: str = "",
    unfolded: FacetKey | None = None,
    **chosen: str,
) -> EntryList:
    pairs = tuple((FacetKey(key), value) for key, value in chosen.items())
    return list_entries(ListFilters(text=text, chosen=pairs), page, on, unfolded)


def numbers(found: EntryList) -> list[str]:
    return [row.entry.number for row in found.rows]


def counts(found: EntryList, key: FacetKey) -> dict[str, int]:
    facet = next(facet for facet in found.facets if facet.key is key)
    return {value.value: value.count for value in facet.values if value.count}


@pytest.fixture
def determined(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> Callable[..., Entry]:
    """An entry that a determination has closed; options go into what it says."""

    def make(title: str = "Hasil asesmen pegawai", **told: object) -> Entry:
        entry = make_entry(title)
        issue_determination(CLERK, act=make_act(), items={entry.id: make_draft(**told)})
        return entry

    return make


def test_an_empty_register_has_one_empty_page(app: Flask) -> None:
    found = listed(page=7)

    assert (found.rows, found.total, found.page, found.last_page) == ([], 0, 1, 1)


def test_a_page_holds_25_rows_and_the_last_the_rest(make_entry: MakeEntry) -> None:
    for number in range(26):
        make_entry(f"Risalah ke {number}")

    assert len(listed().rows) == 25
    assert numbers(listed(page=2)) == ["DIK-0026"]
    assert listed(page=99).page == 2
    assert listed(page=-3).page == 1


def test_a_row_shows_basis_unit_end_and_findings(determined: Callable[..., Entry]) -> None:
    entry = determined()

    row = listed().rows[0]

    assert row.entry.id == entry.id
    assert row.entry.unit == "Pemprov"
    assert row.bases == ("h.4",)
    assert (row.until, row.left) == ("s.d. 18 Jan 2028", "19 bulan lagi")
    assert row.entry.standing is StandingKind.EXCLUDED
    assert not row.incomplete


def test_an_entry_that_says_nothing_is_incomplete(make_entry: MakeEntry) -> None:
    make_entry()

    row = listed().rows[0]

    assert row.incomplete
    assert row.blocking > 0
    assert row.bases == ()


def test_a_proposal_is_shown_while_nothing_is_determined(
    make_entry: MakeEntry, make_draft: MakeDraft
) -> None:
    propose_classification(CLERK, entry_id=make_entry().id, draft=make_draft())

    row = listed().rows[0]

    assert row.bases == ("h.4",)
    assert (row.until, row.left) == ("s.d. 18 Jan 2028", "diusulkan")
    assert counts(listed(), FacetKey.GROUND) == {"h": 1}


def test_on_a_past_day_the_period_of_that_day_is_told(
    determined: Callable[..., Entry], make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = determined()
    longer = Period(PeriodKind.UNTIL_DATE, ends_on=date(2031, 1, 1))
    change = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2026, 1, 5),
        effective_on=date(2026, 1, 5),
        change_sheet_number="8/LPB.DIK/I/2026",
    )
    issue_determination(CLERK, act=change, items={entry.id: make_draft(period=longer)})

    assert listed(on=date(2025, 6, 1)).rows[0].until == "s.d. 18 Jan 2028"
    assert listed().rows[0].until == "s.d. 1 Jan 2031"


def test_a_period_without_an_end_tells_when_it_is_reviewed(
    determined: Callable[..., Entry],
) -> None:
    determined(period=Period(PeriodKind.UNLIMITED, review_on=date(2027, 3, 1)))

    row = listed().rows[0]

    assert (row.until, row.left) == ("tidak terbatas", "ditinjau 1 Mar 2027")


def test_an_expired_entry_is_shown_and_counted_as_open_on_its_day(
    determined: Callable[..., Entry],
) -> None:
    determined()

    before, after = listed(on=date(2025, 6, 1)), listed(on=date(2028, 1, 18))

    assert counts(before, FacetKey.STANDING) == {"dikecualikan": 1}
    assert counts(after, FacetKey.STANDING) == {"terbuka": 1}
    assert after.rows[0].until == "sejak 18 Jan 2028"


def test_the_huruf_narrows(
    determined: Callable[..., Entry], catalogue: Catalogue, make_entry: MakeEntry
) -> None:
    determined("Hasil asesmen")
    other = determined("Resep obat", bases=(catalogue("uu-14-2008", "Pasal 17 huruf b"),))

    assert numbers(listed(huruf="b")) == [other.number]
    assert listed(huruf="z").total == 0


def test_a_unit_holds_the_entries_of_those_below_it(make_entry: MakeEntry, unit: Unit) -> None:
    inner = Unit.create(code="set", name="Sekretariat", short_name="Set", parent=unit)
    above, below = make_entry("Risalah rapat"), make_entry("Notulen sidang", unit=inner)

    assert numbers(listed(unit="prov")) == [above.number, below.number]
    assert numbers(listed(unit="set")) == [below.number]
    assert counts(listed(unfolded=FacetKey.UNIT), FacetKey.UNIT) == {"prov": 2, "set": 1}


def test_year_and_regulation_narrow(
    determined: Callable[..., Entry], make_entry: MakeEntry
) -> None:
    entry = determined()
    make_entry("Risalah rapat")

    assert numbers(listed(tahun="2025")) == [entry.number]
    assert numbers(listed(peraturan="uu-14-2008")) == [entry.number]
    assert listed(tahun="1999").total == 0


def test_findings_narrow_one_by_one_or_all_together(
    determined: Callable[..., Entry], make_entry: MakeEntry
) -> None:
    determined("Hasil asesmen kompetensi")
    faulty = make_entry("Risalah rapat")

    assert numbers(listed(temuan="tanpa-huruf-pasal-17")) == [faulty.number]
    assert numbers(listed(temuan="ada"))[-1] == faulty.number


def test_counts_beside_a_filter_hold_under_the_other_filters(
    determined: Callable[..., Entry], catalogue: Catalogue, make_entry: MakeEntry
) -> None:
    determined("Hasil asesmen")
    determined("Resep obat", bases=(catalogue("uu-14-2008", "Pasal 17 huruf b"),))
    make_entry("Risalah rapat")

    found = listed(huruf="h", keadaan="dikecualikan")

    assert found.total == 1
    assert counts(found, FacetKey.GROUND) == {"h": 1, "b": 1}
    assert counts(found, FacetKey.STANDING) == {"dikecualikan": 1}
    assert counts(listed(), FacetKey.STANDING) == {"dikecualikan": 2, "belum-ditetapkan": 1}


def test_counts_hold_under_the_text_searched(make_entry: MakeEntry, unit: Unit) -> None:
    inner = Unit.create(code="set", name="Biro Umum", short_name="Umum", parent=unit)
    make_entry("Bendungan utama")
    make_entry("Risalah rapat", unit=inner)

    found = listed(text="bendungan", unfolded=FacetKey.UNIT)

    assert counts(found, FacetKey.UNIT) == {"prov": 1}


def test_a_folded_filter_counts_only_what_is_chosen(make_entry: MakeEntry, unit: Unit) -> None:
    Unit.create(code="set", name="Biro Umum", short_name="Umum", parent=unit)
    make_entry("Bendungan utama")

    assert counts(listed(), FacetKey.UNIT) == {}
    assert counts(listed(unit="prov"), FacetKey.UNIT) == {"prov": 1}


def test_a_withdrawn_entry_shows_nowhere_not_even_in_counts(make_entry: MakeEntry) -> None:
    entry = make_entry("Bendungan utama")
    listed()
    Entry.update(withdrawn_at=clock.now()).where(Entry.id == entry.id).execute()
    with database.atomic():
        index.refresh([entry.id])

    for found in (listed(), listed(text="bendungan"), listed(text=entry.number)):
        assert (found.rows, found.total) == ([], 0)
        assert all(not value.count for facet in found.facets for value in facet.values)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.NUMBER, ["Zakat", "Bendungan", "arsip"]),
        (Order.NEWEST, ["arsip", "Bendungan", "Zakat"]),
        (Order.TITLE, ["arsip", "Bendungan", "Zakat"]),
    ],
)
def test_the_list_is_sorted_as_chosen(
    make_entry: MakeEntry, order: Order, titles: list[str]
) -> None:
    for title in ("Zakat", "Bendungan", "arsip"):
        make_entry(title)

    forwards = list_entries(ListFilters(order=order), 1, TODAY)
    backwards = list_entries(ListFilters(order=order, backwards=True), 1, TODAY)

    assert [row.entry.title for row in forwards.rows] == titles
    assert [row.entry.title for row in backwards.rows] == titles[::-1]


def test_what_opens_first_comes_first_and_what_never_opens_last(
    determined: Callable[..., Entry],
) -> None:
    never = determined("Bendungan", period=Period(PeriodKind.UNLIMITED, review_on=TODAY))
    late = determined("Risalah", period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 1, 1)))
    soon = determined("Notulen", period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2027, 1, 1)))

    found = list_entries(ListFilters(order=Order.UNTIL), 1, TODAY)

    assert numbers(found) == [soon.number, late.number, never.number]


def test_a_text_sorts_by_how_well_it_fits(make_entry: MakeEntry) -> None:
    below = make_entry("Risalah rapat", summary="Tentang bendungan")
    above = make_entry("Bendungan utama")

    found = listed(text="bendungan")

    assert found.order is Order.RELEVANCE
    assert numbers(found) == [above.number, below.number]


def statements_of(act: Callable[[], object]) -> list[str]:
    seen: list[str] = []
    connection = database.obj.connection()
    connection.set_trace_callback(seen.append)
    act()
    connection.set_trace_callback(None)
    return [statement for statement in seen if not statement.startswith("--")]  # FTS5's own


def test_the_number_of_queries_does_not_grow_with_the_rows(make_entry: MakeEntry) -> None:
    for number in range(5):
        make_entry(f"Risalah ke {number}")
    listed(text="risalah")
    for_few = statements_of(lambda: listed(text="risalah"))
    for number in range(5, 30):
        make_entry(f"Risalah ke {number}")
    listed(text="risalah")

    for_many = statements_of(lambda: listed(text="risalah"))

    assert len(for_many) == len(for_few)
    assert len(for_many) <= 14


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 hari lagi"),
        (59, "59 hari lagi"),
        (61, "2 bulan lagi"),
        (600, "19 bulan lagi"),
        (1200, "3 tahun lagi"),
    ],
)
def test_how_long_is_left_is_told_in_fitting_units(days: int, words: str) -> None:
    assert say_left(days) == words
