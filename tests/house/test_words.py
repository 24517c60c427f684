"""What is said to people is whole, in Indonesian, and the same thing has one word."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ppid").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OTHER_WORDS = {
    "email": "surel",
    "e-mail": "surel",
    "password": "kata sandi",
    "kasus": "perkara",
    "file": "berkas",
    "user": "pengguna",
    "username": "nama pengguna",
    "login": "masuk",
    "logout": "keluar",
    "link": "tautan",
    "upload": "unggah",
    "download": "unduh",
    "klik": "tekan",
    "update": "perbarui",
    "browser": "peramban",
    "website": "laman",
    "default": "bawaan",
    "submit": "kirim",
    "error": "gangguan",
}


def test_what_a_refusal_says_ends_as_a_sentence() -> None:
    kin = refusals()
    torn = [
        (str(path.relative_to(ROOT)), call.lineno, ending)
        for path in FILES
        for call in calls(path)
        if name_of(call) in kin and call.args
        for ending in endings(call.args[0])
        if not ending.rstrip().endswith((".", "?"))
    ]

    assert torn == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_screen_says_each_thing_with_its_one_word(path: Path) -> None:
    assert list(foreign(" ".join(shown_by(path)))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_message_says_each_thing_with_its_one_word(path: Path) -> None:
    said = [text for call in calls(path) if name_of(call) in speaking() for text in texts(call)]

    assert list(foreign(" ".join(said))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_an_exemption_carries_its_reason(path: Path) -> None:
    bare = re.compile(
        r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[^\]]*\])\s*$|#\s*(noqa|type: ignore)\s*$"
    )

    assert [line for line in path.read_text().splitlines() if bare.search(line)] == []


@cache
def speaking() -> set[str]:
    fields = {"StringField", "SelectField", "TextAreaField", "FileField", "PasswordField"}
    return refusals() | fields | {"flash", "ValidationError", "Needed"}


@cache
def refusals() -> set[str]:
    """Every kind of refusal by its name, ``Refused`` itself included."""
    bases = {
        node.name: {ast.unparse(base) for base in node.bases}
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    }
    kin = {"Refused"}
    while more := {name for name, above in bases.items() if above & kin} - kin:
        kin |= more
    return kin


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def endings(said: ast.expr) -> Iterator[str]:
    """How a written text ends; none where it ends in a value or comes from elsewhere."""
    if isinstance(said, ast.JoinedStr) and said.values:
        yield from endings(said.values[-1])
    elif isinstance(said, ast.IfExp):
        yield from endings(said.body)
        yield from endings(said.orelse)
    elif isinstance(said, ast.Constant) and isinstance(said.value, str):
        yield said.value


def texts(call: ast.Call) -> Iterator[str]:
    """The texts with a space in them or a capital first: labels and sentences, no names."""
    for node in ast.walk(call):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and (" " in value or value[:1].isupper()):
            yield value


def shown_by(path: Path) -> Iterator[str]:
    """What a template writes outside its tags, and the words that it hands to macros."""
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(), flags=re.S)
    yield from re.findall(r">([^<>]+)<", f">{bare}<")
    for constant in Environment(autoescape=True).parse(path.read_text()).find_all(nodes.Const):
        if isinstance(constant.value, str) and constant.value[:1].isupper():
            yield constant.value


def foreign(text: str) -> Iterator[str]:
    """Words that stand where the house says another, with that other."""
    for word in re.findall(r"(?<![\w./-])[a-z-]+(?![\w./-])", text.lower()):
        if word in OTHER_WORDS:
            yield f"{word}: {OTHER_WORDS[word]}"
