"""The database and the base of every model."""

import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee as pw
from peewee import sqlite3  # type: ignore[attr-defined]  # the driver that peewee chose

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "trusted_schema": 0,
    "journal_size_limit": 64 * 1024 * 1024,
    "cache_size": -8 * 1024,
    "mmap_size": 256 * 1024 * 1024,
    "temp_store": "memory",
}
SAFE_SQLITE = (3, 51, 3)

database = pw.DatabaseProxy()
log = logging.getLogger("ppid.db")


def connect_database(path: Path) -> pw.SqliteDatabase:
    """Bind the models to the file at ``path``; the file is made when it is not there.

    Writers take their lock at once (IMMEDIATE): with SQLite's default most concurrent
    read-then-write transactions fail as locked, whatever the timeout.
    """
    if sqlite3.sqlite_version_info < SAFE_SQLITE:
        log.warning("SQLite %s may lose a write while it resets its log", sqlite3.sqlite_version)
    path.parent.mkdir(parents=True, exist_ok=True)
    bound = pw.SqliteDatabase(str(path), pragmas=PRAGMAS, timeout=15, lock_type="IMMEDIATE")
    database.initialize(bound)
    return bound


if TYPE_CHECKING:
    AnyText = pw.TextField[Any]  # the types of peewee are generic, its classes are not
else:
    AnyText = pw.TextField


class JSONField(AnyText):
    """Plain values kept as JSON text, readable in both engines."""

    def db_value(self, value: object) -> str | None:
        """Write the value as JSON; keys keep their order."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def python_value(self, value: str | None) -> object:
        """Read the value back."""
        return None if value is None else json.loads(value)


class BaseModel(pw.Model):
    """The base of every model: explicit id, snake_case table names."""

    id = pw.AutoField()

    class Meta:
        database = database
        legacy_table_names = False
