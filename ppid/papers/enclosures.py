"""What goes along with an issued paper: frozen with it, bound into its file."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import peewee as pw

from ppid import clock
from ppid.papers.binding import Binding, BoundPart, Look, bind
from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.models import Enclosure, IssuedPaper
from ppid.papers.parts import PageSize

Enclosed: TypeAlias = IssuedPaper | Paper
"""A paper that was issued, or a copy that bears no code."""


@dataclass(frozen=True)
class EnclosedLine:
    """What goes along, by its title; ``code`` is empty for a copy that bears none."""

    title: str
    code: str


def enclose(issued: IssuedPaper, enclosed: Sequence[Enclosed]) -> None:
    """Freeze what goes along with a paper, inside the transaction that issues it."""
    for position, each in enumerate(enclosed, 1):
        if isinstance(each, IssuedPaper):
            told = {"title": _title(each), "enclosed": each.id}
        else:
            told = {"title": each.title, "html": compose(each, size=PageSize(issued.size))}
        Enclosure.create(paper=issued.id, position=position, **told)


def list_enclosures(paper_id: int) -> list[EnclosedLine]:
    """What goes along with a paper, in its order; neither html nor bytes are read."""
    rows = (
        Enclosure.select(Enclosure.id, Enclosure.title, IssuedPaper.id, IssuedPaper.code)
        .join(IssuedPaper, pw.JOIN.LEFT_OUTER, on=Enclosure.enclosed == IssuedPaper.id)
        .where(Enclosure.paper == paper_id)
        .order_by(Enclosure.position)
    )
    return [EnclosedLine(row.title, row.enclosed.code if row.enclosed else "") for row in rows]


def frozen_enclosures(paper_id: int) -> list[Enclosure]:
    """What goes along with a paper, as it was frozen."""
    rows = Enclosure.select().where(Enclosure.paper == paper_id)
    return list(rows.order_by(Enclosure.position))


def bind_enclosures(
    issued: IssuedPaper,
    own: bytes,
    enclosures: Sequence[Enclosure],
    content_of: Callable[[Enclosure], bytes],
    look: Look,
) -> bytes:
    """The pages of a paper, then those of all that goes along, as one file with bookmarks."""
    binding = Binding(issued.title, issued.issuer, "", clock.local(issued.issued_at))
    with tempfile.TemporaryDirectory(prefix="ppid-lampiran-") as place:
        folder = Path(place)
        parts = [_part(folder, 0, issued.title, own)]
        parts += [_part(folder, row.position, row.title, content_of(row)) for row in enclosures]
        out = folder / "berkas.pdf"
        bind(binding, parts, out, look)
        return out.read_bytes()


def _part(folder: Path, position: int, title: str, content: bytes) -> BoundPart:
    file = folder / f"{position}.pdf"
    file.write_bytes(content)
    return BoundPart(file, title, title)


def _title(issued: IssuedPaper) -> str:
    return f"{issued.label} Nomor {issued.number_text}" if issued.number_text else issued.title
