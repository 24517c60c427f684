"""The rows of the worklist, read in a handful of queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import peewee as pw

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.law.dates import format_date_short
from ppid.law.findings import FINDINGS
from ppid.law.standing import last_opening_day
from ppid.law.standing_kinds import StandingKind
from ppid.law.workdays import WorkCalendar
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.forces import Forces, name_successor
from ppid.register.list_snapshot import shown_classification, span_on
from ppid.register.models import Entry, EntryFinding, EntrySpan, LegalBasis
from ppid.register.report import GAPS
from ppid.register.worklist import GroupKey, Part, WorkRow
from ppid.register.worklist_deadlines import Deadlines

SETTLED = "Sudah ada penetapan atau keputusan yang berlaku mulai tanggal itu"


class WorkEntry(NamedTuple):
    """An entry as the database has it; ``classification_id`` is what the day shows of it."""

    id: int
    number: str
    title: str
    unit_id: int
    unit: str
    standing: str | None
    since: date | str | None
    until: date | str | None
    classification_id: int | None


class CitedBasis(NamedTuple):
    """A basis with its article and regulation, where the catalogue has them."""

    citation: str
    cite: str | None
    regulation: str | None


class Told(NamedTuple):
    """What is the matter with an entry, what to do, and whether the day for it has gone by."""

    what: str
    hint: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class RowReader:
    """Everything that the rows of one page are told from."""

    on: date
    calendar: WorkCalendar
    deadlines: Deadlines
    entries: Mapping[int, WorkEntry]
    bases: Mapping[int, Sequence[CitedBasis]]
    gaps: Mapping[int, Sequence[str]]
    forces: Forces
    cases: Mapping[int, str]

    def row(self, part: Part, entry_id: int) -> WorkRow:
        """One row of a part."""
        entry = self.entries[entry_id]
        told = self._tell(part, entry)
        standing = StandingKind(entry.standing or StandingKind.NOT_DETERMINED)
        return WorkRow(
            id=entry.id,
            number=entry.number,
            title=entry.title,
            unit=entry.unit,
            unit_id=entry.unit_id,
            standing=standing,
            what=told.what,
            hint=told.hint,
            is_late=told.is_late,
            case=self.cases.get(entry_id, ""),
        )

    def _tell(self, part: Part, entry: WorkEntry) -> Told:
        if part.group is GroupKey.UNREVIEWED:
            return self._review(entry)
        if part.group is GroupKey.FALLEN:
            return self._basis(part, entry)
        if part.group is GroupKey.INCOMPLETE:
            return Told("; ".join(FINDINGS[code].title for code in self.gaps[entry.id]))
        if part.group is GroupKey.HELD:
            return self._held(entry)
        return self._end(part, entry)

    def _end(self, part: Part, entry: WorkEntry) -> Told:
        if part.group is GroupKey.OVERDUE:
            since = _day(entry.since) if entry.since else self.on
            return Told(f"Terbuka sejak {format_date_short(since)}", is_late=True)
        end = self.deadlines.ends.get(entry.id)
        if part.group is GroupKey.EXPIRING and entry.until and _day(entry.until) != end:
            return Told(f"Keadaannya berubah mulai {format_date_short(_day(entry.until))}", SETTLED)
        return self._coming(end) if end else Told("Tanggal berakhir tidak diketahui")

    def _coming(self, end: date) -> Told:
        last_day = last_opening_day(end, self.calendar)
        left = self.calendar.count_between(self.on, last_day)
        hint = f"Penetapan pembukaan paling lambat {format_date_short(last_day)}{_say_left(left)}"
        return Told(f"Berakhir {format_date_short(end)}", hint, is_late=left < 0)

    def _review(self, entry: WorkEntry) -> Told:
        review = self.deadlines.reviews[entry.id]
        why = (
            "Tanggal tinjauan dalam penetapan"
            if review.stated
            else "12 bulan setelah penetapan terakhir"
        )
        return Told(f"Harus ditinjau {format_date_short(review.day)}", why, is_late=True)

    def _held(self, entry: WorkEntry) -> Told:
        end = self.deadlines.ends.get(entry.id)
        since = _day(entry.since) if entry.since else self.on
        hint = f"Jangka waktunya tetap berakhir {format_date_short(end)}" if end else ""
        return Told(f"Tertahan sejak {format_date_short(since)}", hint)

    def _basis(self, part: Part, entry: WorkEntry) -> Told:
        bases = self.bases[entry.classification_id or 0]
        if part.regulation:
            cites = [
                each.cite for each in bases if each.cite and each.regulation == part.regulation
            ]
            return Told("Menyebut " + ", ".join(cites))
        fallen = [told for each in bases if each.cite is None for told in self._fallen(each)]
        return Told("; ".join(dict.fromkeys(fallen)) or "Lihat temuannya pada halaman entri")

    def _fallen(self, basis: CitedBasis) -> Iterable[str]:
        """The regulation that a wording cites, with what replaced it, when it is out of force."""
        row = self.forces.cited(basis.citation)
        force = self.forces.on(row, self.on) if row else None
        if row and force and not force.holds:
            successor = name_successor(force)
            yield f"Menyebut {row.kind} {row.number}/{row.year}" + (
                f"; penggantinya {successor}" if successor else ""
            )


def read_entries(entry_ids: Sequence[int], on: date) -> dict[int, WorkEntry]:
    """The entries by id, as they stand on ``on``."""
    query = (
        Entry.select(
            *(Entry.id, Entry.number, Entry.title, Unit.id, Unit.short_name),
            *(EntrySpan.standing, EntrySpan.starts_on, EntrySpan.ends_on),
            shown_classification(),
        )
        .join(Unit)
        .switch(Entry)
        .join(EntrySpan, pw.JOIN.LEFT_OUTER, on=span_on(on))
        .where(Entry.id.in_(list(entry_ids)))
    )
    return {row[0]: WorkEntry(*row) for row in _rows(query)}


def read_bases(classification_ids: Iterable[int]) -> dict[int, list[CitedBasis]]:
    """The bases of classifications, in their order."""
    query = (
        LegalBasis.select(
            LegalBasis.classification, LegalBasis.citation, Provision.cite, Regulation.code
        )
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(LegalBasis.classification.in_(list(classification_ids)))
        .order_by(LegalBasis.classification, LegalBasis.position)
    )
    found: dict[int, list[CitedBasis]] = defaultdict(list)
    for classification_id, *told in _rows(query):
        found[classification_id].append(CitedBasis(*told))
    return found


def read_gaps(entry_ids: Iterable[int]) -> dict[int, list[str]]:
    """The codes of what is missing in entries, in the order in which findings are told."""
    query = EntryFinding.select(EntryFinding.entry, EntryFinding.code).where(
        EntryFinding.entry.in_(list(entry_ids)), EntryFinding.code.in_(GAPS)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for entry_id, code in sorted(_rows(query), key=lambda row: GAPS.index(row[1])):
        found[entry_id].append(code)
    return found


def _say_left(left: int) -> str:
    if left < 0:
        return f", lewat {-left} hari kerja"
    return f", sisa {left} hari kerja" if left else ", hari ini"


def _rows(query: "pw.ModelSelect[Any]") -> Iterable[Any]:
    rows: Iterable[Any] = database.execute(query)
    return rows


def _day(kept: date | str) -> date:
    """A day as the engine keeps it."""
    return kept if isinstance(kept, date) else date.fromisoformat(kept)
