"""What is kept in memory is what the database says, whatever happened since."""

from collections.abc import Callable
from datetime import date

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.register import index
from ppid.register.actions import issue_determination, propose_classification
from ppid.register.acts import DeterminationDraft
from ppid.register.content import ClassificationDraft
from ppid.register.list_filters import FacetKey
from ppid.register.list_snapshot import Snapshot, _load, get_snapshot
from ppid.register.models import Entry

CLERK = CommandLine()
TODAY = date(2026, 6, 1)
MakeEntry = Callable[..., Entry]


def told(snapshot: Snapshot) -> tuple[int, dict[tuple[FacetKey, str], int]]:
    return snapshot.every, {key: bits for key, bits in snapshot.members.items() if bits}


def test_a_mended_snapshot_is_the_same_as_one_made_anew(
    make_entry: MakeEntry,
    make_draft: Callable[..., ClassificationDraft],
    make_act: Callable[..., DeterminationDraft],
) -> None:
    entries = [make_entry(f"Risalah ke {number}") for number in range(5)]
    kept = get_snapshot(TODAY)
    propose_classification(CLERK, entry_id=entries[0].id, draft=make_draft())
    issue_determination(CLERK, act=make_act(), items={entries[1].id: make_draft()})
    make_entry("Notulen sidang")
    Entry.update(withdrawn_at=clock.now()).where(Entry.id == entries[2].id).execute()
    with database.atomic():
        index.refresh([entries[2].id])

    mended = get_snapshot(TODAY)

    assert mended.change > kept.change
    assert told(mended) == told(_load(TODAY, mended.change))
    assert told(mended) != told(kept)


def test_a_snapshot_is_kept_while_nothing_changes(make_entry: MakeEntry) -> None:
    make_entry()

    assert get_snapshot(TODAY) is get_snapshot(TODAY)


def test_what_a_transaction_takes_back_is_not_kept(make_entry: MakeEntry) -> None:
    make_entry("Risalah rapat")
    before = told(get_snapshot(TODAY))
    with database.atomic() as transaction:
        make_entry("Notulen sidang")
        within = told(get_snapshot(TODAY))
        transaction.rollback()
    make_entry("Berita acara")

    after = get_snapshot(TODAY)

    assert within != before
    assert told(after) == told(_load(TODAY, after.change))
