"""What papers are put together from: letterhead, signature, people, tables, sheets.

Everything here is a plain value, already formatted: dates, numbers and terbilang come as text. A
``str`` is printed as it stands (line breaks kept); ``Markup`` is HTML made from Markdown, printed
with its paragraphs, lists and emphasis and nothing else.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,")


class PageSize(StrEnum):
    """The two papers of Indonesian offices."""

    A4 = "A4"
    F4 = "F4"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height, standing."""
        return {PageSize.A4: (210, 297), PageSize.F4: (215, 330)}[self]


class Orientation(StrEnum):
    """How the sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop surat. ``lines`` from the highest body down; the last is the office that signs, set
    larger.

    ``logo`` is a data address of the picture that the office uploaded, made anew from its pixels;
    never an address typed in a text.
    """

    lines: tuple[str, ...]
    address: str = ""
    city: str = ""
    logo: str = ""

    def __post_init__(self) -> None:
        if self.logo and not self.logo.startswith(PICTURES):
            raise ValueError("a logo is a picture within the page, never an address")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. ``place_date`` is the line or lines above the role, e.g. ``Kota Contoh, 18 Januari
    2026``.

    ``electronic`` prints "Ditandatangani secara elektronik" where the room to sign would be; set it
    only when the paper is signed elsewhere by a certified signature.
    """

    role: str
    name: str
    rank: str = ""
    nip: str = ""
    place_date: str = ""
    electronic: bool = False


@dataclass(frozen=True, slots=True)
class Tester:
    """One who took part in the consequence test and signs its sheet."""

    name: str
    position: str
    unit: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` in percent of the table; neighbours with one ``group`` share a heading
    above.
    """

    title: str
    width: float
    group: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A cell of the upper heading, ``span`` columns wide; ``deep`` ones reach down both rows."""

    title: str
    width: float
    span: int
    deep: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose headings repeat on each page; every row has one text per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    numbered: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"row of {len(row)} texts in a table of {len(self.columns)} columns"
                )

    @property
    def grouped(self) -> bool:
        """Whether the heading needs two rows."""
        return any(column.group for column in self.columns)

    @property
    def upper(self) -> tuple[Heading, ...]:
        """The upper row of the heading: each group once, and the columns that have none."""
        row: list[Heading] = []
        for column in self.columns:
            if column.group and row and row[-1].title == column.group:
                last = row.pop()
                row.append(replace(last, span=last.span + 1, width=last.width + column.width))
            else:
                title = column.group or column.title
                row.append(Heading(title, column.width, 1, deep=not column.group))
        return tuple(row)

    @property
    def lower(self) -> tuple[Column, ...]:
        """The lower row of the heading: the columns that stand in a group."""
        return tuple(column for column in self.columns if column.group)

    @property
    def right_span(self) -> int:
        """How many of the last columns a signature needs: at least two fifths of the width."""
        total = 0.0
        for count, column in enumerate(reversed(self.columns), 1):
            total += column.width
            if total >= 38:
                return count
        return len(self.columns)

    @property
    def left_span(self) -> int:
        """How many columns stay empty beside a signature."""
        return max(len(self.columns) + self.numbered - self.right_span, 1)


@dataclass(frozen=True, slots=True)
class Annex:
    """Lampiran, on a new landscape sheet, headed NOMOR, TANGGAL, TENTANG and signed again."""

    heading: str
    number: str
    date: str
    about: str
    table: Table
    title: str = ""
    signature: Signature | None = None
