"""The public register of the demo, with canaries in everything that is internal."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from ppid import clock, create_app
from ppid.db import database
from ppid.register import index
from ppid.register.models import Classification, Entry
from ppid.register.public_wording import TEXTS, PublicWording
from ppid.settings import Settings
from tests.public.planting import Canaries, plant_files

KEY = "k" * 48


@pytest.fixture(scope="session")
def planted_made(
    demo_made: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, str]]:
    """A demo register with a canary in every internal text, made once."""
    folder = tmp_path_factory.mktemp("planted") / "data"
    shutil.copytree(demo_made, folder)
    create_app(Settings(data_dir=folder, secret_key=KEY, app_env="development"))
    canaries = Canaries()
    canaries.plant_everywhere()
    plant_files(folder / "lampiran", canaries.word_for("content of an attachment"))
    _plant_wordings(canaries)
    index.rebuild()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return folder, canaries.words


def _plant_wordings(canaries: Canaries) -> None:
    """A wording that waits, one of an entry withdrawn, one of an entry never determined; and what
    was reviewed was so with an earlier classification, so that the period's words are not read.
    """
    PublicWording.update(classification=None).execute()
    determined = Classification.select(Classification.entry).where(
        Classification.determination.is_null(False)
    )
    shown = list(Entry.select().where(Entry.id.in_(determined)).order_by(Entry.id))
    waits = canaries.word_for("wording that waits")
    for entry in shown:
        PublicWording.create(entry=entry, **dict.fromkeys(TEXTS, waits))
    hidden = list(Entry.select().where(Entry.id.not_in(determined)))
    Entry.update(withdrawn_at=clock.now()).where(
        Entry.id.in_([each.id for each in shown[:3]])
    ).execute()
    for name, entries in (("withdrawn", shown[:3]), ("never determined", hidden)):
        word = canaries.word_for(f"wording of an entry {name}")
        for entry in entries:
            reviewed = {"reviewed_at": clock.now() - timedelta(days=1)}
            PublicWording.create(entry=entry, **dict.fromkeys(TEXTS, word), **reviewed)


@pytest.fixture
def canaries(planted_made: tuple[Path, dict[str, str]]) -> dict[str, str]:
    """The words planted, with where each sits."""
    return planted_made[1]


@pytest.fixture
def planted(planted_made: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Flask]:
    """The real program over a planted register of its own."""
    folder = tmp_path / "planted"
    shutil.copytree(planted_made[0], folder)
    made = create_app(Settings(data_dir=folder, secret_key=KEY, app_env="development"))
    yield made
    database.close()
