"""One entry of the public register, as its page tells it."""

from dataclasses import dataclass
from datetime import date

from ppid.law.dates import format_date_short
from ppid.law.facts import Extent
from ppid.law.grounds import Ground, ground_name, ground_text
from ppid.public.history import PublicEvent, list_events
from ppid.public.records import PublicBasis, PublicRecord
from ppid.public.telling import tell_standing


@dataclass(frozen=True)
class GroundLine:
    """A huruf of Pasal 17 with what it protects, in plain words."""

    letter: str
    name: str
    text: str


@dataclass(frozen=True)
class PeriodLine:
    """The period as a bar: ``share`` is the day's place on it in per cent, None without an end."""

    start: str
    end: str
    share: int | None


@dataclass(frozen=True)
class EntryPage:
    """What the page shows beside the record itself."""

    record: PublicRecord
    on: date
    sentence: str
    bases: tuple[PublicBasis, ...]
    grounds: tuple[GroundLine, ...]
    period: PeriodLine
    events: tuple[PublicEvent, ...]

    @property
    def is_partial(self) -> bool:
        """Whether only parts are closed."""
        return self.record.extent is Extent.PARTIAL

    @property
    def is_open(self) -> bool:
        """Whether the law has opened it."""
        return self.record.standing.is_open


def read_entry_page(record: PublicRecord, on: date) -> EntryPage:
    """The page of an entry as it stood on ``on``."""
    return EntryPage(
        record=record,
        on=on,
        sentence=tell_standing(record),
        bases=tuple(basis for basis in record.bases if basis.named),
        grounds=tuple(_ground(letter) for letter in record.grounds),
        period=_period(record, on),
        events=tuple(list_events(record.id, on)),
    )


def _ground(letter: str) -> GroundLine:
    ground = Ground(letter)
    return GroundLine(letter, ground_name(ground), ground_text(ground))


def _period(record: PublicRecord, on: date) -> PeriodLine:
    start = record.excluded_since
    end = record.since if record.standing.is_open else record.opens_on
    if end is None or end <= start:
        return PeriodLine(format_date_short(start), "tanpa tanggal berakhir", None)
    share = max(0, min(100, (on - start).days * 100 // (end - start).days))
    said = "terbuka sejak" if record.standing.is_open else "terbuka mulai"
    return PeriodLine(format_date_short(start), f"{said} {format_date_short(end)}", share)
