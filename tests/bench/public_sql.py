"""The questions that the public pages ask, as plain SQL for whoever serves the same file."""

import re

from ppid.law.standing_kinds import OPEN_KINDS, StandingKind

PAGE = 25
OPEN = ", ".join(f"'{kind.value}'" for kind in OPEN_KINDS)
UNDETERMINED = StandingKind.NOT_DETERMINED.value
TODAY = (
    "JOIN entry_span s ON s.entry_id = e.id AND s.starts_on <= :day AND s.ends_on > :day "
    f"AND s.standing <> '{UNDETERMINED}'"
)
PUBLIC = f"FROM entry e {TODAY} WHERE e.withdrawn_at IS NULL"
LISTED = f"SELECT e.id, e.id AS place {PUBLIC} ORDER BY e.id LIMIT {PAGE}"
FOUND = (
    "SELECT rowid AS id, row_number() OVER () AS place FROM (SELECT rowid FROM public_search "
    "WHERE public_search MATCH :q ORDER BY bm25(public_search, 8.0, 4.0, 2.0, 1.0), rowid DESC "
    "LIMIT 25)"
)
ROWS = f"""WITH shown AS ({{shown}})
SELECT e.number, w.title, u.short_name AS unit, s.standing, s.starts_on AS since,
(SELECT min(o.starts_on) FROM entry_span o WHERE o.entry_id = e.id AND o.starts_on > :day
AND o.standing IN ({OPEN})) AS opens_on,
(SELECT group_concat(b.citation, ', ') FROM legal_basis b
WHERE b.classification_id = s.classification_id) AS bases
FROM shown JOIN entry e ON e.id = shown.id JOIN unit u ON u.id = e.unit_id {TODAY}
JOIN public_wording w ON w.id = (SELECT max(r.id) FROM public_wording r
WHERE r.entry_id = e.id AND r.reviewed_at IS NOT NULL)
ORDER BY shown.place"""  # noqa: S608 - our own words
WITHIN = " AND e.id IN (SELECT rowid FROM public_search WHERE public_search MATCH :q)"
BY_GROUND = f"""SELECT b.ground, count(DISTINCT e.id) FROM entry e {TODAY} JOIN legal_basis b
ON b.classification_id = s.classification_id WHERE e.withdrawn_at IS NULL
AND b.ground IS NOT NULL{{within}} GROUP BY 1"""  # noqa: S608 - our own words
FACETS = {
    "by_standing": f"SELECT s.standing, count(*) {PUBLIC}{{within}} GROUP BY 1",
    "by_unit": f"SELECT e.unit_id, count(*) {PUBLIC}{{within}} GROUP BY 1",
    "by_ground": BY_GROUND,
}
QUERIES = {
    "list_rows": ROWS.format(shown=LISTED),
    "search_rows": ROWS.format(shown=FOUND),
    "list_count": f"SELECT count(*) {PUBLIC}",
    "search_count": "SELECT count(*) FROM public_search WHERE public_search MATCH :q",
    **{f"list_{name}": sql.format(within="") for name, sql in FACETS.items()},
    **{f"search_{name}": sql.format(within=WITHIN) for name, sql in FACETS.items()},
}
"""What a page shows and counts, by name; ``:q`` is an expression of FTS5, ``:day`` today."""


def with_names(style: str) -> dict[str, str]:
    """The same with the parameters written as a driver wants them: ``%(day)s``."""
    return {
        name: re.sub(r":(q|day)\b", lambda found: style % found[1], sql)
        for name, sql in QUERIES.items()
    }
