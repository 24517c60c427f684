"""The pages of the handbook, read from Markdown with a small front matter.

A file begins with lines of ``key: value`` between two lines of ``---``; its name is the slug. A
line that begins with ``## `` opens a section; what stands before the first is the introduction.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("pages")
FINDINGS_TABLE = "temuan"
"""Value of ``table`` in the front matter of the page that ends with the table of findings."""

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^## +(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A part of a page; ``title`` and ``anchor`` are empty for the introduction."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page of the handbook; ``order`` places it among all, ``group`` under which heading."""

    slug: str
    title: str
    order: int
    group: str
    summary: str
    text: str
    table: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The introduction, if there is one, and each section in turn."""
        return split_sections(self.text)


@lru_cache(maxsize=1)
def list_pages() -> tuple[Page, ...]:
    """All pages in their order."""
    found = (read_page(path) for path in FOLDER.glob("*.md"))
    return tuple(sorted(found, key=lambda page: (page.order, page.slug)))


def get_page(slug: str) -> Page | None:
    """The page of an address; None when there is none."""
    return next((page for page in list_pages() if page.slug == slug), None)


def neighbours(page: Page) -> tuple[Page | None, Page | None]:
    """The page before and the page after, in the order of the handbook."""
    pages = list_pages()
    place = pages.index(page)
    before = pages[place - 1] if place else None
    return before, pages[place + 1] if place + 1 < len(pages) else None


def by_group(pages: tuple[Page, ...]) -> dict[str, list[Page]]:
    """Pages under their headings, both in the order of the handbook."""
    groups: dict[str, list[Page]] = {}
    for page in pages:
        groups.setdefault(page.group, []).append(page)
    return groups


def read_page(path: Path) -> Page:
    """The page of a file; ValueError names a file whose front matter lacks something."""
    front, text = read_front(path)
    try:
        return Page(
            slug=path.stem,
            title=front["title"],
            order=int(front["order"]),
            group=front["group"],
            summary=front["summary"],
            text=text,
            table=front.get("table", ""),
        )
    except KeyError as missing:
        raise ValueError(f"{path.name}: front matter lacks {missing}") from missing


def read_front(path: Path) -> tuple[dict[str, str], str]:
    """The front matter and the text of a file; ValueError when there is no front matter."""
    found = _FRONT.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name}: no front matter")
    lines = (line.partition(":") for line in found[1].splitlines())
    return {key.strip(): value.strip() for key, _colon, value in lines}, found[2].strip()


def split_sections(text: str) -> tuple[Section, ...]:
    """The sections of a text; the introduction comes first unless it is empty."""
    introduction, *rest = _HEADING.split(text)
    sections = [
        Section(title.strip(), anchor_of(title), body.strip())
        for title, body in zip(rest[::2], rest[1::2], strict=True)
    ]
    if introduction.strip():
        sections.insert(0, Section("", "", introduction.strip()))
    return tuple(sections)


def anchor_of(title: str) -> str:
    """The id of a section: ``bagian-`` and the words of its title."""
    return "bagian-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
