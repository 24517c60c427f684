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


def matrix(procedure: Procedure) -> tuple[MatrixRow, ...]:
    """One row per step, its cells in the order of ``procedure.actors``."""
    return tuple(_row(procedure, step) for step in procedure.steps)


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
