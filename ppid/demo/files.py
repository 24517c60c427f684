"""The files of the demo register."""

import json
from functools import partial
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Record = dict[str, Any]


def read_list(name: str) -> list[Record]:
    """A list of records, e.g. ``units``."""
    records: list[Record] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return records


def read_office() -> Record:
    """The office's settings."""
    office: Record = json.loads((FOLDER / "office.json").read_text(encoding="utf-8"))
    return office


def read_entries() -> list[Record]:
    """All entries, in the order of their numbers."""
    files = sorted(FOLDER.glob("entries_*.json"))
    records = [record for file in files for record in read_list(file.stem)]
    return sorted(records, key=lambda record: str(record["number"]))


read_units = partial(read_list, "units")
read_people = partial(read_list, "people")
read_determinations = partial(read_list, "determinations")
read_cases = partial(read_list, "case")
