"""On what occasions papers are issued: a determination, a step of a case that became final."""

from datetime import UTC, datetime
from typing import Any

from ppid import clock
from ppid.audit.actions import Actor
from ppid.cases.files import CaseFile, read_case
from ppid.cases.signals import case_moved
from ppid.papers.case_papers import FORMS
from ppid.papers.determinations import determination_paper
from ppid.papers.issued_queries import find_issued, issued_subjects
from ppid.papers.issuing import Issue, issue_paper, issuer_name
from ppid.papers.kinds import CASE_SUBJECT, DETERMINATION
from ppid.papers.models import IssuedPaper
from ppid.papers.step_records import (
    AGREEING,
    SHEETS,
    StepRecord,
    latest_completion,
    list_records,
)
from ppid.register.acts import DeterminationKind
from ppid.register.models import Determination
from ppid.register.signals import determination_issued
from ppid.workflow.kinds import StepKindCode


def issue_determination_paper(actor: Actor, determination: Determination) -> IssuedPaper:
    """Issue the paper of a determination; inside the transaction that issues it."""
    label = DeterminationKind(determination.kind).label
    issue = Issue(
        kind=DETERMINATION,
        label=label,
        paper=determination_paper(determination),
        subject=determination_subject(determination.id),
        issued_on=determination.determined_on,
        public_title=f"{label} informasi yang dikecualikan",
        issuer=issuer_name(),
        number_text=determination.number_text,
        issued_at=determination.issued_at,
        determination_id=determination.id,
    )
    return issue_paper(actor, issue)


def issue_case_papers(actor: Actor, number: str) -> list[IssuedPaper]:
    """Issue every paper of a case that is final and not issued yet, in the order of its steps."""
    file, issued = read_case(number), issued_subjects(number)
    due = [each for each in _final_records(file) if record_subject(each) not in issued]
    return [issue_paper(actor, _of_record(record)) for record in due]


def determination_subject(determination_id: int) -> str:
    """What the paper of a determination is about."""
    return f"{DETERMINATION}:{determination_id}"


def record_subject(record: StepRecord) -> str | None:
    """What the paper of a step is about: its round's own event; None while it is only drafted.

    Of a step that determines it is the determination, whose paper is not issued twice.
    """
    if record.event is None:
        return None
    if record.step.kind is StepKindCode.DETERMINATION:
        return determination_subject(_determination_id(record))
    return f"{CASE_SUBJECT}{record.file.facts.number}:{record.step.number}:{record.event.seq}"


def find_issued_record(record: StepRecord) -> IssuedPaper | None:
    """The paper that was issued of what a step said."""
    subject = record_subject(record)
    return find_issued(subject) if subject else None


def _determination_id(record: StepRecord) -> int:
    year, number = record.data["year"], record.data["number"]
    known = Determination.select(Determination.id).where(
        Determination.year == year, Determination.number == number
    )
    return int(known.scalar())


def _final_records(file: CaseFile) -> list[StepRecord]:
    steps = (step for step in file.procedure.steps if step.kind in FORMS)
    return [
        record
        for step in steps
        if step.kind is not StepKindCode.DETERMINATION
        for record in list_records(file, step)
        if record.event is not None and not record.draft
    ]


def _of_record(record: StepRecord) -> Issue:
    form, at = FORMS[record.step.kind], _final_at(record).astimezone(UTC).replace(tzinfo=None)
    return Issue(
        kind=form.name,
        label=form.label,
        paper=form.build(record),
        subject=record_subject(record) or "",
        issued_on=clock.local_day(at),
        public_title=form.label,
        issuer=issuer_name(),
        number_text=str(record.data.get("number") or ""),
        issued_at=at,
    )


def _final_at(record: StepRecord) -> datetime:
    """When it was said; a sheet is final with the Ya that it got."""
    if record.step.kind not in SHEETS:
        return record.at
    agreed = [event.at for kind in AGREEING if (event := latest_completion(record.file, kind))]
    return max([record.at, *agreed])


def _on_determination(determination: Determination, *, actor: Actor) -> None:
    issue_determination_paper(actor, determination)


def _on_move(number: str, *, actor: Actor, **_told: Any) -> None:  # noqa: ANN401 - as it is sent
    issue_case_papers(actor, number)


def listen() -> None:
    """Issue papers whenever their acts are done; asked twice, it listens once."""
    determination_issued.connect(_on_determination)
    case_moved.connect(_on_move)
