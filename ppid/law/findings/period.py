"""Checks of the period."""

from collections.abc import Iterator
from datetime import date

from ppid.law.dates import format_date
from ppid.law.findings.entries import ExaminedEntry
from ppid.law.findings.rules import Finding, found
from ppid.law.period_problems import period_problems
from ppid.law.period_text import parse_period

PERMANENT = "permanen-huruf-a-f"
SURE = 0.8


def check_stated(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Every determination states a period (PP 61/2010 Pasal 4(2)d)."""
    if entry.period is not None or _holds_regulation(entry):
        return
    written = entry.period_text.strip()
    yield found(
        "tanpa-jangka-waktu",
        f"Tertulis “{written}”, tetapi jangka waktunya belum ditegaskan."
        if written
        else "Jangka waktu belum diisi.",
    )


def check_column(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """A citation in the cell of the period is no period (PP 61/2010 Pasal 4(2)d)."""
    if entry.period is None and _holds_regulation(entry):
        yield found(
            "jangka-waktu-berisi-peraturan",
            f"Kolom jangka waktu berisi peraturan: “{entry.period_text.strip()}”.",
        )


def _holds_regulation(entry: ExaminedEntry) -> bool:
    reading = parse_period(entry.period_text)
    return reading.is_regulation and reading.period is None


def check_lawful(entry: ExaminedEntry, on: date) -> Iterator[Finding]:
    """Never permanent for a–f, never beyond 30 years for a, always an end or a review.

    UU 14/2008 Pasal 20(1) and 2(2), PP 61/2010 Pasal 4(2)d and 5(1). What was never excluded
    before counts its 30 years from the day of the check.
    """
    if entry.period is None:
        yield from _permanent_by_its_words(entry)
        return
    first = entry.first_excluded_on or on
    for problem in period_problems(entry.period, entry.grounds, first):
        yield found(problem.code, problem.message)


def _permanent_by_its_words(entry: ExaminedEntry) -> Iterator[Finding]:
    """An older paper may say "Permanen" where the law forbids it, before anybody confirmed it."""
    reading = parse_period(entry.period_text)
    if reading.period is None or reading.confidence < SURE:
        return
    codes = {problem.code for problem in period_problems(reading.period, entry.grounds)}
    if PERMANENT in codes:
        sure = round(reading.confidence * 100)
        yield found(
            PERMANENT,
            f"Tertulis “{entry.period_text.strip()}”, dibaca tidak terbatas (keyakinan {sure} %).",
        )


def check_reviewed(entry: ExaminedEntry, on: date) -> Iterator[Finding]:
    """An exclusion without an end is looked at again on its review date (UU 14/2008 Pasal 2(2))."""
    review_on = entry.period.review_on if entry.period else None
    if review_on and review_on < on:
        yield found(
            "tinjauan-terlewat", f"Tanggal tinjauan {format_date(review_on)} sudah terlewat."
        )


CHECKS = (check_stated, check_column, check_lawful, check_reviewed)
