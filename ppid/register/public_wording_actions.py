"""Writing and reviewing what the public reads of an entry."""

from dataclasses import asdict

from ppid import clock
from ppid.audit.actions import Actor, diff, record
from ppid.db import database
from ppid.errors import Refused
from ppid.register import search
from ppid.register.issuing import subject_of
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts, PublicWording
from ppid.register.public_wording_queries import (
    classification_on,
    read_review,
    reviewed_wordings,
    source_of,
)


def write_public_wording(actor: Actor, *, entry_id: int, texts: PublicTexts) -> PublicWording:
    """Put a wording before the officer; the public sees nothing of it before it is reviewed."""
    _demand_title(texts)
    with database.atomic():
        entry = _entry(entry_id)
        before = read_review(entry, clock.today()).written
        row = PublicWording.create(entry=entry, written_by=actor.id, **asdict(texts))
        record(
            actor,
            "write-public-wording",
            f"Menulis rumusan publik entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=diff(asdict(before.texts if before else PublicTexts()), asdict(texts)),
        )
    return row


def review_public_wording(actor: Actor, *, entry_id: int, texts: PublicTexts) -> PublicWording:
    """The PPID reviewed these texts: from now on the public reads them, and finds by them."""
    _demand_title(texts)
    now = clock.now()
    with database.atomic():
        entry = _entry(entry_id)
        said = classification_on(entry_id, clock.today())
        shown = reviewed_wordings([entry_id]).get(entry_id)
        written = read_review(entry, clock.today()).written
        taken = written if written and written.texts == texts else None
        row = PublicWording.create(
            entry=entry,
            classification=said,
            source=source_of(entry, said),
            written_at=taken.written_at if taken else now,
            written_by=taken.written_by_id if taken else actor.id,
            reviewed_at=now,
            reviewed_by=actor.id,
            **asdict(texts),
        )
        search.index_entries([entry_id])
        record(
            actor,
            "review-public-wording",
            f"Menetapkan rumusan publik entri {entry.number}",
            subjects=[subject_of(entry)],
            changes=diff(asdict(shown.texts if shown else PublicTexts()), asdict(texts)),
        )
    return row


def _entry(entry_id: int) -> Entry:
    entry: Entry | None = Entry.get_or_none(Entry.id == entry_id)
    if entry is None or entry.withdrawn_at is not None:
        raise Refused("Entri ini tidak ada dalam register.")
    return entry


def _demand_title(texts: PublicTexts) -> None:
    if not texts.title:
        raise Refused("Isi judul yang boleh dibaca siapa saja.", "title")
