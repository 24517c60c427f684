"""Figures of a case, counted from its facts."""

from ppid import clock
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.kinds.differences import differing_words
from ppid.cases.kinds.sources import OPEN, closes, refusals, said_rows
from ppid.workflow.kinds import StepKindCode


def count_figures(context: StepContext) -> list[Data]:
    """Label and value: reviewed, changed, kept, opened, refused, rounds, working days."""
    rows = said_rows(context)
    opened = [row for row in rows if row.get("result") == OPEN]
    opened += context.data_of(StepKindCode.OPENING).get("rows", [])
    begun = clock.local_day(context.progress.opened.at)
    figures = (
        ("Informasi yang ditelaah", len(context.entries)),
        ("Informasi yang diubah klasifikasinya", sum(map(closes, rows))),
        ("Informasi yang tidak diubah", sum(bool(row.get("keep")) for row in rows)),
        ("Informasi yang dibuka", len(opened)),
        ("Pertimbangan yang ditolak (Tidak)", len(refusals(context))),
        ("Putaran", context.progress.round),
        ("Hari kerja yang terpakai", context.calendar.count_between(begun, context.today)),
    )
    return [{"label": label, "value": value} for label, value in figures]


def list_changes(context: StepContext) -> list[Data]:
    """Old and new of each entry, in words."""
    return [_change(row) for row in said_rows(context)]


def _change(row: Data) -> Data:
    before = row.get("before") or {"bases": [], "period_words": ""}
    kept = bool(row.get("keep"))
    return {
        "entry_id": row["entry_id"],
        "number": row["number"],
        "title": row["title"],
        "old_bases": _citations(before),
        "old_period": before["period_words"],
        "new_bases": _citations(before if kept else row),
        "new_period": before["period_words"] if kept else row.get("period_words", ""),
        "kept": kept,
        "reason": row.get("keep_reason", "") if kept else "",
        "differs": differing_words(row),
    }


def _citations(said: Data) -> list[str]:
    return [basis["citation"] for basis in said["bases"]]
