"""A procedure as its sheet: slips corrected, the signed original's words beside."""

from dataclasses import replace

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of
from ppid.papers.parts import Letterhead, Signature
from ppid.papers.sop_sheet import Slip, SopSheetPaper, SopStep
from ppid.workflow.matrix import Shape, matrix
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.sheet import Correction, Sheet, SheetBasis


def sheet_paper(procedure: Procedure) -> SopSheetPaper:
    """The sheet of a procedure, under the head of the office that signed it."""
    sheet = procedure.sheet
    return SopSheetPaper(
        letterhead=_head(sheet),
        unit=sheet.unit,
        number=sheet.number or f"versi {procedure.version}",
        date=format_date(sheet.signed_on) if sheet.signed_on else "",
        name=procedure.title,
        approved_by=_approver(sheet),
        legal_bases=tuple(_basis(basis) for basis in sheet.legal_bases),
        qualifications=sheet.qualifications,
        related=sheet.related,
        equipment=sheet.equipment,
        warnings=sheet.warnings,
        records=sheet.recording,
        actors=tuple(role.label for role in procedure.actors),
        steps=_steps(procedure),
        slips=tuple(_slip(slip) for slip in sheet.corrections),
    )


def _head(sheet: Sheet) -> Letterhead:
    head = letterhead_of(office())
    return replace(head, lines=(sheet.office.upper(),)) if sheet.office else head


def _approver(sheet: Sheet) -> Signature:
    if sheet.approver is None:
        return Signature(role="", name="")
    return Signature(role=sheet.approver.title, name=sheet.approver.name, nip=sheet.approver.nip)


def _basis(basis: SheetBasis) -> str:
    told = f" [{basis.note}]" if basis.note else ""
    return f"{basis.text}{told}"


def _slip(slip: Correction) -> Slip:
    return Slip(slip.original, slip.corrected, "terpotong pada pindaian" if slip.cut_off else "")


def _steps(procedure: Procedure) -> tuple[SopStep, ...]:
    shapes = {row.step.number: row.shape for row in matrix(procedure)}
    return tuple(_step(procedure, step, shapes[step.number]) for step in procedure.steps)


def _step(procedure: Procedure, step: Step, shape: Shape) -> SopStep:
    columns = {role: place for place, role in enumerate(procedure.actors)}
    joined = (*step.with_, *step.advised_by)
    return SopStep(
        number=step.number,
        activity=step.wording or step.title,
        actor=columns[step.actors[0]],
        requirement=step.requirement,
        output=step.output,
        time_norm=step.norm_label,
        note=step.note,
        joined_by=tuple(columns[role] for role in joined if role in columns),
        shape=shape,
        returns_to=step.default_return,
    )
