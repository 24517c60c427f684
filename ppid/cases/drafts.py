"""Drafts: what was typed and not yet completed; nobody's words are lost."""

from collections.abc import Iterator, Mapping
from typing import Any

from ppid import clock
from ppid.accounts.access import Person
from ppid.audit.actions import Subject, diff, record
from ppid.cases.actions import check_seq
from ppid.cases.files import CaseFile, read_case
from ppid.cases.kinds.contract import Data
from ppid.cases.models import StepDraft
from ppid.cases.reach import roles_in_case
from ppid.cases.refusals import DraftChangedMeanwhile
from ppid.db import database
from ppid.workflow import moves


def save_draft(
    person: Person, *, number: str, step: int, seq: int, revision: int, data: Data
) -> StepDraft:
    """Keep what was typed; returns the draft as kept, written only when it differs.

    ``revision`` is that of the draft the person saw (0: none). DraftChangedMeanwhile when somebody
    else saved after that; saving on the revision it names writes over theirs, and the audit trail
    keeps both. One's own older page (another tab, the Back button) is no conflict.
    """
    with database.atomic():
        file = read_case(number)
        check_seq(file, seq)
        moves.check_may_draft(file.progress, step, roles_in_case(person, file.unit_ids))
        kept = file.draft
        if kept is not None and kept.revision != revision and kept.saved_by_id != person.id:
            raise DraftChangedMeanwhile(
                theirs=kept.data, by=kept.saved_by.name, at=kept.saved_at, revision=kept.revision
            )
        if kept is not None and kept.data == data:
            return kept
        return _write(person, file, step, kept, data)


def keep_unsaved(person: Person, *, number: str, step: int, data: Data) -> None:
    """Write into the audit trail what could not be saved any more, because others were faster."""
    file = read_case(number)
    with database.atomic():
        record(
            person,
            "keep-unsaved",
            f"Tulisan langkah {step} perkara {number} yang tidak jadi dipakai",
            subjects=[_subject(file)],
            changes=diff({}, dict(flatten(data))),
        )


def flatten(data: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Each single value with its way to it, ``rows.1.reasoning``, counted from 1."""
    for name, value in data.items():
        here = f"{path}{name}"
        if isinstance(value, Mapping):
            yield from flatten(value, f"{here}.")
        elif isinstance(value, list):
            yield from flatten({str(at): each for at, each in enumerate(value, 1)}, f"{here}.")
        else:
            yield here, value


def _write(
    person: Person, file: CaseFile, step: int, kept: StepDraft | None, data: Data
) -> StepDraft:
    before = dict(flatten(kept.data)) if kept else {}
    after = dict(flatten(data))
    gone: dict[str, Any] = {name: None for name in before if name not in after}
    draft = kept or StepDraft(case=file.facts.id, step=step, round=file.progress.round, revision=0)
    draft.revision += 1
    draft.data = data
    draft.saved_at = clock.now()
    draft.saved_by = person.user
    draft.save()
    record(
        person,
        "save-draft",
        f"Menyimpan draf langkah {step} perkara {file.facts.number}",
        subjects=[_subject(file)],
        changes=diff(before, {**after, **gone}),
    )
    return draft


def _subject(file: CaseFile) -> Subject:
    return Subject("case", file.facts.id, file.facts.number)
