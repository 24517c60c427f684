"""The import contracts hold, and a planted offence is seen to break them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "ppid", tmp_path / "ppid")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("module", "offence"),
    [
        ("ppid/law/dates.py", "import flask"),
        ("ppid/workflow/roles.py", "import peewee"),
        ("ppid/register/models.py", "import ppid.cases.models"),
        ("ppid/accounts/views.py", "import ppid.accounts.models"),
    ],
)
def test_a_planted_offence_breaks_the_contracts(copy: Path, module: str, offence: str) -> None:
    with (copy / module).open("a") as file:
        file.write(f"\n{offence}\n")

    assert lint_imports(copy).returncode != 0


def test_the_contracts_hold(copy: Path) -> None:
    found = lint_imports(copy)

    assert found.returncode == 0, found.stdout
