"""Dates as Indonesian officials write and say them, and arithmetic by months."""

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES = ((1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"))
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MONTH_NUMBER = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name.lower(): number for number, name in enumerate(SHORT_MONTHS, 1)},
    "pebruari": 2,
    "nopember": 11,
    "agt": 8,
    "agst": 8,
    "ags": 8,
    "sept": 9,
    "nop": 11,
}
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})\s+([A-Za-z]+)\.?\s+(\d{4})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
WRITTEN_DATE = r"(?:\d{1,2}\s+[A-Za-z]+\.?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
"""The forms that ``parse_date_text`` reads, as a pattern to find them inside other text."""


def format_date(day: date) -> str:
    """``18 Januari 2028``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_date_short(day: date) -> str:
    """``18 Jan 2028``, for tables."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def weekday_name(day: date) -> str:
    """``Senin`` … ``Minggu``."""
    return WEEKDAYS[day.weekday()]


def roman(number: int) -> str:
    """Roman numeral of 1–3999, as months and chapters are numbered; ValueError beyond."""
    if not 1 <= number <= 3999:
        raise ValueError(f"Angka Romawi hanya untuk 1 sampai 3999, bukan {number}.")
    written = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written.append(letters * count)
    return "".join(written)


def spell_number(number: int) -> str:
    """Terbilang of 0 to 999 miliar: ``dua ribu dua puluh satu``; ValueError beyond."""
    if not 0 <= number < 1_000_000_000_000:
        raise ValueError(f"Bilangan di luar jangkauan terbilang: {number}.")
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return _with_rest(f"{_UNITS[number // 10]} puluh", number % 10)
    return _spell_large(number)


def _spell_large(number: int) -> str:
    scale, word = next(pair for pair in _SCALES if number >= pair[0])
    count, rest = divmod(number, scale)
    one = count == 1 and word in {"ratus", "ribu"}
    return _with_rest(f"se{word}" if one else f"{spell_number(count)} {word}", rest)


def _with_rest(head: str, rest: int) -> str:
    return f"{head} {spell_number(rest)}" if rest else head


def spell_date(day: date) -> str:
    """The opening of minutes and test sheets, in words.

    ``Senin tanggal delapan belas bulan Januari tahun dua ribu dua puluh satu``.
    """
    return (
        f"{weekday_name(day)} tanggal {spell_number(day.day)} bulan {MONTHS[day.month - 1]} "
        f"tahun {spell_number(day.year)}"
    )


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later (or earlier); a day that does not exist is the month's last.

    What lies beyond the calendar stays at its first or last day, so that no input can raise.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day ``years`` later; 29 February falls on the 28th where there is no 29th."""
    return add_months(day, years * 12)


def add_days(day: date, days: int) -> date:
    """The day ``days`` later (or earlier), staying at the calendar's first or last day."""
    target = day.toordinal() + days
    if target < date.min.toordinal():
        return date.min
    if target > date.max.toordinal():
        return date.max
    return day + timedelta(days=days)


def parse_date_text(text: str) -> date | None:
    """The first full date in ``text`` (``18 Januari 2021``, ``18-1-2021``, ``2021-01-18``).

    Numbers are day, month, year as Indonesians write them; None if there is none or it is no day.
    """
    if found := _WRITTEN.search(text):
        day, name, year = found.groups()
        month = _MONTH_NUMBER.get(name.lower(), 0)
        return _real_date(int(year), month, int(day))
    if found := _ISO.search(text):
        year, number, day = found.groups()
        return _real_date(int(year), int(number), int(day))
    if found := _NUMERIC.search(text):
        day, number, year = found.groups()
        return _real_date(int(year), int(number), int(day))
    return None


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
