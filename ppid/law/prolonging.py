"""Prolonging an exclusion, which the law knows only as a new test and determination in time."""

from datetime import date

from ppid.law.dates import format_date
from ppid.law.facts import EntryFacts
from ppid.law.grounds import Ground
from ppid.law.period_problems import ceiling_of_huruf_a
from ppid.law.standing import standing
from ppid.law.standing_kinds import StandingKind
from ppid.law.workdays import WorkCalendar


def reason_against_prolonging(
    facts: EntryFacts, on: date, grounds: tuple[Ground, ...], calendar: WorkCalendar
) -> str:
    """Why a determination may not close the entry further; ``""`` when nothing speaks against it.

    ``on`` is the later of the day it is issued and the day it takes effect: one that is dated back
    does not close again what has opened meanwhile.

    What expired is open by itself (PP 61/2010 Pasal 11(3)); what a final ruling opened is never
    closed again (UU 14/2008 Pasal 18(1) with Pasal 11(2)); huruf a alone does not reach beyond its
    30 years (PP 61/2010 Pasal 5(1)). The message is Indonesian and gives the reason.
    """
    now = standing(facts, on, calendar)
    if now.kind is StandingKind.EXPIRED and now.since:
        return (
            f"Informasi ini sudah terbuka sejak {format_date(now.since)} karena jangka waktunya "
            "berakhir (PP 61/2010 Pasal 11 ayat (3)); perpanjangan harus ditetapkan sebelum "
            "tanggal itu."
        )
    if now.kind is StandingKind.OPENED_RULING:
        return (
            "Informasi ini dibuka dengan putusan yang berkekuatan hukum tetap dan tidak dapat "
            "dikecualikan lagi (UU 14/2008 Pasal 18 ayat (1) dan Pasal 11 ayat (2))."
        )
    return _reason_of_ceiling(facts, on, grounds)


def _reason_of_ceiling(facts: EntryFacts, on: date, grounds: tuple[Ground, ...]) -> str:
    first = facts.closed_since
    if first is None or set(grounds) != {Ground.A} or on < ceiling_of_huruf_a(first):
        return ""
    return (
        f"Batas 30 tahun huruf a tercapai pada {format_date(ceiling_of_huruf_a(first))}, dihitung "
        f"sejak pengecualian pertama {format_date(first)} (PP 61/2010 Pasal 5 ayat (1))."
    )
