"""README tells of the settings as they are."""

import re
from dataclasses import fields
from pathlib import Path

from ppid.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"
ROW = re.compile(r"^\| `([A-Z_]+)` \| `?([^|`]*)`? \|", re.M)


def test_the_settings_table_equals_the_settings() -> None:
    told = dict(ROW.findall(README.read_text()))
    real = {field.name.upper(): str(field.default) for field in fields(Settings)}

    assert told == real
