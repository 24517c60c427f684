"""Readers learn which entries were indexed since they last looked."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid.db import database
from ppid.register.models import Entry
from ppid.register.search import changes, changes_since, index_entries, last_change


def test_nothing_has_changed_in_an_empty_register(app: Flask) -> None:
    assert last_change() == 0
    assert changes_since(0) == set()


def test_a_change_names_its_entry(make_entry: Callable[..., Entry]) -> None:
    first = make_entry("Risalah rapat")
    seen = last_change()
    second = make_entry("Notulen sidang")

    assert changes_since(seen) == {second.id}
    assert changes_since(0) == {first.id, second.id}


def test_who_has_not_looked_for_long_must_look_at_everything(
    make_entry: Callable[..., Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "KEPT", 3)
    entry = make_entry("Risalah rapat")
    seen = last_change()
    for _each in range(5):
        index_entries([entry.id])

    assert changes_since(seen) is None
    assert changes_since(last_change() - 1) == {entry.id}


def test_a_change_that_is_taken_back_was_none(make_entry: Callable[..., Entry]) -> None:
    entry = make_entry("Risalah rapat")
    seen = last_change()
    with database.atomic() as transaction:
        index_entries([entry.id])
        transaction.rollback()

    assert last_change() == seen
