"""README tells of the settings as they are."""

import re
from dataclasses import fields
from pathlib import Path

from ppid.law.findings import FINDINGS
from ppid.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"
ROW = re.compile(r"^\| `([A-Z_]+)` \| `?([^|`]*)`? \|", re.M)


def test_the_settings_table_equals_the_settings() -> None:
    told = dict(ROW.findall(README.read_text()))
    real = {field.name.upper(): str(field.default) for field in fields(Settings)}

    assert told == real


RULE = re.compile(r"^\|[^|]*\|[^|]*\| `([\w/]+\.py)::(test_\w+)` \|", re.M)
FINDING = re.compile(r"^\| `([a-z0-9-]+)` ([^|]*) \| (\w+) \| ([^|]*) \|", re.M)


def test_every_rule_in_the_table_names_a_test_that_exists() -> None:
    named = RULE.findall(README.read_text())
    missing = [
        f"{path}::{name}"
        for path, name in named
        if f"def {name}(" not in (README.parent / "tests" / path).read_text()
    ]

    assert len(named) >= 15
    assert missing == []


def test_the_table_of_findings_equals_the_registry() -> None:
    told = {
        code: (title, severity, article)
        for code, title, severity, article in FINDING.findall(README.read_text())
    }
    real = {
        code: (rule.title, rule.severity.value, rule.article) for code, rule in FINDINGS.items()
    }

    assert told == real
