"""What goes into a bundle, in its order: the papers of an entry, or of one case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from flask import Flask, current_app

from ppid.accounts.access import Person
from ppid.cases.files import CaseFile, read_case
from ppid.cases.kinds.context import AttachedFile
from ppid.cases.queries import cases_of_entry
from ppid.law.dates import format_date
from ppid.law.timeline import timeline
from ppid.office.queries import office, work_calendar
from ppid.papers.bundle_sheets import entry_sheet, history_sheet, rulings_sheet
from ppid.papers.case_papers import FORMS, record_paper
from ppid.papers.documents import Paper
from ppid.papers.issued_queries import find_issued
from ppid.papers.models import IssuedPaper
from ppid.papers.occasions import determination_subject, find_issued_record
from ppid.papers.older import older_determination
from ppid.papers.queries import list_determinations_of
from ppid.papers.step_records import StepRecord, list_records
from ppid.register.acts import DeterminationKind
from ppid.register.dossiers import Dossier
from ppid.register.facts import facts_of
from ppid.register.models import Determination
from ppid.workflow.kinds import StepKindCode

SHEETS = (
    (StepKindCode.TEST, "Lembar Pengujian Konsekuensi"),
    (StepKindCode.CHANGE_SHEET, "Lembar Pengubahan"),
)
APART = {StepKindCode.TEST, StepKindCode.CHANGE_SHEET, StepKindCode.DETERMINATION}
PDF = "application/pdf"


@dataclass(frozen=True)
class Attachments:
    """The files kept with a case: those that are PDFs are bound in, all are listed."""

    file: CaseFile


@dataclass(frozen=True)
class Part:
    """One part of a bundle. ``content`` is a paper to print, one that was issued, or files."""

    group: str
    title: str
    content: Paper | IssuedPaper | Attachments


PartSource: TypeAlias = Callable[[Person, int], Sequence[Part]]


def add_part_source(app: Flask, source: PartSource) -> None:
    """Let a feature above put parts into the dispute file of an entry (by id), as far as the person
    may see them.
    """
    app.extensions.setdefault("bundle_parts", []).append(source)


def parts_of_entry(person: Person, dossier: Dossier, on: date) -> tuple[Part, ...]:
    """Everything that proves an entry, as far as the person may read the cases about it."""
    entry = dossier.entry
    spans = timeline(facts_of(dossier), work_calendar(), office().remind_workdays)
    lines = sorted(cases_of_entry(person, entry.id), key=lambda line: line.id)
    files = [read_case(line.number) for line in lines]
    parts = [Part("Entri", f"Lembar entri {entry.number}", entry_sheet(dossier, spans, on))]
    for kind, group in SHEETS:
        parts += [_of_record(record, group) for file in files for record in _final(file, kind)]
    parts += map(_of_determination, reversed(list_determinations_of(entry.id)))
    for file in files:
        parts += _of_case(file)
    parts += _of_others(person, entry.id)
    if dossier.disputes or dossier.openings:
        title = "Keberatan, sengketa, dan putusan"
        parts.append(Part(title, title, rulings_sheet(dossier)))
    return tuple(parts)


def parts_of_case(file: CaseFile) -> tuple[Part, ...]:
    """Everything of one case, in the order of its procedure; what is not final is marked DRAF."""
    history = f"Riwayat perkara {file.facts.number}"
    parts = [Part("Riwayat", history, history_sheet(file))]
    for step in file.procedure.steps:
        group = f"Langkah {step.number}. {step.title}"
        parts += [_of_record(record, group) for record in _records(file, step.kind, step.number)]
    return (*parts, *_attached(file, "Lampiran"))


def _of_others(person: Person, entry_id: int) -> Iterator[Part]:
    sources: list[PartSource] = current_app.extensions.get("bundle_parts", [])
    for source in sources:
        yield from source(person, entry_id)


def _of_case(file: CaseFile) -> Iterator[Part]:
    """The papers of a case that have no group of their own, its history and its files."""
    group = f"Perkara {file.facts.number}"
    for step in file.procedure.steps:
        if step.kind not in APART:
            for record in _records(file, step.kind, step.number):
                if not record.draft:
                    yield _of_record(record, group)
    yield Part(group, f"Riwayat perkara {file.facts.number}", history_sheet(file))
    yield from _attached(file, group)


def _attached(file: CaseFile, group: str) -> Iterator[Part]:
    if file.attachments:
        yield Part(group, f"Lampiran perkara {file.facts.number}", Attachments(file))


def _final(file: CaseFile, kind: StepKindCode) -> list[StepRecord]:
    return [
        record
        for step in file.procedure.steps
        for record in _records(file, kind, step.number)
        if not record.draft
    ]


def _records(file: CaseFile, kind: StepKindCode, number: int) -> Sequence[StepRecord]:
    step = file.procedure.step(number)
    return list_records(file, step) if step.kind is kind and kind in FORMS else ()


def _of_record(record: StepRecord, group: str) -> Part:
    return Part(group, _name(record), find_issued_record(record) or record_paper(record))


def _name(record: StepRecord) -> str:
    number = record.data.get("number_text") or record.data.get("number")
    told = [FORMS[record.step.kind].label]
    told += [f"Nomor {number}"] if number else []
    told += [format_date(record.on)]
    again = f", putaran {record.round}" if record.round > 1 else ""
    return f"{told[0]} {' '.join(told[1:-1])}".strip() + f", {told[-1]}{again}"


def _of_determination(row: Determination) -> Part:
    title = f"{DeterminationKind(row.kind).label} Nomor {row.number_text}"
    issued = find_issued(determination_subject(row.id))
    return Part("Penetapan", title, issued or older_determination(row))


def list_pdfs(file: CaseFile) -> list[AttachedFile]:
    """The files of a case that may be bound in, in the order of the steps."""
    found = [each for each in file.attachments if each.media_type == PDF]
    return sorted(found, key=lambda each: (each.step, each.id))
