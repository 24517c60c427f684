"""What makes steps a procedure that can be run to its end."""

from typing import NoReturn

from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Procedure, Step, Subject
from ppid.workflow.refusals import InvalidProcedure
from ppid.workflow.roles import Role, name_roles

GROUNDWORK = {
    Subject.CHANGE: StepKindCode.CHANGE_SHEET,
    Subject.INITIAL: StepKindCode.TEST,
    Subject.OPENING: StepKindCode.OPENING,
}
"""What a determination of each subject must rest on.

A change and a first classification rest on a consequence test with its sheet (PP 61/2010 Pasal 3
and 10; Perki 1/2021 Pasal 49 and 53), an opening on its ground (PP 61/2010 Pasal 11).
"""


def check_procedure(procedure: Procedure) -> None:
    """Refuse a procedure that could not be run, or whose act would have no ground in law."""
    _check_numbers(procedure)
    for step in procedure.steps:
        _check_actors(procedure, step)
        _check_norm(step)
        _check_returns(procedure, step)
    _check_ending(procedure)
    _check_determination(procedure)


def _refuse(step: Step, fault: str) -> NoReturn:
    raise InvalidProcedure(f"Langkah {step.number} ({step.title}): {fault}.")


def _check_numbers(procedure: Procedure) -> None:
    if not procedure.steps:
        raise InvalidProcedure("Prosedur belum mempunyai langkah; isi sedikitnya satu.")
    for expected, step in enumerate(procedure.steps, start=1):
        if step.number < expected:
            _refuse(step, f"nomor {step.number} tertulis dua kali atau tidak urut")
        if step.number > expected:
            _refuse(step, f"tidak dapat dicapai karena langkah {expected} tidak ada")


def _check_actors(procedure: Procedure, step: Step) -> None:
    if not step.actors:
        _refuse(step, "sebutkan pelaksana langkah ini (isian “actors”)")
    named = (*step.actors, *step.with_, *step.advised_by, *step.approved_by, *step.addressed_to)
    if Role.ADMIN in named:
        _refuse(step, "Admin Sistem tidak dapat menjadi pelaksana perkara")
    strangers = [role for role in dict.fromkeys(named) if role not in procedure.actors]
    if strangers:
        _refuse(step, f"{name_roles(strangers)} tidak ada di antara pelaksana prosedur ini")


def _check_norm(step: Step) -> None:
    if step.time_norm is not None and step.time_norm < 1:
        _refuse(step, "waktu baku paling sedikit 1 hari kerja; kosongkan bila belum ditetapkan")


def _check_returns(procedure: Procedure, step: Step) -> None:
    if step.kind.must_judge and not step.returns:
        _refuse(step, f"{step.kind.label} harus menyebut langkah tujuan bila jawabannya “Tidak”")
    if step.returns and not step.kind.may_judge:
        _refuse(step, f"{step.kind.label} tidak dapat mengembalikan perkara")
    if step.may_end and not step.kind.may_end:
        _refuse(step, f"{step.kind.label} tidak dapat mengakhiri perkara")
    for target in step.returns:
        _check_return(procedure, step, target)


def _check_return(procedure: Procedure, step: Step, target: int) -> None:
    if target == step.number:
        _refuse(step, "tidak dapat mengembalikan perkara ke dirinya sendiri")
    if not procedure.has_step(target):
        _refuse(step, f"mengembalikan perkara ke langkah {target} yang tidak ada")
    if target > step.number:
        _refuse(step, f"tidak dapat mengembalikan perkara maju ke langkah {target}")


def _check_ending(procedure: Procedure) -> None:
    report = procedure.step_of_kind(StepKindCode.REPORT)
    if report is not None and report != procedure.last:
        after = procedure.step(report.number + 1)
        _refuse(after, f"tidak dapat dicapai karena perkara ditutup laporan pada {report.name}")


def _check_determination(procedure: Procedure) -> None:
    found = [step for step in procedure.steps if step.kind is StepKindCode.DETERMINATION]
    if not found:
        raise InvalidProcedure(
            f"Prosedur {procedure.short}: {procedure.subject.label} harus mempunyai satu langkah "
            "penetapan."
        )
    if len(found) > 1:
        _refuse(found[1], f"penetapan sudah ada pada {found[0].name}; cukup satu dalam prosedur")
    _check_groundwork(procedure, found[0])


def _check_groundwork(procedure: Procedure, determination: Step) -> None:
    needed = GROUNDWORK[procedure.subject]
    if needed not in [step.kind for step in procedure.steps[: determination.number]]:
        _refuse(
            determination,
            f"penetapan {procedure.subject.label.lower()} harus didahului langkah "
            f"{needed.label} ({needed})",
        )
