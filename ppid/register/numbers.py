"""Numbers of entries and determinations: gapless, never used twice."""

from datetime import date

from ppid.db import database
from ppid.errors import Refused
from ppid.law.dates import roman
from ppid.office.models import NumberSeries

DETERMINATIONS = "penetapan"
ENTRIES = "entri"
EVERY_YEAR = 0


def take_number(kind: str, year: int) -> int:
    """The next number of the series, taken inside the transaction that uses it.

    Writers wait for each other from the first statement on, so no two take the same; what is
    rolled back gives its number back.
    """
    _demand_transaction()
    series = _series(kind, year)
    series.last_number += 1
    series.save()
    return int(series.last_number)


def take_numbers(kind: str, year: int, count: int) -> range:
    """So many consecutive numbers of the series."""
    _demand_transaction()
    series = _series(kind, year)
    first = series.last_number + 1
    series.last_number += count
    series.save()
    return range(first, first + count)


def note_number(kind: str, year: int, number: int) -> int:
    """Take a number that an earlier paper already bears; the series goes on after the highest."""
    _demand_transaction()
    if number < 1:
        raise Refused("Isi nomor penetapan dengan bilangan mulai dari 1.", "number")
    series = _series(kind, year)
    series.last_number = max(series.last_number, number)
    series.save()
    return number


def entry_number(number: int) -> str:
    """``DIK-0042``."""
    return f"DIK-{number:04d}"


def write_number(pattern: str, number: int, day: date) -> str:
    """The number as the office's pattern writes it, e.g. ``3/PPID.DIK/I/2025``.

    A pattern with an unknown part in braces is refused.
    """
    try:
        return pattern.format(
            nomor=number, bulan_romawi=roman(day.month), bulan=f"{day.month:02d}", tahun=day.year
        )
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        raise Refused(
            "Pola nomor penetapan tidak dapat dipakai. Gunakan {nomor}, {bulan}, {bulan_romawi}, "
            "dan {tahun}; perbaiki di Pengaturan."
        ) from error


def _series(kind: str, year: int) -> NumberSeries:
    known = NumberSeries.get_or_none(NumberSeries.kind == kind, NumberSeries.year == year)
    return known or NumberSeries.create(kind=kind, year=year)


def _demand_transaction() -> None:
    if not database.in_transaction():
        raise RuntimeError("a number is taken in the transaction that uses it")
