"""A case as it is kept, read whole in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC

import peewee as pw

from ppid.accounts.models import Unit, User
from ppid.cases.kinds.context import AttachedFile, CaseFacts
from ppid.cases.models import (
    Attachment,
    Case,
    CaseEntry,
    CaseEvent,
    ProcedureVersion,
    StepDraft,
)
from ppid.cases.procedure_queries import procedure_of
from ppid.cases.refusals import CaseNotFound
from ppid.cases.reviewed import Before, ReviewedEntry
from ppid.register.content import ClassificationDraft
from ppid.register.models import Classification, Determination, Entry, LegalBasis
from ppid.workflow.events import Event, EventKind
from ppid.workflow.procedure import Procedure, Step
from ppid.workflow.progress import Progress, fold
from ppid.workflow.roles import Role


@dataclass(frozen=True)
class CaseFile:
    """Everything of one case. ``draft`` is that of the current step in this round."""

    facts: CaseFacts
    progress: Progress
    events: tuple[Event, ...]
    entries: tuple[ReviewedEntry, ...]
    attachments: tuple[AttachedFile, ...]
    draft: StepDraft | None

    @property
    def procedure(self) -> Procedure:
        """The version that the case keeps."""
        return self.progress.procedure

    @property
    def current_step(self) -> Step | None:
        """The step to do now."""
        state = self.progress.current_state
        return state.step if state else None

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units whose entries are under review."""
        return frozenset(entry.unit_id for entry in self.entries)

    def files_of(self, step: int) -> tuple[AttachedFile, ...]:
        """The files of a step, of all rounds."""
        return tuple(file for file in self.attachments if file.step == step)


def read_case(number: str) -> CaseFile:
    """The case of this number, in seven queries; CaseNotFound when there is none."""
    case = (
        Case.select(Case, ProcedureVersion, User)
        .join(ProcedureVersion)
        .switch(Case)
        .join(User)
        .where(Case.number == number)
        .first()
    )
    if case is None:
        raise CaseNotFound(f"Perkara {number} tidak ada.")
    events = _read_events(case)
    drafts = list(StepDraft.select(StepDraft, User).join(User).where(StepDraft.case == case))
    progress = _fold(procedure_of(case.procedure), events, drafts)
    return CaseFile(
        facts=_facts(case),
        progress=progress,
        events=tuple(events),
        entries=_read_entries(case),
        attachments=_read_attachments(case),
        draft=_current_draft(progress, drafts),
    )


def event_of(row: CaseEvent) -> Event:
    """The fact as the engine reads it."""
    return Event(
        seq=row.seq,
        kind=EventKind(row.kind),
        step=row.step,
        round=row.round,
        at=row.at.replace(tzinfo=UTC),
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        role=Role(row.role) if row.role else None,
        data=row.data,
    )


def _read_events(case: Case) -> list[Event]:
    rows = CaseEvent.select().where(CaseEvent.case == case).order_by(CaseEvent.seq)
    return [event_of(row) for row in rows]


def _fold(procedure: Procedure, events: list[Event], drafts: Iterable[StepDraft]) -> Progress:
    bare = fold(procedure, events)
    begun = {draft.step for draft in drafts if draft.round == bare.round}
    return fold(procedure, events, begun) if begun else bare


def _current_draft(progress: Progress, drafts: Iterable[StepDraft]) -> StepDraft | None:
    here = (progress.current, progress.round)
    return next((draft for draft in drafts if (draft.step, draft.round) == here), None)


def _facts(case: Case) -> CaseFacts:
    return CaseFacts(
        id=case.id,
        number=case.number,
        title=case.title,
        unit_id=case.unit_id,
        opened_at=case.opened_at,
        opened_by=case.opened_by.name,
    )


def _read_entries(case: Case) -> tuple[ReviewedEntry, ...]:
    rows = list(
        CaseEntry.select(CaseEntry, Entry, Unit)
        .join(Entry)
        .join(Unit)
        .where(CaseEntry.case == case)
        .order_by(CaseEntry.position, CaseEntry.id)
    )
    before = read_before([row.before_id for row in rows if row.before_id])
    return tuple(_reviewed(row.entry, before.get(row.before_id or 0)) for row in rows)


def _reviewed(entry: Entry, before: Before | None) -> ReviewedEntry:
    return ReviewedEntry(
        id=entry.id,
        number=entry.number,
        title=entry.title,
        unit_id=entry.unit_id,
        unit_name=entry.unit.name,
        first_excluded_on=entry.first_excluded_on,
        before=before,
    )


def read_before(classification_ids: Sequence[int]) -> dict[int, Before]:
    """Semula by the id of its classification, in two queries."""
    bases: dict[int, list[LegalBasis]] = defaultdict(list)
    cited = LegalBasis.select().where(LegalBasis.classification.in_(classification_ids))
    for basis in cited.order_by(LegalBasis.position):
        bases[basis.classification_id].append(basis)
    rows = (
        Classification.select(Classification, Determination)
        .join(Determination, pw.JOIN.LEFT_OUTER)
        .where(Classification.id.in_(classification_ids))
    )
    return {row.id: _before(row, bases[row.id]) for row in rows}


def _before(row: Classification, bases: list[LegalBasis]) -> Before:
    said = ClassificationDraft.from_classification(row, bases)
    determination = row.determination
    if determination is None:
        return Before(row.id, said)
    return Before(row.id, said, determination.number_text, determination.determined_on)


def _read_attachments(case: Case) -> tuple[AttachedFile, ...]:
    rows = (
        Attachment.select(Attachment, User)
        .join(User)
        .where(Attachment.case == case, Attachment.withdrawn_at.is_null())
        .order_by(Attachment.id)
    )
    return tuple(attached(row) for row in rows)


def attached(row: Attachment) -> AttachedFile:
    """A kept file as the pages show it."""
    return AttachedFile(
        id=row.id,
        step=row.step,
        round=row.round,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        hardcopy_place=row.hardcopy_place,
        uploaded_at=row.uploaded_at,
        uploaded_by=row.uploaded_by.name,
    )
