"""``flask database upgrade`` and ``flask demo prepare`` keep the search true to its word rules."""

import pytest
from flask import Flask

from ppid.db import database
from ppid.register.search import find
from ppid.register.search.indexing import engine
from ppid.register.search.public_indexing import engine as public_engine

REINDEXED = "Aturan kata untuk pencarian berubah: "


def made_by_other_rules() -> None:
    for each in (engine, public_engine):
        each.clear()
    database.execute_sql("PRAGMA user_version = 7")


@pytest.mark.parametrize("command", [("database", "upgrade"), ("demo", "prepare")])
def test_an_index_made_by_other_word_rules_is_made_anew_and_told(
    demo: Flask, command: tuple[str, str]
) -> None:
    made_by_other_rules()

    answer = demo.test_cli_runner().invoke(args=command)

    assert answer.exit_code == 0
    assert REINDEXED in answer.output
    assert find("penghasilan").bits
    assert find("penghasilan", public_engine).bits


def test_an_index_made_by_the_same_word_rules_is_left_alone(demo: Flask) -> None:
    made_by_other_rules()
    runner = demo.test_cli_runner()
    runner.invoke(args=["database", "upgrade"])
    engine.clear()

    assert REINDEXED not in runner.invoke(args=["database", "upgrade"]).output
    assert not find("penghasilan").bits


def test_a_demo_just_filled_needs_no_new_index(demo: Flask) -> None:
    assert REINDEXED not in demo.test_cli_runner().invoke(args=["database", "upgrade"]).output
