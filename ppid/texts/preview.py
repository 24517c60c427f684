"""A text as it would stand on the paper, with example values; its faults and warnings beside."""

from dataclasses import dataclass

from markupsafe import Markup

from ppid.texts.faults import Fault, find_faults, find_warnings
from ppid.texts.items import clause_html, dictum_html, text_html
from ppid.texts.labels import mark_of
from ppid.texts.registry import Shape, TextForm
from ppid.texts.wording import fill_text


@dataclass(frozen=True, slots=True)
class Preview:
    """``rows`` are the mark of an item and its HTML; empty while a fault is in the way."""

    text: TextForm
    rows: tuple[tuple[str, Markup], ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def preview_text(text: TextForm, body: str) -> Preview:
    """What the paper would show of this body."""
    faults = tuple(find_faults(text, body))
    warnings = tuple(find_warnings(text, body))
    rows = () if faults else mark_items(text.shape, fill_text(text, body, text.examples))
    return Preview(text, rows, faults, warnings)


def mark_items(shape: Shape, items: list[str]) -> tuple[tuple[str, Markup], ...]:
    """Items, already filled in, with the marks and endings that they have on paper."""
    if shape is Shape.PARAGRAPHS:
        return tuple(("", text_html(item)) for item in items)
    if shape is Shape.DICTUMS:
        return tuple((mark_of(shape, at), dictum_html(item)) for at, item in enumerate(items))
    ends = [";"] * (len(items) - 1) + ["."]
    return tuple(
        (mark_of(shape, at), clause_html(item) + ends[at]) for at, item in enumerate(items)
    )
