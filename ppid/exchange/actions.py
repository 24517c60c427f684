"""Loading a published register: all of it or nothing, and twice is once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ppid.accounts.actions import save_unit
from ppid.accounts.models import Unit
from ppid.audit.actions import Actor, Subject, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.exchange.published import PublishedRow, read_published
from ppid.exchange.readings import KnownLaw, draft_row, read_row
from ppid.register import index
from ppid.register.batches import in_batches
from ppid.register.issuing import subject_of, write_classification
from ppid.register.models import Entry, EntryOriginal
from ppid.register.numbers import take_entry_numbers
from ppid.register.report import FindingCount, count_findings, count_incomplete


@dataclass(frozen=True)
class LoadReport:
    """What a load brought: rows added, rows known before, and how the added ones stand."""

    added: int
    known: int
    new_units: tuple[str, ...]
    incomplete: int = 0
    findings: tuple[FindingCount, ...] = ()


def load_register(actor: Actor, path: Path) -> LoadReport:
    """Load the file at ``path``; refused when it cannot be read or has another shape."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"Berkas {path} tidak dapat dibaca.", "file") from error
    return load_content(actor, content)


def load_content(actor: Actor, content: bytes) -> LoadReport:
    """Load a register from its bytes; rows loaded before are left as they are."""
    rows = read_published(content)
    with database.atomic():
        fresh, before = _fresh(rows), _unknown_agencies(rows)
        units = _units_of(actor, fresh)
        entries = _write_entries(fresh, units)
        ids = [entry.id for entry in entries]
        index.refresh(ids)
        if entries:
            _record_load(actor, fresh, entries)
        return LoadReport(
            added=len(fresh),
            known=len(rows) - len(fresh),
            new_units=before,
            incomplete=count_incomplete(ids),
            findings=count_findings(ids),
        )


def preview_content(content: bytes) -> LoadReport:
    """What loading would bring; nothing is written."""
    rows = read_published(content)
    fresh = _fresh(rows)
    return LoadReport(len(fresh), len(rows) - len(fresh), _unknown_agencies(rows))


def _fresh(rows: Sequence[PublishedRow]) -> list[PublishedRow]:
    known = {
        original.source_key
        for batch in in_batches(row.key for row in rows)
        for original in EntryOriginal.select(EntryOriginal.source_key).where(
            EntryOriginal.source_key.in_(batch)
        )
    }
    return [row for row in rows if row.key not in known]


def _unknown_agencies(rows: Sequence[PublishedRow]) -> tuple[str, ...]:
    agencies = dict.fromkeys(row.agency for row in rows)
    known = {unit.name for unit in Unit.select(Unit.name).where(Unit.name.in_(list(agencies)))}
    return tuple(agency for agency in agencies if agency not in known)


def _units_of(actor: Actor, rows: Sequence[PublishedRow]) -> dict[str, Unit]:
    """The unit of each agency; an unknown agency becomes a unit at the top."""
    for agency in _unknown_agencies(rows):
        save_unit(
            actor,
            None,
            code=_free_code(agency),
            name=agency[:200],
            short_name=agency[:60],
            parent=None,
        )
    agencies = {row.agency for row in rows}
    return {unit.name: unit for unit in Unit.select().where(Unit.name.in_(list(agencies)))}


def _free_code(agency: str) -> str:
    """``PKM`` from the initials of the name; numbered when it is taken."""
    initials = "".join(word[0] for word in re.findall(r"\w+", agency))[:30].upper()
    taken = {unit.code for unit in Unit.select(Unit.code).where(Unit.code.startswith(initials))}
    numbered = (f"{initials}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (initials, *numbered) if code not in taken)


def _write_entries(rows: Sequence[PublishedRow], units: dict[str, Unit]) -> list[Entry]:
    law = KnownLaw()
    numbers = take_entry_numbers(len(rows))
    return [
        _write_entry(row, units[row.agency], number, law)
        for row, number in zip(rows, numbers, strict=True)
    ]


def _write_entry(row: PublishedRow, unit: Unit, number: str, law: KnownLaw) -> Entry:
    entry = Entry.create(
        number=number, unit=unit, title=row.text("title"), summary=row.text("summary")
    )
    EntryOriginal.create(
        entry=entry,
        agency=row.agency,
        source=row.register,
        source_key=row.key,
        texts=row.texts,
        readings=read_row(row),
    )
    write_classification(entry.id, draft_row(row, law))
    return entry


def _record_load(actor: Actor, rows: Sequence[PublishedRow], entries: Sequence[Entry]) -> None:
    registers = list(dict.fromkeys(f"{row.agency}, {row.register}" for row in rows))
    record(
        actor,
        "load-register",
        f"Memuat {len(entries)} entri dari {len(registers)} register terbitan",
        subjects=[Subject("register", 0, "Register"), *(subject_of(entry) for entry in entries)],
        changes=diff({}, {"register": "; ".join(registers)}),
    )
