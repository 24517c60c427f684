"""A procedure as data: an ordered list of steps, with a code and a version."""

from dataclasses import dataclass, field
from enum import StrEnum

from ppid.workflow.kinds import StepKindCode
from ppid.workflow.roles import Role, name_roles
from ppid.workflow.sheet import Sheet

__all__ = ["Procedure", "Step", "StepKindCode", "Subject", "Sureness"]


class Subject(StrEnum):
    """The legal act that a case of the procedure is about."""

    CHANGE = "pengubahan"
    INITIAL = "penetapan_awal"
    OPENING = "pembukaan"

    @property
    def label(self) -> str:
        """The act as officials name it."""
        return _SUBJECT_LABELS[self]


_SUBJECT_LABELS = {
    Subject.CHANGE: "Pengubahan klasifikasi",
    Subject.INITIAL: "Penetapan awal",
    Subject.OPENING: "Pembukaan informasi",
}


class Sureness(StrEnum):
    """Where our knowledge of a step comes from: the sheet itself, the law's text, or inference."""

    SHEET = "O"
    LAW = "T"
    INFERRED = "I"


@dataclass(frozen=True)
class Step:
    """One numbered row of a procedure.

    ``actors`` complete the step (any one of them); ``with_`` take part and may draft; the others
    only receive, advise or approve on paper. ``time_norm`` is in working days, None where none is
    set. ``returns`` are earlier steps to which a "Tidak" may send the case, the first by default.
    ``wording`` is the row as the sheet prints it, ``title`` its short form for the screen.
    """

    number: int
    kind: StepKindCode
    title: str
    actors: tuple[Role, ...]
    wording: str = ""
    with_: tuple[Role, ...] = ()
    advised_by: tuple[Role, ...] = ()
    approved_by: tuple[Role, ...] = ()
    addressed_to: tuple[Role, ...] = ()
    requirement: str = ""
    output: str = ""
    time_norm: int | None = None
    note: str = ""
    returns: tuple[int, ...] = ()
    may_end: bool = False
    sureness: tuple[Sureness, ...] = ()

    @property
    def name(self) -> str:
        """The step in a sentence: ``langkah 6 (Perumusan dan pembahasan dasar hukum)``."""
        return f"langkah {self.number} ({self.title})"

    @property
    def turn(self) -> str:
        """Whose turn it is while this step is the current one."""
        return name_roles(self.actors)

    @property
    def norm_label(self) -> str:
        """The column Waktu."""
        return "belum ditetapkan" if self.time_norm is None else f"{self.time_norm} hari kerja"

    @property
    def default_return(self) -> int | None:
        """The step a "Tidak" returns to unless another is chosen."""
        return self.returns[0] if self.returns else None


@dataclass(frozen=True)
class Procedure:
    """A version of a procedure. Steps are numbered from 1 without gaps.

    ``actors`` gives the columns of the matrix from left to right. ``unchanged_label`` names the
    ending in which the old standing is kept.
    """

    code: str
    version: int
    title: str
    short: str
    subject: Subject
    actors: tuple[Role, ...]
    steps: tuple[Step, ...]
    unchanged_label: str = "Tidak diubah"
    sheet: Sheet = field(default_factory=Sheet)

    @property
    def first(self) -> Step:
        """The step with which every case begins."""
        return self.steps[0]

    @property
    def last(self) -> Step:
        """The step whose completion closes the case."""
        return self.steps[-1]

    def has_step(self, number: int) -> bool:
        """Whether a step bears this number."""
        return 1 <= number <= len(self.steps)

    def step(self, number: int) -> Step:
        """The step of this number; KeyError if there is none."""
        if not self.has_step(number):
            raise KeyError(number)
        return self.steps[number - 1]

    def step_of_kind(self, kind: StepKindCode) -> Step | None:
        """The first step of this kind."""
        return next((step for step in self.steps if step.kind is kind), None)
