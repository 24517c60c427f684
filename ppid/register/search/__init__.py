"""Search in the register: the one package that knows a search engine."""

from ppid.register.search.changes import changes_since, last_change
from ppid.register.search.finding import Found, Reading, find
from ppid.register.search.indexing import catch_up, index_entries, rebuild, remove_entries
from ppid.register.search.marking import highlight, holds, snippet
from ppid.register.search.sqlite_engine import create_tables

__all__ = [
    "Found",
    "Reading",
    "catch_up",
    "changes_since",
    "create_tables",
    "find",
    "highlight",
    "holds",
    "index_entries",
    "last_change",
    "rebuild",
    "remove_entries",
    "snippet",
]
