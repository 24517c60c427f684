"""The migration of numbers: nothing restarts, nothing is lost, and it goes back."""

from collections.abc import Iterator
from pathlib import Path

import peewee as pw
import pytest

from ppid import schema
from ppid.clock import today
from ppid.db import connect_database
from ppid.office.number_queries import check_numbers
from ppid.office.numbering import rule_of, take_next

THIS = "0004_numbers"


@pytest.fixture
def older(tmp_path: Path) -> Iterator[pw.SqliteDatabase]:
    """A register of the version before, with two determinations and a pattern of the office."""
    bound = connect_database(tmp_path / "older.sqlite3")
    runner = schema._runner()
    runner.up("0003_issued_papers")
    fill(bound, "unit", id=1, code="prov", name="Provinsi Contoh", short_name="Prov")
    fill(bound, "user_account", id=1, username="ppid", name="Contoh PPID")
    for number in (1, 4):
        text = f"{number}/LAMA/2025"
        fill(bound, "determination", kind="initial", year=2025, number=number, number_text=text)
    for number in ("DIK-0001", "DIK-0002", "lain-1"):
        fill(bound, "entry", number=number, unit_id=1)
    fill(bound, "procedure_version", id=1, code="sop", version=1, document="{}")
    fill(bound, "case_file", number="P-2025-007", procedure_id=1, opened_by_id=1)
    fill(bound, "number_series", kind="penetapan", year=2025, last_number=6)
    fill(bound, "office_setting", key="determination_pattern", value='"{nomor}/LAMA/{tahun}"')
    yield bound
    bound.close()


def fill(bound: pw.SqliteDatabase, table: str, **told: object) -> None:
    """A row with what is told; every other column that must hold something holds an empty text."""
    columns = bound.execute_sql(f"PRAGMA table_info({table})").fetchall()
    needed = {name: "" for _, name, _, must, default, key in columns if must and not key}
    row = {**needed, **told}
    marks = ", ".join("?" * len(row))
    names = ", ".join(f'"{name}"' for name in row)
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - own names of tables
    bound.execute_sql(sql, tuple(row.values()))


def taken(bound: pw.SqliteDatabase) -> list[tuple[str, int, int, str]]:
    rows = bound.execute_sql("SELECT kind, year, number, text FROM taken_number ORDER BY 1, 2, 3")
    return list(rows.fetchall())


def test_numbers_that_papers_bear_already_are_taken(older: pw.SqliteDatabase) -> None:
    schema._runner().up(THIS)

    assert taken(older) == [
        ("entri", 0, 1, "DIK-0001"),
        ("entri", 0, 2, "DIK-0002"),
        ("penetapan", 2025, 1, "1/LAMA/2025"),
        ("penetapan", 2025, 4, "4/LAMA/2025"),
        ("perkara", 2025, 7, "P-2025-007"),
    ]


def test_no_series_restarts(older: pw.SqliteDatabase) -> None:
    schema._runner().up(THIS)

    heads = older.execute_sql("SELECT kind, year, last_number FROM number_series ORDER BY 1")
    assert heads.fetchall() == [("entri", 0, 2), ("penetapan", 2025, 6), ("perkara", 2025, 7)]
    with older.atomic():
        assert take_next("entri", today()).text == "DIK-0003"


def test_older_holes_wait_for_their_explanation(older: pw.SqliteDatabase) -> None:
    schema._runner().up(THIS)

    holes = [(hole.kind.code, hole.told) for hole in check_numbers()]
    assert holes == [("penetapan", "2–3"), ("penetapan", "5–6"), ("perkara", "1–6")]


def test_the_offices_pattern_goes_along_and_comes_back(older: pw.SqliteDatabase) -> None:
    kept = "SELECT value FROM office_setting WHERE key = 'determination_pattern'"
    schema._runner().up(THIS)
    rule, left = rule_of("penetapan"), older.execute_sql(kept).fetchall()
    schema.unmigrate(THIS)

    assert rule.pattern == "{nomor}/LAMA/{tahun}"
    assert left == []
    assert older.execute_sql(kept).fetchall() == [('"{nomor}/LAMA/{tahun}"',)]
