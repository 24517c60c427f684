"""The DIK as a paper: everything that is closed on a date (Perki 1/2021 Pasal 22)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from ppid.law.dates import format_date
from ppid.law.standing_kinds import StandingKind
from ppid.office.queries import office
from ppid.papers.documents import DikPaper, DikRow
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.wording import NONE, word_bases, word_period, word_title
from ppid.register.content import ClassificationDraft
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import Entry, EntrySpan

CLOSED = [kind.value for kind in StandingKind if kind.is_closed]
BATCH = 500


def read_dik(on: date) -> DikPaper:
    """The list as it stood on a day: what a determination closed and nothing had opened."""
    settings = office()
    closed = (
        EntrySpan.select(EntrySpan.entry, EntrySpan.classification)
        .join(Entry)
        .where(
            EntrySpan.starts_on <= on,
            EntrySpan.ends_on > on,
            EntrySpan.standing.in_(CLOSED),
            Entry.withdrawn_at.is_null(),
        )
        .order_by(Entry.number)
    )
    pairs = [(row.entry_id, row.classification_id) for row in closed]
    return DikPaper(
        letterhead=letterhead_of(settings),
        as_at=f"Keadaan per {format_date(on)}",
        rows=tuple(_rows(pairs)),
        signature=signature_for("officer", on, place_date(settings.city, on)),
        note="" if pairs else "Pada tanggal ini tidak ada informasi yang dikecualikan.",
    )


def _rows(pairs: Sequence[tuple[int, int | None]]) -> Iterator[DikRow]:
    remaining = iter(pairs)
    while batch := list(islice(remaining, BATCH)):
        dossiers = load_dossiers([entry_id for entry_id, _said in batch])
        for entry_id, classification_id in batch:
            yield _row(dossiers[entry_id], classification_id)


def _row(dossier: Dossier, classification_id: int | None) -> DikRow:
    said = _said(dossier, classification_id)
    draft = ClassificationDraft.from_classification(said.row, said.bases)
    title = dossier.entry.public_title or f"{dossier.entry.number} (judul publik belum ada)"
    return DikRow(
        title=word_title(title, draft),
        bases=word_bases(draft.bases),
        if_open=draft.consequence_open or NONE,
        if_closed=draft.benefit_closed or NONE,
        period=word_period(draft),
    )


def _said(dossier: Dossier, classification_id: int | None) -> Said:
    return next(said for said in dossier.determined if said.row.id == classification_id)
