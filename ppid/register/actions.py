"""What people do to the register: describe entries, propose, and record what happened."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from ppid import clock
from ppid.accounts.models import Unit
from ppid.audit.actions import Actor, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.register import index
from ppid.register.acts import EntryDescription, OpeningDraft
from ppid.register.content import ClassificationDraft
from ppid.register.issuing import (
    issue_determination,
    issue_opening,
    subject_of,
    write_classification,
    write_opening,
)
from ppid.register.models import Classification, Dispute, Entry, Opening
from ppid.register.numbers import take_entry_numbers

__all__ = [
    "close_dispute",
    "edit_entry",
    "issue_determination",
    "issue_opening",
    "propose_classification",
    "propose_entry",
    "record_dispute",
    "record_opening",
    "withdraw_proposal",
]

NOTHING = dict.fromkeys(ClassificationDraft().told(), "")


def propose_entry(actor: Actor, *, unit_id: int, description: EntryDescription) -> Entry:
    """Put a new entry into the register; nothing closes it before a determination."""
    _demand_title(description)
    if not Unit.select().where(Unit.id == unit_id, Unit.closed_at.is_null()).exists():
        raise Refused("Pilih unit kerja yang menguasai informasi ini dari daftar.", "unit")
    with database.atomic():
        entry = Entry.create(
            number=take_entry_numbers(1)[0],
            unit=unit_id,
            created_by=actor.id,
            **asdict(description),
        )
        index.refresh([entry.id])
        record(
            actor,
            "propose-entry",
            f"Mengusulkan entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=diff(asdict(EntryDescription(title="")), asdict(description)),
        )
    return entry


def edit_entry(actor: Actor, *, entry_id: int, description: EntryDescription) -> None:
    """Correct what describes the entry; what determinations say of it is never touched."""
    _demand_title(description)
    with database.atomic():
        entry = _entry(entry_id)
        after = asdict(description)
        before = {name: getattr(entry, name) for name in after}
        changes = diff(before, after)
        if not changes:
            return
        Entry.update(**after).where(Entry.id == entry_id).execute()
        index.refresh([entry_id])
        record(
            actor,
            "edit-entry",
            f"Mengubah data entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=changes,
        )


def propose_classification(
    actor: Actor, *, entry_id: int, draft: ClassificationDraft
) -> Classification:
    """Propose what a determination should say; an older proposal is withdrawn, not lost."""
    with database.atomic():
        entry = _entry(entry_id)
        older = _open_proposal(entry_id)
        before = ClassificationDraft.from_classification(older).told() if older else NOTHING
        if older:
            _withdraw(older.id)
        row = write_classification(entry_id, draft)
        index.refresh([entry_id])
        record(
            actor,
            "propose-classification",
            f"Mengusulkan klasifikasi entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=diff(before, draft.told()),
        )
    return row


def withdraw_proposal(actor: Actor, *, classification_id: int) -> None:
    """Take a proposal back; what a determination says can only be changed by another one."""
    with database.atomic():
        row = Classification.get_by_id(classification_id)
        if row.determination_id is not None:
            raise Refused(
                "Klasifikasi ini sudah ditetapkan dan tidak dapat diubah atau ditarik. "
                "Buka perkara pengubahan untuk menetapkan yang baru."
            )
        _withdraw(row.id)
        index.refresh([row.entry_id])
        record(
            actor,
            "withdraw-proposal",
            f"Menarik usulan klasifikasi entri {row.entry.number}",
            subjects=[subject_of(row.entry)],
            changes=diff(ClassificationDraft.from_classification(row).told(), NOTHING),
        )


def record_opening(actor: Actor, *, entry_ids: Sequence[int], opening: OpeningDraft) -> None:
    """Record a ruling, consent, public office or open court: it opens from its day by itself."""
    if not opening.reference:
        raise Refused("Sebutkan surat atau putusan yang membuka informasi ini.", "reference")
    with database.atomic():
        for entry_id in entry_ids:
            entry = _entry(entry_id)
            row = write_opening(entry_id, opening)
            record(
                actor,
                "record-opening",
                f"Mencatat pembukaan entri {entry.number}",
                subjects=[subject_of(entry)],
                changes=diff({}, _plain_opening(row)),
            )
        index.refresh(entry_ids)


def record_dispute(actor: Actor, *, entry_id: int, opened_on: date, reference: str) -> Dispute:
    """An objection, dispute or appeal began: the entry is held until it ends."""
    if not reference:
        raise Refused("Sebutkan nomor keberatan atau sengketanya.", "reference")
    with database.atomic():
        entry = _entry(entry_id)
        row = Dispute.create(entry=entry, opened_on=opened_on, reference=reference)
        index.refresh([entry_id])
        record(
            actor,
            "record-dispute",
            f"Mencatat sengketa atas entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=diff({}, {"opened_on": opened_on, "reference": reference}),
        )
    return row


def close_dispute(actor: Actor, *, dispute_id: int, closed_on: date) -> None:
    """The dispute ended: from ``closed_on`` the entry stands as it stood before."""
    with database.atomic():
        row = Dispute.get_by_id(dispute_id)
        if row.closed_on is not None:
            raise Refused("Sengketa ini sudah dicatat selesai.", "closed_on")
        if closed_on < row.opened_on:
            raise Refused("Tanggal selesai tidak boleh sebelum tanggal mulai.", "closed_on")
        Dispute.update(closed_on=closed_on).where(Dispute.id == dispute_id).execute()
        index.refresh([row.entry_id])
        record(
            actor,
            "close-dispute",
            f"Mencatat selesainya sengketa atas entri {row.entry.number}",
            subjects=[subject_of(row.entry)],
            changes=diff({"closed_on": None}, {"closed_on": closed_on}),
        )


def _entry(entry_id: int) -> Entry:
    entry: Entry | None = Entry.get_or_none(Entry.id == entry_id)
    if entry is None or entry.withdrawn_at is not None:
        raise Refused("Entri ini tidak ada dalam register.")
    return entry


def _demand_title(description: EntryDescription) -> None:
    if not description.title:
        raise Refused("Isi judul yang menyebut informasinya, bukan kelompoknya.", "title")


def _open_proposal(entry_id: int) -> Classification | None:
    row: Classification | None = (
        Classification.select()
        .where(
            Classification.entry == entry_id,
            Classification.determination.is_null(),
            Classification.withdrawn_at.is_null(),
        )
        .first()
    )
    return row


def _withdraw(classification_id: int) -> None:
    Classification.update(withdrawn_at=clock.now()).where(
        Classification.id == classification_id
    ).execute()


def _plain_opening(row: Opening) -> dict[str, Any]:
    return {"kind": row.kind, "on": row.on, "reference": row.reference, "grounds": row.grounds}
