"""The values that stand for placeholders in the texts of a determination."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.kinds.sources import closing_rows, text_of
from ppid.law.dates import format_date, spell_number
from ppid.register.models import Classification, Determination
from ppid.texts.registry import Values
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

OPEN_YET = "…"
"""Stands where the form itself still asks for the value."""


def case_values(context: StepContext) -> Values:
    """What is known before the form of the determination is filled in."""
    count = _count(context)
    return {
        "badan_publik": context.office.body_name,
        "kantor": context.office.office_name,
        "unit_kerja": " dan ".join(dict.fromkeys(each.unit_name for each in context.entries)),
        "jumlah_entri": str(count),
        "jumlah_terbilang": spell_number(count),
        "nomor_perkara": context.case.number,
        "prosedur": context.procedure.title,
        "tembusan_kantor": list(context.office.copies_to),
        **_of_sheet(context),
        **_of_replaced(context),
        **_of_opening(context.data_of(StepKindCode.OPENING)),
    }


def form_values(data: Mapping[str, Any]) -> Values:
    """What the form of the determination itself says."""
    signs, approves = data.get("signatory") or {}, data.get("approval") or {}
    determined, effective = (data.get(name) or "" for name in ("determined_on", "effective_on"))
    at_once = "pada tanggal ditetapkan"
    return {
        "tentang": data.get("about") or OPEN_YET,
        "tanggal_penetapan": _day(determined) or OPEN_YET,
        "tanggal_berlaku": _day(effective) or OPEN_YET,
        "saat_berlaku": at_once if determined == effective else f"pada tanggal {_day(effective)}",
        "tempat": data.get("place") or OPEN_YET,
        "pejabat": signs.get("title") or OPEN_YET,
        "nama_pejabat": signs.get("name") or OPEN_YET,
        "penyetuju": approves.get("title") or "",
        "nama_penyetuju": approves.get("name") or "",
        "tanggal_persetujuan": _day(approves.get("on") or ""),
    }


def _count(context: StepContext) -> int:
    if context.procedure.subject is Subject.OPENING:
        return len(context.data_of(StepKindCode.OPENING).get("rows", ()))
    return len(closing_rows(context))


def _of_sheet(context: StepContext) -> Values:
    kinds = (StepKindCode.CHANGE_SHEET, StepKindCode.TEST)
    sheet = next((data for kind in kinds if (data := context.data_of(kind))), {})
    return {
        "nomor_lembar": text_of(sheet, "number"),
        "tanggal_lembar": _day(text_of(sheet, "tested_on")),
    }


def _of_replaced(context: StepContext) -> Values:
    """The determinations that are changed or ended, oldest first, with their test sheets."""
    replaced = list_replaced([entry.id for entry in context.entries])
    numbers = ", ".join(f"Nomor {each.number_text}" for each in replaced)
    tests = [each.test_sheet_number for each in replaced if each.test_sheet_number]
    return {
        "nomor_lama": numbers or "terdahulu",
        "penetapan_lama": [_named(each) for each in replaced],
        "nomor_lembar_uji": list(dict.fromkeys(tests)),
    }


def list_replaced(entry_ids: list[int]) -> list[Determination]:
    """The determinations that last said something of these entries, each once, oldest first."""
    rows = (
        Classification.select(Classification, Determination)
        .join(Determination)
        .where(Classification.entry.in_(entry_ids))
        .order_by(Determination.id)
    )
    last = {row.entry_id: row.determination for row in rows}
    named = {each.id: each for each in last.values() if each}
    return [named[key] for key in sorted(named)]


def _of_opening(opening: Data) -> Values:
    proof = text_of(opening, "reference")
    because = f"berdasarkan {proof}" if proof else "karena jangka waktu pengecualiannya berakhir"
    return {"dasar_pembukaan": because, "bukti_pembukaan": [proof] if proof else []}


def _named(determination: Determination) -> str:
    day = format_date(determination.determined_on)
    return (
        f"Penetapan Nomor {determination.number_text} tanggal {day} tentang {determination.about}"
    )


def _day(text: str) -> str:
    return format_date(date.fromisoformat(text)) if text else ""
