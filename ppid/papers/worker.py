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
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus.doctemplate import LayoutError
from svglib.fonts import get_global_font_map
from xhtml2pdf import parser, pisa, tags, xhtml2pdf_reportlab
from xhtml2pdf.config.resources import RenderLimitError, ResourceAccessPolicy
from xhtml2pdf.tables import pisaTagTABLE

Foreign: TypeAlias = Any  # what xhtml2pdf and ReportLab hand about carries no types

RENDER_SECONDS, MAX_DEPTH = 90, 120
MEMORY_LIMIT = 1_500_000_000
PLAIN, BOLD = "ppidserif_00", "ppidserif_10"  # xhtml2pdf's names of the faces of ppidserif
MM = 72 / 25.4
FOOT_SIZE, FOOT_RIGHT, FOOT_BASELINE = 8, 18 * MM, 13 * MM  # in line with the foot of base.html
ROOM = 35 * MM
BLANK = 45 * MM  # more of a page than this is never left empty for the sake of an unbroken row
KEPT = 42.0  # some three lines of a cut row or paragraph go on to the next page
LANGUAGE, PRODUCER = "id-ID", "PPID"

# xhtml2pdf looks for no missing glyph in a second family: runs of those that Liberation Serif
# lacks are put into the family that has them.
_SYMBOLS = re.compile("[☐☑☒✓✗✔✘◇◆○●□■▲△▶▷▼▽⇒]+")

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_BODY = re.compile(r"<body.*</body>", re.DOTALL)  # a symbol in <style> or <title> stays as it is


def prepare(static: Path) -> None:
    """Set up this process once."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    logging.basicConfig(level=logging.CRITICAL)
    embed_every_font(static / "fonts")
    xhtml2pdf_reportlab.MarkedCanvas = NumberedCanvas
    end_table = pisaTagTABLE.end
    pisaTagTABLE.end = lambda tag, context: end_table(rule(tag, context), context)
    parser.pisaTagPDFROOM, parser.pisaTagPDFSIGNED = RoomTag, SignedTag
    # Rows are measured only as far as the page reaches; otherwise each page measures all rows to
    # the end of the table, and time grows with the square of the rows. ReportLab sets this on its
    # LongTable only.
    xhtml2pdf_reportlab.PmlTable._longTableOptimize = 1  # noqa: SLF001 - ReportLab's own switch
    cut_rows_for_full_pages(xhtml2pdf_reportlab.PmlTable)


def cut_rows_for_full_pages(table: Foreign) -> None:
    """A row that does not fit moves on whole, unless that leaves BLANK behind: then it is cut, KEPT
    of it going on. So a long last diktum fills its page and still has lines beside the signature.
    """
    flows, inside = table._flowsAt, table._splitInsideRow  # noqa: SLF001 - its two questions

    def flows_at(self: Foreign, height: float) -> bool:
        return flows(self, height) or left_empty(self, height) > BLANK

    def split_inside(self: Foreign, width: float, height: float) -> Foreign:
        row = self._getFirstPossibleSplitRowPosition(height, ignoreSpans=1)
        end = sum(self._rowHeights[: row + 1]) if row < self._nrows else height + KEPT
        return inside(self, width, min(height, end - KEPT))

    table._flowsAt, table._splitInsideRow = flows_at, split_inside  # noqa: SLF001 - its answers


def left_empty(table: Foreign, height: float) -> float:
    """How much of a page stays empty when a table parts before the row that does not fit."""
    row = table._getFirstPossibleSplitRowPosition(height, ignoreSpans=1)  # noqa: SLF001 - no public name
    if not table._repeatCount() <= row < table._nrows:  # noqa: SLF001 - no public name
        return 0.0
    return float(height - sum(table._rowHeights[:row]))  # noqa: SLF001 - no public name


def embed_every_font(fonts: Path) -> None:
    """No paper may rest on a font that the reader's machine has to supply.

    Words in drawings: svglib learns the print family. List bullets, empty cells and images choose
    Symbol or Helvetica behind the style sheet's back: that becomes the print family when drawn.
    """
    known, faces = get_global_font_map(), ("Regular", "Bold")
    plain, bold = (str(fonts / f"LiberationSerif-{face}.ttf") for face in faces)
    known.register_font("PPID Serif", plain, rlgFontName=PLAIN)
    known.register_font("PPID Serif", bold, weight="bold", rlgFontName=BOLD)
    for drawer in (Canvas, PDFTextObject):
        drawer.setFont = _embedded(drawer.setFont)


def _embedded(choose: Callable[..., None]) -> Callable[..., None]:
    def set_font(drawer: Foreign, name: str, *size: float) -> None:
        if name in standardFonts:
            name = BOLD if "Bold" in name else PLAIN
        choose(drawer, name, *size)

    return set_font


def rule(tag: Foreign, context: Foreign) -> Foreign:
    """Give a table its grid and its last unbreakable rows, which CSS cannot say in one go.

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

    -pdf-keep-with-next would move the whole of a following table, however long.
    """

    def start(self, context: Foreign) -> None:
        """Close the paragraph and ask for room."""
        context.addPara()
        context.addStory(CondPageBreak(ROOM))


class SignedTag(tags.pisaTag):  # type: ignore[misc]  # the library carries no types
    """<pdf:signed>: the signature inside stays with the last lines before it."""

    def start(self, context: Foreign) -> None:
        """Close the paragraph; what comes now is the signature."""
        context.addPara()
        context.signed_from = len(context.story)

    def end(self, context: Foreign) -> None:
        """Tie the signature to the paragraph before it."""
        context.addPara()
        story, last = context.story, context.signed_from - 1
        while last > 0 and isinstance(story[last], Spacer):
            last -= 1
        if last > 0 and isinstance(story[last], xhtml2pdf_reportlab.PmlParagraph):
            story[last:] = [LastWords(story[last], story[-1])]


class LastWords(Flowable):  # type: ignore[misc]  # the library carries no types
    """A paragraph and the signature below it; where both do not fit, its last lines go along.

    -pdf-keep-with-next takes the whole paragraph, and cannot be said of a text's last one alone.
    """

    def __init__(self, words: Foreign, signature: Foreign) -> None:
        super().__init__()
        self.words, self.signature = words, signature
        self.spaceBefore = words.getSpaceBefore()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The height of both."""
        self.upper = self.words.wrapOn(self.canv, width, height)[1]
        self.lower = self.signature.wrapOn(self.canv, width, height)[1]
        return width, self.upper + self.lower

    def split(self, width: float, height: float) -> list[Foreign]:
        """The first lines, and the rest with the signature; nothing if all must move on."""
        self.wrap(width, height)
        first = self.words.splitOn(self.canv, width, min(height, self.upper - KEPT))
        return [first[0], LastWords(first[1], self.signature)] if len(first) == 2 else []

    def draw(self) -> None:
        """The paragraph above the signature."""
        self.words.drawOn(self.canv, 0, self.lower)
        self.signature.drawOn(self.canv, 0, 0)


class NumberedCanvas(xhtml2pdf_reportlab.MarkedCanvas):  # type: ignore[misc]  # the library carries no types
    """Writes "Halaman x dari y" in a single pass: a form on each page, filled in at the end.

    <pdf:pagecount> lays the whole document out twice.
    """

    def __init__(self, *args: Foreign, **options: Foreign) -> None:
        # Each page opens with a font, used or not.
        super().__init__(*args, **options | {"initialFontName": PLAIN})
        self.setCatalogEntry("Lang", LANGUAGE)
        self.setViewerPreference("DisplayDocTitle", "true")

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Leave the place for the number, then end the page."""
        self.saveState()
        self.translate(self._pagesize[0] - FOOT_RIGHT, FOOT_BASELINE)
        self.doForm(f"foot{self.getPageNumber()}")
        self.restoreState()
        super().showPage()

    def save(self) -> None:
        """Fill in the numbers, now that the last is known; name who made the file."""
        self.setProducer(PRODUCER)
        self.setCreator(PRODUCER)
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
    sink, static = os.fdopen(os.dup(sys.stdout.fileno()), "wb"), Path(sys.argv[1])
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    prepare(static)
    serve(sys.stdin.buffer, sink, static)


if __name__ == "__main__":
    main()
