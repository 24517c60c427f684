"""What a loaded register said, cell by cell, beside what could be read from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ppid.register.models import EntryOriginal

LABELS = {
    "title": "Judul",
    "summary": "Ringkasan",
    "unit": "Unit",
    "legal_bases_raw": "Dasar hukum",
    "consequence_open": "Konsekuensi bila dibuka",
    "consequence_closed": "Konsekuensi bila ditutup",
    "period_text": "Jangka waktu",
    "notes": "Catatan",
}


@dataclass(frozen=True)
class ReadText:
    """One thing that was read, how sure that is in whole per cent, and what to mind."""

    text: str
    percent: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class OriginalCell:
    """One cell as it came, what was read from it, and what was not understood, with the reason."""

    label: str
    text: str
    read: tuple[ReadText, ...]
    not_understood: tuple[tuple[str, str], ...]


def list_cells(original: EntryOriginal | None) -> tuple[OriginalCell, ...]:
    """The cells that held something, in the order of the form."""
    if original is None:
        return ()
    texts: Mapping[str, Any] = original.texts
    readings: Mapping[str, Any] = original.readings
    return tuple(
        _cell(label, str(texts[name]), readings.get(name, {}))
        for name, label in LABELS.items()
        if str(texts.get(name, "")).strip()
    )


def _cell(label: str, text: str, reading: Mapping[str, Any]) -> OriginalCell:
    read = tuple(
        ReadText(each["text"], round(each["confidence"] * 100), tuple(each["notes"]))
        for each in reading.get("read", ())
    )
    left = tuple((each["text"], each["reason"]) for each in reading.get("not_understood", ()))
    return OriginalCell(label, text, read, left)
