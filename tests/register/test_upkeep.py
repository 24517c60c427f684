"""What changes below the register lights up in it at once."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.law.standing_kinds import StandingKind
from ppid.legal_bases.models import Regulation, RegulationChange
from ppid.legal_bases.signals import regulation_changed, uses
from ppid.office.actions import add_holiday, save_settings
from ppid.register.actions import issue_determination, propose_classification
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.models import Entry, EntryFinding, EntrySpan
from ppid.register.report import count_findings, count_incomplete, count_standings

CLERK = CommandLine()
MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]


@pytest.fixture
def resting(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    catalogue: Callable[..., BasisDraft],
) -> Entry:
    """An entry that rests on Pasal 17 huruf h angka 4 and on UU 27/2022."""
    entry = make_entry()
    bases = (
        catalogue("uu-14-2008", "Pasal 17 huruf h angka 4"),
        catalogue("uu-27-2022", "Pasal 4 ayat (2)"),
    )
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft(bases=bases)})
    return entry


def codes_of(entry: Entry) -> set[str]:
    return {row.code for row in EntryFinding.select().where(EntryFinding.entry == entry.id)}


def begins(entry: Entry, kind: StandingKind) -> date:
    span = EntrySpan.get(EntrySpan.entry == entry.id, EntrySpan.standing == kind.value)
    day: date = span.starts_on
    return day


def test_a_revoked_regulation_lights_up_the_entries_that_rest_on_it(resting: Entry) -> None:
    fallen = Regulation.get(Regulation.code == "uu-27-2022")
    assert "peraturan-tidak-berlaku" not in codes_of(resting)

    RegulationChange.create(
        regulation=fallen, kind="dicabut", by_text="Undang-Undang baru", on=clock.today()
    )
    regulation_changed.send(fallen)

    assert "peraturan-tidak-berlaku" in codes_of(resting)


def test_a_new_holiday_brings_the_last_day_to_act_forward(resting: Entry) -> None:
    before = begins(resting, StandingKind.EXPIRING)

    add_holiday(CLERK, day=date(2028, 1, 12), name="Libur daerah")

    assert begins(resting, StandingKind.EXPIRING) < before


def test_an_earlier_reminder_makes_entries_expire_earlier(resting: Entry) -> None:
    before = begins(resting, StandingKind.EXPIRING)

    save_settings(CLERK, {"remind_workdays": 60})

    assert begins(resting, StandingKind.EXPIRING) < before


def test_the_catalogue_is_told_which_entries_rest_on_a_provision(
    app: Flask, resting: Entry, catalogue: Callable[..., BasisDraft]
) -> None:
    provision = catalogue("uu-27-2022", "Pasal 4 ayat (2)").provision_id or 0

    with app.app_context():
        told = uses()

    assert told.count([provision]) == {provision: 1}
    assert [each.number for each in told.resting([provision])] == [resting.number]


def test_what_was_replaced_no_longer_rests_on_its_old_provision(
    app: Flask,
    resting: Entry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    catalogue: Callable[..., BasisDraft],
) -> None:
    provision = catalogue("uu-27-2022", "Pasal 4 ayat (2)").provision_id or 0
    change = make_act(
        kind=DeterminationKind.CHANGE,
        determined_on=date(2026, 3, 2),
        effective_on=date(2026, 3, 2),
    )
    issue_determination(CLERK, act=change, items={resting.id: make_draft()})

    with app.app_context():
        assert uses().count([provision]) == {}


def test_the_figures_count_every_entry_once(
    resting: Entry, make_entry: MakeEntry, make_draft: MakeDraft
) -> None:
    proposed = make_entry("Rekaman wawancara pelapor 2024")
    propose_classification(CLERK, entry_id=proposed.id, draft=make_draft())

    standings = {each.kind: each.entries for each in count_standings(date(2026, 11, 22))}
    findings = {each.code: each.entries for each in count_findings()}

    assert standings == {StandingKind.EXCLUDED: 1, StandingKind.NOT_DETERMINED: 1}
    assert findings["tanpa-lembar-uji"] == 1
    assert count_incomplete() == 1
    assert count_incomplete([resting.id]) == 0
