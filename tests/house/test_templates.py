"""Templates keep the house's manners."""

import re
from pathlib import Path

import pytest
from html5lib import HTMLParser, treebuilders

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
SCREENS = sorted(p for p in TEMPLATES.rglob("*.html") if "print" not in p.parts)
PARTIALS = [p for p in SCREENS if p.name.startswith("_")]
JINJA = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.S)
VALUE = re.compile(r"\{\{.*?\}\}", re.S)


def name_of(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


@pytest.mark.parametrize("path", SCREENS, ids=name_of)
def test_a_screen_template_has_no_inline_script_style_or_handler(path: Path) -> None:
    text = path.read_text()

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=[\"']", text)


@pytest.mark.parametrize("path", SCREENS, ids=name_of)
def test_a_screen_template_is_at_most_120_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 120


@pytest.mark.parametrize("path", PARTIALS, ids=name_of)
def test_a_partial_has_one_root_whose_id_is_its_name(path: Path) -> None:
    plain = VALUE.sub("x", JINJA.sub("", path.read_text()))
    if re.match(r"\s*<(tr|tbody|td)\b", plain):
        plain = f"<table>{plain}</table>"
    parser = HTMLParser(tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False)
    fragment = parser.parseFragment(plain)
    roots = list(fragment)
    while len(roots) == 1 and roots[0].tag in {"table", "tbody"} and not roots[0].get("id"):
        roots = list(roots[0])
    name = path.stem.removeprefix("_").replace("_", "-")

    assert len(roots) == 1, [root.tag for root in roots]
    assert re.match(rf"^{name}(-|$)", roots[0].get("id") or ""), roots[0].get("id")


def test_no_template_is_unused() -> None:
    texts = [p.read_text() for p in (ROOT / "ppid").rglob("*.py")]
    texts += [p.read_text() for p in TEMPLATES.rglob("*.html")]
    everything = "\n".join(texts)
    unused = [
        name_of(p)
        for p in TEMPLATES.rglob("*.html")
        if f'"{name_of(p)}"' not in everything and f"'{name_of(p)}'" not in everything
    ]
    by_code = re.compile(r"^errors/\d{3}\.html$")

    assert [name for name in unused if not by_code.match(name)] == []
