"""Papers into HTML: one self-contained page each, nothing in it fetched from anywhere but the print
fonts.
"""

import base64
import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ppid.errors import Refused
from ppid.papers.documents import Paper
from ppid.papers.flowchart import draw_matrix, draw_watermark
from ppid.papers.parts import Orientation, PageSize

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LOGO_LIMIT = 1_000_000
_LOGO_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
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
) -> str:
    """The whole HTML of a paper. The same page is the accessible original shown beside the PDF.

    On a ``screen`` it leads back and to its PDF, and asks for no font file: a browser has a
    serif of its own.
    """
    lies = orientation or paper.orientation
    return (
        _environment()
        .get_template(paper.template)
        .render(
            paper=paper,
            screen=screen,
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
    environment.filters["logo"] = logo_source
    environment.globals["draw_matrix"] = draw_matrix
    environment.globals["draw_watermark"] = draw_watermark
    return environment


def prose(text: str) -> Markup:
    """A text fit to print: ``Markup`` is cleaned once more and narrowly, any other is escaped.

    Markup nested deeper than any reasoning needs loses its tags and keeps its words.
    """
    if not isinstance(text, Markup):
        return escape(text.strip()).replace("\n", Markup("<br/>"))
    cleaned = nh3.clean(str(text), tags=_PAPER_TAGS, attributes={})
    if _depth(cleaned) > DEEPEST:
        cleaned = nh3.clean(cleaned, tags=set())
    return Markup(cleaned)  # noqa: S704 - nh3 cleaned it


def _depth(html: str) -> int:
    """How deep the tags of well-formed HTML nest."""
    steps = (-1 if tag.startswith("</") else 1 for tag in _TAG.findall(html))
    return max(accumulate(steps), default=0)


def logo_source(path: Path) -> str:
    """The logo as a data address, so that the renderer need not read outside the fonts' folder."""
    data = path.read_bytes() if path.is_file() else b""
    kind = next((kind for magic, kind in _LOGO_KINDS.items() if data.startswith(magic)), None)
    if kind is None or len(data) > LOGO_LIMIT:
        raise Refused(
            "Logo kop surat tidak dapat dicetak. Unggah gambar PNG atau JPEG, paling besar 1 MB.",
            field="logo",
        )
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
