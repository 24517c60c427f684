"""Functions, files and names stay within the walls of the house."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ppid").rglob("*.py"))
DRAWERS = {"utils", "helpers", "misc", "common", "util", "tools"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[tuple[Function, int]]:
    """Each function and its own lines, without those of functions inside it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, Function):
            inner = sum(
                length(child)
                for child in ast.walk(node)
                if child is not node and isinstance(child, Function)
            )
            yield node, length(node) - inner


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_view(node: Function) -> bool:
    marks = {"public", "signed_in", "requires"}
    names = {
        part.id
        for decorator in node.decorator_list
        for part in ast.walk(decorator)
        if isinstance(part, ast.Name)
    }
    return bool(marks & names)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_keeps_to_300_lines_and_its_functions_to_40(path: Path) -> None:
    long = [(node.name, own) for node, own in functions(path) if own > 40]

    assert len(path.read_text().splitlines()) <= 300
    assert long == []


def test_a_view_keeps_to_25_lines() -> None:
    long = [
        (str(path.relative_to(ROOT)), node.name, own)
        for path in FILES
        for node, own in functions(path)
        if is_view(node) and own > 25
    ]

    assert long == []


def test_the_median_function_is_at_most_10_lines() -> None:
    lengths = [own for path in FILES for _node, own in functions(path)]

    assert statistics.median(lengths) <= 10


def test_no_module_is_a_drawer() -> None:
    assert [path for path in FILES if path.stem in DRAWERS] == []


def imported(path: Path) -> set[str]:
    """Modules that a file imports when it runs; imports for types alone do not count."""
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    return names


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.stem.endswith("views")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_a_view_asks_queries_and_actions_never_the_database(path: Path) -> None:
    asked = {
        name for name in imported(path) if name.startswith("peewee") or name.endswith(".models")
    }

    assert asked == set()
