"""A period between its fields in a form and ``Period.to_dict()`` in the data."""

from collections.abc import Mapping
from typing import Any

from ppid.law.periods import Period, PeriodKind, describe

SPEAKING: dict[PeriodKind, tuple[str, ...]] = {
    PeriodKind.UNTIL_DATE: ("ends_on",),
    PeriodKind.DURATION: ("years", "months", "days", "start_event"),
    PeriodKind.UNTIL_EVENT: ("event", "event_on"),
    PeriodKind.WHILE_CONDITION: ("condition", "event_on"),
    PeriodKind.PER_REGULATION: ("regulation", "ends_on"),
    PeriodKind.UNLIMITED: (),
}
ALWAYS = ("starts_on", "review_on")


def period_values(kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """What the fields show of a kept period."""
    return dict(kept or {})


def read_period(values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The period that the fields state: only what speaks for its kind; None without a kind."""
    chosen = values.get("kind")
    if chosen not in set(PeriodKind):
        return None
    names = (*SPEAKING[PeriodKind(chosen)], *ALWAYS)
    said = {name: values[name] for name in names if values.get(name)}
    return dict(Period.from_dict({"kind": str(chosen), **said}).to_dict())


def period_words(kept: Mapping[str, Any] | None, written: str = "") -> str:
    """The period in words; ``written`` stands for it while it is not stated."""
    return describe(Period.from_dict(kept)) if kept else written
