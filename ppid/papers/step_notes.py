"""Catatan: what was noted in a step entry by entry, in one form for every such step."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ppid.cases.kinds.check import VERDICTS
from ppid.cases.kinds.input import VERDICT_WORDS
from ppid.cases.kinds.proposal import KEEP
from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table
from ppid.papers.step_records import StepRecord, role_words, signed_by
from ppid.papers.wording import (
    NONE,
    word_extent,
    word_kept_bases,
    word_kept_period,
    word_rich,
)

Row = Mapping[str, Any]
Lines = tuple[tuple[str, str], ...]
CHECK_WORDS = dict(VERDICTS)
REMARKS = (Column("Dasar hukum", 46), Column("Penilaian", 16), Column("Alasan", 38))
PROPOSED = (Column("Semula", 42), Column("Diusulkan", 58))
CHECKED = (Column("Dasar hukum yang diusulkan", 46), Column("Hasil", 16), Column("Catatan", 38))
FORMULATED = (Column("Unsur", 16), Column("Semula", 36), Column("Rumusan", 48))


@dataclass(frozen=True, slots=True)
class NoteSection:
    """What is noted of one entry: lines of label and text, then a table."""

    title: str
    lines: Lines = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class NotePaper:
    """Catatan of a step. ``head`` says of which case, step and day; ``closing`` concerns all."""

    template: ClassVar[str] = "print/note.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    title: str
    head: Lines
    sections: tuple[NoteSection, ...]
    signature: Signature
    closing_label: str = ""
    closing: str = ""
    draft: bool = False


def input_note(record: StepRecord) -> NotePaper:
    """Catatan Masukan: what holds, what changed, and a verdict on each basis in force."""
    return _note(record, "Catatan Masukan", _input, ("Catatan umum", record.data.get("note")))


def proposal_note(record: StepRecord) -> NotePaper:
    """Catatan Usulan: the bases in force beside those proposed."""
    return _note(record, "Catatan Usulan Dasar Hukum", _proposal)


def check_note(record: StepRecord) -> NotePaper:
    """Catatan Pemeriksaan: a verdict on each basis proposed."""
    conclusion = ("Kesimpulan pemeriksaan", record.data.get("conclusion"))
    return _note(record, "Catatan Pemeriksaan", _check, conclusion)


def formulation_note(record: StepRecord) -> NotePaper:
    """Catatan Perumusan: the classification as it was beside how it is formulated."""
    title = "Catatan Perumusan dan Pembahasan Dasar Hukum"
    return _note(record, title, _formulation, ("Catatan pembahasan", record.data.get("note")))


def head_of(record: StepRecord, by: str = "Disusun oleh") -> Lines:
    """Of which case, step, day and hand a paper is."""
    facts = record.file.facts
    again = (("Putaran", str(record.round)),) if record.round > 1 else ()
    return (
        ("Perkara", f"{facts.number}\n{facts.title}"),
        ("Langkah", f"{record.step.number}. {record.step.title}"),
        *again,
        ("Tanggal", format_date(record.on)),
        (by, f"{record.by}, {role_words(record)}".replace("\n", " ")),
    )


def _note(
    record: StepRecord,
    title: str,
    tell: Callable[[Row], NoteSection],
    closing: tuple[str, object] = ("", ""),
) -> NotePaper:
    label, text = closing
    return NotePaper(
        letterhead=letterhead_of(office()),
        title=title,
        head=head_of(record),
        sections=tuple(tell(row) for row in record.data.get("rows") or ()),
        signature=signed_by(record),
        closing_label=label,
        closing=word_rich(text) if text else "",
    )


def _name(row: Row) -> str:
    return f"{row['number']} – {row['title']}"


def _said(pairs: Iterable[tuple[str, object]]) -> Lines:
    """Only the lines of which something was said."""
    return tuple((label, word_rich(text)) for label, text in pairs if text)


def _input(row: Row) -> NoteSection:
    lines = _said(
        [
            ("Yang masih berlaku", row.get("still_holds")),
            ("Yang berubah", row.get("changed")),
            ("Dokumen", row.get("documents")),
        ]
    )
    remarks = tuple(
        (each["citation"], VERDICT_WORDS.get(each["verdict"], NONE), word_rich(each.get("why")))
        for each in row.get("remarks") or ()
    )
    return NoteSection(_name(row), lines, Table(REMARKS, remarks) if remarks else None)


def _proposal(row: Row) -> NoteSection:
    lines = _said([("Catatan", row.get("note"))])
    if row.get("stance") == KEEP:
        return NoteSection(_name(row), (("Usulan", "Tetap seperti semula."), *lines))
    texts = (
        word_kept_bases(row.get("before") or {}),
        word_kept_bases(row, with_reasoning=True),
    )
    return NoteSection(_name(row), lines, Table(PROPOSED, (texts,)))


def _check(row: Row) -> NoteSection:
    verdicts = tuple(
        (each["citation"], CHECK_WORDS.get(each["verdict"], NONE), word_rich(each.get("note")))
        for each in row.get("verdicts") or ()
    )
    return NoteSection(_name(row), _said([("Catatan", row.get("note"))]), Table(CHECKED, verdicts))


def _formulation(row: Row) -> NoteSection:
    if row.get("keep"):
        told = _said([("Rumusan", "Tidak diubah."), ("Alasan", row.get("keep_reason"))])
        return NoteSection(_name(row), told)
    before = row.get("before") or {}
    rows = (
        ("Dasar hukum", word_kept_bases(before), word_kept_bases(row, with_reasoning=True)),
        ("Dikecualikan", word_extent(before) if before else NONE, word_extent(row)),
        _compared("Konsekuensi bila dibuka", before, row, "consequence_open"),
        _compared("Manfaat bila ditutup", before, row, "benefit_closed"),
        ("Jangka waktu", word_kept_period(before), word_kept_period(row)),
    )
    return NoteSection(_name(row), table=Table(FORMULATED, rows))


def _compared(label: str, before: Row, after: Row, part: str) -> tuple[str, str, str]:
    return (label, word_rich(before.get(part)), word_rich(after.get(part)))
