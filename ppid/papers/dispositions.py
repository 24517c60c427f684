"""Lembar Disposisi: the officer sets a review going."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table
from ppid.papers.step_records import StepRecord, signed_by
from ppid.papers.wording import NONE, word_day, word_rich

COLUMNS = (
    Column("Nomor", 14, centred=True),
    Column("Informasi", 52),
    Column("Unit kerja yang menguasai", 34),
)


@dataclass(frozen=True, slots=True)
class DispositionPaper:
    """Lembar Disposisi: lines of the ruled form, what is asked, and the entries it is about."""

    template: ClassVar[str] = "print/disposition.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    lines: tuple[tuple[str, str], ...]
    instruction: str
    entries: tuple[tuple[str, str, str], ...]
    signature: Signature
    title: str = "Lembar Disposisi"
    draft: bool = False

    @property
    def table(self) -> Table:
        """The information that is to be reviewed."""
        return Table(COLUMNS, self.entries, numbered=True)


def disposition_paper(record: StepRecord) -> DispositionPaper:
    """The disposition as it went out."""
    data, facts, number = record.data, record.file.facts, number_of(record)
    return DispositionPaper(
        letterhead=letterhead_of(office()),
        lines=(
            *((("Nomor", number),) if number else ()),
            ("Perkara", f"{facts.number}\n{facts.title}"),
            ("Agenda kerja", str(data.get("agenda") or NONE)),
            ("Tanggal disposisi", format_date(record.on)),
            ("Diteruskan kepada", str(data.get("addressee") or NONE)),
            ("Ditunggu paling lambat", word_day(data.get("due_on"))),
        ),
        instruction=word_rich(data.get("instruction")),
        entries=tuple((each.number, each.title, each.unit_name) for each in record.file.entries),
        signature=signed_by(record),
    )
