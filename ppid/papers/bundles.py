"""Berkas sengketa of an entry and berkas perkara: asked for as work, each one PDF."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app

from ppid import clock
from ppid.accounts.access import Person
from ppid.accounts.permissions import Permission
from ppid.audit.actions import Subject, record
from ppid.cases.actions import case_subjects
from ppid.cases.attachments import Store
from ppid.cases.files import CaseFile
from ppid.cases.queries import get_case
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.actions import enqueue
from ppid.jobs.models import Job
from ppid.jobs.progress import Progress
from ppid.jobs.works import Result, add_work, when_idle
from ppid.law.dates import format_date
from ppid.law.standing import standing
from ppid.office.queries import office, work_calendar
from ppid.papers.bundle_making import make_bundle
from ppid.papers.bundle_parts import Part, parts_of_case, parts_of_entry
from ppid.papers.bundle_sheets import CoverPaper, contents_table
from ppid.papers.heads import letterhead_of
from ppid.papers.long_work import close_renderer
from ppid.papers.parts import PageSize
from ppid.papers.step_notes import Lines
from ppid.register.dossiers import Dossier
from ppid.register.facts import facts_of
from ppid.register.models import Entry
from ppid.register.queries import get_dossier
from ppid.settings import Settings

OF_ENTRY, OF_CASE = "berkas-sengketa", "berkas-perkara"
PDF = "application/pdf"
DRAWN_UP = (
    "Berkas ini kumpulan naskah menurut keadaan pada tanggal penyusunan, bukan penetapan. Naskah "
    "yang sudah terbit disertakan sebagaimana terbit; kode dan SHA-256-nya tertulis pada daftar "
    "isi. Nomor halaman berkas ini tertulis di kaki tengah setiap halaman."
)


def order_entry_bundle(actor: Person, entry: Entry, size: PageSize) -> Job:
    """Ask for the dispute file of an entry; who took it out is on record."""
    order = {"entri": entry.number, "kertas": size.value}
    with database.atomic():
        job = enqueue(actor, OF_ENTRY, order, f"Berkas sengketa {entry.number}")
        subject = Subject("entry", entry.id, entry.number)
        told = f"Meminta berkas sengketa {entry.number}"
        record(actor, "take-out-bundle", told, subjects=[subject])
    return job


def order_case_bundle(actor: Person, file: CaseFile, size: PageSize) -> Job:
    """Ask for the file of a case; who took it out is on record."""
    number = file.facts.number
    with database.atomic():
        order = {"perkara": number, "kertas": size.value}
        job = enqueue(actor, OF_CASE, order, f"Berkas perkara {number}")
        told = f"Meminta berkas perkara {number}"
        record(actor, "take-out-bundle", told, subjects=case_subjects(file))
    return job


def may_take_out(person: Person, unit_id: int) -> bool:
    """Whether the person may have the dispute file of an entry of this unit."""
    return person.may(Permission.PRINT) and person.may(Permission.READ_CASES, unit_id)


def number_to_take_out(person: Person, entry_id: int) -> str | None:
    """The number of the entry whose dispute file the person may have."""
    entry = Entry.get_by_id(entry_id)
    return str(entry.number) if may_take_out(person, entry.unit_id) else None


def entry_parts(person: Person, entry_id: int) -> tuple[Part, ...]:
    """What the dispute file of an entry would hold today."""
    return parts_of_entry(person, get_dossier(entry_id), clock.today())


def run_entry_bundle(order: dict[str, Any], progress: Progress) -> Result:
    """The dispute file of an entry, as far as whoever asked may read its cases now."""
    person, entry = _asker(progress), Entry.get_or_none(Entry.number == order["entri"])
    if entry is None or not may_take_out(person, entry.unit_id):
        raise Refused("Entri ini tidak ada, atau berkas sengketanya bukan dalam jangkauan Anda.")
    dossier = get_dossier(entry.id)
    cover = _entry_cover(dossier, person.name)
    parts = parts_of_entry(person, dossier, clock.today())
    return _result(
        OF_ENTRY, entry.number, _Bundle(cover, parts, "Berkas sengketa"), order, progress
    )


def run_case_bundle(order: dict[str, Any], progress: Progress) -> Result:
    """The file of a case that whoever asked may read now."""
    person = _asker(progress)
    file = get_case(person, order["perkara"])
    bundle = _Bundle(_case_cover(file, person.name), parts_of_case(file), "Berkas perkara")
    return _result(OF_CASE, file.facts.number, bundle, order, progress)


@dataclass(frozen=True)
class _Bundle:
    cover: CoverPaper
    parts: tuple[Part, ...]
    word: str


def _result(
    kind: str, number: str, bundle: _Bundle, order: dict[str, Any], progress: Progress
) -> Result:
    made = make_bundle(
        bundle.cover,
        bundle.parts,
        foot=f"{bundle.word} {number}",
        progress=progress,
        size=PageSize(order["kertas"]),
        store=_store(),
    )
    return Result(f"{kind}-{number}-{clock.today().isoformat()}.pdf", PDF, made)


def _entry_cover(dossier: Dossier, by: str) -> CoverPaper:
    entry, today = dossier.entry, clock.today()
    stands = standing(facts_of(dossier), today, work_calendar(), office().remind_workdays)
    last = dossier.determined[-1].determination if dossier.determined else None
    named = f"Nomor {last.number_text} tanggal {format_date(last.determined_on)}" if last else "–"
    head = (
        ("Nomor entri", entry.number),
        ("Informasi", entry.title),
        ("Unit", entry.unit.name),
        ("Keadaan", stands.reason),
        ("Penetapan terakhir", named),
    )
    return _cover("BERKAS SENGKETA INFORMASI", entry.number, head, by)


def _case_cover(file: CaseFile, by: str) -> CoverPaper:
    facts, ended = file.facts, file.current_step is None
    head = (
        ("Nomor perkara", facts.number),
        ("Perihal", facts.title),
        ("Prosedur", f"{file.procedure.title}, versi {file.procedure.version}"),
        ("Entri", "\n".join(f"{entry.number} – {entry.title}" for entry in file.entries) or "–"),
        ("Keadaan", "Selesai" if ended else f"Berjalan, langkah {file.progress.current}"),
    )
    return _cover("BERKAS PERKARA", facts.number, head, by)


def _cover(heading: str, number: str, head: Lines, by: str) -> CoverPaper:
    drawn = f"{format_date(clock.today())} pukul {clock.local(clock.now()):%H.%M}, oleh {by}"
    return CoverPaper(
        letterhead=letterhead_of(office()),
        heading=heading,
        about=number,
        head=(*head, ("Disusun", drawn)),
        contents=contents_table(()),
        note=DRAWN_UP,
        title=f"{heading.capitalize()} {number}",
    )


def _asker(progress: Progress) -> Person:
    person = progress.asker
    if person is None:
        raise Refused("Berkas gabungan hanya disusun atas permintaan seorang pengguna.")
    return person


def _store() -> Store:
    settings: Settings = current_app.config["SETTINGS"]
    return Store(settings.attachments_dir, settings.upload_limit_mb * 1024 * 1024)


def add_works(app: Flask) -> None:
    """Name both bundles as works."""
    add_work(app, OF_ENTRY, "Berkas sengketa", run_entry_bundle, Permission.READ_CASES)
    add_work(app, OF_CASE, "Berkas perkara", run_case_bundle, Permission.READ_CASES)
    when_idle(app, close_renderer)
