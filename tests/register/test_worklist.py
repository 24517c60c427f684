"""The worklist: which entries are in which group on which day, and what each row says."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.law.facts import Extent, OpeningKind
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing import last_opening_day
from ppid.legal_bases.models import Regulation, RegulationChange
from ppid.legal_bases.signals import regulation_changed
from ppid.office.actions import save_settings
from ppid.office.queries import work_calendar
from ppid.register.actions import close_dispute, propose_classification, record_dispute
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.issuing import issue_determination, issue_opening, record_determination
from ppid.register.models import Entry
from ppid.register.worklist import Group, GroupKey, WorkRow
from ppid.register.worklist_deadlines import read_deadlines
from ppid.register.worklist_parts import count_urgent
from ppid.register.worklist_queries import read_part, read_worklist
from ppid.workflow.procedure import Subject

CLERK = CommandLine()
END = date(2028, 1, 18)
DETERMINED = date(2025, 1, 18)
DAY = timedelta(days=1)

MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]
Basis = Callable[..., BasisDraft]


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.fixture
def ending(make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct) -> Entry:
    """An entry that is closed until 18 January 2028."""
    entry = make_entry()
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    return entry


@pytest.fixture
def make_endless(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> Callable[..., Entry]:
    """An entry without an end, as registers of old have them; ``review_on`` may be set."""

    def make(review_on: date | None = None) -> Entry:
        entry = make_entry()
        period = Period(PeriodKind.UNLIMITED, review_on=review_on)
        record_determination(CLERK, act=make_act(), items={entry.id: make_draft(period=period)})
        return entry

    return make


@pytest.fixture
def fallen(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct, catalogue: Basis
) -> Entry:
    """A determined entry that rests on UU 27/2022 beside Pasal 17, which is then revoked."""
    entry = make_entry()
    issue_determination(
        CLERK, act=make_act(), items={entry.id: revoked_draft(make_draft, catalogue)}
    )
    revoke("uu-27-2022", on=date(2026, 2, 1))
    return entry


def revoked_draft(make_draft: MakeDraft, catalogue: Basis) -> ClassificationDraft:
    cited = ("uu-14-2008", "Pasal 17 huruf h angka 4"), ("uu-27-2022", "Pasal 4 ayat (2)")
    return make_draft(bases=tuple(catalogue(*each) for each in cited))


def revoke(code: str, on: date) -> None:
    regulation = Regulation.get(Regulation.code == code)
    RegulationChange.create(regulation=regulation, kind="dicabut", by_text="UU Contoh", on=on)
    regulation_changed.send(regulation)


def group_on(key: GroupKey, on: date, unit: str = "") -> Group:
    work = read_worklist(on, today=on, unit=unit)
    return next(group for group in work.groups if group.key is key)


def rows_of(key: GroupKey, on: date, unit: str = "") -> list[WorkRow]:
    return [row for shown in group_on(key, on, unit).parts for row in shown.rows]


def groups_of(entry: Entry, on: date) -> set[GroupKey]:
    work = read_worklist(on, today=on)
    return {
        group.key
        for group in work.groups
        for shown in group.parts
        for row in shown.rows
        if row.number == entry.number
    }


def test_an_exclusion_that_ended_today_is_overdue_since_today(ending: Entry) -> None:
    assert groups_of(ending, END - DAY) == {GroupKey.EXPIRING}
    assert groups_of(ending, END) == {GroupKey.OVERDUE}
    assert rows_of(GroupKey.OVERDUE, END)[0].what == "Terbuka sejak 18 Jan 2028"


def test_an_entry_is_due_from_the_30th_working_day_before_its_end(ending: Entry) -> None:
    last_day = last_opening_day(END, work_calendar())

    assert groups_of(ending, last_day - DAY) == {GroupKey.SOON}
    assert groups_of(ending, last_day) == {GroupKey.EXPIRING}


def test_the_last_day_to_issue_the_opening_is_told_with_the_working_days_left(
    ending: Entry,
) -> None:
    last_day = last_opening_day(END, work_calendar())

    before, on_the_day, after = (
        rows_of(key, day)[0]
        for key, day in (
            (GroupKey.SOON, work_calendar().before(last_day, 3)),
            (GroupKey.EXPIRING, last_day),
            (GroupKey.EXPIRING, work_calendar().add(last_day, 2)),
        )
    )

    assert before.hint.endswith("sisa 3 hari kerja")
    assert on_the_day.hint.endswith("hari ini")
    assert after.hint.endswith("lewat 2 hari kerja")
    assert [row.is_late for row in (before, on_the_day, after)] == [False, False, True]


def test_an_earlier_reminder_brings_entries_in_earlier_and_names_itself(ending: Entry) -> None:
    last_day = last_opening_day(END, work_calendar())
    save_settings(CLERK, {"remind_workdays": 60})

    group = group_on(GroupKey.EXPIRING, last_day - DAY)

    assert group.count == 1
    assert group.title == "Berakhir dalam 60 hari kerja"


def test_an_entry_is_announced_six_months_before_its_end_and_no_earlier(ending: Entry) -> None:
    assert groups_of(ending, date(2027, 7, 18)) == {GroupKey.SOON}
    assert groups_of(ending, date(2027, 7, 17)) == set()


def test_what_was_opened_by_determination_is_no_longer_overdue(
    ending: Entry, make_act: MakeAct
) -> None:
    opened_on = END + DAY
    act = make_act(kind=DeterminationKind.OPENING, determined_on=opened_on, effective_on=opened_on)
    opening = OpeningDraft(OpeningKind.DETERMINATION, opened_on, "Penetapan pembukaan contoh")
    issue_opening(CLERK, act=act, openings={ending.id: opening})

    assert groups_of(ending, END) == {GroupKey.OVERDUE}
    assert groups_of(ending, opened_on) == set()


def test_what_was_prolonged_but_not_yet_in_effect_says_that_it_will_change(
    ending: Entry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    prolonged = make_draft(period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2030, 1, 18)))
    act = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2027, 12, 20),
        effective_on=date(2028, 1, 10),
    )
    record_determination(CLERK, act=act, items={ending.id: prolonged})

    row = rows_of(GroupKey.EXPIRING, date(2028, 1, 5))[0]

    assert row.what == "Keadaannya berubah mulai 10 Jan 2028"


def test_without_end_and_review_date_twelve_months_after_the_determination_are_the_limit(
    make_endless: Callable[..., Entry],
) -> None:
    entry = make_endless()

    assert GroupKey.UNREVIEWED not in groups_of(entry, date(2026, 1, 18))
    assert GroupKey.UNREVIEWED in groups_of(entry, date(2026, 1, 19))


def test_a_review_date_is_the_limit_where_one_was_set(make_endless: Callable[..., Entry]) -> None:
    early, late = make_endless(date(2025, 3, 1)), make_endless(date(2027, 3, 1))

    assert rows_of(GroupKey.UNREVIEWED, date(2025, 3, 1)) == []
    told = rows_of(GroupKey.UNREVIEWED, date(2025, 3, 2))
    assert [(row.number, row.what) for row in told] == [(early.number, "Harus ditinjau 1 Mar 2025")]
    assert late.number not in {row.number for row in rows_of(GroupKey.UNREVIEWED, date(2027, 3, 1))}


def test_an_entry_with_an_end_needs_no_review(ending: Entry) -> None:
    assert rows_of(GroupKey.UNREVIEWED, END - DAY) == []


def test_a_new_determination_starts_the_twelve_months_again(
    make_endless: Callable[..., Entry], make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_endless()
    act = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2026, 1, 10),
        effective_on=date(2026, 1, 10),
    )
    period = Period(PeriodKind.UNLIMITED)
    record_determination(CLERK, act=act, items={entry.id: make_draft(period=period)})

    assert rows_of(GroupKey.UNREVIEWED, date(2027, 1, 10)) == []
    assert len(rows_of(GroupKey.UNREVIEWED, date(2027, 1, 11))) == 1


def test_what_rests_on_a_revoked_regulation_stands_under_that_regulation(fallen: Entry) -> None:
    shown = group_on(GroupKey.FALLEN, clock.today()).parts[0]

    assert shown.part.regulation == "uu-27-2022"
    assert shown.part.note == "Dicabut sejak 1 Februari 2026 oleh UU Contoh"
    assert shown.part.act is Subject.CHANGE
    assert [(row.number, row.what) for row in shown.rows] == [
        (fallen.number, "Menyebut Pasal 4 ayat (2)")
    ]


def test_on_the_day_before_the_revocation_nothing_had_fallen(fallen: Entry) -> None:
    day = date(2026, 1, 31)

    assert read_part_ids(day, GroupKey.FALLEN) == []
    assert read_part_ids(day + DAY, GroupKey.FALLEN) == [fallen.id]


def read_part_ids(on: date, group: GroupKey) -> list[int]:
    work = read_worklist(on, today=clock.today())
    found = next(each for each in work.groups if each.key is group)
    return [entry_id for shown in found.parts for entry_id in shown.part.ids]


def test_a_proposal_on_a_revoked_regulation_is_mended_by_a_first_determination(
    make_entry: MakeEntry, make_draft: MakeDraft, catalogue: Basis
) -> None:
    entry = make_entry()
    draft = revoked_draft(make_draft, catalogue)
    propose_classification(CLERK, entry_id=entry.id, draft=draft)
    revoke("uu-27-2022", on=date(2026, 2, 1))

    shown = group_on(GroupKey.FALLEN, clock.today()).parts

    assert [(each.part.key, each.part.act) for each in shown] == [
        ("uu-27-2022-usulan", Subject.INITIAL)
    ]


def test_a_regulation_cited_in_words_only_is_named_in_the_row_with_its_successor(
    make_entry: MakeEntry, make_draft: MakeDraft, catalogue: Basis
) -> None:
    words = BasisDraft(
        None,
        "Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik, "
        "Pasal 99",
    )
    draft = make_draft(bases=(catalogue("uu-14-2008", "Pasal 17 huruf h angka 4"), words))
    propose_classification(CLERK, entry_id=make_entry().id, draft=draft)

    row = rows_of(GroupKey.FALLEN, clock.today())[0]

    assert row.what.startswith("Menyebut Perki 1/2010; penggantinya Peraturan Komisi Informasi")


def test_what_is_missing_is_told_by_name_and_proposals_stand_apart(
    ending: Entry, make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    partial = make_entry("Notula rapat penilaian jabatan 2023")
    act = make_act(test_sheet_number="")
    record_determination(CLERK, act=act, items={partial.id: make_draft(extent=Extent.PARTIAL)})
    proposed = make_entry("Rekaman wawancara pelapor 2024")

    group = group_on(GroupKey.INCOMPLETE, clock.today())

    assert {shown.part.act: [row.number for row in shown.rows] for shown in group.parts} == {
        Subject.CHANGE: [partial.number],
        Subject.INITIAL: [proposed.number],
    }
    assert group.parts[0].rows[0].what == (
        "Dikecualikan sebagian tanpa menyebut bagiannya; Tanpa lembar pengujian konsekuensi"
    )


def test_what_was_missing_on_another_day_is_not_known(make_entry: MakeEntry) -> None:
    make_entry()

    assert read_part_ids(clock.today(), GroupKey.INCOMPLETE) != []
    assert read_part_ids(clock.today() - DAY, GroupKey.INCOMPLETE) == []


def test_an_entry_in_dispute_is_only_held_until_the_dispute_ends(ending: Entry) -> None:
    dispute = record_dispute(
        CLERK, entry_id=ending.id, opened_on=date(2027, 12, 1), reference="Keberatan contoh"
    )
    close_dispute(CLERK, dispute_id=dispute.id, closed_on=date(2027, 12, 20))

    row = rows_of(GroupKey.HELD, date(2027, 12, 19))[0]

    assert row.what == "Tertahan sejak 1 Des 2027"
    assert row.hint == "Jangka waktunya tetap berakhir 18 Jan 2028"
    assert groups_of(ending, date(2027, 12, 19)) == {GroupKey.HELD}
    assert groups_of(ending, date(2027, 12, 20)) == {GroupKey.EXPIRING}


def test_a_unit_shows_its_own_entries_and_those_of_the_units_below(
    unit: Unit, make_entry: MakeEntry
) -> None:
    office = Unit.create(code="dinas", name="Dinas Contoh", short_name="Dinas", parent=unit)
    branch = Unit.create(code="uptd", name="UPTD Contoh", short_name="UPTD", parent=office)
    make_entry("Rencana audit internal 2026")
    below = make_entry("Hasil pemeriksaan kesehatan pegawai 2025", unit=branch)

    numbers = [row.number for row in rows_of(GroupKey.INCOMPLETE, clock.today(), "dinas")]

    assert numbers == [below.number]
    assert group_on(GroupKey.INCOMPLETE, clock.today()).count == 2
    assert rows_of(GroupKey.INCOMPLETE, clock.today(), "tidak-ada") == []


def test_the_header_counts_what_is_overdue_and_what_is_due(ending: Entry) -> None:
    last_day = last_opening_day(END, work_calendar())

    assert [count_urgent(day) for day in (last_day - DAY, last_day, END)] == [0, 1, 1]


def test_a_register_in_order_has_an_empty_worklist(ending: Entry) -> None:
    assert read_worklist(date(2026, 11, 23), today=date(2026, 11, 23)).is_empty


def test_a_long_group_shows_fifty_rows_and_the_rest_on_its_own_page(make_entry: MakeEntry) -> None:
    for number in range(53):
        make_entry(f"Berkas penilaian jabatan nomor {number:03d}")
    today = clock.today()

    shown = group_on(GroupKey.INCOMPLETE, today).parts[0]
    part = shown.part
    last = read_part(today, today=today, unit="", group=part.group, key=part.key, page=9)

    assert (len(shown.rows), shown.count, len(shown.free)) == (50, 53, 53)
    assert last is not None
    assert (last[1].page, [row.id for row in last[1].rows]) == (2, list(part.ids)[50:])


def test_a_part_that_has_no_entries_is_not_there(ending: Entry) -> None:
    today = clock.today()

    assert read_part(today, today=today, unit="", group=GroupKey.HELD, key="", page=1) is None


def test_a_group_counts_an_entry_once_however_many_revoked_regulations_it_cites(
    fallen: Entry,
) -> None:
    revoke("uu-14-2008", on=date(2026, 3, 1))

    group = group_on(GroupKey.FALLEN, clock.today())

    assert {shown.part.regulation for shown in group.parts} == {"uu-14-2008", "uu-27-2022"}
    assert group.count == 1


def test_the_number_of_queries_does_not_grow_with_the_rows(make_entry: MakeEntry) -> None:
    make_entry("Berkas penilaian jabatan nomor 1")
    few = count_statements()
    for number in range(2, 20):
        make_entry(f"Berkas penilaian jabatan nomor {number}")
    many = count_statements()

    assert few == many <= 25


def count_statements() -> int:
    """Statements of a worklist that nobody has read before, and of one read again."""
    read_worklist(clock.today(), today=clock.today())
    seen: list[str] = []
    connection = database.obj.connection()
    connection.set_trace_callback(seen.append)
    read_worklist(clock.today(), today=clock.today())
    connection.set_trace_callback(None)
    return len(seen)


def test_the_header_asks_one_query_once_the_register_is_in_memory(ending: Entry) -> None:
    count_urgent(clock.today())
    seen: list[str] = []
    connection = database.obj.connection()
    connection.set_trace_callback(seen.append)
    count_urgent(clock.today())
    connection.set_trace_callback(None)

    assert len(seen) == 1


def test_deadlines_that_were_kept_and_mended_equal_those_read_anew(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct, ending: Entry
) -> None:
    day = date(2027, 1, 19)
    read_deadlines(day)
    second = make_entry("Kunci jawaban ujian dinas 2024")
    sooner = make_draft(period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2027, 3, 1)))
    issue_determination(CLERK, act=make_act(), items={second.id: sooner})
    endless = make_draft(period=Period(PeriodKind.UNLIMITED))
    record_determination(
        CLERK, act=make_act(kind=DeterminationKind.CHANGE), items={ending.id: endless}
    )

    mended = read_deadlines(day)

    assert list(mended.ends) == [second.id]
    assert list(mended.reviews) == [ending.id]
    with database.atomic():
        assert read_deadlines(day) == mended
