"""Papers into HTML: one self-contained page each, nothing in it fetched from anywhere but the print
fonts.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ppid.papers.documents import Paper
from ppid.papers.flowchart import draw_matrix, draw_watermark
from ppid.papers.parts import Orientation, PageSize
from ppid.papers.stamps import Placing, Stamp

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
DEEPEST = 24
_TAG = re.compile(r"</?(?!br\b)\w+")  # <br> alone is never closed
_PAPER_TAGS = {
    *("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "code"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper size in millimetres as it lies, with the margins of tata naskah dinas."""

    width: int
    height: int
    left: int = 25
    right: int = 18
    top: int = 18
    bottom: int = 20

    @property
    def inner_width(self) -> int:
        """Room for text, in millimetres."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> int:
        """Room for text, in millimetres."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a paper on screen leads: back to where it belongs, and to its PDF."""

    back: str
    pdf: str


def sheet_of(size: PageSize, orientation: Orientation) -> Sheet:
    """The sheet of a size, standing or lying."""
    short, long = size.millimetres
    if orientation is Orientation.PORTRAIT:
        return Sheet(short, long)
    return Sheet(long, short, left=18, top=15)


def compose(
    paper: Paper,
    *,
    size: PageSize = PageSize.A4,
    orientation: Orientation | None = None,
    screen: Screen | None = None,
    stamp: Stamp | None = None,
) -> str:
    """The whole HTML of a paper. The same page is the accessible original shown beside the PDF.

    On a ``screen`` it leads back and to its PDF, and asks for no font file: a browser has a
    serif of its own. A ``stamp`` stands beside the first signature, its code at the foot of
    every page.
    """
    lies = orientation or paper.orientation
    return (
        _environment()
        .get_template(paper.template)
        .render(
            paper=paper,
            screen=screen,
            stamp=stamp,
            placing=Placing(stamp),
            sheet=sheet_of(size, lies),
            portrait=sheet_of(size, Orientation.PORTRAIT),
            landscape=sheet_of(size, Orientation.LANDSCAPE),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose
    environment.globals["draw_matrix"] = draw_matrix
    environment.globals["draw_watermark"] = draw_watermark
    return environment


def prose(text: str) -> Markup:
    """A text fit to print: ``Markup`` is cleaned once more and narrowly, any other is escaped.

    Markup nested deeper than any reasoning needs loses its tags and keeps its words.
    """
    if not isinstance(text, Markup):
        return escape(text.strip()).replace("\n", Markup(" <br/>"))
    cleaned = nh3.clean(str(text), tags=_PAPER_TAGS, attributes={})
    if _depth(cleaned) > DEEPEST:
        cleaned = nh3.clean(cleaned, tags=set())
    return Markup(cleaned)  # noqa: S704 - nh3 cleaned it


def _depth(html: str) -> int:
    """How deep the tags of well-formed HTML nest."""
    steps = (-1 if tag.startswith("</") else 1 for tag in _TAG.findall(html))
    return max(accumulate(steps), default=0)
