"""How long an information stays closed: PP 61/2010 Pasal 5–9, Perki 1/2021 Pasal 51."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from ppid.law.dates import add_days, add_months, format_date


class PeriodKind(StrEnum):
    """The six ways to state a period; every determination must use one (PP 61/2010 Pasal 4(2)d)."""

    UNTIL_DATE = "sampai_tanggal"
    DURATION = "selama_waktu"
    UNTIL_EVENT = "sampai_peristiwa"
    WHILE_CONDITION = "selama_keadaan"
    PER_REGULATION = "menurut_peraturan"
    UNLIMITED = "tidak_terbatas"

    @property
    def label(self) -> str:
        """The Indonesian words for a form's choice."""
        return _LABELS[self]


_LABELS = {
    PeriodKind.UNTIL_DATE: "Sampai tanggal tertentu",
    PeriodKind.DURATION: "Selama waktu tertentu sejak suatu awal",
    PeriodKind.UNTIL_EVENT: "Sampai suatu peristiwa",
    PeriodKind.WHILE_CONDITION: "Selama suatu keadaan berlangsung",
    PeriodKind.PER_REGULATION: "Menurut peraturan yang disebut",
    PeriodKind.UNLIMITED: "Tidak terbatas (hanya huruf g–j)",
}


@dataclass(frozen=True)
class Period:
    """A stated period. Which attributes speak depends on ``kind``; the others stay empty.

    ``ends_on`` is the day of opening (for a date, or read from a regulation by a person);
    ``event_on`` the day the event happened or the condition ceased, once that is confirmed.
    """

    kind: PeriodKind
    starts_on: date | None = None
    ends_on: date | None = None
    years: int = 0
    months: int = 0
    days: int = 0
    start_event: str = ""
    event: str = ""
    event_on: date | None = None
    condition: str = ""
    regulation: str = ""
    review_on: date | None = None

    def end(self) -> date | None:
        """The day the information opens; None while the start is unconfirmed or the end is open.

        The information is open **on** that day, whatever day it is. Months and years that end on
        a day that does not exist end on the month's last day.
        """
        if self.kind is PeriodKind.DURATION:
            return self._end_of_duration()
        if self.kind in {PeriodKind.UNTIL_EVENT, PeriodKind.WHILE_CONDITION}:
            return self.event_on
        if self.kind is PeriodKind.UNLIMITED:
            return None
        return self.ends_on

    def _end_of_duration(self) -> date | None:
        if self.starts_on is None or not self.has_length:
            return None
        return add_days(add_months(self.starts_on, self.years * 12 + self.months), self.days)

    @property
    def has_length(self) -> bool:
        """Tell whether a duration is stated at all."""
        return bool(self.years or self.months or self.days)

    def to_dict(self) -> dict[str, str | int]:
        """A JSON-safe mapping of what is filled in; dates in ISO form."""
        filled = ((each.name, getattr(self, each.name)) for each in fields(self))
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in filled
            if value
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, str | int]) -> "Period":
        """The period that ``to_dict`` wrote; ValueError or KeyError for what it never writes."""
        values: dict[str, object] = {**data, "kind": PeriodKind(str(data["kind"]))}
        for name in _DATE_FIELDS & data.keys():
            values[name] = date.fromisoformat(str(data[name]))
        unknown = values.keys() - {each.name for each in fields(cls)}
        if unknown:
            raise ValueError(f"Bagian jangka waktu tidak dikenal: {', '.join(sorted(unknown))}.")
        return cls(**values)  # type: ignore[arg-type]  # names and kinds were checked above


_DATE_FIELDS = frozenset({"starts_on", "ends_on", "event_on", "review_on"})


def describe(period: Period) -> str:
    """The whole period as a fragment: ``5 tahun sejak 1 Maret 2024, terbuka mulai 1 Maret 2029``.

    What has a review date ends with it (``; ditinjau 1 Juli 2027``).
    """
    return _with_review(period, _WORDS[period.kind](period))


def say_exclusion(period: Period) -> str:
    """The period as it follows the word *Dikecualikan*: ``sampai 18 Januari 2028``."""
    if end := period.end():
        return f"sampai {format_date(end)}"
    if period.kind is PeriodKind.UNLIMITED:
        return _with_review(period, "tanpa batas waktu")
    if period.kind is PeriodKind.DURATION:
        return _with_review(period, f"selama {_duration(period)}")
    return describe(period)


def say_length(period: Period) -> str:
    """The length of a duration: ``5 tahun 6 bulan``; empty when none is stated."""
    parts = ((period.years, "tahun"), (period.months, "bulan"), (period.days, "hari"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _with_review(period: Period, words: str) -> str:
    return f"{words}; ditinjau {format_date(period.review_on)}" if period.review_on else words


def _until_date(period: Period) -> str:
    if period.ends_on is None:
        return "sampai tanggal yang belum diisi"
    return f"sampai {format_date(period.ends_on)} (terbuka mulai tanggal itu)"


def _duration(period: Period) -> str:
    length = say_length(period) or "waktu yang belum diisi"
    return f"{length} {_since(period)}{_opening(period)}"


def _since(period: Period) -> str:
    if period.starts_on is None:
        named = f"sejak {period.start_event} " if period.start_event else ""
        return f"{named}(tanggal mulai belum dipastikan)"
    day = format_date(period.starts_on)
    return f"sejak {period.start_event} ({day})" if period.start_event else f"sejak {day}"


def _opening(period: Period) -> str:
    end = period.end()
    return f", terbuka mulai {format_date(end)}" if end else ""


def _until_event(period: Period) -> str:
    event = _after(("sampai dengan ", "sampai "), period.event) or "peristiwa yang belum diisi"
    return f"sampai {event}{_opening(period)}"


def _while_condition(period: Period) -> str:
    condition = _after(("selama ",), period.condition) or "keadaan yang belum diisi"
    return f"selama {condition}{_opening(period)}"


def _per_regulation(period: Period) -> str:
    regulation = _after(("menurut ",), period.regulation) or "peraturan yang belum diisi"
    return f"menurut {regulation}{_opening(period)}"


def _after(words: tuple[str, ...], text: str) -> str:
    """The text without the words that are said before it anyway."""
    for word in words:
        if text.lower().startswith(word):
            return text[len(word) :].lstrip()
    return text


def _unlimited(_period: Period) -> str:
    return "Tidak terbatas"


_WORDS = {
    PeriodKind.UNTIL_DATE: _until_date,
    PeriodKind.DURATION: _duration,
    PeriodKind.UNTIL_EVENT: _until_event,
    PeriodKind.WHILE_CONDITION: _while_condition,
    PeriodKind.PER_REGULATION: _per_regulation,
    PeriodKind.UNLIMITED: _unlimited,
}
