"""Reading the register: entries by number, units, and the catalogue to pick from."""

from collections.abc import Sequence
from dataclasses import dataclass

from ppid.accounts.models import Unit
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.content import KIP, ClassificationDraft, cite_provision
from ppid.register.dossiers import Dossier, load_dossiers
from ppid.register.models import Entry


@dataclass(frozen=True)
class PickableProvision:
    """A provision as it is picked by typing: ``UU 14/2008 Pasal 17 huruf h angka 4``."""

    id: int
    text: str
    citation: str


def get_entry(number: str) -> Entry | None:
    """The entry of that number with its unit; None when the register has no such entry."""
    row: Entry | None = (
        Entry.select(Entry, Unit)
        .join(Unit)
        .where(Entry.number == number, Entry.withdrawn_at.is_null())
        .first()
    )
    return row


def public_titles(entry_ids: Sequence[int]) -> dict[int, str]:
    """The public titles by entry; empty where none was written."""
    rows = Entry.select(Entry.id, Entry.public_title).where(Entry.id.in_(list(entry_ids)))
    return {row.id: row.public_title for row in rows}


def get_dossier(entry_id: int) -> Dossier:
    """One entry with everything said of it and everything that happened to it."""
    return load_dossiers([entry_id])[entry_id]


def list_pickable_provisions() -> list[PickableProvision]:
    """Every provision that may be cited, UU 14/2008 first, then in the order of the catalogue."""
    rows = (
        Provision.select(Provision, Regulation)
        .join(Regulation)
        .where(Provision.withdrawn_at.is_null())
        .order_by((Regulation.code == KIP).desc(), Regulation.id, Provision.sort_key)
    )
    return [PickableProvision(row.id, pick_text(row), cite_provision(row)) for row in rows]


def pick_text(provision: Provision) -> str:
    """``UU 14/2008 Pasal 17 huruf h angka 4``."""
    regulation = provision.regulation
    return f"{regulation.kind} {regulation.number}/{regulation.year} {provision.cite}"


def get_provision(provision_id: int) -> Provision:
    """A provision with its regulation."""
    row: Provision = (
        Provision.select(Provision, Regulation).join(Regulation).where(Provision.id == provision_id)
    ).get()
    return row


def draft_of(dossier: Dossier) -> ClassificationDraft:
    """What is proposed, else what was last determined; empty when there is neither."""
    said = dossier.proposal or (dossier.determined[-1] if dossier.determined else None)
    if said is None:
        return ClassificationDraft()
    return ClassificationDraft.from_classification(said.row, said.bases)
