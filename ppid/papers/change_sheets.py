"""Lembar Pengubahan, as completed or as drafted."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid.office.queries import office
from ppid.papers.documents import ChangeRow, ChangeSheetPaper
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Tester
from ppid.papers.sentences import write_sheet_opening
from ppid.papers.step_records import StepRecord
from ppid.papers.wording import NONE, word_kept_bases, word_kept_period


def change_sheet_paper(record: StepRecord) -> ChangeSheetPaper:
    """DRAF until Atasan PPID has said Ya."""
    settings, data = office(), record.data
    on = tested_on(record)
    return ChangeSheetPaper(
        letterhead=letterhead_of(settings),
        number=f"Nomor {number_of(record)}",
        opening=write_sheet_opening("lembar-pengubahan-pembuka", record, on),
        rows=tuple(_change_row(row) for row in data.get("rows") or ()),
        testers=people_of(data, "testers"),
        approver=signature_for("head", on, place_date(settings.city, on)),
        draft=record.draft,
    )


def tested_on(record: StepRecord) -> date:
    """The day of the test; that of the case's opening while a draft names none."""
    day = record.data.get("tested_on") or record.file.facts.opened_at.date().isoformat()
    return date.fromisoformat(str(day))


def people_of(data: Mapping[str, Any], name: str) -> tuple[Tester, ...]:
    """Those who are named in the rows of people."""
    return tuple(
        Tester(each["name"], each.get("position") or "", each.get("unit") or "")
        for each in data.get(name) or ()
        if each.get("name")
    )


def _change_row(row: Mapping[str, Any]) -> ChangeRow:
    before = row.get("before") or {}
    kept = bool(row.get("keep"))
    new = before if kept else row
    parts = row.get("excluded_parts") or ""
    partly = f"\n(sebagian: {parts})" if parts and not kept else ""
    return ChangeRow(
        title=f"{row['number']}\n{row['title']}{partly}",
        old_bases=word_kept_bases(before),
        new_bases=_new_bases(row),
        old_if_open=before.get("consequence_open") or NONE,
        old_if_closed=before.get("benefit_closed") or NONE,
        new_if_closed=new.get("benefit_closed") or NONE,
        period=word_kept_period(new),
    )


def _new_bases(row: Mapping[str, Any]) -> str:
    if row.get("keep"):
        return f"Tidak diubah.\n{row.get('keep_reason') or ''}"
    return word_kept_bases(row, with_reasoning=True)
