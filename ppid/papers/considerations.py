"""Lembar Pertimbangan (Ya/Tidak) and Lembar Persetujuan: what was judged, and why."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from ppid.cases.kinds.judging import END, NO, YES
from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, place_date, signature_for, signature_of
from ppid.papers.number_lines import number_of
from ppid.papers.parts import Letterhead, Orientation, Signature
from ppid.papers.step_notes import Lines, head_of
from ppid.papers.step_records import StepRecord, completed_before
from ppid.papers.wording import word_rich
from ppid.workflow.kinds import StepKindCode

SHEETS = (
    (StepKindCode.CHANGE_SHEET, "Lembar Pengubahan"),
    (StepKindCode.TEST, "Lembar Pengujian Konsekuensi"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the ways to decide, given or not."""

    label: str
    given: bool


@dataclass(frozen=True, slots=True)
class ConsiderationPaper:
    """What was decided in one round: answer, considerations, advice; with a Tidak its reason.

    ``lines`` below the answer give reason and step of return, and are empty with a Ya.
    """

    template: ClassVar[str] = "print/consideration.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    title: str
    about: str
    head: Lines
    considerations: str
    advice_label: str
    advice: str
    answers: tuple[Answer, ...]
    lines: Lines
    signature: Signature
    number: str = ""
    draft: bool = False


def consideration_paper(record: StepRecord) -> ConsiderationPaper:
    """Lembar Pertimbangan of one round, signed by Atasan PPID."""
    above = place_date(office().city, record.on)
    signature = signature_for("superior", record.on, above)
    return replace(_paper(record, "Lembar Pertimbangan", signature), number=number_of(record))


def approval_paper(record: StepRecord) -> ConsiderationPaper:
    """Lembar Persetujuan of a test sheet or an opening, signed by whoever approved."""
    return _paper(record, "Lembar Persetujuan", approver_of(record))


def approver_of(record: StepRecord) -> Signature:
    """Who approved, by name and post; rank and NIP where the office's settings name the same."""
    data = record.data
    on = date.fromisoformat(str(data.get("approved_on") or record.on.isoformat()))
    above = place_date(office().city, on)
    for post in ("head", "superior", "officer"):
        named = signature_for(post, on, above)
        if named.name and named.name == data.get("name"):
            return named
    return signature_of(data, above)


def _paper(record: StepRecord, title: str, signature: Signature) -> ConsiderationPaper:
    data = record.data
    by = data.get("advised_by")
    return ConsiderationPaper(
        letterhead=letterhead_of(office()),
        title=title,
        about=_about(record),
        head=head_of(record, by="Diputuskan oleh"),
        considerations=word_rich(data.get("considerations")),
        advice_label=f"Nasihat Pengarah ({by})" if by else "Nasihat Pengarah",
        advice=word_rich(data["advice"]) if data.get("advice") else "",
        answers=_answers(record),
        lines=_what_follows(record),
        signature=signature,
    )


def _about(record: StepRecord) -> str:
    """The sheet that was judged: its number and day."""
    for kind, name in SHEETS:
        if sheet := completed_before(record, kind):
            day = format_date(date.fromisoformat(str(sheet.data["tested_on"])))
            return f"atas {name} Nomor {sheet.data['number']} tanggal {day}"
    return f"atas {record.file.facts.title}"


def _answers(record: StepRecord) -> tuple[Answer, ...]:
    """The ways that the step has; a final ruling has but one."""
    given = record.data.get("answer")
    ways = [(YES, "Ya")]
    if record.step.returns:
        ways.append((NO, "Tidak, dikembalikan"))
    if record.step.may_end:
        ways.append((END, f"Diakhiri: {record.file.procedure.unchanged_label.lower()}"))
    return tuple(Answer(label, given == code) for code, label in ways)


def _what_follows(record: StepRecord) -> Lines:
    event = record.event
    if event is None or not event.reason or record.data.get("answer") == YES:
        return ()
    reason = ("Alasan", word_rich(event.reason))
    if event.to is None:
        return (reason,)
    step = record.file.procedure.step(event.to)
    return (reason, ("Dikembalikan ke", f"Langkah {step.number}. {step.title}"))
