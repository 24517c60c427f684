"""Templates keep the house's manners."""

import re
from pathlib import Path

import pytest
from html5lib import HTMLParser, treebuilders
from jinja2 import Environment, nodes

from ppid.law.findings import Severity
from ppid.law.standing_kinds import StandingKind
from ppid.workflow.progress import StepStatus

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


def trees() -> dict[str, nodes.Template]:
    read = Environment(autoescape=True).parse
    return {name_of(path): read(path.read_text()) for path in TEMPLATES.rglob("*.html")}


def imports(tree: nodes.Template) -> set[tuple[str, str]]:
    """Pairs of a macro's name where it is written and its name here."""
    named = [name for node in tree.find_all(nodes.FromImport) for name in node.names]
    return {(name, name) if isinstance(name, str) else name for name in named}


def read_names(tree: nodes.Template) -> set[str]:
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}


def test_a_template_imports_just_the_macros_it_uses() -> None:
    all_trees = trees()
    macros = {macro.name for tree in all_trees.values() for macro in tree.find_all(nodes.Macro)}
    idle, borrowed = [], []
    for name, tree in all_trees.items():
        mine = {here for _there, here in imports(tree)}
        given = {arg.name for macro in tree.find_all(nodes.Macro) for arg in macro.args}
        called = {
            call.node.name for call in tree.find_all(nodes.Call) if hasattr(call.node, "name")
        }
        own = {macro.name for macro in tree.find_all(nodes.Macro)}
        idle += [(name, each) for each in mine - read_names(tree)]
        borrowed += [(name, each) for each in (called & macros) - own - mine - given]

    assert idle == []
    assert borrowed == []


def test_every_macro_is_used() -> None:
    all_trees = trees().values()
    macros = {macro.name for tree in all_trees for macro in tree.find_all(nodes.Macro)}
    used = {there for tree in all_trees for there, _here in imports(tree)}
    used |= {name for tree in all_trees for name in read_names(tree)}

    assert macros - used == set()


def test_every_class_of_the_stylesheet_is_used() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (ROOT / "static/css/ppid.css").read_text(), flags=re.S)
    classes = set(re.findall(r"\.([a-z][\w-]*)", " ".join(re.findall(r"([^{}]+)\{", sheet))))
    sources = [*TEMPLATES.rglob("*.html"), *(ROOT / "static/js").glob("*.js")]
    text = "\n".join(path.read_text() for path in [*sources, *(ROOT / "ppid").rglob("*.py")])
    marked = re.findall(r'"([a-z]+)"', " ".join(re.findall(r"\bmark\(([^,]*),", text)))
    states = {*StepStatus, *Severity, *marked, "success"}  # what stands behind "is-" by value
    tones = {kind.css_class for kind in StandingKind}
    text = "\n".join([text, *(f"is-{state}" for state in states), *tones])
    unused = {name for name in classes if not re.search(rf"(?<![\w-]){name}(?![\w-])", text)}

    assert unused == set()
