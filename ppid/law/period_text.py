"""Reads the periods that people write; what it makes of them is a proposal, never the law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ppid.law.period_clauses import EXCEPTION, Reading, holds_regulation
from ppid.law.period_forms import read_form
from ppid.law.periods import Period

ALTERNATIVE_FACTOR = 0.6


@dataclass(frozen=True)
class PeriodReading:
    """What could be made of one cell.

    ``text`` is the original, untouched; ``confidence`` runs from 0 (nothing read) to 1; ``notes``
    are Indonesian sentences for the person who decides; ``not_understood`` are the pieces of text
    left over. A list of items (a. … b. …) has a reading per item in ``items``, and a ``period`` of
    its own only when all that could be read agree. No end is computed without a confirmed start:
    a start that is only named leaves ``period.end()`` None.
    """

    period: Period | None
    confidence: float
    notes: tuple[str, ...]
    not_understood: tuple[str, ...]
    text: str
    items: tuple["PeriodReading", ...] = ()
    is_regulation: bool = False


_SPACE = re.compile(r"(?:<br\s*/?>|\s|\u00a0|\u200b)+", re.IGNORECASE)
_ITEM = re.compile(r"(?:(?<=^)|(?<=[\s;,.]))([a-z]|\d{1,2})[.)]\s+(?=\S)")
_CLAUSE = (
    r"(?=selama|sampai|hingga|s\.?d\.?\b|permanen|tidak terbatas|diberikan|dibuka|terbuka|"
    r"mengikuti|menyesuaikan|\d+\s*(?:\(|tahun|th|bulan|hari))"
)
_SEGMENT = re.compile(
    rf"\s*;\s*|\.\s+(?=[A-Z])|\s*/\s*{_CLAUSE}|,?\s+atau\s+{_CLAUSE}", re.IGNORECASE
)
_EMPTY_MARKS = frozenset(
    {"", "-", "–", "—", "--", "...", "…", "n/a", "nihil", "tidak ada", "kosong"}
)


def parse_period(text: str) -> PeriodReading:
    """Read one cell of the column *Jangka waktu*; never raises, and never guesses silently."""
    clean = _SPACE.sub(" ", text).strip(" \t;,")
    if clean.strip(" .").lower() in _EMPTY_MARKS:
        return PeriodReading(None, 0.0, ("Jangka waktu kosong.",), (), text)
    items = _split_items(clean)
    if len(items) > 1 and not holds_regulation(clean):
        return _read_list(items, text)
    return replace(_read_one(items[0] if len(items) == 1 else clean), text=text)


def _read_one(text: str) -> PeriodReading:
    if holds_regulation(text):
        note = f"Kolom jangka waktu berisi peraturan, bukan jangka waktu: {_shorten(text)}"
        return PeriodReading(None, 0.0, (note,), (text,), text, is_regulation=True)
    return _read_clause(text)


def _shorten(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:119]}…"


def _split_items(text: str) -> tuple[str, ...]:
    """The items of a lettered or numbered list that begins the cell; none if it is no list."""
    marks = list(_marks_in_order(text))
    if not marks or marks[0].start() > 0:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = (text[mark.end() : end] for mark, end in zip(marks, ends, strict=True))
    return tuple(piece.strip(" ;,") for piece in pieces if piece.strip(" ;,."))


def _marks_in_order(text: str) -> Iterator[re.Match[str]]:
    """Item marks that go on from a or 1; a letter may be lost between two, never out of order."""
    last = ""
    for mark in _ITEM.finditer(text):
        name = mark.group(1)
        if (not last and name in {"a", "1"}) or (last and _follows(name, last)):
            last = name
            yield mark


def _follows(name: str, last: str) -> bool:
    if name.isdigit() != last.isdigit():
        return False
    step = int(name) - int(last) if name.isdigit() else ord(name) - ord(last)
    return 1 <= step <= 2


def _read_list(items: tuple[str, ...], text: str) -> PeriodReading:
    readings = tuple(_read_one(item) for item in items)
    periods = [reading.period for reading in readings if reading.period]
    agreed = periods[0] if periods and all(each == periods[0] for each in periods) else None
    notes = [f"Sel ini memuat {len(items)} butir; baca tiap butir dan tetapkan satu jangka waktu."]
    if periods and agreed is None:
        notes.append("Butir-butirnya menyebut jangka waktu yang berbeda.")
    confidence = (
        min(reading.confidence for reading in readings if reading.period) if agreed else 0.0
    )
    notes += (note for reading in readings for note in reading.notes)
    return PeriodReading(
        agreed,
        round(confidence * ALTERNATIVE_FACTOR, 2),
        tuple(dict.fromkeys(notes)),
        tuple(piece for reading in readings for piece in reading.not_understood),
        text,
        readings,
        any(reading.is_regulation for reading in readings),
    )


def _read_clause(text: str) -> PeriodReading:
    """The main clause gives the period; exceptions and alternatives are told, not applied."""
    segments = [piece.strip(" ,.") for piece in _SEGMENT.split(text)]
    readings = [read_form(piece) for piece in segments if piece]
    main = next((each for each in readings if each.period), None)
    if main is None:
        return _unread(readings, text)
    others = [each for each in readings if each is not main]
    return _with_others(main, others, text)


def _unread(readings: list[Reading], text: str) -> PeriodReading:
    notes = tuple(note for each in readings for note in each.notes)
    left = tuple(piece for each in readings for piece in each.left)
    return PeriodReading(None, 0.0, notes or ("Jangka waktu tidak terbaca.",), left, text)


def _with_others(main: Reading, others: list[Reading], text: str) -> PeriodReading:
    notes, left, confidence = list(main.notes), list(main.left), main.confidence
    for other in others:
        if other.period and other.period != main.period:
            left.append(other.text)
            confidence *= ALTERNATIVE_FACTOR
            notes.append(f"Ada pilihan lain yang tidak dipakai: {_shorten(other.text)}")
            continue
        notes += other.notes
        known = bool(other.period) or bool(EXCEPTION.search(other.text))
        left += () if known else other.left
        confidence *= 0.9 if known else 0.8
    kept = tuple(dict.fromkeys(notes))
    return PeriodReading(main.period, round(confidence, 2), kept, tuple(left), text)
