"""The renderer's child process: frames in, PDF out, one at a time.

Run by path, not as a module of the program: it then loads neither Flask nor the program, only
xhtml2pdf. ``worker.py STATIC_DIR`` reads from standard input a length (4 bytes, big-endian) and
that many bytes of JSON {html, title, author, epoch}; it answers with a length, one byte (``P`` a
PDF, ``L`` beyond a limit, ``F`` a fault) and the bytes. It ends when its input ends.

Every workaround for xhtml2pdf stands in this file, each with its reason.
"""

import io
import json
import logging
import os
import re
import resource
import struct
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

from reportlab.lib.colors import black
from reportlab.pdfbase.pdfmetrics import standardFonts
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import CondPageBreak
from reportlab.platypus.doctemplate import LayoutError
from svglib.fonts import get_global_font_map
from xhtml2pdf import parser, pisa, tags, xhtml2pdf_reportlab
from xhtml2pdf.config.resources import RenderLimitError, ResourceAccessPolicy
from xhtml2pdf.tables import pisaTagTABLE

Foreign: TypeAlias = Any  # what xhtml2pdf and ReportLab hand about carries no types

RENDER_SECONDS = 90
MEMORY_LIMIT = 1_500_000_000
MAX_DEPTH = 120
PLAIN, BOLD = (
    "ppidserif_00",
    "ppidserif_10",
)  # as xhtml2pdf names the faces of font-family: ppidserif
MM = 72 / 25.4
FOOT_SIZE, FOOT_RIGHT, FOOT_BASELINE = (
    8,
    18 * MM,
    13 * MM,
)  # in line with the running foot of base.html
ROOM = 35 * MM

# Liberation Serif has no ballot boxes, check marks or hollow shapes, and xhtml2pdf does not look
# for a missing glyph in a second family: runs of them are put into the family that has them.
_SYMBOLS = re.compile("[☐☑☒✓✗✔✘◇◆○●□■▲△▶▷▼▽⇒]+")

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)

# The body only: a symbol in a <style> or <title> must stay as it is.
_BODY = re.compile(r"<body.*</body>", re.DOTALL)


def prepare(static: Path) -> None:
    """Set up this process once."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    logging.basicConfig(level=logging.CRITICAL)
    embed_every_font(static / "fonts")
    xhtml2pdf_reportlab.MarkedCanvas = NumberedCanvas
    end_table = pisaTagTABLE.end
    pisaTagTABLE.end = lambda tag, context: end_table(rule(tag, context), context)
    parser.pisaTagPDFROOM = RoomTag
    # Rows are measured only as far as the page reaches; otherwise each page measures all rows to
    # the end of the table, and time grows with the square of the rows. ReportLab sets this on its
    # LongTable only.
    xhtml2pdf_reportlab.PmlTable._longTableOptimize = 1  # noqa: SLF001 - ReportLab's own switch


def embed_every_font(fonts: Path) -> None:
    """No paper may rest on a font that the reader's machine has to supply.

    Words in drawings: svglib learns the print family under the names that the page's @font-face
    uses. List bullets, empty cells and images choose Symbol or Helvetica behind the style sheet's
    back: every choice of a font that is not embedded becomes the print family, when it is drawn.
    """
    known, plain, bold = (
        get_global_font_map(),
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
    )
    known.register_font("PPID Serif", str(fonts / plain), rlgFontName=PLAIN)
    known.register_font("PPID Serif", str(fonts / bold), weight="bold", rlgFontName=BOLD)
    for drawer in (Canvas, PDFTextObject):
        drawer.setFont = _embedded(drawer.setFont)


def _embedded(choose: Callable[..., None]) -> Callable[..., None]:
    def set_font(drawer: Foreign, name: str, *size: float) -> None:
        if name in standardFonts:
            name = BOLD if "Bold" in name else PLAIN
        choose(drawer, name, *size)

    return set_font


def rule(tag: Foreign, context: Foreign) -> Foreign:
    """Give a table its grid and its last unbreakable rows, which CSS can say only cell by cell or
    not at all.

    Borders of cells become six drawing commands each, copied at every page break: 500 rows took 9
    seconds, with one grid 2. ``data-tail`` counts the last rows (signature, tembusan), which stay
    with the row above them unless ``data-loose``. ``headed`` keeps the first row with the second.
    """
    names, table = tag.node.getAttribute("class").split(), context.tableData
    last = len(table.data) - 1
    tail = min(int(tag.node.getAttribute("data-tail") or 0), last)
    if "ruled" in names:
        table.styles.append(("GRID", (0, 0), (-1, last - tail), 0.5, black))
    if tail and not tag.node.hasAttribute("data-loose"):
        table.styles.append(("NOSPLIT", (0, last - tail), (-1, last)))
    if "headed" in names and last > 0:
        table.styles.append(("NOSPLIT", (0, 0), (-1, 1)))
    return tag


class RoomTag(tags.pisaTag):  # type: ignore[misc]  # the library carries no types
    """<pdf:room>: what follows starts a new page if less than ROOM is left.

    -pdf-keep-with-next moves the whole of a following table, however long, and leaves half a page
    empty.
    """

    def start(self, context: Foreign) -> None:
        """Close the paragraph and ask for room."""
        context.addPara()
        context.addStory(CondPageBreak(ROOM))


class NumberedCanvas(xhtml2pdf_reportlab.MarkedCanvas):  # type: ignore[misc]  # the library carries no types
    """Writes "Halaman x dari y" at the foot of each page in a single pass.

    <pdf:pagecount> lays the whole document out twice; a form drawn on each page and filled in at
    the end does not.
    """

    def __init__(self, *args: Foreign, **options: Foreign) -> None:
        # Each page opens with a font, used or not.
        super().__init__(*args, **options | {"initialFontName": PLAIN})

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Leave the place for the number, then end the page."""
        self.saveState()
        self.translate(self._pagesize[0] - FOOT_RIGHT, FOOT_BASELINE)
        self.doForm(f"foot{self.getPageNumber()}")
        self.restoreState()
        super().showPage()

    def save(self) -> None:
        """Fill in the numbers, now that the last is known."""
        last = self.getPageNumber() - 1
        for number in range(1, last + 1):
            self.beginForm(f"foot{number}", lowerx=-200, lowery=-10, upperx=10, uppery=20)
            self.setFont(PLAIN, FOOT_SIZE)
            self.drawRightString(0, 0, f"Halaman {number} dari {last}")
            self.endForm()
        super().save()


def with_title(html: str, title: str) -> str:
    """The page's <title> would win over the title that the file is to have."""
    return _TITLE.sub(lambda _: f"<title>{escape(title)}</title>", html, count=1)


def with_symbols(html: str) -> str:
    """Symbols that the main family lacks, set in the one that has them."""
    return _BODY.sub(
        lambda body: _SYMBOLS.sub(
            lambda run: f'<span style="font-family: ppidsymbols">{run[0]}</span>', body[0]
        ),
        html,
        count=1,
    )


def render(order: dict[str, Any], static: Path) -> bytes:
    """The PDF of one order; the same order gives the same bytes."""
    os.environ["SOURCE_DATE_EPOCH"] = str(order["epoch"])
    html = with_symbols(with_title(order["html"], order["title"]))
    try:
        return _convert(html, order, static)
    except LayoutError:
        # Rows kept together that are taller than a page fit nowhere: then let them part.
        return _convert(html.replace(" data-tail=", " data-loose data-tail="), order, static)


def _convert(html: str, order: dict[str, Any], static: Path) -> bytes:
    out = io.BytesIO()
    pisa.CreatePDF(
        html,
        dest=out,
        path=str(static / "paper.html"),
        encoding="utf-8",
        context_meta={"title": order["title"], "author": order["author"]},
        resource_policy=ResourceAccessPolicy.server(
            static, allow_remote=False, max_render_seconds=RENDER_SECONDS, max_depth=MAX_DEPTH
        ),
    )
    return out.getvalue()


def answer(order: dict[str, Any], static: Path) -> bytes:
    """One byte that says how it went, and the PDF if it went well."""
    try:
        return b"P" + render(order, static)
    except (RenderLimitError, RecursionError, MemoryError):
        return b"L"
    except Exception:  # whatever a text makes the library do, the next paper must print
        return b"F"


def serve(source: BinaryIO, sink: BinaryIO, static: Path) -> None:
    """Answer orders until the input ends."""
    while len(head := source.read(4)) == 4:
        order = json.loads(source.read(struct.unpack(">I", head)[0]))
        reply = answer(order, static)
        sink.write(struct.pack(">I", len(reply)) + reply)
        sink.flush()


def main() -> None:
    """Speak frames on standard output; whatever a library prints goes to standard error."""
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    static = Path(sys.argv[1])
    prepare(static)
    serve(sys.stdin.buffer, sink, static)


if __name__ == "__main__":
    main()
