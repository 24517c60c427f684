"""A procedure, to and from its document (what JSON holds)."""

import re
from collections.abc import Mapping

from ppid.workflow.checks import check_procedure
from ppid.workflow.fields import Fields
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Procedure, Step, Subject, Sureness
from ppid.workflow.roles import Role
from ppid.workflow.sheet_document import dump_sheet, load_sheet

_ROLE = "pelaksana"
_CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")  # it stands in addresses

LONGEST_CODE = 60


def load_procedure(document: Mapping[str, object]) -> Procedure:
    """The procedure that ``document`` describes, fit to be run.

    InvalidProcedure names in Indonesian the step and what to mend: an unknown actor, kind or field,
    numbers with gaps or twice, a step that cannot be reached, a return that leads nowhere, a
    decision without one, a determination without its groundwork.
    """
    fields = Fields(document, "Prosedur")
    procedure = Procedure(
        code=_load_code(fields),
        version=_load_version(fields),
        title=fields.needed_text("title", "judul prosedur"),
        short=fields.needed_text("short", "nama singkat prosedur"),
        subject=fields.code("subject", Subject, "pokok prosedur"),
        actors=fields.codes("actors", Role, _ROLE),
        steps=tuple(_load_step(part) for part in fields.parts("steps", "Langkah")),
        unchanged_label=fields.text("unchanged_label") or Procedure.unchanged_label,
        sheet=load_sheet(fields.part("sheet", "Lembar prosedur")),
    )
    fields.close()
    check_procedure(procedure)
    return procedure


def dump(procedure: Procedure) -> dict[str, object]:
    """The document of a procedure; ``load_procedure`` gives the same procedure back."""
    return {
        "code": procedure.code,
        "version": procedure.version,
        "title": procedure.title,
        "short": procedure.short,
        "subject": procedure.subject.value,
        "actors": _values(procedure.actors),
        "unchanged_label": procedure.unchanged_label,
        "sheet": dump_sheet(procedure.sheet),
        "steps": [_dump_step(step) for step in procedure.steps],
    }


def _load_code(fields: Fields) -> str:
    code = fields.needed_text("code", "kode prosedur")
    if len(code) > LONGEST_CODE:
        fields.refuse(f"kode prosedur lebih dari {LONGEST_CODE} huruf (isian “code”)")
    if not _CODE.fullmatch(code):
        fields.refuse(
            f"kode “{code}” hanya boleh memuat huruf kecil, angka, dan tanda hubung, "
            "misalnya sop-7-2021"
        )
    return code


def _load_version(fields: Fields) -> int:
    version = fields.whole("version")
    if version is None or version < 1:
        fields.refuse("isi versi dengan bilangan mulai dari 1 (isian “version”)")
    return version


def _load_step(fields: Fields) -> Step:
    number = fields.whole("number")
    if number is None:
        fields.refuse("isi nomor langkah (isian “number”)")
    fields.place = f"Langkah {number}"
    title = fields.needed_text("title", "nama kegiatan")
    step = Step(
        number=number,
        kind=fields.code("kind", StepKindCode, "jenis langkah"),
        title=title,
        wording=fields.text("wording") or title,
        actors=fields.codes("actors", Role, _ROLE),
        with_=fields.codes("with", Role, _ROLE),
        advised_by=fields.codes("advised_by", Role, _ROLE),
        approved_by=fields.codes("approved_by", Role, _ROLE),
        addressed_to=fields.codes("addressed_to", Role, _ROLE),
        requirement=fields.text("requirement"),
        output=fields.text("output"),
        time_norm=fields.whole("time_norm"),
        note=fields.text("note"),
        returns=fields.wholes("returns"),
        may_end=fields.flag("may_end"),
        sureness=fields.codes("sureness", Sureness, "keyakinan"),
    )
    fields.close()
    return step


def _dump_step(step: Step) -> dict[str, object]:
    return {
        "number": step.number,
        "kind": step.kind.value,
        "title": step.title,
        "wording": step.wording,
        "actors": _values(step.actors),
        "with": _values(step.with_),
        "advised_by": _values(step.advised_by),
        "approved_by": _values(step.approved_by),
        "addressed_to": _values(step.addressed_to),
        "requirement": step.requirement,
        "output": step.output,
        "time_norm": step.time_norm,
        "note": step.note,
        "returns": list(step.returns),
        "may_end": step.may_end,
        "sureness": _values(step.sureness),
    }


def _values(codes: tuple[Role, ...] | tuple[Sureness, ...]) -> list[str]:
    return [code.value for code in codes]
