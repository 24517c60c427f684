"""What the public may know of entries, read from public columns alone.

Every public page, count, feed and file is made of these records and of nothing else. What was
never determined, or was withdrawn, cannot come out of the statements below.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ppid.db import database
from ppid.law.facts import Extent
from ppid.law.grounds import Ground
from ppid.law.standing_kinds import OPEN_KINDS, StandingKind
from ppid.public.periods import tell_period
from ppid.register.acts import DeterminationKind
from ppid.register.content import KIP, read_period
from ppid.register.public_bases import cite_outside
from ppid.register.public_wording import PublicTexts
from ppid.register.short_bases import BasisRow, short_bases

NO_TEXTS = PublicTexts()


class PublicBasis(NamedTuple):
    """A legal basis by the catalogue; ``cite`` is empty where only another law's article is sure.

    ``short`` fits a row, ``named`` a sentence; ``meaning`` is the provision in plain words.
    """

    short: str
    named: str
    regulation: str
    code: str
    provision_id: int | None
    meaning: str
    ground: str


class Act(NamedTuple):
    """A determination as far as it is public: what it was, its number, its days."""

    kind: DeterminationKind
    number_text: str
    number: int
    year: int
    determined_on: date
    effective_on: date

    @property
    def named(self) -> str:
        """How it is named in a sentence."""
        return f"{self.kind.label} Nomor {self.number_text}"


@dataclass(frozen=True)
class PublicRecord:
    """One entry of the public register on a day.

    ``texts`` is empty while no wording was reviewed. ``since`` begins the standing, ``opens_on``
    ends it by law where that is known; ``excluded_since`` is the first determination's day.
    """

    id: int
    number: str
    unit: str
    unit_short: str
    unit_code: str
    texts: PublicTexts
    standing: StandingKind
    since: date
    opens_on: date | None
    excluded_since: date
    extent: Extent
    period: str
    review_on: date | None
    act: Act
    bases: tuple[PublicBasis, ...]

    @property
    def is_worded(self) -> bool:
        """Whether a wording was reviewed."""
        return bool(self.texts.title)

    @property
    def title(self) -> str:
        """The public title, or that there is none yet."""
        return self.texts.title or "Rumusan publik belum ditetapkan"

    @property
    def grounds(self) -> tuple[str, ...]:
        """The huruf of Pasal 17 that were cited, in the order of the law."""
        return tuple(sorted({basis.ground for basis in self.bases if basis.ground in set(Ground)}))

    @property
    def short_bases(self) -> tuple[str, ...]:
        """``h.4``, ``UU 43/2009``; each once."""
        return tuple(dict.fromkeys(basis.short for basis in self.bases if basis.short))


def read_records(entry_ids: Sequence[int], on: date) -> list[PublicRecord]:
    """The records of these entries in this order, as they stand on ``on``, in four queries."""
    ids = json.dumps(list(entry_ids))
    day = on.isoformat()
    entries = _run(_ENTRIES, ids, day, day)
    said = [row[7] for row in entries]
    wordings = {row[0]: row[1:] for row in _run(_WORDINGS, ids)}
    bases = read_bases(said)
    openings = {tuple(told): _day(on_day) for *told, on_day in _run(_OPENINGS, ids, day)}
    return [
        _record(row, wordings.get(row[0]), bases[row[7]], openings.get((row[0], row[7])))
        for row in entries
    ]


def read_numbers(entry_ids: Sequence[int]) -> list[str]:
    """The numbers of these entries in this order."""
    return [row[0] for row in _run(_NUMBERS, json.dumps(list(entry_ids)))]


def _record(
    row: Any,  # noqa: ANN401 - a bare row
    wording: Any,  # noqa: ANN401 - a bare row, or none
    bases: list[PublicBasis],
    opens_on: date | None,
) -> PublicRecord:
    entry_id, number, unit, short, code, standing, since, said, extent, kept, first, *act = row
    period = read_period(json.loads(kept)) if kept else None
    reviewed = wording is not None and wording[0] == said
    return PublicRecord(
        *(entry_id, number, unit, short, code),
        texts=PublicTexts(*wording[1:]) if wording else NO_TEXTS,
        standing=StandingKind(standing),
        since=_day(since),
        opens_on=opens_on,
        excluded_since=_day(first),
        extent=Extent(extent),
        period=tell_period(period, reviewed=reviewed),
        review_on=period.review_on if period else None,
        act=read_act(act),
        bases=tuple(bases),
    )


def read_act(row: Sequence[Any]) -> Act:
    """A determination from its public columns, in the order of ``ACT_COLUMNS``."""
    kind, number_text, number, year, determined_on, effective_on = row
    named = DeterminationKind(kind)
    return Act(named, number_text, number, year, _day(determined_on), _day(effective_on))


def read_bases(classification_ids: Sequence[int]) -> dict[int, list[PublicBasis]]:
    """The bases of classifications, each in its order."""
    found: dict[int, list[PublicBasis]] = defaultdict(list)
    for said, *told in _run(_BASES, json.dumps(list(dict.fromkeys(classification_ids)))):
        found[said].append(_basis(*told))
    return found


def _basis(
    ground: str | None,
    citation: str,
    provision_id: int | None,
    *catalogue: Any,  # noqa: ANN401 - the columns of the catalogue, as they come
) -> PublicBasis:
    cite, summary, code, kind, number, year, title = catalogue
    if cite is None:
        outside = cite_outside(citation)
        short = outside.partition(" Pasal ")[0]
        return PublicBasis(short, outside, "", "", None, "", ground or "")
    (short,) = short_bases([BasisRow(ground, "", cite, code, kind, number, year)]) or (cite,)
    named = cite if code == KIP else f"{kind} {number}/{year} {cite}"
    return PublicBasis(short, named, title, code, provision_id, summary, ground or "")


def _run(sql: str, *values: object) -> list[Any]:
    return list(database.execute_sql(sql, values).fetchall())


def _day(kept: Any) -> date:  # noqa: ANN401 - a day as the engine keeps it
    return kept if isinstance(kept, date) else date.fromisoformat(kept)


# Built once; the inner joins are the wall: no determination in force, no row.
ACT_COLUMNS = "d.kind, d.number_text, d.number, d.year, d.determined_on, d.effective_on"
NOT_OPEN_TO_ALL = StandingKind.NOT_DETERMINED.value
_OPEN = ", ".join(f"'{kind.value}'" for kind in OPEN_KINDS)
_ENTRIES = f"""SELECT e.id, e.number, u.name, u.short_name, u.code, s.standing, s.starts_on,
c.id, c.extent, c.period, (SELECT min(f.starts_on) FROM entry_span f
WHERE f.entry_id = e.id AND f.standing <> '{NOT_OPEN_TO_ALL}'), {ACT_COLUMNS}
FROM json_each(?) k JOIN entry e ON e.id = k.value AND e.withdrawn_at IS NULL
JOIN unit u ON u.id = e.unit_id
JOIN entry_span s ON s.entry_id = e.id AND s.starts_on <= ? AND s.ends_on > ?
AND s.standing <> '{NOT_OPEN_TO_ALL}'
JOIN classification c ON c.id = s.classification_id
JOIN determination d ON d.id = c.determination_id
ORDER BY k.key"""  # noqa: S608 - our own constants
_NUMBERS = """SELECT e.number FROM json_each(?) k JOIN entry e ON e.id = k.value
AND e.withdrawn_at IS NULL ORDER BY k.key"""
_WORDINGS = """SELECT w.entry_id, w.classification_id, w.title, w.what_is_closed, w.given_instead,
w.consequence, w.benefit FROM public_wording w WHERE w.id IN (SELECT max(r.id)
FROM public_wording r WHERE r.reviewed_at IS NOT NULL
AND r.entry_id IN (SELECT value FROM json_each(?)) GROUP BY r.entry_id)"""
_BASES = """SELECT b.classification_id, b.ground, b.citation, p.id, p.cite, p.summary, r.code,
r.kind, r.number, r.year, r.title FROM legal_basis b
LEFT JOIN provision p ON p.id = b.provision_id LEFT JOIN regulation r ON r.id = p.regulation_id
WHERE b.classification_id IN (SELECT value FROM json_each(?))
ORDER BY b.classification_id, b.position"""
_OPENINGS = f"""SELECT entry_id, classification_id, min(starts_on) FROM entry_span
WHERE entry_id IN (SELECT value FROM json_each(?)) AND starts_on > ?
AND standing IN ({_OPEN}) GROUP BY entry_id, classification_id"""  # noqa: S608 - our own names
