"""What an answer rests on, item by item: the entry's standing that day, frozen with its basis."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ppid.desk.answers import standing_of
from ppid.desk.drafts import ItemAnswer
from ppid.desk.files import RequestFile
from ppid.desk.models import RequestItem
from ppid.errors import Refused
from ppid.law.periods import describe
from ppid.law.requests import Outcome, forbids_outcome
from ppid.law.standing import Standing
from ppid.office.queries import office, work_calendar
from ppid.register.citing import short_citation
from ppid.register.content import read_period
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import LegalBasis

Frozen = dict[str, Any]
CLOSING = (Outcome.REFUSED, Outcome.BLACKED_OUT)
NOTES = {
    Outcome.BLACKED_OUT: "Sebutkan bagian yang dihitamkan.",
    Outcome.NOT_HELD: "Sebutkan badan publik yang menguasainya, atau bahwa tidak diketahui.",
}


class ItemRefused(Refused):
    """One item may not be answered so; ``position`` says which, beside the message."""

    def __init__(self, item: RequestItem, message: str, field: str) -> None:
        super().__init__(message, f"{field}_{item.id}")
        self.position = item.position


def freeze_items(file: RequestFile, answers: Sequence[ItemAnswer], on: date) -> list[Frozen]:
    """Each item with its outcome and, where something stays closed, why: as it stands on ``on``.

    ItemRefused when an outcome is not allowed that day: the message says why, its field which.
    """
    chosen = {each.item_id: each for each in answers}
    standings = standings_of(file, on)
    return [_freeze(item, chosen.get(item.id), standings) for item in file.items]


def freeze_again(file: RequestFile, frozen: Sequence[Mapping[str, Any]], on: date) -> list[Frozen]:
    """What was proposed, examined anew on the day on which it is issued; a refusal names the item,
    as no form stands by.
    """
    answers = [
        ItemAnswer(each["item_id"], Outcome(each["outcome"]), each["note"]) for each in frozen
    ]
    try:
        return freeze_items(file, answers, on)
    except ItemRefused as refusal:
        raise Refused(f"Rincian {refusal.position}: {refusal.message}") from refusal


class Standings:
    """How the entries that a request touches stand on a day."""

    def __init__(self, dossiers: Mapping[int, Dossier], on: date) -> None:
        calendar, remind = work_calendar(), office().remind_workdays
        self.on = on
        self._dossiers = dossiers
        self._standings = {
            key: standing_of(dossier, on, calendar, remind) for key, dossier in dossiers.items()
        }

    def of(self, item: RequestItem) -> Standing | None:
        """The standing of the entry that an item touches; None when it touches none."""
        return self._standings.get(item.entry_id) if item.entry_id else None

    def said_of(self, item: RequestItem) -> Said | None:
        """What the determination in force says of that entry."""
        stands = self.of(item)
        if stands is None or item.entry_id is None:
            return None
        determined = self._dossiers[item.entry_id].determined
        return next((each for each in determined if each.row.id == stands.classification), None)


def standings_of(file: RequestFile, on: date) -> Standings:
    """The standings on that day of all entries that the request touches."""
    touched = sorted({item.entry_id for item in file.items if item.entry_id})
    return Standings(load_dossiers(touched) if touched else {}, on)


def _freeze(item: RequestItem, answer: ItemAnswer | None, standings: Standings) -> Frozen:
    if answer is None:
        raise ItemRefused(item, "Pilih jawabannya.", "outcome")
    if reason := forbids_outcome(answer.outcome, standings.of(item), standings.on):
        raise ItemRefused(item, reason, "outcome")
    if answer.outcome in NOTES and not answer.note:
        raise ItemRefused(item, NOTES[answer.outcome], "note")
    return {
        "item_id": item.id,
        "asked": item.asked,
        "entry_id": item.entry_id,
        "entry_number": item.entry.number if item.entry else "",
        "outcome": answer.outcome.value,
        "note": answer.note,
        "basis": _basis(item, standings) if answer.outcome in CLOSING else None,
    }


def basis_of(item: RequestItem, standings: Standings) -> Frozen | None:
    """Why the item is closed on that day; None where nothing closes it."""
    stands = standings.of(item)
    return _basis(item, standings) if stands and stands.kind.is_closed else None


def _basis(item: RequestItem, standings: Standings) -> Frozen | None:
    stands, said = standings.of(item), standings.said_of(item)
    if stands is None or said is None or said.determination is None:
        return None
    period = read_period(said.row.period)
    return {
        "standing": stands.kind.value,
        "reason": stands.reason,
        "citations": [basis.citation for basis in said.bases],
        "short": [short_citation(basis) for basis in said.bases],
        "grounds": [ground.value for ground in stands.grounds],
        "regulations": _regulations(said.bases),
        "period": _lower_first(describe(period) if period else said.row.period_text),
        "excluded_parts": said.row.excluded_parts,
        "consequence": said.row.consequence_open,
        "determination_id": said.determination.id,
        "number_text": said.determination.number_text,
        "determined_on": said.determination.determined_on.isoformat(),
    }


def _lower_first(words: str) -> str:
    """Fit to stand within a sentence."""
    return words[:1].lower() + words[1:]


def _regulations(bases: Sequence[LegalBasis]) -> list[str]:
    """The codes of the regulations relied upon, each once, where the catalogue has them."""
    codes = (basis.provision.regulation.code for basis in bases if basis.provision)
    return list(dict.fromkeys(codes))
