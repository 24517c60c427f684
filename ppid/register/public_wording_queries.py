"""Which wording the public sees, which waits for review, and what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import peewee as pw

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.register.models import Classification, Entry, EntrySpan
from ppid.register.public_wording import PublicTexts, PublicWording

SOURCES = ("title", "public_title", "summary", "given_instead")
SAID_SOURCES = ("excluded_parts", "consequence_open", "benefit_closed")


class ReviewState(StrEnum):
    """How the public wording of an entry stands."""

    MISSING = "belum ditetapkan"
    WAITING = "menunggu peninjauan"
    OUTDATED = "belum ditinjau setelah perubahan"
    REVIEWED = "sudah ditinjau"


@dataclass(frozen=True)
class Review:
    """The wording shown, the one written after it, and the fields changed since the review."""

    state: ReviewState
    shown: PublicWording | None
    written: PublicWording | None
    changed: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing waits for the officer."""
        return self.state is ReviewState.REVIEWED


def reviewed_wordings(entry_ids: Sequence[int]) -> dict[int, PublicWording]:
    """The wording that the public sees, by entry: the latest reviewed; others have none."""
    newest = (
        PublicWording.select(pw.fn.max(PublicWording.id))
        .where(PublicWording.entry.in_(list(entry_ids)), PublicWording.reviewed_at.is_null(False))
        .group_by(PublicWording.entry)
    )
    rows = PublicWording.select().where(PublicWording.id.in_(newest))
    return {row.entry_id: row for row in rows}


def reviewed_texts(entry_ids: Sequence[int]) -> dict[int, PublicTexts]:
    """The texts that the public sees, by entry."""
    return {key: row.texts for key, row in reviewed_wordings(entry_ids).items()}


def read_review(entry: Entry, on: date) -> Review:
    """How the wording of an entry stands on a day."""
    shown = reviewed_wordings([entry.id]).get(entry.id)
    newest: PublicWording | None = (
        PublicWording.select()
        .where(PublicWording.entry == entry.id)
        .order_by(PublicWording.id.desc())
        .first()
    )
    said = classification_on(entry.id, on)
    changed = _changed(shown, entry, said)
    written = newest if newest and newest.reviewed_at is None else None
    return Review(_state(shown, written, changed), shown, written, changed)


def _state(
    shown: PublicWording | None, written: PublicWording | None, changed: Sequence[str]
) -> ReviewState:
    if written:
        return ReviewState.WAITING
    if shown is None:
        return ReviewState.MISSING
    return ReviewState.OUTDATED if changed else ReviewState.REVIEWED


def _changed(
    shown: PublicWording | None, entry: Entry, said: Classification | None
) -> tuple[str, ...]:
    if shown is None:
        return ()
    now = source_of(entry, said)
    seen: Mapping[str, str] = shown.source
    fields = tuple(name for name in now if now[name] != seen.get(name, ""))
    redetermined = shown.classification_id != (said.id if said else None)
    return ("determination", *fields) if redetermined else fields


def source_of(entry: Entry, said: Classification | None) -> dict[str, str]:
    """The internal texts that a wording is reviewed against."""
    own = {name: str(getattr(entry, name)) for name in SOURCES}
    return own | {name: str(getattr(said, name)) if said else "" for name in SAID_SOURCES}


def classification_on(entry_id: int, on: date) -> Classification | None:
    """What a determination says of the entry and is in force on that day."""
    found: Classification | None = (
        Classification.select()
        .join(EntrySpan, on=(EntrySpan.classification == Classification.id))
        .where(EntrySpan.entry == entry_id, EntrySpan.starts_on <= on, EntrySpan.ends_on > on)
        .first()
    )
    return found


def propose_texts(entry: Entry, review: Review, on: date) -> PublicTexts:
    """What the form begins with: what waits, else what is shown, else what the entry says."""
    wording = review.written or review.shown
    if wording:
        return wording.texts
    said = classification_on(entry.id, on)
    return PublicTexts(
        title=entry.public_title,
        what_is_closed=said.excluded_parts if said else "",
        given_instead=entry.given_instead,
        consequence=said.consequence_open if said else "",
        benefit=said.benefit_closed if said else "",
    )


def list_unreviewed(on: date, most: int) -> list[tuple[Entry, Review]]:
    """Determined entries whose wording waits for the officer, by number, at most so many."""
    ids = [row[0] for row in database.execute_sql(_UNREVIEWED, (on, on, most)).fetchall()]
    rows = Entry.select(Entry, Unit).join(Unit).where(Entry.id.in_(ids)).order_by(Entry.number)
    return [(row, read_review(row, on)) for row in rows]


def count_unreviewed(on: date) -> int:
    """How many determined entries wait for the review of their wording."""
    counted = f"SELECT count(*) FROM ({_UNREVIEWED})"  # noqa: S608 - our own statement
    return int(database.execute_sql(counted, (on, on, -1)).fetchone()[0])


_DIFFERS = " OR ".join(
    f"json_extract(w.source, '$.{name}') IS NOT {table}.{name}"
    for table, names in (("e", SOURCES), ("c", SAID_SOURCES))
    for name in names
)
_UNREVIEWED = f"""SELECT e.id FROM entry e
JOIN entry_span s ON s.entry_id = e.id AND s.starts_on <= ? AND s.ends_on > ?
JOIN classification c ON c.id = s.classification_id
LEFT JOIN (SELECT entry_id, max(id) AS id FROM public_wording GROUP BY entry_id) n
ON n.entry_id = e.id
LEFT JOIN public_wording w ON w.id = (SELECT max(id) FROM public_wording
WHERE entry_id = e.id AND reviewed_at IS NOT NULL)
WHERE e.withdrawn_at IS NULL
AND (w.id IS NULL OR n.id <> w.id OR w.classification_id <> c.id OR {_DIFFERS})
ORDER BY length(e.number), e.number LIMIT ?"""  # noqa: S608 - names of our own columns
