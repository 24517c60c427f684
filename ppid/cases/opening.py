"""Opening a case, and which entries it holds while its review has not begun."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import peewee as pw

from ppid import clock
from ppid.accounts.access import Person
from ppid.accounts.permissions import Permission
from ppid.audit.actions import Subject, record
from ppid.cases.actions import Fact, case_subjects, write_event
from ppid.cases.files import CaseFile, read_case
from ppid.cases.models import Case, CaseEntry
from ppid.cases.procedure_queries import KeptProcedure, newest_procedures
from ppid.cases.queries import open_cases_of
from ppid.cases.reach import common_unit, roles_in_case
from ppid.db import database
from ppid.errors import Refused
from ppid.office.number_kinds import CASES
from ppid.office.numbering import take_paper_number
from ppid.register.models import Classification, Determination, Entry
from ppid.workflow import moves
from ppid.workflow.events import open_case as first_event
from ppid.workflow.procedure import Procedure
from ppid.workflow.procedure import Subject as Act
from ppid.workflow.roles import Role

MOST_ENTRIES = 100


def open_case(
    person: Person,
    *,
    code: str,
    title: str,
    entry_numbers: Sequence[str],
    at: datetime | None = None,
) -> str:
    """Open a case under the newest version of a procedure; returns its number, ``P-2026-014``.

    Refused for an entry that is under review elsewhere, or that the procedure cannot hold. ``at``
    (UTC) is given only where a run that happened before is brought over.
    """
    opened_at = at or clock.now()
    with database.atomic():
        kept = _procedure(code)
        entries = _entries(person, entry_numbers)
        before = _check_entries(kept.procedure, entries)
        words = title.strip() or _title(kept.procedure, entries)
        case = create_case(person, kept.id, words, entries, opened_at)
        for position, entry in enumerate(entries, 1):
            take_in(case.id, position, entry, before.get(entry.id))
        role = Role.OFFICER if Role.OFFICER in person.roles else None
        draft = first_event(kept.procedure, role)
        write_event(person, case.id, Fact(draft, draft.data, at=opened_at))
        record(
            person,
            "open-case",
            f"Membuka perkara {case.number}: {case.title}",
            subjects=[
                Subject("case", case.id, case.number),
                *(Subject("entry", entry.id, entry.number) for entry in entries),
            ],
            changes=[_entries_change([], [entry.number for entry in entries])],
        )
    return case.number


def create_case(
    person: Person, procedure_id: int, title: str, entries: Sequence[Entry], at: datetime
) -> Case:
    """The case itself, numbered in the year of ``at`` (UTC); its first fact comes next."""
    return Case.create(
        number=take_paper_number(CASES, clock.local_day(at)),
        procedure=procedure_id,
        title=title,
        unit=common_unit(entry.unit_id for entry in entries),
        opened_at=at,
        opened_by=person.id,
    )


def take_in(case_id: int, position: int, entry: Entry, before_id: int | None) -> None:
    """An entry of the case, with the classification that was in force when it was taken in."""
    CaseEntry.create(case=case_id, entry=entry.id, position=position, before=before_id)


def add_entry(person: Person, *, number: str, entry_number: str) -> None:
    """Take one more entry in, as long as the first step is not done."""
    with database.atomic():
        file = _changeable(person, number)
        entries = _entries(person, [entry_number])
        before = _check_entries(file.procedure, entries)
        position = len(file.entries) + 1
        if position > MOST_ENTRIES:
            raise Refused(f"Satu perkara memuat paling banyak {MOST_ENTRIES} entri.", "entry")
        take_in(file.facts.id, position, entries[0], before.get(entries[0].id))
        old = [entry.number for entry in file.entries]
        _record_entries(person, file, entries[0], old, [*old, entries[0].number])


def remove_entry(person: Person, *, number: str, entry_number: str) -> None:
    """Take an entry out again, as long as the first step is not done; one must stay."""
    with database.atomic():
        file = _changeable(person, number)
        held = next((each for each in file.entries if each.number == entry_number), None)
        if held is None:
            raise Refused(f"{entry_number} tidak ada dalam perkara ini.")
        if len(file.entries) == 1:
            raise Refused("Perkara harus memuat sedikitnya satu entri.")
        CaseEntry.delete().where(
            CaseEntry.case == file.facts.id, CaseEntry.entry == held.id
        ).execute()
        old = [entry.number for entry in file.entries]
        kept = [each for each in old if each != entry_number]
        _record_entries(person, file, Entry.get_by_id(held.id), old, kept)


def may_change_entries(file: CaseFile) -> bool:
    """Entries come and go until the first step is done: the review is of what it named."""
    return file.progress.current == file.procedure.first.number and file.progress.round == 1


def in_force_before(entry_ids: Sequence[int]) -> dict[int, int]:
    """The classification that a review starts from, by entry.

    What the last determination in force says; a proposal where nothing was ever determined.
    """
    rows = (
        Classification.select(Classification, Determination)
        .join(Determination, pw.JOIN.LEFT_OUTER)
        .where(Classification.entry.in_(list(entry_ids)), Classification.withdrawn_at.is_null())
    )
    usable = [row for row in rows if _since(row) <= clock.today()]
    return {row.entry_id: row.id for row in sorted(usable, key=lambda row: (_since(row), row.id))}


def _since(row: Classification) -> date:
    """From when it is in force; a proposal yields to every determination."""
    return row.determination.effective_on if row.determination else date.min


def _procedure(code: str) -> KeptProcedure:
    kept = next((each for each in newest_procedures() if each.procedure.code == code), None)
    if kept is None:
        raise Refused("Pilih prosedur yang masih dipakai.", "procedure")
    if kept.unknown_steps:
        step = kept.unknown_steps[0]
        raise Refused(
            f"Prosedur {kept.procedure.short} belum dapat dijalankan: {step.name} berjenis "
            f"{step.kind.label}, yang belum tersedia.",
            "procedure",
        )
    return kept


def _entries(person: Person, numbers: Sequence[str]) -> list[Entry]:
    wanted = list(dict.fromkeys(number.strip().upper() for number in numbers if number.strip()))
    if not wanted:
        raise Refused("Pilih sedikitnya satu entri yang akan ditelaah.", "entries")
    if len(wanted) > MOST_ENTRIES:
        raise Refused(f"Satu perkara memuat paling banyak {MOST_ENTRIES} entri.", "entries")
    rows = Entry.select().where(Entry.number.in_(wanted), Entry.withdrawn_at.is_null())
    found = {entry.number: entry for entry in rows}
    strangers = [number for number in wanted if number not in found]
    if strangers:
        raise Refused(f"Tidak ada entri bernomor {', '.join(strangers)} dalam register.", "entries")
    closed = [
        number for number in wanted if not person.may(Permission.OPEN_CASE, found[number].unit_id)
    ]
    if closed:
        raise Refused(f"Anda tidak berwenang membuka perkara untuk {', '.join(closed)}.", "entries")
    return [found[number] for number in wanted]


def _check_entries(procedure: Procedure, entries: Sequence[Entry]) -> dict[int, int]:
    busy = open_cases_of([entry.id for entry in entries])
    for entry in entries:
        if entry.id in busy:
            raise Refused(
                f"{entry.number} sedang ditelaah dalam perkara {busy[entry.id]}. Selesaikan "
                "perkara itu dahulu, atau keluarkan entri ini dari sana.",
                "entries",
            )
    before = in_force_before([entry.id for entry in entries])
    for entry in entries:
        if procedure.subject is Act.CHANGE and entry.id not in before:
            raise Refused(
                f"{entry.number} belum pernah diklasifikasikan, jadi belum ada yang dapat diubah. "
                "Gunakan prosedur penetapan awal.",
                "entries",
            )
    return before


def _title(procedure: Procedure, entries: Sequence[Entry]) -> str:
    first = entries[0].title
    more = f" dan {len(entries) - 1} entri lain" if len(entries) > 1 else ""
    return f"{procedure.subject.label}: {first}{more}"


def _changeable(person: Person, number: str) -> CaseFile:
    file = read_case(number)
    moves.check_may_act(
        file.progress, file.procedure.first.number, roles_in_case(person, file.unit_ids)
    )
    if not may_change_entries(file):
        raise Refused("Entri tidak dapat diubah lagi setelah langkah pertama selesai.")
    return file


def _record_entries(
    person: Person, file: CaseFile, entry: Entry, old: list[str], new: list[str]
) -> None:
    word = "Menambah" if len(new) > len(old) else "Mengeluarkan"
    record(
        person,
        "add-case-entry" if len(new) > len(old) else "remove-case-entry",
        f"{word} {entry.number} pada perkara {file.facts.number}",
        subjects=[case_subjects(file)[0], Subject("entry", entry.id, entry.number)],
        changes=[_entries_change(old, new)],
    )


def _entries_change(old: list[str], new: list[str]) -> dict[str, Any]:
    return {"field": "entri", "before": ", ".join(old), "after": ", ".join(new)}
