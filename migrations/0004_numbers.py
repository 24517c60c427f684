"""Numbers of papers: the office's patterns, the numbers taken, those passed over and why."""

import json
from datetime import UTC, datetime

from peewee import *

FIRST = "INSERT INTO taken_number (kind, year, number, text, taken_at, taken_for, subject) "
DETERMINATIONS = (
    "SELECT 'penetapan', year, number, number_text, issued_at, '', '' FROM determination"
)
ENTRIES = (
    "SELECT 'entri', 0, CAST(substr(number, 5) AS INTEGER), number, created_at, '', '' "
    "FROM entry WHERE number LIKE 'DIK-%' AND CAST(substr(number, 5) AS INTEGER) > 0"
)
CASES = (
    "SELECT 'perkara', CAST(substr(number, 3, 4) AS INTEGER), "
    "CAST(substr(number, 8) AS INTEGER), number, opened_at, '', '' "
    "FROM case_file WHERE number LIKE 'P-____-%' AND CAST(substr(number, 8) AS INTEGER) > 0"
)
HEADS = (
    "INSERT INTO number_series (kind, year, last_number) "
    "SELECT kind, year, MAX(number) FROM taken_number WHERE true GROUP BY kind, year "
    "ON CONFLICT (kind, year) DO UPDATE SET last_number = excluded.last_number "
    "WHERE excluded.last_number > number_series.last_number"
)


def up(migrator, db):
    class User(Model):
        class Meta:
            database = db
            legacy_table_names = False
            table_name = "user_account"

    class NumberRule(Model):
        kind = CharField(max_length=30, unique=True)
        pattern = CharField(max_length=120)
        mode = CharField(max_length=12)
        changed_at = DateTimeField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "number_rule"

    class TakenNumber(Model):
        kind = CharField(max_length=30)
        year = IntegerField()
        number = IntegerField()
        text = CharField(max_length=80)
        taken_at = DateTimeField()
        taken_for = CharField(max_length=200)
        subject = CharField(max_length=80)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "taken_number"
            indexes = ((("kind", "year", "number"), True),)

    class SkippedNumbers(Model):
        kind = CharField(max_length=30)
        year = IntegerField()
        first_number = IntegerField()
        last_number = IntegerField()
        reason = TextField()
        recorded_at = DateTimeField()
        recorded_by = ForeignKeyField(User, null=True, on_delete="RESTRICT")
        recorded_by_name = CharField(max_length=120)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "skipped_numbers"
            indexes = ((("kind", "year"), False),)

    db.create_tables([NumberRule, TakenNumber, SkippedNumbers])
    for held in (DETERMINATIONS, ENTRIES, CASES):
        db.execute_sql(FIRST + held)
    db.execute_sql(HEADS)
    kept = _one(db, "SELECT value FROM office_setting WHERE key = 'determination_pattern'")
    if kept is not None:
        now = datetime.now(UTC).replace(tzinfo=None)
        NumberRule.create(
            kind="penetapan", pattern=json.loads(kept), mode="otomatis", changed_at=now
        )
        db.execute_sql("DELETE FROM office_setting WHERE key = 'determination_pattern'")


def down(migrator, db):
    kept = _one(db, "SELECT pattern FROM number_rule WHERE kind = 'penetapan'")
    if kept is not None:
        now = datetime.now(UTC).replace(tzinfo=None)
        db.execute_sql(
            "INSERT INTO office_setting (key, value, changed_at) VALUES (?, ?, ?)",
            ("determination_pattern", json.dumps(kept, ensure_ascii=False), str(now)),
        )
    for table in ("skipped_numbers", "taken_number", "number_rule"):
        db.execute_sql(f"DROP TABLE {table}")


def _one(db, sql):
    row = db.execute_sql(sql).fetchone()
    return row[0] if row else None
