"""Issuing determinations: one transaction, a number never used twice, nothing changed after."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from ppid import clock
from ppid.accounts.models import Unit
from ppid.audit.actions import Actor, Subject, record
from ppid.db import database
from ppid.errors import Refused
from ppid.register import index
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.content import ClassificationDraft
from ppid.register.examining import refuse_blocked
from ppid.register.models import Classification, Determination, Entry, LegalBasis, Opening
from ppid.register.numbers import determination_number
from ppid.register.signals import determination_issued

Items = Mapping[int, ClassificationDraft]


def issue_determination(actor: Actor, *, act: DeterminationDraft, items: Items) -> Determination:
    """Determine what ``items`` says of each entry (by id), in force from ``act.effective_on``.

    Refused when a finding blocks one of the entries: the message names each entry and finding.
    """
    if not items:
        raise Refused("Penetapan harus memuat sedikitnya satu entri.")
    with database.atomic():
        entries = _entries(list(items))
        refuse_blocked(act, {entry: items[entry.id] for entry in entries})
        determination = record_determination(actor, act=act, items=items)
        determination_issued.send(determination, actor=actor)
    return determination


def record_determination(
    actor: Actor, *, act: DeterminationDraft, items: Items, issued_at: datetime | None = None
) -> Determination:
    """Write a determination as it is, without examining it: for papers issued before the register.

    Their faults stay visible as findings; nothing is mended by guess. ``issued_at`` (UTC) is now
    when None.
    """
    with database.atomic():
        entries = _entries(list(items))
        determination = _write_determination(actor, act, issued_at)
        for entry in entries:
            _supersede(entry.id)
            write_classification(
                entry.id, items[entry.id], determination.id, _last_determined(entry.id)
            )
        index.refresh(list(items))
        _record_issue(actor, determination, entries)
    return determination


def issue_opening(
    actor: Actor,
    *,
    act: DeterminationDraft,
    openings: Mapping[int, OpeningDraft],
    issued_at: datetime | None = None,
) -> Determination:
    """Issue a determination that opens entries (PP 61/2010 Pasal 11): each from its own day.

    An opening without a reference is proved by the determination itself. ``issued_at`` (UTC) is
    now when None.
    """
    if act.kind is not DeterminationKind.OPENING:
        raise Refused("Hanya penetapan pembukaan yang dapat membuka informasi.")
    if not openings:
        raise Refused("Penetapan pembukaan harus memuat sedikitnya satu entri.")
    with database.atomic():
        entries = _entries(list(openings))
        determination = _write_determination(actor, act, issued_at)
        proof = f"Penetapan Nomor {determination.number_text}"
        for entry in entries:
            opening = openings[entry.id]
            _supersede(entry.id)
            write_opening(
                entry.id, replace(opening, reference=opening.reference or proof), determination.id
            )
        index.refresh(list(openings))
        _record_issue(actor, determination, entries)
        determination_issued.send(determination, actor=actor)
    return determination


def write_classification(
    entry_id: int,
    draft: ClassificationDraft,
    determination_id: int | None = None,
    previous_id: int | None = None,
) -> Classification:
    """Write the rows of a classification; inside the transaction of an action."""
    row = Classification.create(
        entry=entry_id,
        determination=determination_id,
        previous=previous_id,
        extent=draft.extent.value,
        excluded_parts=draft.excluded_parts,
        consequence_open=draft.consequence_open,
        benefit_closed=draft.benefit_closed,
        period=draft.period.to_dict() if draft.period else None,
        period_text=draft.period_text,
    )
    for position, basis in enumerate(draft.bases, 1):
        LegalBasis.create(
            classification=row,
            provision=basis.provision_id,
            position=position,
            citation=basis.citation,
            ground=basis.ground,
            reasoning=basis.reasoning,
        )
    return row


def write_opening(
    entry_id: int, opening: OpeningDraft, determination_id: int | None = None
) -> Opening:
    """Write the row of an opening; inside the transaction of an action."""
    return Opening.create(
        entry=entry_id,
        kind=opening.kind.value,
        on=opening.on,
        reference=opening.reference,
        grounds=list(opening.grounds),
        final=opening.final,
        determination=determination_id,
    )


def subject_of(entry: Entry) -> Subject:
    """The entry as the audit trail names it."""
    return Subject("entry", entry.id, entry.number)


def _entries(entry_ids: Sequence[int]) -> list[Entry]:
    """The entries in the order asked for; refused when one is not in the register."""
    found = {
        entry.id: entry
        for entry in Entry.select(Entry, Unit)
        .join(Unit)
        .where(Entry.id.in_(entry_ids), Entry.withdrawn_at.is_null())
    }
    missing = [str(entry_id) for entry_id in entry_ids if entry_id not in found]
    if missing:
        raise Refused("Ada entri yang tidak terdapat dalam register; muat ulang halaman ini.")
    return [found[entry_id] for entry_id in entry_ids]


def _write_determination(
    actor: Actor, act: DeterminationDraft, issued_at: datetime | None
) -> Determination:
    _demand_complete(act)
    taken = determination_number(actor, act)
    return Determination.create(
        kind=act.kind.value,
        number=taken.number,
        year=act.determined_on.year,
        number_text=taken.text,
        issued_at=issued_at or clock.now(),
        issued_by=actor.id,
        **_texts(act),
    )


def _texts(act: DeterminationDraft) -> dict[str, Any]:
    names = (
        *("about", "determined_on", "effective_on", "place", "signatory", "approval"),
        *("test_sheet_number", "change_sheet_number", "body"),
    )
    return {name: getattr(act, name) for name in names}


def _demand_complete(act: DeterminationDraft) -> None:
    if not act.about:
        raise Refused("Isi judul penetapan (tentang apa).", "about")
    if act.effective_on < act.determined_on:
        raise Refused(
            "Tanggal mulai berlaku tidak boleh sebelum tanggal penetapan.", "effective_on"
        )


def _supersede(entry_id: int) -> None:
    """What was proposed of the entry has been decided; the proposal stays readable."""
    Classification.update(withdrawn_at=clock.now()).where(
        Classification.entry == entry_id,
        Classification.determination.is_null(),
        Classification.withdrawn_at.is_null(),
    ).execute()


def _last_determined(entry_id: int) -> int | None:
    last: Classification | None = (
        Classification.select(Classification.id)
        .where(Classification.entry == entry_id, Classification.determination.is_null(False))
        .order_by(Classification.determination.desc())
        .first()
    )
    return last.id if last else None


def _record_issue(actor: Actor, determination: Determination, entries: Sequence[Entry]) -> None:
    kind = DeterminationKind(determination.kind)
    record(
        actor,
        "issue-determination",
        f"{kind.label} Nomor {determination.number_text}",
        subjects=[
            Subject("determination", determination.id, determination.number_text),
            *(subject_of(entry) for entry in entries),
        ],
    )
