"""Nota Dinas: the officer asks Atasan PPID to consider the change sheet."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Letterhead, Orientation, Signature
from ppid.papers.step_records import StepRecord, completed_before
from ppid.papers.wording import word_rich
from ppid.workflow.kinds import StepKindCode


@dataclass(frozen=True, slots=True)
class MemoPaper:
    """Nota Dinas. ``lines`` are Kepada, Dari, Tanggal, Nomor, Lampiran and Hal in their order."""

    template: ClassVar[str] = "print/memo.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    lines: tuple[tuple[str, str], ...]
    content: str
    signature: Signature
    title: str = "Nota Dinas"
    draft: bool = False


def memo_paper(record: StepRecord) -> MemoPaper:
    """The note as it was sent, with the sheet that went along."""
    data, settings = record.data, office()
    on = date.fromisoformat(str(data["written_on"]))
    signature = signature_for("officer", on, place_date(settings.city, on))
    sheet = completed_before(record, StepKindCode.CHANGE_SHEET)
    along = f"Lembar Pengubahan Nomor {sheet.data['number']}" if sheet else ""
    lines = (
        ("Kepada", f"Yth. {data['addressee']}"),
        ("Dari", signature.role),
        ("Tanggal", format_date(on)),
        ("Nomor", number_of(record)),
        ("Lampiran", along),
        ("Hal", str(data["about"])),
    )
    return MemoPaper(
        letterhead=letterhead_of(settings),
        lines=tuple(line for line in lines if line[1]),
        content=word_rich(data.get("content")),
        signature=signature,
    )
