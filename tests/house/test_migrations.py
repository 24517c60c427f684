"""Migrations are gapless, go down as well as up, and make just what the models say."""

import re
from pathlib import Path

import peewee as pw

from ppid import schema
from ppid.db import connect_database

DDL = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
HISTORY = "schema_migration"


def ddl(database: pw.SqliteDatabase) -> dict[tuple[str, str], str]:
    rows = database.execute_sql(DDL).fetchall()
    return {
        (kind, name): re.sub(r"\s+", " ", sql or "")
        for kind, name, table, sql in rows
        if table != HISTORY and not name.startswith(HISTORY)
    }


def test_migrations_are_numbered_without_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted(schema.MIGRATIONS.glob("[0-9]*.py"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_migrated_and_model_made_databases_have_the_same_ddl(tmp_path: Path) -> None:
    migrated = connect_database(tmp_path / "migrated.sqlite3")
    schema.migrate()
    by_migration = ddl(migrated)
    migrated.close()
    made = connect_database(tmp_path / "made.sqlite3")
    schema.create_all()
    by_models = ddl(made)
    made.close()

    assert by_migration == by_models


def test_every_migration_can_be_taken_back(tmp_path: Path) -> None:
    database = connect_database(tmp_path / "back.sqlite3")
    names = schema.migrate()
    schema.unmigrate(names[0])
    left = ddl(database)
    database.close()

    assert left == {}
