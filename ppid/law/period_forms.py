"""The forms in which people state one period, each recognised by its own small reader."""

import re
from collections.abc import Callable

from ppid.law.dates import WRITTEN_DATE, parse_date_text
from ppid.law.period_clauses import (
    CONSENT,
    CONSENT_NOTE,
    REVIEW_NOTE,
    UNLIMITED_NOTE,
    Reading,
    cut_exception,
    finish,
)
from ppid.law.period_lengths import read_duration
from ppid.law.periods import Period, PeriodKind

_UNLIMITED = re.compile(
    r"^(?:dikecualikan\s+)?(?:untuk\s+|secara\s+|bersifat\s+)?"
    r"(?:per?ma[nm]en\w*|permanent|(?:tidak|tdk|tak)\s+(?:ter|di)?batas\w*|tanpa\s+batas|selama\W*lamanya|"
    r"selamanya|seterusnya)(?:\s+waktu\w*)?",
    re.IGNORECASE,
)


def _read_unlimited(text: str) -> Reading | None:
    """``Permanen``, ``Tidak terbatas``, ``Selamanya`` and their slips."""
    found = _UNLIMITED.match(text)
    if not found:
        return None
    period = Period(PeriodKind.UNLIMITED)
    return finish(text, period, 0.95, (UNLIMITED_NOTE, REVIEW_NOTE), text[found.end() :])


_FOLLOWS = re.compile(
    r"^(?:mengikuti|menyesuaikan|sesuai|berdasarkan|menurut)\s+(?:dengan\s+)?(?:ketentuan\s+)?"
    r"(?:dalam\s+)?(.*(?:retensi|\bjra\b|peraturan|perundang|undang|ketentuan|\buu\b|\bpp\b).*)$",
    re.IGNORECASE,
)


def _read_regulation(text: str) -> Reading | None:
    """``Mengikuti jadwal retensi arsip``: the named regulation gives the period."""
    found = _FOLLOWS.match(text)
    if not found:
        return None
    period = Period(PeriodKind.PER_REGULATION, regulation=found.group(1).strip())
    return finish(text, period, 0.85, (REVIEW_NOTE,), "")


_RANGE = re.compile(
    r"^(.+?)\s+(?:s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s+(.+)$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"^(?:dikecualikan\s+)?(?:berlaku\s+)?(?:sampai(?:\s+dengan)?|s\.?\s*/?\s*d\.?|hingga)\s+(.+)$",
    re.IGNORECASE,
)
_ONLY_DATE = re.compile(rf"^(?:pada\s+)?(?:tanggal|tgl\.?)?\s*{WRITTEN_DATE}", re.IGNORECASE)
_PART_DATE = re.compile(
    r"^(?:akhir\s+|awal\s+)?(?:tahun|bulan)?\s*(?:[A-Za-z]+\s+)?(?:19|20)\d\d\W*$", re.I
)


def _read_until_date(text: str) -> Reading | None:
    """``sampai 31 Desember 2027``, or from one date to another; a year alone is no date."""
    until = _UNTIL.match(text)
    span = _RANGE.match(text)
    if span and not until and _ONLY_DATE.match(span.group(1)):
        return _date_reading(text, span.group(2), span.group(1))
    return _date_reading(text, until.group(1) if until else text, "", named=bool(until))


def _date_reading(text: str, end: str, start: str, *, named: bool = True) -> Reading | None:
    written = _ONLY_DATE.match(end)
    if written and (ends_on := parse_date_text(written.group())):
        period = Period(PeriodKind.UNTIL_DATE, starts_on=parse_date_text(start), ends_on=ends_on)
        return finish(text, period, 0.95 if named else 0.7, (), end[written.end() :])
    if named and (written or _PART_DATE.match(end)):
        note = f"Tanggal “{end.strip(' .')}” tidak lengkap; tanggal berakhir tidak dihitung."
        return Reading(text, Period(PeriodKind.UNTIL_DATE), 0.5, (note,), (end,))
    return None


_EVENT = re.compile(
    r"^(?:dikecualikan\s+)?(?:sampai(?:\s+dengan)?|s\.?\s*/?\s*d\.?|hingga|"
    r"(?:baru\s+)?(?:di|ter)buka\s+(?:setelah|sesudah)|setelah|sesudah|sebelum|selama\s+belum|belum)\s+(.+)$",
    re.IGNORECASE,
)
_BARE_EVENT = re.compile(r"\b(?:di(?:perlukan|butuhkan))\b", re.IGNORECASE)


def _read_until_event(text: str) -> Reading | None:
    """``Sampai dengan terbitnya SK``, ``dibuka setelah …``, ``belum …``: until an event."""
    found = _EVENT.match(text)
    if not found:
        return None
    event = found.group(1).strip(" .,")
    notes = (REVIEW_NOTE, *((CONSENT_NOTE,) if CONSENT.search(event) else ()))
    doubtful = CONSENT.search(event) or _BARE_EVENT.search(event)
    return finish(
        text, Period(PeriodKind.UNTIL_EVENT, event=event), 0.6 if doubtful else 0.85, notes, ""
    )


_WHILE = re.compile(
    r"^(?:dikecualikan\s+)?(?:berlaku\s+)?(?:selama|sepanjang)\s+(.+)$", re.IGNORECASE
)


def _read_while(text: str) -> Reading | None:
    """``Selama masih berlaku``: while a condition lasts."""
    found = _WHILE.match(text)
    if not found:
        return None
    condition = found.group(1).strip(" .,")
    return finish(
        text, Period(PeriodKind.WHILE_CONDITION, condition=condition), 0.85, (REVIEW_NOTE,), ""
    )


_READERS: tuple[Callable[[str], Reading | None], ...] = (
    _read_unlimited,
    _read_until_date,
    read_duration,
    _read_regulation,
    _read_until_event,
    _read_while,
)


def read_form(text: str) -> Reading:
    """Read one clause by the first form that fits; a Reading without period when none does."""
    main, notes = cut_exception(text)
    for reader in _READERS:
        if main and (reading := reader(main)):
            return Reading(
                text,
                reading.period,
                reading.confidence - (0.1 if notes else 0.0),
                (*reading.notes, *notes),
                reading.left,
            )
    return Reading(text, notes=notes, left=(text,))
