"""A text as its items: one a line; indented lines belong to the item above them."""

import re
from dataclasses import dataclass
from textwrap import dedent

from markupsafe import Markup, escape

from ppid.web.rich_text import to_html

MARKER = re.compile(r"^(?:[-*+•]|\d{1,2}[.)]|[a-zA-Z][.)])[ \t]+")
BULLET = re.compile(r"^[-*+•][ \t]+")
COUNTED = re.compile(r"^(\d{1,2}|[a-zA-Z])[.)][ \t]+")
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
ENDINGS = ";."


@dataclass(frozen=True, slots=True)
class Item:
    """One item without the mark of its list; ``line`` is where it begins, counted from 1."""

    text: str
    line: int


def split_items(text: str) -> list[Item]:
    """The items of a text; empty lines between them count for nothing."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if line[0] in " \t" and found:
            found[-1][1].append(line.rstrip())
        else:
            found.append((number, [MARKER.sub("", line.strip(), count=1)]))
    return [Item("\n".join(lines), number) for number, lines in found]


def items_of(text: object) -> list[str]:
    """The items of a text that may be missing."""
    return [item.text for item in split_items(str(text or ""))]


def split_paragraphs(text: str) -> list[Item]:
    """The paragraphs of a text, parted by empty lines."""
    found: list[Item] = []
    number = 1
    for block in re.split(r"(\n[ \t]*\n\s*)", text):
        if block.strip():
            found.append(Item(block.strip("\n"), number))
        number += block.count("\n")
    return found


def join_items(items: list[str]) -> str:
    """Items as a text that is split into the same items again."""
    return "\n".join(items)


def dictum_html(item: str) -> Markup:
    """An item with its paragraphs and lists; a single line without a paragraph around it."""
    head, _newline, rest = item.partition("\n")
    return without_paragraph(to_html(f"{head}\n\n{dedent(rest)}" if rest.strip() else head))


def clause_html(item: str) -> Markup:
    """An item of a list that ends with ";": its further lines stand below, parted by breaks."""
    lines = [line.strip() for line in item.rstrip(ENDINGS).splitlines()]
    return Markup("<br/>").join(_line_html(line) for line in lines)


def text_html(text: str) -> Markup:
    """A text of paragraphs; a single one without a paragraph around it."""
    return without_paragraph(to_html(text))


def without_paragraph(html: Markup) -> Markup:
    """HTML of a single paragraph as what stands in it."""
    found = ONE_PARAGRAPH.fullmatch(html.strip())
    return Markup(found[1]) if found else html  # noqa: S704 - it was cleaned as a whole


def _line_html(line: str) -> Markup:
    mark = Markup()
    if bullet := BULLET.match(line):
        mark, line = Markup("– "), line[bullet.end() :]
    elif counted := COUNTED.match(line):
        mark, line = escape(f"{counted[1]}) "), line[counted.end() :]
    return mark + without_paragraph(to_html(line))
