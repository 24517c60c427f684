"""The SOP sheet: its identity, its lists and the matrix of steps and actors."""

from dataclasses import dataclass
from typing import ClassVar

from ppid.papers.parts import Letterhead, Orientation, Signature
from ppid.workflow.matrix import Shape


@dataclass(frozen=True, slots=True)
class SopStep:
    """One row of the matrix; ``actor`` and ``joined_by`` are indices into the sheet's actors.

    ``returns_to`` is the number of the step that "Tidak" leads back to: only for a decision.
    """

    number: int
    activity: str
    actor: int
    requirement: str
    output: str
    time_norm: str = ""
    note: str = ""
    joined_by: tuple[int, ...] = ()
    shape: Shape = Shape.PROCESS
    returns_to: int | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the signed original and how it is printed here."""

    original: str
    corrected: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SopSheetPaper:
    """The SOP as a paper: slips corrected in the text, the original words listed at its end."""

    template: ClassVar[str] = "print/sop_sheet.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    letterhead: Letterhead
    unit: str
    number: str
    date: str
    name: str
    approved_by: Signature
    legal_bases: tuple[str, ...]
    qualifications: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warnings: tuple[str, ...]
    records: tuple[str, ...]
    actors: tuple[str, ...]
    steps: tuple[SopStep, ...]
    slips: tuple[Slip, ...] = ()
    revised: str = ""
    effective: str = ""
    draft: bool = False

    @property
    def title(self) -> str:
        """Number and name."""
        return f"SOP {self.number}: {self.name}"
