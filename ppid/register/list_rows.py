"""The rows of the list: everything a row shows, in five queries whatever their number."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import peewee as pw

from ppid.accounts.models import Unit
from ppid.db import database
from ppid.law.dates import format_date_short
from ppid.law.findings import FINDINGS, Severity
from ppid.law.periods import Period, PeriodKind
from ppid.law.standing_kinds import StandingKind
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.content import read_period
from ppid.register.list_orders import opens_after
from ppid.register.list_snapshot import Query, shown_classification, span_on
from ppid.register.models import Classification, Entry, EntryFinding, EntrySpan, LegalBasis
from ppid.register.short_bases import BasisRow, short_bases

PAGE = 25
_ENDLESS = {
    PeriodKind.UNTIL_DATE: "tanpa tanggal",
    PeriodKind.DURATION: "mulai belum pasti",
    PeriodKind.UNTIL_EVENT: "sampai peristiwa",
    PeriodKind.WHILE_CONDITION: "selama keadaan",
    PeriodKind.PER_REGULATION: "menurut peraturan",
    PeriodKind.UNLIMITED: "tidak terbatas",
}


class EntryRow(NamedTuple):
    """A row as the database has it; ``classification_id`` is what is in force, else proposed."""

    id: int
    number: str
    title: str
    summary: str
    keywords: str
    given_instead: str
    unit: str
    standing: StandingKind
    since: date
    classification_id: int | None


@dataclass(frozen=True)
class ListRow:
    """A row as the page shows it.

    ``bases`` are short (``h.4``); ``until`` and ``left`` tell how long; ``blocking`` and
    ``warnings`` count findings; ``incomplete`` tells that the law asks for something missing.
    """

    entry: EntryRow
    bases: tuple[str, ...]
    until: str
    left: str
    blocking: int
    warnings: int
    incomplete: bool


def read_rows(entry_ids: Sequence[int], on: date) -> list[ListRow]:
    """The rows of at most 25 entries in the order given, as they stand on ``on``."""
    entries = _entries(entry_ids, on)
    said = [row.classification_id for row in entries.values() if row.classification_id]
    bases = _bases(said)
    periods = dict(_run(_periods_sql(), *_filled(said)))
    findings = _findings(entry_ids)
    openings = {tuple(told): _day(day) for *told, day in _openings(entry_ids, on)}
    return [
        _row(
            entry,
            short_bases(bases[entry.classification_id]),
            _how_long(
                entry,
                openings.get((entry.id, entry.classification_id)),
                periods.get(entry.classification_id),
                on,
            ),
            findings[entry.id],
        )
        for entry_id in entry_ids
        if (entry := entries.get(entry_id))
    ]


def _row(
    entry: EntryRow, bases: tuple[str, ...], how_long: tuple[str, str], codes: list[str]
) -> ListRow:
    rules = [FINDINGS[code] for code in codes]
    blocking = [rule for rule in rules if rule.severity is Severity.BLOCKING]
    return ListRow(
        entry=entry,
        bases=bases,
        until=how_long[0],
        left=how_long[1],
        blocking=len(blocking),
        warnings=len(rules) - len(blocking),
        incomplete=any(rule.gap for rule in blocking),
    )


def _how_long(
    entry: EntryRow, opens_on: date | None, period: str | None, on: date
) -> tuple[str, str]:
    """Until when, and the quieter words below it."""
    if entry.standing.is_open:
        return f"sejak {format_date_short(entry.since)}", ""
    stated = read_period(json.loads(period)) if period else None
    if end := opens_on or (stated.end() if stated else None):
        determined = entry.standing is not StandingKind.NOT_DETERMINED
        left = say_left((end - on).days) if determined else "diusulkan"
        return f"s.d. {format_date_short(end)}", left
    return _without_day(stated) if stated else ("", "")


def _without_day(stated: Period) -> tuple[str, str]:
    """How a period is told that has no last day."""
    review = f"ditinjau {format_date_short(stated.review_on)}" if stated.review_on else ""
    return _ENDLESS[stated.kind], review


def say_left(days: int) -> str:
    """How long from now: in days below two months, in months below three years."""
    if days < 60:
        return f"{days} hari lagi"
    months = days * 12 // 365
    return f"{months} bulan lagi" if months < 36 else f"{months // 12} tahun lagi"


def _entries(entry_ids: Sequence[int], on: date) -> dict[int, EntryRow]:
    rows = _run(_entries_sql(), on.isoformat(), on.isoformat(), *_filled(entry_ids))
    return {row[0]: _entry(row) for row in rows}


def _entry(row: Any) -> EntryRow:  # noqa: ANN401 - a bare row
    *told, standing, since, classification_id = row
    kind = StandingKind(standing) if standing else StandingKind.NOT_DETERMINED
    began = _day(since) if since else date.min
    return EntryRow._make((*told, kind, began, classification_id))


def _bases(classification_ids: Sequence[int]) -> dict[int | None, list[BasisRow]]:
    found: dict[int | None, list[BasisRow]] = defaultdict(list)
    for classification_id, *told in _run(_bases_sql(), *_filled(classification_ids)):
        found[classification_id].append(BasisRow(*told))
    return found


def _findings(entry_ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for entry_id, code in _run(_findings_sql(), *_filled(entry_ids)):
        found[entry_id].append(code)
    return found


def _openings(entry_ids: Sequence[int], on: date) -> list[Any]:
    sql, values = _openings_sql()
    return _run(sql, on.isoformat(), *values, *_filled(entry_ids))


# The statements are built once: building one takes longer than running it. Places for the
# values stand in the order in which the query names them, for one page of entries.
_SOME = list(range(PAGE))
_DAY = date(2000, 1, 1)


@cache
def _entries_sql() -> str:
    return _sql(
        Entry.select(
            *(Entry.id, Entry.number, Entry.title, Entry.summary, Entry.keywords),
            *(Entry.given_instead, Unit.short_name),
            *(EntrySpan.standing, EntrySpan.starts_on, shown_classification()),
        )
        .join(Unit)
        .switch(Entry)
        .join(EntrySpan, pw.JOIN.LEFT_OUTER, on=span_on(_DAY))
        .where(Entry.id.in_(_SOME))
    )


@cache
def _bases_sql() -> str:
    return _sql(
        LegalBasis.select(
            *(LegalBasis.classification, LegalBasis.ground, LegalBasis.citation),
            *(Provision.cite, Regulation.code, Regulation.kind),
            *(Regulation.number, Regulation.year),
        )
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(LegalBasis.classification.in_(_SOME))
        .order_by(LegalBasis.classification, LegalBasis.position)
    )


@cache
def _periods_sql() -> str:
    return _sql(
        Classification.select(Classification.id, Classification.period).where(
            Classification.id.in_(_SOME)
        )
    )


@cache
def _findings_sql() -> str:
    return _sql(
        EntryFinding.select(EntryFinding.entry, EntryFinding.code).where(
            EntryFinding.entry.in_(_SOME)
        )
    )


@cache
def _openings_sql() -> tuple[str, tuple[object, ...]]:
    """The statement, and the names of the open standings that it binds between day and entries."""
    query = EntrySpan.select(
        EntrySpan.entry, EntrySpan.classification, pw.fn.min(EntrySpan.starts_on)
    ).where(opens_after(_DAY), EntrySpan.entry.in_(_SOME))
    sql, values = query.group_by(EntrySpan.entry, EntrySpan.classification).sql()
    return str(sql), tuple(values[1:-PAGE])


def _sql(query: Query) -> str:
    return str(query.sql()[0])


def _run(sql: str, *values: object) -> list[Any]:
    return list(database.execute_sql(sql, values).fetchall())


def _filled(ids: Sequence[int]) -> list[int]:
    """As many ids as the statement has places; no row has the id 0."""
    return [*ids, *([0] * (PAGE - len(ids)))]


def _day(kept: Any) -> date:  # noqa: ANN401 - a day as the engine keeps it
    return kept if isinstance(kept, date) else date.fromisoformat(kept)
