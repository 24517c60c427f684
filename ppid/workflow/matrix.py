"""The matrix of a procedure's sheet: steps down, actors across, and the flow between them."""

from dataclasses import dataclass
from enum import StrEnum

from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.roles import Role


class Part(StrEnum):
    """What a column's actor does in a row."""

    ACTS = "acts"
    TAKES_PART = "takes_part"
    ADVISES = "advises"
    APPROVES = "approves"
    RECEIVES = "receives"

    @property
    def label(self) -> str:
        """The part as the sheet's legend names it."""
        return _LABELS[self]


_LABELS = {
    Part.ACTS: "Melaksanakan",
    Part.TAKES_PART: "Ikut serta",
    Part.ADVISES: "Memberi saran",
    Part.APPROVES: "Menyetujui",
    Part.RECEIVES: "Menerima",
}


class Shape(StrEnum):
    """The flow symbol of a step: capsule for begin and end, box, diamond."""

    TERMINAL = "terminal"
    PROCESS = "process"
    DECISION = "decision"


@dataclass(frozen=True)
class MatrixRow:
    """A step and, per column, its actor's part in it (None: no part)."""

    step: Step
    shape: Shape
    cells: tuple[Part | None, ...]


@dataclass(frozen=True)
class Arrow:
    """A flow from one step's first actor to another's; ``label`` is "Ya", "Tidak" or empty."""

    from_step: int
    from_role: Role
    to_step: int
    to_role: Role
    label: str = ""


def matrix(procedure: Procedure) -> tuple[MatrixRow, ...]:
    """One row per step, its cells in the order of ``procedure.actors``."""
    return tuple(_row(procedure, step) for step in procedure.steps)


def arrows(procedure: Procedure) -> tuple[Arrow, ...]:
    """Every flow: on to the next step, and back by default where a "Tidak" returns the case."""
    found = []
    for step in procedure.steps:
        if step != procedure.last:
            onward = procedure.step(step.number + 1)
            found.append(_arrow(step, onward, "Ya" if step.returns else ""))
        if step.default_return is not None:
            found.append(_arrow(step, procedure.step(step.default_return), "Tidak"))
    return tuple(found)


def _row(procedure: Procedure, step: Step) -> MatrixRow:
    cells = tuple(_part(step, role) for role in procedure.actors)
    return MatrixRow(step=step, shape=_shape(procedure, step), cells=cells)


def _shape(procedure: Procedure, step: Step) -> Shape:
    if step.returns:
        return Shape.DECISION
    return Shape.TERMINAL if step in (procedure.first, procedure.last) else Shape.PROCESS


def _part(step: Step, role: Role) -> Part | None:
    parts = {
        Part.ACTS: step.actors,
        Part.TAKES_PART: step.with_,
        Part.ADVISES: step.advised_by,
        Part.APPROVES: step.approved_by,
        Part.RECEIVES: step.addressed_to,
    }
    return next((part for part, roles in parts.items() if role in roles), None)


def _arrow(step: Step, onward: Step, label: str) -> Arrow:
    return Arrow(
        from_step=step.number,
        from_role=step.actors[0],
        to_step=onward.number,
        to_role=onward.actors[0],
        label=label,
    )
