"""The full-text index agrees with the texts it was made of, whatever was done."""

from collections.abc import Callable

from ppid.db import database
from ppid.register.models import Entry
from ppid.register.search import index_entries, rebuild, remove_entries

CHECK = "INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)"


def test_edits_removals_and_rebuilding_leave_the_index_whole(
    make_entry: Callable[..., Entry],
) -> None:
    entries = [make_entry(f"Risalah penggajian ke {number}") for number in range(8)]
    for entry in entries[:3]:
        Entry.update(title=f"Notulen {entry.number}").where(Entry.id == entry.id).execute()
    with database.atomic():
        index_entries([entry.id for entry in entries])
        remove_entries([entries[4].id, entries[5].id])
    database.execute_sql(CHECK)

    rebuild()
    database.execute_sql(CHECK)

    rows = database.execute_sql("SELECT count(*) FROM entry_search_text").fetchone()
    assert rows == (len(entries),)
