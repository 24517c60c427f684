"""The demo register: entries, determinations, openings and disputes, in the order of time."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ppid.accounts.models import Unit
from ppid.audit.actions import Actor
from ppid.demo.cases import instant
from ppid.demo.files import Record, read_determinations, read_entries
from ppid.demo.law import DemoLaw
from ppid.law.facts import OpeningKind
from ppid.office.numbering import Taken, note_number
from ppid.papers.occasions import issue_determination_paper
from ppid.register.actions import (
    close_dispute,
    issue_opening,
    propose_classification,
    propose_entry,
    record_dispute,
    record_opening,
)
from ppid.register.acts import (
    DeterminationDraft,
    DeterminationKind,
    EntryDescription,
    OpeningDraft,
)
from ppid.register.content import ClassificationDraft
from ppid.register.issuing import record_determination
from ppid.register.models import Entry

ISSUED_AT = "10:00:00"  # the files give only the day
PLAIN = (
    *("title", "public_title", "summary", "responsible", "form", "storage_place"),
    "given_instead",
)


class DemoRegister:
    """Fills the register; entries are known by the number that the files give them."""

    def __init__(self, actor: Actor, units: Mapping[str, Unit]) -> None:
        self.actor = actor
        self.units = units
        self.law = DemoLaw()
        self.records = {str(record["number"]): record for record in read_entries()}
        self.entries: dict[str, Entry] = {}

    def fill(self) -> int:
        """Everything; returns the number of entries."""
        for number, record in self.records.items():
            self.entries[number] = self._entry(record)
        for act in sorted(read_determinations(), key=lambda each: str(each["determined_on"])):
            self._determine(act)
        for number, record in self.records.items():
            self._record_events(self.entries[number], record)
        return len(self.entries)

    def _entry(self, record: Record) -> Entry:
        plain: dict[str, Any] = {name: record[name] or "" for name in PLAIN}
        description = EntryDescription(
            **plain,
            document_year=str(record["document_year"] or ""),
            keywords=", ".join(record["keywords"]),
        )
        unit = self.units[record["unit"]]
        return propose_entry(self.actor, unit_id=unit.id, description=description)

    def _determine(self, record: Record) -> None:
        act, at = _act(record), instant(f"{record['determined_on']}T{ISSUED_AT}")
        if act.kind is DeterminationKind.OPENING:
            openings = dict(self._openings_by(record["id"]))
            issue_opening(self.actor, act=act, openings=openings, issued_at=at)
            return
        items = dict(self._said_by(record["id"]))
        issued = record_determination(self.actor, act=act, items=items, issued_at=at)
        issue_determination_paper(self.actor, issued)
        self._note_test_sheet(act)

    def _note_test_sheet(self, act: DeterminationDraft) -> None:
        """The sheet was made on paper before the register; its number is used up."""
        if text := act.test_sheet_number:
            taken = Taken(int(text.partition("/")[0]), text)
            note_number(self.actor, "lembar-pengujian", act.determined_on, taken)

    def _said_by(self, determination: str) -> Iterator[tuple[int, ClassificationDraft]]:
        for number, record in self.records.items():
            for said in (record["classification"], record.get("previous")):
                if said and said["determination"] == determination:
                    yield self.entries[number].id, self.law.classification(said)

    def _openings_by(self, determination: str) -> Iterator[tuple[int, OpeningDraft]]:
        for number, record in self.records.items():
            for opening in record["openings"]:
                if opening.get("determination") == determination:
                    yield self.entries[number].id, _opening(opening)

    def _record_events(self, entry: Entry, record: Record) -> None:
        said = record["classification"]
        if said and said["determination"] is None:
            propose_classification(
                self.actor, entry_id=entry.id, draft=self.law.classification(said)
            )
        for opening in record["openings"]:
            if not opening.get("determination"):
                record_opening(self.actor, entry_ids=[entry.id], opening=_opening(opening))
        for dispute in record["disputes"]:
            self._dispute(entry, dispute)

    def _dispute(self, entry: Entry, record: Record) -> None:
        row = record_dispute(
            self.actor,
            entry_id=entry.id,
            opened_on=date.fromisoformat(record["opened_on"]),
            reference=record["reference"],
        )
        if record["closed_on"]:
            closed_on = date.fromisoformat(record["closed_on"])
            close_dispute(self.actor, dispute_id=row.id, closed_on=closed_on)


def _act(record: Record) -> DeterminationDraft:
    kind = DeterminationKind(record["kind"])
    sheet = record["test_sheet_number"] or ""
    changes = kind is DeterminationKind.CHANGE
    return DeterminationDraft(
        kind=kind,
        about=record["about"],
        determined_on=date.fromisoformat(record["determined_on"]),
        effective_on=date.fromisoformat(record["effective_on"]),
        place=record["place"],
        signatory=record["signatory"],
        approval=record["approval"] or {},
        test_sheet_number="" if changes else sheet,
        change_sheet_number=sheet if changes else "",
        body=record.get("body") or {},
        number=record["number"],
        number_text=record["number_text"],
        why_skipped="Dipakai sebelum register ini digunakan.",
    )


def _opening(record: Record) -> OpeningDraft:
    """An opening of all that its kind may lift; the file's ``grounds`` tell it in words."""
    return OpeningDraft(
        kind=OpeningKind(record["kind"]),
        on=date.fromisoformat(record["on"]),
        reference=record["reference"],
    )
