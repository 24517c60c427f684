"""The number that the paper of a step bears."""

from datetime import date

from ppid import clock
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.numbered import NumberedStep
from ppid.office.number_patterns import OPEN
from ppid.office.numbering import preview_number
from ppid.papers.step_records import StepRecord

BY_HAND = "." * 42


def number_of(record: StepRecord) -> str:
    """As it was taken; on a draft as it will look. Empty where the paper bears none.

    A paper made before numbers were given here leaves room to write one by hand.
    """
    told = record.data.get("number")
    if told:
        return str(told)
    if record.event is None:
        return _to_come(record)
    return BY_HAND if told is None else ""


def _to_come(record: StepRecord) -> str:
    kind = kind_of(record.step)
    if not isinstance(kind, NumberedStep):
        return OPEN
    day = record.data.get(kind.dated_by)
    on = date.fromisoformat(str(day)) if day else clock.today()
    return preview_number(kind.series, on) or OPEN
