"""What a determination of opening says of each entry: on which ground it opens, and since when."""

from collections.abc import Sequence
from datetime import date

from ppid.law.dates import format_date
from ppid.law.facts import OpeningKind
from ppid.register.content import read_period
from ppid.register.models import Classification, Determination, Entry, Opening

CONSIDERED = "Sebagaimana pertimbangan Penetapan ini"
EXPIRED = "Jangka waktu pengecualian berakhir (PP 61/2010 Pasal 11)"
WORDS = {
    OpeningKind.RULING: "Putusan",
    OpeningKind.CONSENT: "Persetujuan tertulis",
    OpeningKind.PUBLIC_OFFICE: "Kaitan dengan jabatan publik",
    OpeningKind.OPEN_COURT: "Sidang pengadilan yang terbuka untuk umum",
}


def opening_rows(determination: Determination) -> tuple[tuple[str, str, str], ...]:
    """Information, ground and first open day of each entry that this determination opens."""
    openings = list(
        Opening.select(Opening, Entry)
        .join(Entry)
        .where(Opening.determination == determination)
        .order_by(Opening.id)
    )
    proofs = _proofs(determination, [row.entry_id for row in openings])
    ends = _ends(determination)
    return tuple(
        (
            f"{row.entry.number}\n{row.entry.title}",
            proofs.get(row.entry_id) or _unproved(row, ends.get(row.entry_id)),
            format_date(row.on),
        )
        for row in openings
    )


def _unproved(opening: Opening, end: date | None) -> str:
    """Without a fact of its own it is expiry only if the period had an end, and not before it."""
    return EXPIRED if end is not None and opening.on >= end else CONSIDERED


def _ends(determination: Determination) -> dict[int, date | None]:
    """When the exclusion of each entry ended by its own period, as far as that was known."""
    return {
        row.entry_id: period.end() if (period := read_period(row.period)) else None
        for row in _closing(determination)
    }


def list_proofs(determination: Determination) -> list[str]:
    """The rulings, consents and court days that this determination stands on, each once."""
    opened = Opening.select(Opening.entry).where(Opening.determination == determination)
    entries = [row.entry_id for row in opened]
    return list(dict.fromkeys(_proofs(determination, entries).values()))


def list_opened(determination: Determination) -> list[Determination]:
    """The determinations whose exclusions it ends, oldest first, each once."""
    last = {row.entry_id: row.determination for row in _closing(determination)}
    named = {each.id: each for each in last.values() if each}
    return [named[key] for key in sorted(named)]


def _closing(determination: Determination) -> list[Classification]:
    """What earlier determinations said of the opened entries, the latest last."""
    opened = Opening.select(Opening.entry).where(Opening.determination == determination)
    return list(
        Classification.select(Classification, Determination)
        .join(Determination)
        .where(Classification.entry.in_(opened), Determination.id < determination.id)
        .order_by(Determination.id)
    )


def _proofs(determination: Determination, entries: Sequence[int]) -> dict[int, str]:
    """What was recorded as the ground of each entry by the day of the determination."""
    facts = (
        Opening.select()
        .where(
            Opening.entry.in_(list(entries)),
            Opening.determination.is_null(),
            Opening.kind.in_([kind.value for kind in WORDS]),
            Opening.on <= determination.determined_on,
        )
        .order_by(Opening.on, Opening.id)
    )
    return {row.entry_id: _told(row) for row in facts}


def _told(opening: Opening) -> str:
    words = WORDS[OpeningKind(opening.kind)]
    said = opening.reference
    return said if said.lower().startswith(words.lower()) else f"{words}: {said}"
