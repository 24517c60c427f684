"""What the law's checks find in the classifications of a case, each put beside its field."""

from collections.abc import Mapping, Sequence
from typing import Any

from ppid.accounts.models import Unit
from ppid.cases.kinds.classification_rows import draft_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Missing
from ppid.cases.kinds.entry_rows import numbered
from ppid.law.findings import Finding, blocking
from ppid.law.grounds import Ground
from ppid.law.periods import PeriodKind
from ppid.law.prolonging import reason_against_prolonging
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.content import ClassificationDraft
from ppid.register.examining import examine_drafts
from ppid.register.facts import load_facts
from ppid.register.models import Entry

Row = Mapping[str, Any]

_FIELDS = {
    "tanpa-akibat-dibuka": "consequence_open",
    "tanpa-manfaat-ditutup": "benefit_closed",
    "sebagian-tanpa-bagian": "excluded_parts",
    "tanpa-jangka-waktu": "period_fields-kind",
    "jangka-waktu-berisi-peraturan": "period_fields-kind",
    "permanen-huruf-a-f": "period_fields-kind",
    "jangka-waktu-terbalik": "period_fields-ends_on",
    "huruf-a-lebih-30-tahun": "period_fields-ends_on",
    "jangka-waktu-tanpa-mulai": "period_fields-starts_on",
    "tanpa-akhir-dan-tinjauan": "period_fields-review_on",
}
_OF_KIND = {
    PeriodKind.UNTIL_DATE: "ends_on",
    PeriodKind.DURATION: "years",
    PeriodKind.UNTIL_EVENT: "event",
    PeriodKind.WHILE_CONDITION: "condition",
    PeriodKind.PER_REGULATION: "regulation",
}


def load_entries(rows: Sequence[Row]) -> dict[int, Entry]:
    """The entries of the rows with their units."""
    ids = [row["entry_id"] for row in rows]
    found = Entry.select(Entry, Unit).join(Unit).where(Entry.id.in_(ids))
    return {entry.id: entry for entry in found}


def find_faults(context: StepContext, rows: Sequence[Row]) -> dict[int, tuple[Finding, ...]]:
    """The findings on each new classification, were it determined today, by entry.

    Sheet and approval are taken for granted: they come with later steps.
    """
    entries = load_entries(rows)
    act = DeterminationDraft(
        kind=DeterminationKind.CHANGE,
        about="",
        determined_on=context.today,
        effective_on=context.today,
        approval={"name": "-"},
        change_sheet_number="-",
    )
    drafts = {entries[row["entry_id"]]: draft_of(row) for row in rows}
    return {entry.id: found for entry, found in examine_drafts(act, drafts).items()}


def find_late(context: StepContext, rows: Sequence[Row]) -> dict[int, str]:
    """Why the law no longer lets an entry be closed further, by entry; most have no reason."""
    facts = load_facts([row["entry_id"] for row in rows])
    reasons = {
        row["entry_id"]: reason_against_prolonging(
            facts[row["entry_id"]], context.today, _grounds(draft_of(row)), context.calendar
        )
        for row in rows
    }
    return {entry_id: reason for entry_id, reason in reasons.items() if reason}


def faults_in_fields(context: StepContext, rows: Sequence[Row]) -> list[Missing]:
    """What stops a determination, each with its mend beside the field to mend; kept rows pass."""
    changed = [row for row in rows if not row.get("keep")]
    faults, late = find_faults(context, changed), find_late(context, changed)
    found = []
    for start, row in numbered(rows):
        stops = blocking(faults.get(row["entry_id"], ()))
        found += [Missing(start + _field_of(each, row), _say(each)) for each in stops]
        if reason := late.get(row["entry_id"]):
            found.append(Missing(f"{start}keep", reason))
    return found


def stopped_rows(context: StepContext, rows: Sequence[Row]) -> dict[str, list[str]]:
    """What stops each classification today, by the number of its entry; empty when nothing does."""
    faults, late = find_faults(context, rows), find_late(context, rows)
    why = {
        row["number"]: [
            *filter(None, (late.get(row["entry_id"]),)),
            *(each.message for each in blocking(faults[row["entry_id"]])),
        ]
        for row in rows
    }
    return {number: reasons for number, reasons in why.items() if reasons}


def _say(finding: Finding) -> str:
    return f"{finding.message} {finding.mend} ({finding.article})"


def _field_of(finding: Finding, row: Row) -> str:
    if finding.code == "jangka-waktu-tidak-lengkap":
        return f"period_fields-{_OF_KIND[PeriodKind(row['period']['kind'])]}"
    return _FIELDS.get(finding.code, "find")


def _grounds(draft: ClassificationDraft) -> tuple[Ground, ...]:
    return tuple(Ground(basis.ground) for basis in draft.bases if basis.ground)
