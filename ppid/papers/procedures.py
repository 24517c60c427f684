"""The sheet of a procedure as it is kept."""

from datetime import datetime

from ppid.cases.models import ProcedureVersion
from ppid.cases.procedure_queries import procedure_of
from ppid.papers.sop import sheet_paper
from ppid.papers.sop_sheet import SopSheetPaper


def get_sheet(code: str, version: int) -> tuple[SopSheetPaper, datetime] | None:
    """The sheet of this version and when it was added; None when it is not kept."""
    row = ProcedureVersion.get_or_none(
        ProcedureVersion.code == code, ProcedureVersion.version == version
    )
    return (sheet_paper(procedure_of(row)), row.added_at) if row else None
