"""What has been indexed since: lets a reader keep what it computed and mend only the rest."""

from collections.abc import Sequence

from ppid.db import database

KEPT = 20_000


def note_changes(entry_ids: Sequence[int]) -> None:
    """Tell readers that these entries were indexed anew, in the transaction that did it."""
    database.cursor().executemany(
        "INSERT INTO entry_change (entry_id) VALUES (?)", [(key,) for key in entry_ids]
    )
    database.execute_sql(
        "DELETE FROM entry_change WHERE id <= (SELECT max(id) FROM entry_change) - ?", (KEPT,)
    )


def last_change() -> int:
    """The number of the latest change; 0 before the first."""
    return int(database.execute_sql("SELECT coalesce(max(id), 0) FROM entry_change").fetchone()[0])


def changes_since(change: int) -> set[int] | None:
    """Entries indexed after that change; None when it is so long ago that nobody remembers."""
    oldest = database.execute_sql("SELECT coalesce(min(id), 0) FROM entry_change").fetchone()[0]
    if oldest > change + 1:
        return None
    rows = database.execute_sql("SELECT entry_id FROM entry_change WHERE id > ?", (change,))
    return {row[0] for row in rows.fetchall()}
