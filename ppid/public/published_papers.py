"""The public rendition of a determination, as a file."""

from typing import NamedTuple

from ppid.papers.issuing import paper_file
from ppid.papers.public_copies import public_copy
from ppid.register.models import Classification, Determination, Entry, Opening


class PublicPaper(NamedTuple):
    """The bytes of a PDF with their SHA-256."""

    content: bytes
    sha256: str


def read_public_paper(year: int, number: int) -> PublicPaper | None:
    """The paper as it is to be read now; None where no such determination is public.

    FileNotMade when the file cannot be made now; asking again tries again.
    """
    determination = Determination.get_or_none(
        Determination.year == year, Determination.number == number
    )
    if determination is None or not _is_public(determination):
        return None
    file = paper_file(public_copy(determination))
    return PublicPaper(bytes(file.content), file.sha256)


def _is_public(determination: Determination) -> bool:
    """Whether it closes or opens an entry that is still in the register."""
    closed = Classification.select(Classification.entry).where(
        Classification.determination == determination
    )
    opened = Opening.select(Opening.entry).where(Opening.determination == determination)
    its_own = Entry.id.in_(closed) | Entry.id.in_(opened)
    return bool(Entry.select().where(its_own, Entry.withdrawn_at.is_null()).exists())
