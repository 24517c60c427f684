"""The kinds of step that the program knows, by code. A new kind: one module, one line here."""

from ppid.cases.kinds.approval import Approval
from ppid.cases.kinds.change_sheet import ChangeSheet
from ppid.cases.kinds.check import Check
from ppid.cases.kinds.contract import StepKind
from ppid.cases.kinds.decision import Decision
from ppid.cases.kinds.determination import Determination
from ppid.cases.kinds.disposition import Disposition
from ppid.cases.kinds.formulation import Formulation
from ppid.cases.kinds.input import Input
from ppid.cases.kinds.meeting import Meeting
from ppid.cases.kinds.opening import Opening
from ppid.cases.kinds.proposal import Proposal
from ppid.cases.kinds.publication import Publication
from ppid.cases.kinds.report import Report
from ppid.cases.kinds.request import Request
from ppid.cases.kinds.test import ConsequenceTest
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Procedure, Step

ALL: tuple[StepKind, ...] = (
    Disposition(),
    Input(),
    Proposal(),
    Check(),
    Meeting(),
    Formulation(),
    ChangeSheet(),
    Request(),
    Decision(),
    Determination(),
    Report(),
    ConsequenceTest(),
    Approval(),
    Opening(),
    Publication(),
)
KINDS: dict[StepKindCode, StepKind] = {kind.code: kind for kind in ALL}


def kind_of(step: Step) -> StepKind:
    """The code of a step's kind; KeyError when the program has none."""
    return KINDS[step.kind]


def unknown_steps(procedure: Procedure) -> list[Step]:
    """Steps whose kind the program cannot run yet."""
    return [step for step in procedure.steps if step.kind not in KINDS]
