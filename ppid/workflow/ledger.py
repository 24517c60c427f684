"""Facts entered one after another; what they leave standing."""

from collections import defaultdict
from datetime import datetime

from ppid.workflow.events import Event, EventKind
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.refusals import BrokenHistoryError


class Ledger:
    """The running account of one case.

    After every entry: ``completions`` holds exactly the valid completions, which are those of the
    steps before ``current``; ``returns`` the return that last opened a step again; ``ready`` since
    when a step could be worked on. ``history`` holds every fact of a step, of all rounds.
    """

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.seq = 0
        self.round = 1
        self.current: int | None = None
        self.ending: Event | None = None
        self.opening: Event | None = None
        self.completions: dict[int, Event] = {}
        self.returns: dict[int, Event] = {}
        self.ready: dict[int, datetime] = {}
        self.history: defaultdict[int, list[Event]] = defaultdict(list)

    def enter(self, event: Event) -> None:
        """Take the next fact; BrokenHistoryError if no legal run can hold it here."""
        if event.seq != self.seq + 1:
            raise BrokenHistoryError(f"event {event.seq} follows event {self.seq}")
        if event.kind is EventKind.OPENED:
            self._open(event)
        else:
            self._act(event)
        self.seq = event.seq

    def _open(self, event: Event) -> None:
        if self.opening is not None:
            raise BrokenHistoryError(f"event {event.seq} opens an opened case")
        bound = (self.procedure.code, self.procedure.version)
        if (event.data.get("procedure"), event.data.get("version")) != bound:
            raise BrokenHistoryError(f"the case was not opened under {bound[0]} version {bound[1]}")
        self.opening = event
        self._move_to(self.procedure.first.number, event)

    def _act(self, event: Event) -> None:
        step = self._current_step(event)
        self.history[step.number].append(event)
        if event.kind is EventKind.COMPLETED:
            self._complete(step, event)
        elif event.kind is EventKind.RETURNED:
            self._return(step, event)
        else:
            self._end(step, event)

    def _current_step(self, event: Event) -> Step:
        if self.current is None or event.step != self.current:
            raise BrokenHistoryError(
                f"event {event.seq} is of step {event.step}, not {self.current}"
            )
        if event.round != self.round:
            raise BrokenHistoryError(
                f"event {event.seq} is of round {event.round}, not {self.round}"
            )
        return self.procedure.step(self.current)

    def _complete(self, step: Step, event: Event) -> None:
        self.completions[step.number] = event
        if step == self.procedure.last:
            self._close(event)
        else:
            self._move_to(step.number + 1, event)

    def _return(self, step: Step, event: Event) -> None:
        target = event.to
        if target is None or target not in step.returns:
            raise BrokenHistoryError(f"event {event.seq} returns from {step.number} to {target}")
        for number in range(target, step.number + 1):
            self.completions.pop(number, None)
            self.returns.pop(number, None)
            self.ready.pop(number, None)
        self.returns[target] = event
        self.round += 1
        self._move_to(target, event)

    def _end(self, step: Step, event: Event) -> None:
        if not step.may_end:
            raise BrokenHistoryError(f"event {event.seq} ends the case at step {step.number}")
        self._close(event)

    def _move_to(self, number: int, event: Event) -> None:
        self.current = number
        self.ready[number] = event.at

    def _close(self, event: Event) -> None:
        self.current = None
        self.ending = event
