"""Which entries changed for the public since a day: standing, determination or wording."""

from datetime import date, timedelta

from ppid.db import database
from ppid.law.standing_kinds import StandingKind

_CHANGED = f"""SELECT entry_id FROM entry_span WHERE starts_on >= ? AND starts_on <= ?
AND standing <> '{StandingKind.NOT_DETERMINED.value}'
UNION SELECT c.entry_id FROM classification c JOIN determination d ON d.id = c.determination_id
WHERE d.determined_on >= ?
UNION SELECT entry_id FROM public_wording WHERE reviewed_at >= ?"""  # noqa: S608 - our own name
_LATEST = f"""SELECT entry_id, starts_on, standing FROM entry_span WHERE starts_on <= ?
AND starts_on > '0001-01-01' AND standing <> '{StandingKind.NOT_DETERMINED.value}'
ORDER BY starts_on DESC, entry_id DESC LIMIT ?"""  # noqa: S608 - our own name


def changed_since(since: date, until: date) -> list[int]:
    """Entries that changed on ``since`` or later; one day of zones too many, never too few."""
    day, last = since.isoformat(), until.isoformat()
    instant = (since - timedelta(days=1)).isoformat()
    rows = database.execute_sql(_CHANGED, (day, last, day, instant))
    return [row[0] for row in rows.fetchall()]


def latest_standings(on: date, most: int) -> list[tuple[int, date, StandingKind]]:
    """The last changes of standing up to a day, the newest first."""
    rows = database.execute_sql(_LATEST, (on.isoformat(), most)).fetchall()
    return [(row[0], _day(row[1]), StandingKind(row[2])) for row in rows]


def _day(kept: date | str) -> date:
    return kept if isinstance(kept, date) else date.fromisoformat(kept)
