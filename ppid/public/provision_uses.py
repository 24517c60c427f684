"""How many public entries rest on each provision; worked out once a change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ppid.db import database
from ppid.law.standing_kinds import StandingKind
from ppid.register.kept_by_day import KeptByDay

_USES = f"""SELECT b.provision_id, count(DISTINCT e.id) FROM legal_basis b
JOIN entry_span s ON s.classification_id = b.classification_id
AND s.starts_on <= ? AND s.ends_on > ? AND s.standing <> '{StandingKind.NOT_DETERMINED.value}'
JOIN entry e ON e.id = s.entry_id AND e.withdrawn_at IS NULL
WHERE b.provision_id IS NOT NULL GROUP BY b.provision_id"""  # noqa: S608 - our own name


@dataclass(frozen=True)
class Uses:
    """Provision → public entries that rest on it."""

    on: date
    change: int
    counts: Mapping[int, int]


def count_uses(provision_ids: Sequence[int], on: date) -> dict[int, int]:
    """Provision → how many public entries rest on it on ``on``; none for those that have none."""
    counts = _uses.get(on).counts
    return {key: counts[key] for key in provision_ids if key in counts}


def _load(on: date, change: int, only: Collection[int] | None = None) -> Uses:  # noqa: ARG001 - counts are read as a whole
    day = on.isoformat()
    return Uses(on, change, dict(database.execute_sql(_USES, (day, day)).fetchall()))


def _take_fresh(kept: Uses, fresh: Uses, touched: set[int]) -> Uses:  # noqa: ARG001 - see above
    return fresh


_uses = KeptByDay(_load, _take_fresh)
