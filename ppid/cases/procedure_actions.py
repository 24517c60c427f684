"""What is done to procedures: a change is always a new version; running cases keep theirs."""

from collections.abc import Mapping
from dataclasses import replace

from ppid import clock
from ppid.audit.actions import Actor, Subject, record
from ppid.cases.models import ProcedureVersion
from ppid.cases.procedure_queries import newest_version, procedure_of
from ppid.db import database
from ppid.errors import Refused
from ppid.web.json_files import read_json
from ppid.workflow.document import dump, load_procedure
from ppid.workflow.procedure import Procedure
from ppid.workflow.revision import set_time_norms
from ppid.workflow.shipped import shipped_procedures


def load_shipped(actor: Actor) -> list[Procedure]:
    """Keep every shipped version that is not kept yet; returns those added."""
    with database.atomic():
        kept = {(row.code, row.version) for row in ProcedureVersion.select()}
        fresh = [each for each in shipped_procedures() if (each.code, each.version) not in kept]
        for procedure in fresh:
            _keep(actor, procedure, "load-procedure")
    return fresh


def add_procedure(actor: Actor, *, text: str) -> Procedure:
    """Keep the procedure that a JSON document describes, as the next version of its code."""
    document = read_json(text, field="document")
    try:
        procedure = load_procedure(document)
    except Refused as refusal:
        raise Refused(refusal.message, "document") from refusal
    with database.atomic():
        following = newest_version(procedure.code) + 1
        if procedure.version < following:
            procedure = replace(procedure, version=following)
        _keep(actor, procedure, "add-procedure")
    return procedure


def set_norms(
    actor: Actor, *, code: str, version: int, norms: Mapping[int, int | None]
) -> Procedure:
    """Keep a next version with the office's time norms, in working days by step number."""
    with database.atomic():
        if newest_version(code) != version:
            raise Refused("Sudah ada versi yang lebih baru; ubah waktu baku pada versi itu.")
        kept = procedure_of(_row(code, version))
        revised = set_time_norms(kept, norms)
        if revised.steps == kept.steps:
            raise Refused("Tidak ada waktu baku yang berubah.")
        changes: list[dict[str, object]] = [
            {"field": f"langkah {new.number}", "before": old.time_norm, "after": new.time_norm}
            for old, new in zip(kept.steps, revised.steps, strict=True)
            if old != new
        ]
        _keep(actor, revised, "set-time-norms", changes)
    return revised


def retire_procedure(actor: Actor, *, code: str, retired: bool) -> None:
    """Take a procedure out of use for new cases, or bring it back; its cases go on."""
    with database.atomic():
        row = _row(code, newest_version(code))
        before = row.retired_at
        row.retired_at = clock.now() if retired else None
        row.save()
        word = "Menghentikan" if retired else "Memakai kembali"
        changes = [
            {"field": "dipakai", "before": before is None, "after": not retired},
        ]
        subject = _subject(procedure_of(row), row.id)
        record(
            actor,
            "retire-procedure" if retired else "restore-procedure",
            f"{word} prosedur {subject.label} untuk perkara baru",
            subjects=[subject],
            changes=changes,
        )


def _keep(
    actor: Actor,
    procedure: Procedure,
    action: str,
    changes: list[dict[str, object]] | None = None,
) -> None:
    row = ProcedureVersion.create(
        code=procedure.code, version=procedure.version, document=dump(procedure)
    )
    subject = _subject(procedure, row.id)
    record(
        actor,
        action,
        f"Menambah prosedur {subject.label}",
        subjects=[subject],
        changes=changes or [],
    )


def _subject(procedure: Procedure, row_id: int) -> Subject:
    return Subject("procedure", row_id, f"{procedure.short} versi {procedure.version}")


def _row(code: str, version: int) -> ProcedureVersion:
    row: ProcedureVersion | None = ProcedureVersion.get_or_none(
        ProcedureVersion.code == code, ProcedureVersion.version == version
    )
    if row is None:
        raise Refused(f"Prosedur {code} versi {version} tidak ada.")
    return row
