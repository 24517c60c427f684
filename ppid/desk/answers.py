"""The question at the desk and its answer: at most five entries, each with its verdict today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, zip_longest

from markupsafe import Markup

from ppid.desk.verdicts import Verdict, verdict_of
from ppid.law.dates import format_date
from ppid.law.standing import Standing, StandingKind, standing
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import office, work_calendar
from ppid.register.bit_sets import EMPTY
from ppid.register.citing import short_citation
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.facts import facts_of
from ppid.register.models import Determination, Entry
from ppid.register.search import Found, Reading, find, highlight
from ppid.register.search.synonyms import Wording, expand

MOST_CARDS = 5


@dataclass(frozen=True)
class Card:
    """One entry as the desk answers it; ``until`` is empty where nothing says when it ends."""

    entry: Entry
    title: Markup
    standing: Standing
    verdict: Verdict
    until: str
    bases: tuple[str, ...]
    excluded_parts: str
    given_instead: str
    determination: Determination | None

    @property
    def is_expiring(self) -> bool:
        """Whether the exclusion is about to end."""
        return self.standing.kind is StandingKind.EXPIRING


@dataclass(frozen=True)
class Answer:
    """What was asked and what the register says to it.

    ``total`` counts all entries found; ``wordings`` are the everyday words that were understood,
    ``nearest`` a likelier spelling, where one is worth offering. ``is_sure`` tells that the words
    were found as they stand, or in the office's own words for them.
    """

    text: str
    cards: tuple[Card, ...]
    total: int
    wordings: tuple[Wording, ...]
    nearest: str
    is_sure: bool


def answer(text: str, on: date) -> Answer:
    """What the register says today to what an applicant asks; nothing for an empty text."""
    typed = find(text) if text else Found(Reading.NOTHING)
    said = [(wording, find(wording.text)) for wording in expand(text)]
    understood = [(wording, found) for wording, found in said if _is_sure(found)]
    others = [found for _wording, found in understood]
    believed = [typed, *others] if _is_sure(typed) or not others else others
    bits = EMPTY
    for found in believed:
        bits |= found.bits
    ids = list(islice(_in_turn(believed), MOST_CARDS))
    stems = frozenset(chain.from_iterable(found.stems for found in believed))
    return Answer(
        text=text,
        cards=tuple(read_cards(ids, on, stems)),
        total=bits.bit_count(),
        wordings=tuple(wording for wording, _found in understood),
        nearest="" if understood else typed.nearest,
        is_sure=any(map(_is_sure, believed)),
    )


def read_cards(
    entry_ids: Sequence[int], on: date, stems: frozenset[str] = frozenset()
) -> list[Card]:
    """The cards of these entries in their order, as they stand on ``on``."""
    dossiers = load_dossiers(entry_ids)
    calendar, remind = work_calendar(), office().remind_workdays
    return [
        _card(dossiers[each], standing_of(dossiers[each], on, calendar, remind), stems)
        for each in entry_ids
        if each in dossiers
    ]


def standing_of(dossier: Dossier, on: date, calendar: WorkCalendar, remind: int) -> Standing:
    """How the entry stands on ``on``."""
    return standing(facts_of(dossier), on, calendar, remind)


def _card(dossier: Dossier, stands: Standing, stems: frozenset[str]) -> Card:
    said = _in_force(dossier, stands)
    return Card(
        entry=dossier.entry,
        title=highlight(dossier.entry.title, stems),
        standing=stands,
        verdict=verdict_of(stands),
        until=_until(stands),
        bases=tuple(dict.fromkeys(map(short_citation, said.bases))) if said else (),
        excluded_parts=said.row.excluded_parts if said else "",
        given_instead=dossier.entry.given_instead,
        determination=said.determination if said else None,
    )


def _in_force(dossier: Dossier, stands: Standing) -> Said | None:
    """What the determination in force says of the entry."""
    return next((said for said in dossier.determined if said.row.id == stands.classification), None)


def _until(stands: Standing) -> str:
    if stands.is_open and stands.since:
        return f"Terbuka sejak {format_date(stands.since)}"
    if stands.kind.is_closed:
        return f"Terbuka mulai {format_date(stands.until)}" if stands.until else ""
    return ""


def _is_sure(found: Found) -> bool:
    return found.reading is Reading.AS_TYPED and bool(found.bits)


def _in_turn(founds: Iterable[Found]) -> Iterator[int]:
    """The entries found, the best of each wording in turn, each entry once."""
    seen: set[int] = set()
    for row in zip_longest(*map(_best, founds)):
        for entry_id in row:
            if entry_id is not None and entry_id not in seen:
                seen.add(entry_id)
                yield entry_id


def _best(found: Found) -> Iterator[int]:
    """Best first where they are ranked, else the newest first."""
    if found.ids:
        return iter(found.ids)
    return _newest(found.bits)


def _newest(bits: int) -> Iterator[int]:
    while bits:
        entry_id = bits.bit_length() - 1
        yield entry_id
        bits ^= 1 << entry_id
