"""What became of an entry, as the public may know it: determinations, openings, standings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from ppid.db import database
from ppid.law.dates import format_date_short
from ppid.law.facts import OpeningKind
from ppid.law.standing_kinds import StandingKind
from ppid.public.records import ACT_COLUMNS, read_act
from ppid.public.telling import ruling_number
from ppid.register.history import OPENING_WORDS

_ACTS = f"""SELECT {ACT_COLUMNS} FROM classification c
JOIN determination d ON d.id = c.determination_id WHERE c.entry_id = ?"""  # noqa: S608 - our own columns
_OPENINGS = """SELECT o.kind, o.on_date, o.reference, d.number_text, d.year, d.number FROM opening o
LEFT JOIN determination d ON d.id = o.determination_id WHERE o.entry_id = ? AND o.final"""
_STANDINGS = "SELECT starts_on, standing FROM entry_span WHERE entry_id = ? ORDER BY starts_on"
_SILENT = {StandingKind.NOT_DETERMINED, StandingKind.OPENED_DETERMINATION}
_SILENT |= {StandingKind.OPENED_RULING, StandingKind.OPENED_CONSENT, StandingKind.OPENED_COURT}


@dataclass(frozen=True)
class PublicEvent:
    """One event, newest first on the page; ``href`` leads to its paper, where it has one."""

    on: date
    title: str
    text: str = ""
    href: str = ""

    @property
    def iso(self) -> str:
        """The day for machines."""
        return self.on.isoformat()

    @property
    def date(self) -> str:
        """The day for people."""
        return format_date_short(self.on)


def list_events(entry_id: int, until: date) -> list[PublicEvent]:
    """Everything up to ``until``, newest first."""
    told = [*_acts(entry_id), *_openings(entry_id), *_standings(entry_id)]
    return sorted((each for each in told if each.on <= until), key=lambda each: each.on)[::-1]


def _acts(entry_id: int) -> Iterator[PublicEvent]:
    for row in _rows(_ACTS, entry_id):
        act = read_act(row)
        late = act.effective_on != act.determined_on
        text = f"Berlaku mulai {format_date_short(act.effective_on)}." if late else ""
        href = url_for("public.give_determination", year=act.year, number=act.number)
        yield PublicEvent(act.determined_on, act.named, text, href)


def _openings(entry_id: int) -> Iterator[PublicEvent]:
    """The kind and the day; of papers only the number of a determination or of a ruling."""
    for kind, on, reference, number_text, year, paper in _rows(_OPENINGS, entry_id):
        opened = OpeningKind(kind)
        number = number_text or ""
        if opened is OpeningKind.RULING:
            number = ruling_number(reference)
        told = f"Nomor {number}" if number else ""
        href = url_for("public.give_determination", year=year, number=paper) if paper else ""
        yield PublicEvent(_day(on), OPENING_WORDS[opened], told, href)


def _standings(entry_id: int) -> Iterator[PublicEvent]:
    """What no paper tells: held, about to end, ended by itself, closed again after a dispute."""
    before = StandingKind.NOT_DETERMINED
    for starts_on, standing in _rows(_STANDINGS, entry_id):
        kind = StandingKind(standing)
        if kind is not before and kind not in _SILENT and before not in _BEGINNING.get(kind, ()):
            yield PublicEvent(_day(starts_on), _WORDS.get(kind, kind.label))
        before = kind


_CLOSED = (StandingKind.NOT_DETERMINED, StandingKind.EXCLUDED, StandingKind.PARTIAL)
_BEGINNING = {StandingKind.EXCLUDED: _CLOSED, StandingKind.PARTIAL: _CLOSED}
_WORDS = {
    StandingKind.HELD: "Tertahan karena keberatan atau sengketa",
    StandingKind.EXPIRING: "Akan berakhir: penetapan pembukaan disiapkan",
    StandingKind.EXCLUDED: "Kembali dikecualikan",
    StandingKind.PARTIAL: "Kembali dikecualikan sebagian",
}


def _rows(sql: str, *values: object) -> list[Any]:
    return list(database.execute_sql(sql, values).fetchall())


def _day(kept: Any) -> date:  # noqa: ANN401 - a day as the engine keeps it
    return kept if isinstance(kept, date) else date.fromisoformat(kept)
