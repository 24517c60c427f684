"""Periods told to the public: dates and lengths always, an officer's own words once reviewed."""

from dataclasses import replace

from ppid.law.periods import Period, describe
from ppid.register.public_bases import cite_outside


def tell_period(period: Period | None, *, reviewed: bool) -> str:
    """The period in words.

    The event, the condition or the regulation that an officer named is told once the wording was
    ``reviewed`` with this very classification; until then the determination is pointed to.
    """
    if period is None:
        return "Jangka waktu tidak disebut dalam penetapan"
    told = describe(period if reviewed else _without_own_words(period))
    return told[:1].upper() + told[1:]


def _without_own_words(period: Period) -> Period:
    regulation = cite_outside(period.regulation) or "peraturan yang disebut dalam penetapan"
    return replace(
        period,
        start_event="",
        event=period.event and "peristiwa yang disebut dalam penetapan",
        condition=period.condition and "keadaan yang disebut dalam penetapan",
        regulation=period.regulation and regulation,
    )
