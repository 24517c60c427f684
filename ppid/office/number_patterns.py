"""Patterns of numbers: ``{nomor}/PPID.DIK/{bulan_romawi}/{tahun}``, read without surprises."""

import re
from collections.abc import Iterator
from datetime import date

from ppid.errors import Refused
from ppid.law.dates import roman

LONGEST = 80
OPEN = "…"
WORD = re.compile(r"\{([^{}]*)\}")
RUNNING = re.compile(r"nomor(?::0?([1-6])d?)?")
HIGHEST = 99_999
LONGEST_MONTH = date(2028, 8, 1)


def write_number(pattern: str, number: int, day: date) -> str:
    """The number as the pattern writes it: ``3/PPID.DIK/I/2025``.

    ``{nomor:03}`` fills up with noughts. A pattern with an unknown word or a stray brace is
    refused.
    """
    if list(_unreadable(pattern)):
        raise Refused(
            f"Pola nomor “{pattern}” tidak dapat dipakai. Gunakan {{nomor}}, {{bulan}}, "
            "{bulan_romawi}, dan {tahun}; perbaiki di Pengaturan, bagian Nomor."
        )
    return WORD.sub(lambda found: _fill(found[1], str(number), day), pattern)


def preview_pattern(pattern: str, day: date) -> str:
    """The number with its running part left open: ``…/PPID.DIK/I/2025``."""
    return WORD.sub(lambda found: _fill(found[1], OPEN, day), pattern)


def pattern_faults(pattern: str) -> list[str]:
    """What keeps a pattern from being used, each with its mend; empty when it may be."""
    found = list(_unreadable(pattern))
    words = WORD.findall(pattern)
    if not any(RUNNING.fullmatch(word) for word in words):
        found.append("Pola harus memuat {nomor}.")
    if "tahun" not in words:
        found.append("Pola harus memuat {tahun}, agar nomor tahun lain tidak sama.")
    if not found and (over := len(write_number(pattern, HIGHEST, LONGEST_MONTH)) - LONGEST) > 0:
        found.append(f"Nomor menjadi {over} huruf terlalu panjang; paling banyak {LONGEST}.")
    return found


def _unreadable(pattern: str) -> Iterator[str]:
    for word in WORD.findall(pattern):
        if word not in {"tahun", "bulan", "bulan_romawi"} and not RUNNING.fullmatch(word):
            yield (
                f"{{{word}}} tidak dikenal. Gunakan {{nomor}}, {{nomor:03}}, {{bulan_romawi}}, "
                "{bulan}, dan {tahun}."
            )
    if re.search(r"[{}]", WORD.sub("", pattern)):
        yield "Ada kurung kurawal tanpa pasangannya."


def _fill(word: str, number: str, day: date) -> str:
    if found := RUNNING.fullmatch(word):
        width = int(found[1] or 0) if number != OPEN else 0
        return number.zfill(width)
    return {"tahun": str(day.year), "bulan": f"{day.month:02d}", "bulan_romawi": roman(day.month)}[
        word
    ]
