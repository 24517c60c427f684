"""Numbers of papers: taken in the transaction that uses them, gapless, never twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from ppid.audit.actions import Actor, Subject, record
from ppid.db import database
from ppid.errors import Refused
from ppid.office.models import NumberRule, NumberSeries, SkippedNumbers, TakenNumber
from ppid.office.number_kinds import EVERY_YEAR, Mode, number_kind
from ppid.office.number_patterns import LONGEST, preview_pattern, write_number

NUMBERS = Subject("office", 0, "Pengaturan kantor")
AT_ONCE = 100


@dataclass(frozen=True)
class Rule:
    """How a kind is numbered now."""

    pattern: str
    mode: Mode

    def preview(self, on: date) -> str:
        """The number with its running part left open; empty when none will be taken."""
        return preview_pattern(self.pattern, on) if self.mode is Mode.AUTOMATIC else ""


@dataclass(frozen=True)
class Taker:
    """What a number was taken for, in words; ``subject`` leads to it: ``langkah:P-2026-001:7``."""

    words: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Taken:
    """A number of a series and the text by which it is cited."""

    number: int
    text: str


NOBODY = Taker()


def rule_of(kind: str) -> Rule:
    """The office's pattern and way for a kind; what was never set has its default."""
    known = number_kind(kind)
    kept = None if known.fixed else NumberRule.get_or_none(NumberRule.kind == kind)
    if kept is None:
        return Rule(known.pattern, known.mode)
    return Rule(kept.pattern, Mode(kept.mode))


def take_paper_number(kind: str, on: date, taker: Taker = NOBODY, typed: str = "") -> str:
    """The number of a paper dated ``on``, taken inside the transaction that makes the paper.

    Where the office fills in its own numbers that is ``typed``, and nothing is taken; where the
    kind bears none it is empty. Rolled back, it is given back.
    """
    match rule_of(kind).mode:
        case Mode.NONE:
            return ""
        case Mode.TYPED:
            return _typed(kind, typed)
        case _:
            return take_next(kind, on, taker).text


def preview_number(kind: str, on: date) -> str:
    """What the number will look like, ``…/PPID.DIK/I/2026``; empty when none will be taken."""
    return rule_of(kind).preview(on)


def take_next(kind: str, on: date, taker: Taker = NOBODY, text: str = "") -> Taken:
    """The next number of the series; ``text`` where it is cited otherwise than by the pattern."""
    year = series_year(kind, on)
    number = _advance(kind, year, 1)
    written = text or write_number(rule_of(kind).pattern, number, on)
    TakenNumber.create(
        kind=kind,
        year=year,
        number=number,
        text=written,
        taken_for=taker.words,
        subject=taker.subject,
    )
    return Taken(number, written)


def take_numbers(kind: str, on: date, count: int) -> list[Taken]:
    """So many consecutive numbers of the series, in their order."""
    year, pattern = series_year(kind, on), rule_of(kind).pattern
    last = _advance(kind, year, count)
    taken = [Taken(n, write_number(pattern, n, on)) for n in range(last - count + 1, last + 1)]
    rows = [{"kind": kind, "year": year, "number": n.number, "text": n.text} for n in taken]
    for start in range(0, count, AT_ONCE):
        TakenNumber.insert_many(rows[start : start + AT_ONCE]).execute()
    return taken


def note_number(actor: Actor, kind: str, on: date, taken: Taken, *, why_skipped: str = "") -> None:
    """Take a number that an earlier paper already bears; the series goes on after the highest.

    The numbers passed over are a hole until ``why_skipped`` explains it, now or later.
    """
    year = series_year(kind, on)
    if taken.number < 1:
        raise Refused("Isi nomor dengan bilangan mulai dari 1.", "number")
    last = _advance(kind, year, 0)
    if is_taken(kind, year, taken.number):
        raise Refused(f"Nomor {taken.number} Tahun {year} sudah dipakai.", "number")
    _advance(kind, year, max(0, taken.number - last))
    TakenNumber.create(kind=kind, year=year, number=taken.number, text=taken.text)
    if why_skipped and taken.number > last + 1:
        write_skipped(actor, kind, year, (last + 1, taken.number - 1), why_skipped)


def write_skipped(actor: Actor, kind: str, year: int, span: tuple[int, int], reason: str) -> None:
    """Keep why the numbers from … to … (inclusive) are not in the register; they stay unused."""
    _demand_transaction()
    first, last = span
    SkippedNumbers.create(
        kind=kind,
        year=year,
        first_number=first,
        last_number=last,
        reason=reason,
        recorded_by=actor.id,
        recorded_by_name=actor.name,
    )
    told = f"{first}" if first == last else f"{first}–{last}"
    of = number_kind(kind).label if year == EVERY_YEAR else f"{number_kind(kind).label} {year}"
    changes: Sequence[dict[str, str]] = [
        {"field": f"nomor {told} ({of})", "before": "", "after": reason}
    ]
    summary = f"Menjelaskan nomor {told} yang dilewati: {of}"
    record(actor, "explained-numbers", summary, subjects=[NUMBERS], changes=changes)


def skip_to(kind: str, year: int, last: int) -> None:
    """Move the series on, so that the next number taken is the one after ``last``."""
    now = _advance(kind, year, 0)
    _advance(kind, year, max(0, last - now))


def last_number(kind: str, year: int) -> int:
    """The highest number used up so far; 0 when the series has not begun."""
    row = NumberSeries.get_or_none(NumberSeries.kind == kind, NumberSeries.year == year)
    return int(row.last_number) if row else 0


def is_taken(kind: str, year: int, number: int) -> bool:
    """Whether a paper bears this number."""
    return bool(
        TakenNumber.select()
        .where(TakenNumber.kind == kind, TakenNumber.year == year, TakenNumber.number == number)
        .exists()
    )


def series_year(kind: str, on: date) -> int:
    """The year whose series a paper of that day belongs to."""
    return on.year if number_kind(kind).yearly else EVERY_YEAR


def _advance(kind: str, year: int, count: int) -> int:
    """The last number of the series after ``count`` more.

    One statement finds and moves it, so writers wait for each other here and see what was written.
    """
    _demand_transaction()
    NumberSeries.insert(kind=kind, year=year, last_number=count).on_conflict(
        conflict_target=[NumberSeries.kind, NumberSeries.year],
        update={NumberSeries.last_number: NumberSeries.last_number + count},
    ).execute()
    return last_number(kind, year)


def _typed(kind: str, typed: str) -> str:
    if not typed:
        raise Refused(f"Isi nomor {number_kind(kind).label}.", "number")
    if len(typed) > LONGEST:
        raise Refused(f"Nomor paling banyak {LONGEST} huruf.", "number")
    return typed


def _demand_transaction() -> None:
    bound: pw.Database = database.obj
    if not bound.in_transaction():
        raise RuntimeError("a number is taken in the transaction that uses it")
