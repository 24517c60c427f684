"""Issuing: one transaction, gapless numbers, nothing that the law forbids."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.errors import Refused
from ppid.law.facts import OpeningKind
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing_kinds import StandingKind
from ppid.register.actions import issue_determination, issue_opening, propose_classification
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.examining import Blocked
from ppid.register.models import Classification, Determination, Entry, EntrySpan, LegalBasis

CLERK = CommandLine()
MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]


def standing_on(entry: Entry, day: date) -> str:
    span = EntrySpan.get(
        EntrySpan.entry == entry.id, EntrySpan.starts_on <= day, EntrySpan.ends_on > day
    )
    return str(span.standing)


def test_an_issued_determination_closes_its_entry_from_its_day(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()

    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})

    assert standing_on(entry, date(2025, 1, 17)) == StandingKind.NOT_DETERMINED
    assert standing_on(entry, date(2025, 1, 18)) == StandingKind.EXCLUDED
    assert standing_on(entry, date(2028, 1, 18)) == StandingKind.EXPIRED


def test_what_was_drafted_is_what_is_kept(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry, draft = make_entry(), make_draft(excluded_parts="Kolom nilai")

    issue_determination(CLERK, act=make_act(), items={entry.id: draft})

    row = Classification.get(Classification.entry == entry.id)
    assert ClassificationDraft.from_classification(row) == draft
    assert ClassificationDraft.from_dict(draft.to_dict()) == draft


def test_numbers_of_a_year_have_no_gap_when_one_issue_is_refused(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    first, second = make_entry(), make_entry("Rekaman wawancara pelapor 2024")

    one = issue_determination(CLERK, act=make_act(), items={first.id: make_draft()})
    with pytest.raises(Refused):
        issue_determination(CLERK, act=make_act(), items={second.id: make_draft(bases=())})
    two = issue_determination(CLERK, act=make_act(), items={second.id: make_draft()})

    assert (one.number, two.number) == (1, 2)
    assert two.number_text == "2/PPID.DIK/I/2025"


def test_concurrent_issues_never_take_the_same_number(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entries = [make_entry(f"Berkas perkara disiplin nomor {n}0{n}") for n in range(1, 9)]
    draft, act = make_draft(), make_act()

    with ThreadPoolExecutor(8) as pool:
        issued = list(
            pool.map(lambda e: issue_determination(CLERK, act=act, items={e.id: draft}), entries)
        )

    assert sorted(each.number for each in issued) == list(range(1, 9))


def test_a_blocked_issue_names_the_entry_and_each_reason_and_writes_nothing(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()
    before = AuditRecord.select().count()

    with pytest.raises(Blocked) as refusal:
        issue_determination(
            CLERK, act=make_act(), items={entry.id: make_draft(consequence_open="", period=None)}
        )

    assert entry.number in refusal.value.message
    assert "Akibat bila informasi dibuka belum diisi." in refusal.value.message
    assert "Jangka waktu belum diisi." in refusal.value.message
    assert Determination.select().count() == 0
    assert AuditRecord.select().count() == before


def test_permanent_is_refused_for_huruf_a(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    catalogue: Callable[..., BasisDraft],
) -> None:
    entry = make_entry()
    draft = make_draft(
        bases=(catalogue("uu-14-2008", "Pasal 17 huruf a angka 2"),),
        period=Period(PeriodKind.UNLIMITED, review_on=date(2027, 1, 1)),
    )

    with pytest.raises(Blocked, match="tidak boleh permanen"):
        issue_determination(CLERK, act=make_act(), items={entry.id: draft})


def test_a_regulation_revoked_on_the_day_of_determination_stops_it(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    catalogue: Callable[..., BasisDraft],
) -> None:
    entry = make_entry()
    bases = (
        catalogue("uu-14-2008", "Pasal 17 huruf h angka 4"),
        catalogue("perki-1-2017", "Pasal 4 ayat (4)"),
    )

    with pytest.raises(Blocked, match="Perki 1/2017 tidak berlaku lagi"):
        issue_determination(CLERK, act=make_act(), items={entry.id: make_draft(bases=bases)})


def test_what_has_expired_cannot_be_prolonged(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()
    short = make_draft(period=Period(PeriodKind.UNTIL_DATE, ends_on=date(2025, 6, 1)))
    issue_determination(CLERK, act=make_act(), items={entry.id: short})
    later = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2025, 7, 1),
        effective_on=date(2025, 7, 1),
        change_sheet_number="1/LPB/VII/2025",
    )

    with pytest.raises(Blocked, match="sudah terbuka sejak 1 Juni 2025"):
        issue_determination(CLERK, act=later, items={entry.id: make_draft()})


def test_a_change_leaves_the_old_classification_readable(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    catalogue: Callable[..., BasisDraft],
) -> None:
    entry = make_entry()
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    change = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2026, 3, 2),
        effective_on=date(2026, 3, 2),
        change_sheet_number="1/LPB/III/2026",
    )
    new = make_draft(bases=(catalogue("uu-14-2008", "Pasal 17 huruf i"),))

    issue_determination(CLERK, act=change, items={entry.id: new})

    older, newer = Classification.select().order_by(Classification.id)
    assert newer.previous_id == older.id
    assert [basis.ground for basis in older.bases] == ["h"]
    assert [basis.ground for basis in newer.bases] == ["i"]


def test_issuing_withdraws_the_proposal_but_keeps_it(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()
    proposal = propose_classification(CLERK, entry_id=entry.id, draft=make_draft())

    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})

    assert Classification.get_by_id(proposal.id).withdrawn_at is not None
    assert LegalBasis.select().where(LegalBasis.classification == proposal.id).count() == 1


def test_an_issued_determination_and_its_classification_cannot_be_edited(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()
    determination = issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    classification = Classification.get(Classification.entry == entry.id)

    determination.about = "Lain"
    classification.consequence_open = "Lain"

    with pytest.raises(Refused, match="sudah diterbitkan"):
        determination.save()
    with pytest.raises(Refused, match="sudah ditetapkan"):
        classification.save()


def test_a_number_that_a_paper_already_bears_is_kept_and_the_series_goes_on_after_it(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    first, second = make_entry(), make_entry("Rekaman wawancara pelapor 2024")

    old = issue_determination(
        CLERK, act=make_act(number=7, number_text="7/SK/2025"), items={first.id: make_draft()}
    )
    new = issue_determination(CLERK, act=make_act(), items={second.id: make_draft()})

    assert (old.number_text, new.number) == ("7/SK/2025", 8)


def test_a_number_is_never_given_to_two_determinations(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    first, second = make_entry(), make_entry("Rekaman wawancara pelapor 2024")
    issue_determination(CLERK, act=make_act(number=7), items={first.id: make_draft()})

    with pytest.raises(Refused, match="sudah dipakai"):
        issue_determination(CLERK, act=make_act(number=7), items={second.id: make_draft()})


def test_an_opening_determination_opens_from_the_day_it_says(
    make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct
) -> None:
    entry = make_entry()
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    act = make_act(
        kind=DeterminationKind.OPENING,
        determined_on=date(2026, 2, 2),
        effective_on=date(2026, 2, 2),
    )

    issued = issue_opening(
        CLERK,
        act=act,
        openings={entry.id: OpeningDraft(OpeningKind.DETERMINATION, date(2026, 2, 2), "")},
    )

    assert standing_on(entry, date(2026, 2, 2)) == StandingKind.OPENED_DETERMINATION
    assert entry.openings.get().reference == f"Penetapan Nomor {issued.number_text}"
