"""Durations as people write them: ``5 tahun setelah …``, ``1 (satu) tahun berjalan``."""

import re
from itertools import pairwise

from ppid.law.dates import WRITTEN_DATE, parse_date_text, spell_number
from ppid.law.period_clauses import START_NOTE, Reading, finish
from ppid.law.periods import Period, PeriodKind

_NUMBERS = {spell_number(number): number for number in range(1, 100)}
_WORDS = "|".join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))
_UNIT = r"tahun|thn|th|bulan|bln|minggu|hari"
_LENGTH = re.compile(
    r"(?<![\d.,/-])(?:(?P<digits>\d{1,4})\s*(?:\(\s*(?P<spelled>[a-z ]+?)\s*\))?"
    rf"|(?P<word>\b(?:{_WORDS})))"
    rf"\s*\(?(?P<unit>{_UNIT})\b\)?\.?(?!\s*\d{{4}})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bno(?:mor)?\.?\s*:?\s*$", re.IGNORECASE)
_SINCE = re.compile(
    r"^\W*(?:(?:ter)?hitung\s+)?(?:mulai|sejak|setelah|sesudah|pasca|dari)\b\s*(?:dari|sejak)?\s*(.+)$",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?:pada\s+)?(?:tanggal\s+|tgl\.?\s+)?{WRITTEN_DATE}", re.IGNORECASE)
_FLOOR = re.compile(
    r"\b(?:minimal|paling\s+(?:singkat|sedikit)|sekurang\W*kurangnya|lebih\s+dari)\b", re.I
)
_BEFORE_LENGTH = re.compile(
    r"^\W*(?:dikecualikan\s+)?(?:untuk\s+)?(?:jangka\s+waktu\s+)?(?:selama|sampai\s+dengan|sampai|hingga|s\.?/?d\.?)?"
    r"\s*(?:jangka\s+waktu\s+)?(?:paling\s+lama|maksimal|dalam)?\W*$",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"^\W*(?:anggaran\s+)?berjalan\W*$", re.IGNORECASE)


def read_duration(text: str) -> Reading | None:
    """A length, with its start if one is named; None when there is no length in ``text``."""
    found = [each for each in _LENGTH.finditer(text) if not _NUMBERED.search(text[: each.start()])]
    if not found:
        return None
    if len(found) > 1 and not _are_parts_of_one(found, text):
        note = "Memuat lebih dari satu lama; tentukan yang berlaku."
        return Reading(text, None, 0.0, (note,), (text,))
    return _read_length(text, found)


def _are_parts_of_one(found: list[re.Match[str]], text: str) -> bool:
    units = [each["unit"].lower()[0] for each in found]
    gaps = [text[a.end() : b.start()] for a, b in pairwise(found)]
    return len(set(units)) == len(units) and all(gap.strip(" ,") in {"", "dan"} for gap in gaps)


def _read_length(text: str, found: list[re.Match[str]]) -> Reading | None:
    head, tail = text[: found[0].start()], text[found[-1].end() :]
    amounts = {"t": 0, "b": 0, "m": 0, "h": 0}
    for each in found:
        amounts[each["unit"].lower()[0]] += _amount(each)
    if re.match(r"\W*kerja\b", tail, re.IGNORECASE):
        note = "Lama dalam hari kerja belum dapat dipakai; sebutkan tanggal atau lama kalender."
        return Reading(text, None, 0.0, (note,), (text,))
    notes, confidence = _doubts(found, head)
    since = _SINCE.match(tail)
    named = since.group(1).strip(" .,") if since else ""
    starts_on = parse_date_text(named)
    period = Period(
        PeriodKind.DURATION,
        starts_on=starts_on,
        years=amounts["t"],
        months=amounts["b"],
        days=amounts["m"] * 7 + amounts["h"],
        start_event=_DATED.sub("", named).strip(" ,()") if starts_on else named,
    )
    notes = notes if starts_on else (*notes, START_NOTE)
    if _RUNNING.match(tail):
        notes, confidence = (
            (*notes, "“Berjalan” tidak menyebut tahun yang mana."),
            confidence - 0.15,
        )
        tail = ""
    before = "" if _BEFORE_LENGTH.match(head) else head
    return finish(text, period, confidence, notes, before, "" if since else tail)


def _amount(found: re.Match[str]) -> int:
    return int(found["digits"]) if found["digits"] else _NUMBERS[found["word"].lower()]


def _doubts(found: list[re.Match[str]], head: str) -> tuple[tuple[str, ...], float]:
    """A number that its own words belie, and a floor that is no end."""
    for each in found:
        spelled = (each["spelled"] or "").strip().lower()
        if spelled and _NUMBERS.get(spelled) != _amount(each):
            return (f"Angka {each['digits']} tidak sama dengan kata “{spelled}”.",), 0.4
    if _FLOOR.search(head):
        return ("Yang disebut adalah waktu paling singkat, bukan akhir pengecualian.",), 0.4
    return (), 0.95
