"""The sheets that a bundle adds to its papers: cover, entry sheet, case history, attachments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ppid import clock
from ppid.cases.files import CaseFile
from ppid.cases.kinds.context import AttachedFile
from ppid.cases.kinds.judging import YES
from ppid.cases.pages import history_of
from ppid.cases.refusals import say_instant
from ppid.law.dates import format_date
from ppid.law.facts import OpeningKind
from ppid.law.timeline import Span
from ppid.papers.parts import Column, Letterhead, Orientation, Table
from ppid.papers.step_notes import Lines, NoteSection
from ppid.papers.wording import NONE, word_bases, word_extent, word_period, word_rich
from ppid.register.acts import DeterminationKind
from ppid.register.content import ClassificationDraft
from ppid.register.dossiers import Dossier, Said
from ppid.register.history import OPENING_WORDS
from ppid.register.models import Determination
from ppid.web.filters import format_size
from ppid.workflow.events import Event, EventKind

CONTENTS = (Column("Bagian", 24), Column("Naskah", 56), Column("Halaman", 20, centred=True))
SPANS = (Column("Sejak", 18), Column("Sampai sebelum", 18), Column("Keadaan", 64))
ACTS = (Column("Nomor", 30), Column("Tanggal", 18), Column("Penetapan", 52))
HAPPENED = (Column("Waktu", 20), Column("Peristiwa", 42), Column("Keputusan dan alasan", 38))
FILES = (Column("Langkah", 12), Column("Lampiran", 34), Column("SHA-256 dan letak berkas", 54))
TOLD = (Column("Tanggal", 18), Column("Jenis", 30), Column("Keterangan", 52))


@dataclass(frozen=True, slots=True)
class CoverPaper:
    """The cover with the register of contents; its page numbers are those of the whole bundle."""

    template: ClassVar[str] = "print/bundle_cover.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    heading: str
    about: str
    head: Lines
    contents: Table
    note: str
    title: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """A sheet that tells what the register or a case holds, in sections of lines and tables."""

    template: ClassVar[str] = "print/bundle_sheet.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    title: str
    head: Lines
    sections: tuple[NoteSection, ...]
    draft: bool = False


def contents_table(rows: Sequence[tuple[str, str, int, int]]) -> Table:
    """Rows of (group, text, first page, last page)."""
    told = tuple((group, text, say_pages(first, last)) for group, text, first, last in rows)
    return Table(CONTENTS, told, numbered=True)


def say_pages(first: int, last: int) -> str:
    """``halaman 3–5``, or ``halaman 3``."""
    return f"halaman {first}" if first == last else f"halaman {first}–{last}"


def entry_sheet(dossier: Dossier, spans: Sequence[Span], on: date) -> SheetPaper:
    """The entry as the register has it, how it stands and how it has stood."""
    entry = dossier.entry
    standing = next(span.standing for span in spans if span.holds(on))
    said = next(
        (each for each in dossier.determined if each.row.id == standing.classification), None
    )
    head = (
        ("Nomor", entry.number),
        ("Informasi", entry.title),
        ("Unit", entry.unit.name),
        ("Penanggung jawab", entry.responsible),
        ("Bentuk dan tahun", ", ".join(x for x in (entry.form, entry.document_year) if x)),
        ("Letak hardcopy", entry.storage_place),
        (
            "Dikecualikan sejak",
            format_date(entry.first_excluded_on) if entry.first_excluded_on else "",
        ),
        ("Yang dapat diberikan", word_rich(entry.given_instead)),
        (f"Keadaan {format_date(on)}", standing.reason),
    )
    return SheetPaper(
        title=f"Lembar Entri {entry.number}",
        head=tuple((label, text or NONE) for label, text in head),
        sections=(
            *([_in_force(said)] if said else []),
            NoteSection(
                "Keadaan dari waktu ke waktu", table=Table(SPANS, tuple(map(_span, spans)))
            ),
            NoteSection("Penetapan", table=Table(ACTS, _determinations(dossier))),
        ),
    )


def _in_force(said: Said) -> NoteSection:
    draft = ClassificationDraft.from_classification(said.row, said.bases)
    lines = (
        ("Dasar hukum", word_bases(draft.bases, with_reasoning=True)),
        (
            "Dikecualikan",
            word_extent({"extent": said.row.extent, "excluded_parts": said.row.excluded_parts}),
        ),
        ("Bila dibuka", word_rich(draft.consequence_open)),
        ("Bila ditutup", word_rich(draft.benefit_closed)),
        ("Jangka waktu", word_period(draft)),
    )
    return NoteSection("Klasifikasi yang berlaku", lines)


def _span(span: Span) -> tuple[str, str, str]:
    since = format_date(span.starts_on) if span.starts_on else NONE
    until = format_date(span.ends_on) if span.ends_on else NONE
    return (since, until, f"{span.standing.kind.label}\n{span.standing.reason}")


def _determinations(dossier: Dossier) -> tuple[tuple[str, str, str], ...]:
    rows = [said.determination for said in dossier.determined]
    rows += [opening.determination for opening in dossier.openings]
    found = {row.id: row for row in rows if row is not None}
    return tuple(_determination(found[key]) for key in sorted(found))


def _determination(row: Determination) -> tuple[str, str, str]:
    """A determination with the sheets on which it rests, also those that lie elsewhere."""
    lines = [f"{DeterminationKind(row.kind).label} tentang {row.about}"]
    for name, number in (
        ("Lembar Pengujian Konsekuensi", row.test_sheet_number),
        ("Lembar Pengubahan", row.change_sheet_number),
    ):
        lines += [f"Berdasarkan {name} Nomor {number}"] if number else []
    return row.number_text, format_date(row.determined_on), "\n".join(lines)


def rulings_sheet(dossier: Dossier) -> SheetPaper:
    """Objections and disputes, rulings, consents: everything that held or opened the entry."""
    disputes = tuple(
        (
            format_date(row.opened_on),
            "Keberatan atau sengketa",
            f"{row.reference}\n"
            + (f"Selesai {format_date(row.closed_on)}" if row.closed_on else "Masih berjalan"),
        )
        for row in dossier.disputes
    )
    openings = tuple(
        (
            format_date(row.on),
            OPENING_WORDS[OpeningKind(row.kind)],
            row.reference + ("" if row.final else "\nBelum berkekuatan hukum tetap"),
        )
        for row in dossier.openings
    )
    return SheetPaper(
        title="Keberatan, Sengketa, dan Putusan",
        head=(("Entri", f"{dossier.entry.number} – {dossier.entry.title}"),),
        sections=(
            NoteSection("Yang tercatat dalam register", table=Table(TOLD, disputes + openings)),
        ),
    )


def history_sheet(file: CaseFile) -> SheetPaper:
    """Who did what in a case, when, and each Ya and Tidak with its reason; oldest first."""
    facts = file.facts
    rows = tuple(
        (say_instant(each.event.at.replace(tzinfo=None)), each.sentence, _verdict(file, each.event))
        for each in reversed(history_of(file))
    )
    entries = "\n".join(f"{entry.number} – {entry.title}" for entry in file.entries)
    return SheetPaper(
        title=f"Riwayat Perkara {facts.number}",
        head=(
            ("Perkara", f"{facts.number}\n{facts.title}"),
            ("Prosedur", f"{file.procedure.title}, versi {file.procedure.version}"),
            ("Dibuka", f"{format_date(clock.local_day(facts.opened_at))} oleh {facts.opened_by}"),
            ("Putaran", str(file.progress.round)),
            ("Entri", entries or NONE),
        ),
        sections=(NoteSection("Yang terjadi", table=Table(HAPPENED, rows, numbered=True)),),
    )


def _verdict(file: CaseFile, event: Event) -> str:
    if event.kind in {EventKind.RETURNED, EventKind.ENDED_UNCHANGED}:
        answer = "Tidak" if event.kind is EventKind.RETURNED else file.procedure.unchanged_label
        return f"{answer}\n{event.reason}"
    return "Ya" if event.data.get("answer") == YES else NONE


def attachments_sheet(file: CaseFile, told: Sequence[tuple[AttachedFile, str]]) -> SheetPaper:
    """Every file kept with a case, and what became of it in the bundle."""
    rows = tuple(
        (
            str(each.step),
            f"{each.file_name}\n{_upload(each)}\n{what}",
            f"{each.sha256[:32]}\n{each.sha256[32:]}\nLetak: {each.hardcopy_place or NONE}",
        )
        for each, what in told
    )
    return SheetPaper(
        title=f"Lampiran Perkara {file.facts.number}",
        head=(("Perkara", f"{file.facts.number}\n{file.facts.title}"),),
        sections=(NoteSection("Berkas yang disimpan", table=Table(FILES, rows, numbered=True)),),
    )


def _upload(each: AttachedFile) -> str:
    day = format_date(clock.local_day(each.uploaded_at))
    return f"{format_size(each.size)}, {day}, {each.uploaded_by}"
