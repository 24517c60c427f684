"""A paper in, its PDF out."""

from datetime import datetime

from ppid.papers.composing import compose
from ppid.papers.documents import Paper
from ppid.papers.parts import Orientation, PageSize
from ppid.papers.renderer import render_pdf


def print_paper(
    paper: Paper,
    *,
    author: str,
    issued_at: datetime,
    size: PageSize = PageSize.A4,
    orientation: Orientation | None = None,
) -> bytes:
    """The PDF of a paper, lying as its form wants unless told otherwise.

    ``author`` is the public body; ``issued_at`` (with a time zone) the file's date: the same paper
    issued at the same moment is the same bytes. RenderFailed when it cannot be made.
    """
    html = compose(paper, size=size, orientation=orientation)
    return render_pdf(html, title=paper.title, author=author, issued_at=issued_at)
