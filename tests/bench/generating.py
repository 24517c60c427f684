"""A register of many entries, made once into a folder and kept there."""

import random
import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ppid import clock, create_app, schema
from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.law.periods import Period, PeriodKind
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.shipped import load_catalogue
from ppid.register import index
from ppid.register.content import cite_provision, ground_of
from ppid.register.models import Classification, Determination, Entry, LegalBasis
from ppid.register.public_wording import PublicWording
from ppid.settings import Settings
from tests.bench.wording import Wording

UNITS = 40
DETERMINATIONS = 400
FIRST_DAY = date(2015, 1, 5)
BATCH = 2000
READY = "siap"  # the file that says how long it took to make
SEED = 20210118


def prepare(folder: Path, entries: int) -> Settings:
    """Settings of a register with so many entries; it is generated when it is not there."""
    settings = Settings(data_dir=folder, secret_key="b" * 48, app_env="development")
    ready = folder / READY
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        began = time.monotonic()
        create_app(settings)
        schema.migrate()
        _fill(entries)
        filled = time.monotonic()
        index.rebuild()
        ready.write_text(
            f"{filled - began:.0f} s to write, {time.monotonic() - filled:.0f} s to index"
        )
    create_app(settings)
    schema.migrate()
    database.close()
    print(ready.read_text())
    return settings


def _fill(entries: int) -> None:
    load_catalogue(CommandLine())
    chance = random.Random(SEED)  # noqa: S311 - made-up entries, no secrets
    units = _make_units()
    with database.atomic():
        for number in range(1, DETERMINATIONS + 1):
            _determine(number, chance)
    provisions = list(Provision.select(Provision, Regulation).join(Regulation))
    for start in range(1, entries + 1, BATCH):
        numbers = range(start, min(start + BATCH, entries + 1))
        with database.atomic():
            _write(numbers, units, provisions, chance)


def _make_units() -> list[Unit]:
    root = Unit.create(code="prov", name="Pemerintah Provinsi Contoh", short_name="Pemprov")
    units = [root]
    for number in range(1, UNITS):
        parent = root if number % 4 == 1 else units[-1 - (number % 4 - 2) % 3]
        units.append(
            Unit.create(
                code=f"u-{number}",
                name=f"Bidang Contoh {number}",
                short_name=f"Bidang {number}",
                parent=parent,
            )
        )
    return units


def _determine(number: int, chance: random.Random) -> None:
    day = FIRST_DAY + timedelta(days=chance.randrange(4200))
    Determination.create(
        kind="initial",
        number=number,
        year=day.year,
        number_text=f"{number}/PPID.DIK/{day.year}",
        about="Klasifikasi informasi",
        determined_on=day,
        effective_on=day,
        approval={"name": "Contoh Pimpinan"},
        test_sheet_number=f"{number}/LPK.DIK/{day.year}",
    )


def _write(
    numbers: range, units: list[Unit], provisions: list[Provision], chance: random.Random
) -> None:
    wording = Wording(SEED + numbers.start)
    Entry.insert_many([_entry(number, units, wording, chance) for number in numbers]).execute()
    Classification.insert_many([_classification(number, chance) for number in numbers]).execute()
    bases = [basis for number in numbers for basis in _bases(number, provisions, chance)]
    for start in range(0, len(bases), BATCH):
        LegalBasis.insert_many(bases[start : start + BATCH]).execute()
    PublicWording.insert_many([_wording(number, wording, chance) for number in numbers]).execute()


def _entry(
    number: int, units: list[Unit], wording: Wording, chance: random.Random
) -> dict[str, Any]:
    title = wording.title()
    return {
        "id": number,
        "number": f"DIK-{number:04d}",
        "unit": chance.choice(units).id,
        "title": title,
        "public_title": title.partition(" Desa ")[0],
        "summary": wording.summary(),
        "keywords": wording.keywords(),
        "given_instead": wording.given(),
    }


def _classification(number: int, chance: random.Random) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=chance.randrange(4200))
    period = Period(PeriodKind.DURATION, starts_on=day, years=chance.choice((1, 3, 5, 10, 20)))
    proposed = chance.random() < 0.1
    return {
        "id": number,
        "entry": number,
        "determination": None if proposed else chance.randrange(1, DETERMINATIONS + 1),
        "extent": "sebagian" if chance.random() < 0.2 else "seluruhnya",
        "excluded_parts": "Nama dan alamat",
        "consequence_open": "Kepentingan yang dilindungi terganggu.",
        "benefit_closed": "Kepentingan yang dilindungi terjaga.",
        "period": period.to_dict(),
    }


def _wording(number: int, wording: Wording, chance: random.Random) -> dict[str, Any]:
    """What the public reads, reviewed."""
    return {
        "entry": number,
        "classification": number,
        "title": wording.title().partition(" Desa ")[0],
        "what_is_closed": "Nama dan alamat" if chance.random() < 0.2 else "",
        "given_instead": wording.given(),
        "consequence": "Kepentingan yang dilindungi terganggu.",
        "benefit": "Kepentingan yang dilindungi terjaga.",
        "source": {},
        "written_at": clock.now(),
        "reviewed_at": clock.now(),
    }


def _bases(
    number: int, provisions: list[Provision], chance: random.Random
) -> Iterator[dict[str, Any]]:
    for position, provision in enumerate(chance.sample(provisions, chance.choice((1, 1, 2, 3)))):
        yield {
            "classification": number,
            "provision": provision.id,
            "position": position,
            "citation": cite_provision(provision),
            "ground": ground_of(provision),
            "reasoning": "Memuat hal yang dilindungi." if chance.random() < 0.8 else "",
        }
