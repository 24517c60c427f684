"""When the current step is due, where the procedure sets a norm."""

from collections.abc import Callable
from datetime import date, tzinfo

from ppid.workflow.progress import Progress

AddWorkdays = Callable[[date, int], date]


def due_date(
    progress: Progress, add_workdays: AddWorkdays, zone: tzinfo | None = None
) -> date | None:
    """The last day on which the current step is in time; None without a norm or a current step.

    The norm counts in working days from the day after the step became ready, which
    ``add_workdays`` knows how to do. ``zone`` is the office's time zone, in which that day is read;
    without it the moment is taken as recorded. A return starts the count anew.
    """
    state = progress.current_state
    if state is None or state.step.time_norm is None or state.ready_since is None:
        return None
    ready = state.ready_since.astimezone(zone) if zone else state.ready_since
    return add_workdays(ready.date(), state.step.time_norm)
