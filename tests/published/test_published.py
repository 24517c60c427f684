"""A register that public bodies really published, loaded as the product loads it.

Its text belongs to them: it is read from the file that ``PUBLISHED_REGISTER`` names.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.cli.setup import prepare_register
from ppid.exchange.actions import LoadReport, load_register
from ppid.law.citations.score import main as score_citations
from ppid.register.models import Classification, Determination, Entry, EntryOriginal, EntrySpan

LABELS = Path(__file__).resolve().parents[1] / "law" / "citations" / "labels_published.json"


@pytest.fixture
def path() -> Path:
    return Path(os.environ["PUBLISHED_REGISTER"])


@pytest.fixture
def rows(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture
def loaded(app: Flask, path: Path) -> LoadReport:
    prepare_register()
    return load_register(CommandLine(), path)


def test_all_210_entries_load_and_none_is_said_to_be_complete(loaded: LoadReport) -> None:
    assert (loaded.added, loaded.incomplete) == (210, 210)
    assert Entry.select().count() == 210


def test_loading_twice_is_loading_once(loaded: LoadReport, path: Path) -> None:
    again = load_register(CommandLine(), path)

    assert (again.added, again.known) == (0, 210)


def test_every_original_text_is_kept_untouched(
    loaded: LoadReport, rows: list[dict[str, Any]]
) -> None:
    kept = sorted((row.texts for row in EntryOriginal.select()), key=lambda texts: texts["id"])

    assert kept == sorted(rows, key=lambda row: row["id"])


def test_nothing_is_determined_and_nothing_ends_by_guess(loaded: LoadReport) -> None:
    standings = {row.standing for row in EntrySpan.select(EntrySpan.standing)}

    assert standings == {"belum_ditetapkan"}
    assert Determination.select().count() == 0
    assert Classification.select().where(Classification.period.is_null(False)).count() == 0


def test_cells_that_are_empty_in_the_file_are_found_missing(
    loaded: LoadReport, rows: list[dict[str, Any]]
) -> None:
    counts = {found.code: found.entries for found in loaded.findings}
    empty = sum(not row["consequence_open"].strip() for row in rows)

    assert counts["tanpa-akibat-dibuka"] == empty
    assert counts["tanpa-lembar-uji"] == 210


def test_citations_are_read_as_they_were_labelled_by_hand(path: Path) -> None:
    assert score_citations([str(path), str(LABELS)]) == 0
