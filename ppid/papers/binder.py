"""The child process that binds papers into one file: a page number at each foot, bookmarks.

Run by path, once for each order, with an order of its own in JSON on standard input and an answer
in JSON on standard output. Files that people attached are read here and nowhere else: one that is
broken or hostile costs this process its life, and that file its place in the bundle.

``{"do": "count", "files": [path…]}`` → ``{"pages": [number…]}``;
``{"do": "clean", "file": path, "out": path}`` → ``{"pages": number}``, the pages alone, without
what acts by itself, and with room for the foot below each;
``{"do": "bind", …}`` (see ``bind``) → ``{"pages": number}``.
"""

import json
import os
import resource
import sys
from pathlib import Path
from typing import Any, TypeAlias

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Order: TypeAlias = dict[str, Any]
MEMORY_LIMIT = 1_500_000_000
CPU_SECONDS = 120
FONT, FONT_SIZE = "LiberationSerif", 8
BASELINE = 20.0  # points above the lower edge: below the foot that each paper has of its own
ROOM = 34.0  # what a foreign page gains below itself, so that nothing on it is covered
LANGUAGE = "id-ID"
ACTING = ("/A", "/AA", "/JS")
CARRYING = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}


def count(order: Order) -> Order:
    """How many pages each file has."""
    return {"pages": [len(PdfReader(path).pages) for path in order["files"]]}


def clean(order: Order) -> Order:
    """A copy of a foreign file that shows the same and does nothing."""
    writer = PdfWriter()
    for page in PdfReader(order["file"]).pages:
        copied = writer.add_page(page)
        copied.transfer_rotation_to_content()
        _calm(copied)
        _lengthen(copied)
    if not writer.pages:
        raise ValueError("a file without pages")
    writer.write(order["out"])
    return {"pages": len(writer.pages)}


def bind(order: Order) -> Order:
    """Put ``parts`` ({file, title, group}) together into ``out``.

    ``foot`` stands before the page's number at each foot, empty for no number; ``title``,
    ``author``, ``made`` (a date as PDF writes it) and ``fonts`` (the folder of the print fonts)
    are of the whole.
    """
    writer = PdfWriter()
    starts = []
    for part in order["parts"]:
        starts.append(len(writer.pages))
        writer.append(part["file"], import_outline=False)
    if order["foot"]:
        _stamp(writer, order)
    _outline(writer, order["parts"], starts)
    _describe(writer, order)
    writer.write(order["out"])
    return {"pages": len(writer.pages)}


def _calm(page: PageObject) -> None:
    """Nothing on the page opens, sends or runs anything or carries a file; what it shows stays."""
    for name in ("/AA", "/AF"):
        page.pop(name, None)
    kept = ArrayObject()
    for each in page.pop("/Annots", None) or ():
        note = each.get_object()
        if isinstance(note, DictionaryObject) and note.get("/Subtype") not in CARRYING:
            for name in ACTING:
                note.pop(name, None)
            kept.append(each)
    if kept:
        page[NameObject("/Annots")] = kept


def _lengthen(page: PageObject) -> None:
    """The sheet grows at its lower edge."""
    left, bottom = page.cropbox.lower_left
    right, top = page.cropbox.upper_right
    for box in (page.mediabox, page.cropbox, page.trimbox, page.bleedbox, page.artbox):
        box.upper_right = (right, top)
        box.lower_left = (left, bottom - ROOM)


def _stamp(writer: PdfWriter, order: Order) -> None:
    """The running number at every foot, centred on the sheet as it is cut."""
    feet = PdfReader(_feet(writer, order))
    for page, foot in zip(writer.pages, feet.pages, strict=True):
        x, y = page.cropbox.lower_left
        page.merge_transformed_page(foot, Transformation().translate(float(x), float(y)))


def _feet(writer: PdfWriter, order: Order) -> str:
    registerFont(TTFont(FONT, str(Path(order["fonts"]) / f"{FONT}-Regular.ttf")))
    path = f"{order['out']}.feet"
    canvas = Canvas(path, initialFontName=FONT)
    last = len(writer.pages)
    for number, page in enumerate(writer.pages, 1):
        width, height = float(page.cropbox.width), float(page.cropbox.height)
        canvas.setPageSize((width, height))
        canvas.setFont(FONT, FONT_SIZE)
        canvas.drawCentredString(
            width / 2, BASELINE, f"{order['foot']} · halaman {number} dari {last}"
        )
        canvas.showPage()
    canvas.save()
    return path


def _outline(writer: PdfWriter, parts: list[Order], starts: list[int]) -> None:
    """A bookmark for each group, and below it one for each of its parts."""
    groups: dict[str, Any] = {}
    for part, start in zip(parts, starts, strict=True):
        name = part["group"]
        if name not in groups:
            groups[name] = writer.add_outline_item(title=name, page_number=start, bold=True)
        if part["title"] != name:
            writer.add_outline_item(title=part["title"], page_number=start, parent=groups[name])


def _describe(writer: PdfWriter, order: Order) -> None:
    told = {"/Title": order["title"], "/Author": order["author"], "/Producer": "PPID"}
    dates = {"/Creator": "PPID", "/CreationDate": order["made"], "/ModDate": order["made"]}
    writer.metadata = None
    writer.add_metadata(told | dates)
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(LANGUAGE)
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    for name in ("/AcroForm", "/Names", "/OpenAction", "/AA"):
        root.pop(name, None)


def main() -> None:
    """One order, one answer; whatever a library prints goes to standard error."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    order = json.load(sys.stdin)
    done = {"count": count, "clean": clean, "bind": bind}[order["do"]](order)
    json.dump(done, answer)
    answer.close()


if __name__ == "__main__":
    main()
