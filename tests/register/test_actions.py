"""What people do to the register, with its trail, and what is refused."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.errors import Refused
from ppid.law.facts import OpeningKind
from ppid.law.standing_kinds import StandingKind
from ppid.register import actions
from ppid.register.acts import DeterminationDraft, EntryDescription, OpeningDraft
from ppid.register.content import ClassificationDraft
from ppid.register.models import Classification, Entry, EntrySpan, Opening

CLERK = CommandLine()
MakeEntry = Callable[..., Entry]


@pytest.fixture
def closed(
    make_entry: MakeEntry,
    make_draft: Callable[..., ClassificationDraft],
    make_act: Callable[..., DeterminationDraft],
) -> Entry:
    entry = make_entry()
    actions.issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    return entry


def standing_on(entry: Entry, day: date) -> str:
    span = EntrySpan.get(
        EntrySpan.entry == entry.id, EntrySpan.starts_on <= day, EntrySpan.ends_on > day
    )
    return str(span.standing)


def test_an_entry_needs_a_title(unit: Unit) -> None:
    with pytest.raises(Refused) as refusal:
        actions.propose_entry(CLERK, unit_id=unit.id, description=EntryDescription(""))

    assert refusal.value.field == "title"


def test_an_entry_needs_a_unit_that_still_exists(unit: Unit) -> None:
    Unit.update(closed_at=date(2026, 1, 1)).execute()

    with pytest.raises(Refused) as refusal:
        actions.propose_entry(CLERK, unit_id=unit.id, description=EntryDescription("Judul"))

    assert refusal.value.field == "unit"


def test_proposing_leaves_a_trail_about_the_entry(make_entry: MakeEntry) -> None:
    entry = make_entry()

    subject = AuditSubject.get(AuditSubject.kind == "entry", AuditSubject.subject_id == entry.id)
    assert subject.record.action == "propose-entry"
    assert subject.label == entry.number


def test_an_edit_that_changes_nothing_leaves_no_trail(make_entry: MakeEntry) -> None:
    entry = make_entry()
    before = AuditRecord.select().count()

    same = EntryDescription(title=entry.title, public_title=entry.public_title)
    actions.edit_entry(CLERK, entry_id=entry.id, description=same)

    assert AuditRecord.select().count() == before


def test_consent_opens_what_only_huruf_h_closes(closed: Entry) -> None:
    consent = OpeningDraft(OpeningKind.CONSENT, date(2026, 4, 1), "Surat persetujuan 1 April 2026")

    actions.record_opening(CLERK, entry_ids=[closed.id], opening=consent)

    assert standing_on(closed, date(2026, 3, 31)) == StandingKind.EXCLUDED
    assert standing_on(closed, date(2026, 4, 1)) == StandingKind.OPENED_CONSENT


def test_a_ruling_that_is_not_final_opens_nothing_yet(closed: Entry) -> None:
    ruling = OpeningDraft(OpeningKind.RULING, date(2026, 4, 1), "Putusan 9", final=False)

    actions.record_opening(CLERK, entry_ids=[closed.id], opening=ruling)

    assert standing_on(closed, date(2026, 4, 1)) == StandingKind.EXCLUDED


def test_an_opening_without_its_paper_is_refused(closed: Entry) -> None:
    with pytest.raises(Refused) as refusal:
        actions.record_opening(
            CLERK,
            entry_ids=[closed.id],
            opening=OpeningDraft(OpeningKind.CONSENT, date(2026, 4, 1), ""),
        )

    assert refusal.value.field == "reference"
    assert Opening.select().count() == 0


def test_a_dispute_holds_the_entry_until_it_ends(closed: Entry) -> None:
    dispute = actions.record_dispute(
        CLERK, entry_id=closed.id, opened_on=date(2026, 5, 4), reference="Sengketa 9"
    )
    actions.close_dispute(CLERK, dispute_id=dispute.id, closed_on=date(2026, 6, 1))

    assert standing_on(closed, date(2026, 5, 4)) == StandingKind.HELD
    assert standing_on(closed, date(2026, 6, 1)) == StandingKind.EXCLUDED


def test_a_dispute_ends_once_and_not_before_it_began(closed: Entry) -> None:
    dispute = actions.record_dispute(
        CLERK, entry_id=closed.id, opened_on=date(2026, 5, 4), reference="Sengketa 9"
    )

    with pytest.raises(Refused, match="sebelum tanggal mulai"):
        actions.close_dispute(CLERK, dispute_id=dispute.id, closed_on=date(2026, 5, 3))
    actions.close_dispute(CLERK, dispute_id=dispute.id, closed_on=date(2026, 6, 1))
    with pytest.raises(Refused, match="sudah dicatat selesai"):
        actions.close_dispute(CLERK, dispute_id=dispute.id, closed_on=date(2026, 6, 2))


def test_a_proposal_can_be_taken_back_but_a_determined_classification_cannot(
    closed: Entry, make_draft: Callable[..., ClassificationDraft]
) -> None:
    determined = Classification.get(Classification.entry == closed.id)
    proposal = actions.propose_classification(CLERK, entry_id=closed.id, draft=make_draft())

    actions.withdraw_proposal(CLERK, classification_id=proposal.id)

    assert Classification.get_by_id(proposal.id).withdrawn_at is not None
    with pytest.raises(Refused, match="sudah ditetapkan"):
        actions.withdraw_proposal(CLERK, classification_id=determined.id)
