"""Pengumuman perubahan klasifikasi: what is open from now on, told to the public."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table
from ppid.papers.step_records import StepRecord, latest_completion
from ppid.papers.wording import NONE, word_day, word_rich
from ppid.workflow.kinds import StepKindCode

COLUMNS = (Column("Informasi", 56), Column("Cara memperoleh", 44))


@dataclass(frozen=True, slots=True)
class AnnouncementPaper:
    """Pengumuman: ``rows`` are (judul dalam DIP, cara memperoleh). It is for the public: entries
    stand in it only by the titles that the open list gives them.
    """

    template: ClassVar[str] = "print/announcement.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    basis: str
    content: str
    rows: tuple[tuple[str, str], ...]
    open_list: str
    media: tuple[str, ...]
    signature: Signature
    number: str = ""
    title: str = "Pengumuman Perubahan Klasifikasi Informasi yang Dikecualikan"
    draft: bool = False

    @property
    def table(self) -> Table:
        """What can be had, and how."""
        return Table(COLUMNS, self.rows, numbered=True)


def announcement_paper(record: StepRecord) -> AnnouncementPaper:
    """The announcement as it was made."""
    data, settings = record.data, office()
    on = date.fromisoformat(str(data["published_on"]))
    return AnnouncementPaper(
        letterhead=letterhead_of(settings),
        basis=_basis(record),
        content=word_rich(data.get("announcement")),
        rows=tuple((row["open_title"], row.get("access") or NONE) for row in data["rows"]),
        open_list=str(data["open_list"]),
        media=tuple(line for line in str(data.get("media") or "").splitlines() if line.strip()),
        signature=signature_for("officer", on, place_date(settings.city, on)),
        number=number_of(record),
    )


def _basis(record: StepRecord) -> str:
    """The determination that is announced, by number and day."""
    done = latest_completion(record.file, StepKindCode.DETERMINATION)
    if done is None:
        return ""
    day = word_day(done.data.get("determined_on"))
    return f"Penetapan Nomor {done.data['number_text']} tanggal {day}"
