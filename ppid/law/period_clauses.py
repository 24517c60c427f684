"""One clause of a written period: what was made of it, and what opens it to some."""

import re
from dataclasses import dataclass

from ppid.law.periods import Period

EXCEPTION = re.compile(
    r"\bkecuali\b|\b(?:apabila|jika|bila)\b|\batas\s+(?:perintah|persetujuan|permintaan|izin|ijin)"
    r"|^(?:mendapat\w*|diberikan|terbuka\s+terbatas)\b|\bhanya\s+(?:boleh|dapat)\s+diberikan",
    re.IGNORECASE,
)
CONSENT = re.compile(r"persetujuan|\bi[zj]in\b", re.IGNORECASE)

CONSENT_NOTE = (
    "Persetujuan tertulis membuka huruf g dan h saja (UU 14/2008 Pasal 18 ayat (2)) dan dicatat "
    "bila sudah ada; itu bukan jangka waktu."
)
EXCEPTION_NOTE = "Pengecualian atas penutupan bukan bagian dari jangka waktu: "
START_NOTE = "Tanggal mulai belum dipastikan, sehingga tanggal berakhir tidak dihitung."
REVIEW_NOTE = "Tidak ada tanggal berakhir; tetapkan tanggal tinjauan."
UNLIMITED_NOTE = "Tidak terbatas hanya boleh untuk huruf g–j (UU 14/2008 Pasal 20 ayat (1))."


@dataclass(frozen=True)
class Reading:
    """What one form made of one clause; ``left`` are its pieces that were not understood."""

    text: str
    period: Period | None = None
    confidence: float = 0.0
    notes: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def finish(
    text: str, period: Period, confidence: float, notes: tuple[str, ...], *rest: str
) -> Reading:
    """A reading whose leftovers are told and lower the confidence."""
    left = tuple(piece for piece in (each.strip(" .,;:()–-") for each in rest) if piece)
    return Reading(text, period, confidence - (0.25 if left else 0.0), notes, left)


_TAIL = re.compile(r"\b(?:kecuali|apabila|jika|bila)\b.*$", re.IGNORECASE)


def cut_exception(text: str) -> tuple[str, tuple[str, ...]]:
    """The clause without what would open it to some; that is told in a note, never lost."""
    found = _TAIL.search(text)
    if found is None and EXCEPTION.search(text):
        return "", (_note_exception(text),)
    if found is None:
        return text, ()
    tail = found.group().strip(" ,()")
    return text[: found.start()].strip(" ,("), (_note_exception(tail),)


def _note_exception(tail: str) -> str:
    return CONSENT_NOTE if CONSENT.search(tail) else f"{EXCEPTION_NOTE}{tail}."


_LAW_NAME = (
    r"(?:undang\s*[-–]?\s*undang|uu|pp|perpres|permen\w*|perda|pergub|perbup|perwal\w*|perki|"
    r"perka\w*|peraturan|keputusan|kepmen\w*)\b"
)
_REGULATION = re.compile(
    rf"^\W*(?:\w[.)]\s+)?{_LAW_NAME}.{{0,120}}?(?:\bno(?:mor)?\b|\bpasal\b|\btahun\s+\d{{4}})",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"^\W*(?:pasal|ps\.?)\s*\d+", re.IGNORECASE)
_PERIOD_WORD = re.compile(r"\b(?:selama|sampai|hingga|permanen|tidak terbatas)\b", re.IGNORECASE)


def holds_regulation(text: str) -> bool:
    """Tell whether a cell holds a citation where a period belongs (domain of the wrong column)."""
    found = _REGULATION.search(text) or _ARTICLE.search(text)
    return bool(found) and not _PERIOD_WORD.search(text)
