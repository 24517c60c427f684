"""How an entry stands on a date: derived from facts, never stored (UU 14/2008, PP 61/2010)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ppid.law.dates import format_date
from ppid.law.facts import (
    ClassificationFacts,
    DisputeFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
)
from ppid.law.grounds import Ground, name_grounds
from ppid.law.lifts import Lift, covers, list_lifts
from ppid.law.periods import say_exclusion
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind
from ppid.law.workdays import WorkCalendar

__all__ = [
    "OPENING_WORKDAYS",
    "ClassificationFacts",
    "DisputeFacts",
    "EntryFacts",
    "Extent",
    "OpeningFacts",
    "OpeningKind",
    "Standing",
    "StandingKind",
    "classification_standing",
    "last_opening_day",
    "standing",
]

OPENING_WORKDAYS = 30


@dataclass(frozen=True)
class Standing:
    """One standing with its reason: a whole Indonesian sentence that carries the law.

    ``since`` is the day it began, ``until`` the day the information opens, both as far as known;
    ``classification`` the key of the determination in force; ``grounds`` the huruf that still
    close; ``extent`` how much that determination closed.
    """

    kind: StandingKind
    reason: str
    article: str
    since: date | None = None
    until: date | None = None
    classification: int | None = None
    grounds: tuple[Ground, ...] = ()
    extent: Extent | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the law has opened the information."""
        return self.kind.is_open


def last_opening_day(end: date, calendar: WorkCalendar) -> date:
    """The last day to issue the opening: the 30th working day strictly before ``end``.

    PP 61/2010 Pasal 11(2). Perki 1/2021 Pasal 52(1) says 30 days, and its days are working days
    (Pasal 1 angka 22); read as calendar days it would be later, so this is the earlier of the two.
    """
    return calendar.before(end, OPENING_WORKDAYS)


def standing(
    facts: EntryFacts, on: date, calendar: WorkCalendar, remind_workdays: int = OPENING_WORKDAYS
) -> Standing:
    """How the entry stands on ``on``.

    When several facts speak they weigh in this order: not determined, final ruling, opening
    determination, consent, public office, open court, expiry, dispute, expiring, partly, excluded.
    ``remind_workdays`` before the end it counts as expiring; fewer than 30 are taken as 30.
    """
    classification = facts.in_force_on(on)
    if classification is None:
        return _not_determined(facts)
    lifts = list_lifts(facts, classification)
    done = tuple(lift for lift in lifts if lift.on <= on)
    if covers(done, classification.grounds):
        return _opened(classification, done)
    closed = _Closed(classification, done, _next_end(lifts, done, classification.grounds))
    running = [dispute for dispute in facts.disputes if dispute.runs_on(on)]
    if running:
        return _held(closed, min(running, key=lambda dispute: dispute.opened_on))
    if closed.ending:
        warned_on = calendar.before(closed.ending.on, max(remind_workdays, OPENING_WORKDAYS))
        if on >= warned_on:
            return _expiring(closed, warned_on, last_opening_day(closed.ending.on, calendar))
    return _excluded(closed)


def classification_standing(
    facts: EntryFacts, key: int, on: date, calendar: WorkCalendar
) -> Standing:
    """How one determination stands on ``on``: superseded, not yet in effect, or as the entry does.

    A superseded one no longer closes anything from the day its successor takes effect (Perki
    1/2021 Pasal 53(5)). KeyError when the entry has no such classification.
    """
    classification = _by_key(facts, key)
    if classification.effective_on > on:
        return _not_determined(EntryFacts(None, (classification,)))
    current = facts.in_force_on(on)
    if current is None or current.key == key:
        return standing(facts, on, calendar)
    successor = _successor(facts, classification)
    return Standing(
        StandingKind.SUPERSEDED,
        f"Digantikan sejak {format_date(successor.effective_on)} oleh {successor.label}.",
        "Perki 1/2021 Pasal 53 ayat (5)",
        since=successor.effective_on,
        classification=key,
        extent=classification.extent,
    )


def _by_key(facts: EntryFacts, key: int) -> ClassificationFacts:
    for classification in facts.classifications:
        if classification.key == key:
            return classification
    raise KeyError(key)


def _successor(facts: EntryFacts, classification: ClassificationFacts) -> ClassificationFacts:
    """The next determination to take effect; of two on one day the later issued."""
    in_order = sorted(facts.classifications, key=lambda each: each.effective_on)
    later = in_order[in_order.index(classification) + 1 :]
    return facts.in_force_on(later[0].effective_on) or later[0]


@dataclass(frozen=True)
class _Closed:
    """A classification that still closes: what is lifted of it already, and what will open it."""

    classification: ClassificationFacts
    done: tuple[Lift, ...]
    ending: Lift | None

    @property
    def until(self) -> date | None:
        return self.ending.on if self.ending else None

    @property
    def lifted(self) -> tuple[Ground, ...]:
        return tuple(each for each in self.classification.grounds if covers(self.done, (each,)))

    @property
    def grounds(self) -> tuple[Ground, ...]:
        return tuple(each for each in self.classification.grounds if each not in self.lifted)

    def say(self) -> str:
        """``dikecualikan sampai 18 Januari 2028 (Penetapan 3 Tahun 2025; Pasal 17 huruf h)``."""
        partly = self.classification.extent is Extent.PARTIAL
        verb = "dikecualikan sebagian" if partly else "dikecualikan"
        return f"{verb} {self._span()} ({self.classification.source}){self._already_open()}"

    def _span(self) -> str:
        if self.ending is None:
            return say_exclusion(self.classification.period)
        ceiling = f", {self.ending.because}" if self.ending.grounds else ""
        return f"sampai {format_date(self.ending.on)}{ceiling}"

    def _already_open(self) -> str:
        return f"; {name_grounds(self.lifted)} sudah tidak menutup" if self.lifted else ""

    def standing(self, kind: StandingKind, reason: str, article: str, since: date) -> Standing:
        return Standing(
            kind,
            reason,
            article,
            since=max(since, self.classification.effective_on),
            until=self.until,
            classification=self.classification.key,
            grounds=self.grounds,
            extent=self.classification.extent,
        )


def _next_end(
    lifts: Iterable[Lift], done: tuple[Lift, ...], grounds: tuple[Ground, ...]
) -> Lift | None:
    """The end that opens the entry by itself, whatever people still decide; None if none will."""
    gathered = list(done)
    for lift in lifts:
        if lift.kind is StandingKind.EXPIRED:
            gathered.append(lift)
            if covers(gathered, grounds):
                return lift
    return None


def _not_determined(facts: EntryFacts) -> Standing:
    """Nothing is closed without a consequence test and a determination (UU 14/2008 Pasal 19)."""
    coming = min(facts.classifications, key=lambda each: each.effective_on, default=None)
    follows = (
        f"{coming.label} berlaku mulai {format_date(coming.effective_on)}"
        if coming
        else "belum ada penetapan pengecualian"
    )
    return Standing(
        StandingKind.NOT_DETERMINED,
        f"Belum ditetapkan: {follows} (UU 14/2008 Pasal 19).",
        "UU 14/2008 Pasal 19; PP 61/2010 Pasal 3 ayat (1)",
    )


def _opened(classification: ClassificationFacts, done: tuple[Lift, ...]) -> Standing:
    kind = next(kind for kind in OPEN_KINDS if covers(_up_to(done, kind), classification.grounds))
    deciding = _deciding(_up_to(done, kind), classification.grounds)
    since = max(deciding[-1].on, classification.effective_on)
    because = " dan ".join(f"{lift.because} ({lift.source})" for lift in deciding)
    article = "; ".join(dict.fromkeys(lift.article for lift in deciding))
    return Standing(
        kind,
        f"Terbuka sejak {format_date(since)} karena {because}, sesuai {article}.",
        article,
        since=since,
        until=since,
        classification=classification.key,
        extent=classification.extent,
    )


def _up_to(lifts: tuple[Lift, ...], kind: StandingKind) -> tuple[Lift, ...]:
    """The lifts at least as weighty as ``kind``."""
    return tuple(lift for lift in lifts if lift.weight <= OPEN_KINDS.index(kind))


def _deciding(lifts: tuple[Lift, ...], grounds: tuple[Ground, ...]) -> tuple[Lift, ...]:
    """The earliest lifts that together opened it, without those that were not needed."""
    first = next(
        lifts[:count] for count in range(1, len(lifts) + 1) if covers(lifts[:count], grounds)
    )
    last = first[-1]
    needed = [last]
    for lift in reversed(first[:-1]):
        others = [each for each in first if each not in (lift, *needed)]
        if not covers((*others, *needed), grounds):
            needed.insert(0, lift)
    return tuple(needed)


def _held(closed: _Closed, dispute: DisputeFacts) -> Standing:
    """While an objection or dispute runs the entry is on hold (UU 14/2008 Pasal 35–38)."""
    since = max(dispute.opened_on, closed.classification.effective_on)
    return closed.standing(
        StandingKind.HELD,
        f"Tertahan sejak {format_date(since)} karena {dispute.reference}; {closed.say()}.",
        "UU 14/2008 Pasal 35–38",
        since,
    )


def _expiring(closed: _Closed, warned_on: date, last_day: date) -> Standing:
    """PPID issues the opening at the latest 30 working days before the end (PP 61 Pasal 11(2))."""
    said = closed.say()
    return closed.standing(
        StandingKind.EXPIRING,
        f"Akan berakhir: {said}; penetapan pembukaan paling lambat {format_date(last_day)}.",
        "PP 61/2010 Pasal 11 ayat (2); Perki 1/2021 Pasal 52 ayat (1)",
        warned_on,
    )


def _excluded(closed: _Closed) -> Standing:
    """Closed, in whole or in part; a part never closes the whole (Perki 1/2021 Pasal 50(3))."""
    partly = closed.classification.extent is Extent.PARTIAL
    named = name_grounds(closed.grounds)
    basis = f"UU 14/2008 Pasal 17 {named}" if named else "UU 14/2008 Pasal 17"
    return closed.standing(
        StandingKind.PARTIAL if partly else StandingKind.EXCLUDED,
        f"{closed.say()[0].upper()}{closed.say()[1:]}.",
        f"Perki 1/2021 Pasal 50 ayat (2)–(3); {basis}" if partly else basis,
        closed.classification.effective_on,
    )
