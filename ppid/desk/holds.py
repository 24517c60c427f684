"""The entries that a request's objection or dispute holds, by the disputes of the register."""

from collections.abc import Iterable
from datetime import date

from ppid.audit.actions import Actor
from ppid.desk.files import RequestFile
from ppid.desk.freezing import standings_of
from ppid.register.actions import close_dispute, record_dispute
from ppid.register.models import Dispute


def open_holds(file: RequestFile) -> dict[int, int]:
    """Entry → the running dispute that this request opened on it."""
    held: dict[int, int] = {}
    for event in file.events:
        held |= {int(key): value for key, value in event.data.get("holds", {}).items()}
        gone = set(event.data.get("released", ()))
        held = {key: value for key, value in held.items() if value not in gone}
    return held


def hold_entries(
    actor: Actor, file: RequestFile, on: date, reference: str, number: str
) -> dict[str, int]:
    """Put on hold what is closed among the entries touched, unless it is held already.

    UU 14/2008 Pasal 35–38: while an objection or dispute runs, the entry is held. A dispute of that
    ``number`` which the register already knows is the same one.
    """
    standings, held = standings_of(file, on), open_holds(file)
    fresh: dict[str, int] = {}
    for item in file.items:
        stands = standings.of(item)
        entry_id = item.entry_id
        if entry_id is None or entry_id in held or str(entry_id) in fresh:
            continue
        if stands is not None and stands.kind.is_closed:
            row = _known(entry_id, number) or record_dispute(
                actor, entry_id=entry_id, opened_on=on, reference=reference
            )
            fresh[str(entry_id)] = row.id
    return fresh


def _known(entry_id: int, number: str) -> Dispute | None:
    row: Dispute | None = (
        Dispute.select()
        .where(
            Dispute.entry == entry_id,
            Dispute.closed_on.is_null(),
            Dispute.reference.contains(number),
        )
        .first()
    )
    return row


def release_entries(actor: Actor, dispute_ids: Iterable[int], on: date) -> list[int]:
    """End these disputes from that day on."""
    released = sorted(dispute_ids)
    for dispute_id in released:
        close_dispute(actor, dispute_id=dispute_id, closed_on=on)
    return released
