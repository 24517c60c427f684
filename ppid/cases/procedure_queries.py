"""Procedures as kept: versions that never change once a case may hold them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import peewee as pw

from ppid.cases.kinds import unknown_steps
from ppid.cases.models import Case, ProcedureVersion
from ppid.db import database
from ppid.errors import Refused
from ppid.workflow.document import load_procedure
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.refusals import InvalidProcedure
from ppid.workflow.shipped import shipped_procedures


@dataclass(frozen=True)
class KeptProcedure:
    """A version as kept; ``cases`` counts the cases that it governs."""

    id: int
    procedure: Procedure
    added_at: datetime
    retired: bool
    cases: int = 0

    @property
    def unknown_steps(self) -> list[Step]:
        """Steps that the program cannot run yet: no case can be opened under this version."""
        return unknown_steps(self.procedure)


def procedure_of(row: ProcedureVersion) -> Procedure:
    """The procedure of a row; the same document is read only once."""
    return _read(json.dumps(row.document, ensure_ascii=False))


@lru_cache(maxsize=64)
def _read(text: str) -> Procedure:
    return load_procedure(json.loads(text))


def list_procedures() -> list[KeptProcedure]:
    """Every version, by code, newest first."""
    used = _count_cases()
    rows = ProcedureVersion.select().order_by(
        ProcedureVersion.code, ProcedureVersion.version.desc()
    )
    return [_kept(row, used.get(row.id, 0)) for row in rows]


def newest_procedures() -> list[KeptProcedure]:
    """The newest version of each code that is not retired: what new cases are opened under."""
    newest: dict[str, KeptProcedure] = {}
    for kept in list_procedures():
        newest.setdefault(kept.procedure.code, kept)
    return [kept for kept in newest.values() if not kept.retired]


def get_procedure(code: str, version: int) -> KeptProcedure | None:
    """One version; None when it is not kept."""
    row = ProcedureVersion.get_or_none(
        ProcedureVersion.code == code, ProcedureVersion.version == version
    )
    return _kept(row, _count_cases().get(row.id, 0)) if row else None


def newest_version(code: str) -> int:
    """The highest version of a code; 0 when none is kept."""
    row = (
        ProcedureVersion.select(ProcedureVersion.version)
        .where(ProcedureVersion.code == code)
        .order_by(ProcedureVersion.version.desc())
        .first()
    )
    return row.version if row else 0


def last_steps() -> dict[int, int]:
    """The number of the last step, by the id of the version."""
    return {row.id: procedure_of(row).last.number for row in ProcedureVersion.select()}


def check_procedures() -> None:
    """Refuse the start when a kept or shipped document is unfit, naming it and its step."""
    shipped_procedures()
    if database.table_exists("procedure_version"):
        _check_rows(ProcedureVersion.select())


def _check_rows(rows: Iterable[ProcedureVersion]) -> None:
    for row in rows:
        try:
            procedure_of(row)
        except Refused as refusal:
            raise InvalidProcedure(
                f"Prosedur {row.code} versi {row.version} tidak dapat dipakai. {refusal.message}"
            ) from refusal


def _count_cases() -> dict[int, int]:
    rows: Any = Case.select(Case.procedure, pw.fn.COUNT(Case.id)).group_by(Case.procedure).tuples()
    return dict(rows)


def _kept(row: ProcedureVersion, cases: int) -> KeptProcedure:
    return KeptProcedure(row.id, procedure_of(row), row.added_at, row.retired_at is not None, cases)
