"""What earlier steps of a case recorded, as later steps build upon it."""

from typing import Any

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.kinds.entry_rows import by_entry
from ppid.workflow.events import Event, EventKind
from ppid.workflow.kinds import StepKindCode

SAID_IN = (StepKindCode.CHANGE_SHEET, StepKindCode.TEST, StepKindCode.FORMULATION)
OPEN = "terbuka"


def seq_of(context: StepContext, kind: StepKindCode) -> int:
    """Which completion of a kind counts now; 0 while there is none."""
    event = context.completion(kind)
    return event.seq if event else 0


def rows_of(context: StepContext, kind: StepKindCode) -> dict[int, Data]:
    """The rows of the step of this kind that counts now, by entry; empty when there is none."""
    return by_entry(context.data_of(kind))


def said_rows(context: StepContext) -> list[Data]:
    """The classifications as last written: change sheet, else test, else formulation."""
    for kind in SAID_IN:
        if context.completion(kind):
            return [dict(row) for row in context.data_of(kind).get("rows", ())]
    return []


def closing_rows(context: StepContext) -> list[Data]:
    """The classifications that a determination is to give: not kept as they were, nor opened."""
    return [row for row in said_rows(context) if closes(row)]


def closes(row: Data) -> bool:
    """Whether a row says something new that closes its entry."""
    return not row.get("keep") and row.get("result") != OPEN


def refusals(context: StepContext) -> list[Event]:
    """Every "Tidak" of the case, oldest first."""
    facts = [event for state in context.progress.states for event in state.history]
    returned = [event for event in facts if event.kind is EventKind.RETURNED]
    return sorted(returned, key=lambda event: event.seq)


def text_of(data: Data, name: str) -> str:
    """A text of the data; empty when it is not there."""
    value: Any = data.get(name)
    return str(value) if value else ""
