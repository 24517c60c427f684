"""The papers of a running or finished case: which steps make which, and each by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from ppid.cases.files import CaseFile
from ppid.errors import Refused
from ppid.papers.announcements import announcement_paper
from ppid.papers.change_sheets import change_sheet_paper
from ppid.papers.consequence_tests import consequence_test_paper
from ppid.papers.considerations import approval_paper, consideration_paper
from ppid.papers.determinations import determination_paper
from ppid.papers.dispositions import disposition_paper
from ppid.papers.documents import DeterminationPaper, Paper
from ppid.papers.memos import memo_paper
from ppid.papers.minutes import minutes_paper
from ppid.papers.reports import report_paper
from ppid.papers.step_notes import check_note, formulation_note, input_note, proposal_note
from ppid.papers.step_records import StepRecord, list_records
from ppid.register.models import Determination
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Step

CHANGE_SHEET = "lembar-pengubahan"
DETERMINATION = "penetapan"
REPORT = "laporan"


class PaperUnknown(Refused):
    """No step of this case makes a paper of that name, or not in that round."""


class PaperNotMade(Refused):
    """The step that makes this paper has not been completed."""


@dataclass(frozen=True)
class PaperForm:
    """A paper that a kind of step makes: its name in addresses, its label, and how it is built."""

    name: str
    label: str
    build: Callable[[StepRecord], Paper]


@dataclass(frozen=True)
class CasePaper:
    """A paper of a case as a list shows it. ``rounds`` are the earlier rounds that have it too."""

    name: str
    label: str
    step: Step
    draft: bool
    rounds: tuple[int, ...]


def _issued_paper(record: StepRecord) -> DeterminationPaper:
    """The determination as it was issued."""
    year, number = record.data["year"], record.data["number"]
    return determination_paper(
        Determination.get(Determination.year == year, Determination.number == number)
    )


FORMS = {
    StepKindCode.DISPOSITION: PaperForm("lembar-disposisi", "Lembar Disposisi", disposition_paper),
    StepKindCode.INPUT: PaperForm("catatan-masukan", "Catatan Masukan", input_note),
    StepKindCode.PROPOSAL: PaperForm("catatan-usulan", "Catatan Usulan", proposal_note),
    StepKindCode.CHECK: PaperForm("catatan-pemeriksaan", "Catatan Pemeriksaan", check_note),
    StepKindCode.MEETING: PaperForm("berita-acara", "Berita Acara", minutes_paper),
    StepKindCode.FORMULATION: PaperForm("catatan-perumusan", "Catatan Perumusan", formulation_note),
    StepKindCode.CHANGE_SHEET: PaperForm(CHANGE_SHEET, "Lembar Pengubahan", change_sheet_paper),
    StepKindCode.TEST: PaperForm(
        "lembar-pengujian", "Lembar Pengujian Konsekuensi", consequence_test_paper
    ),
    StepKindCode.REQUEST: PaperForm("nota-dinas", "Nota Dinas", memo_paper),
    StepKindCode.DECISION: PaperForm(
        "lembar-pertimbangan", "Lembar Pertimbangan", consideration_paper
    ),
    StepKindCode.APPROVAL: PaperForm("lembar-persetujuan", "Lembar Persetujuan", approval_paper),
    StepKindCode.DETERMINATION: PaperForm(DETERMINATION, "Penetapan", _issued_paper),
    StepKindCode.REPORT: PaperForm(REPORT, "Laporan pengubahan", report_paper),
    StepKindCode.PUBLICATION: PaperForm(
        "pengumuman", "Pengumuman perubahan klasifikasi", announcement_paper
    ),
}
"""Which paper each kind of step makes. A new kind: one line here."""


def list_case_papers(file: CaseFile) -> list[CasePaper]:
    """The papers that this case has by now, in the order of the procedure."""
    named = ((name, step, list_records(file, step)) for name, step in _steps(file).items())
    return [_listed(name, step, records) for name, step, records in named if records]


def case_paper(file: CaseFile, name: str, in_round: int | None = None) -> Paper:
    """One paper of a case by its name, the latest unless a round is given.

    PaperUnknown when the case can have none of that name or round; PaperNotMade while its step is
    not done.
    """
    return record_paper(find_record(file, name, in_round))


def record_paper(record: StepRecord) -> Paper:
    """The paper that tells what a step said, made anew."""
    return FORMS[record.step.kind].build(record)


def find_record(file: CaseFile, name: str, in_round: int | None = None) -> StepRecord:
    """What the paper of this name tells; refuses as ``case_paper`` does."""
    step = _steps(file).get(name)
    if step is None:
        raise PaperUnknown("Naskah dengan nama itu tidak ada dalam prosedur perkara ini.")
    records = list_records(file, step)
    if not records:
        label = FORMS[step.kind].label
        raise PaperNotMade(f"{label} belum ada: langkahnya belum selesai dalam perkara ini.")
    found = [each for each in records if in_round in {None, each.round}]
    if not found:
        raise PaperUnknown(f"Putaran {in_round} tidak mempunyai naskah ini.")
    return found[-1]


def _steps(file: CaseFile) -> dict[str, Step]:
    """The steps that make papers, by the papers' names; a second step of a kind adds its number."""
    found: dict[str, Step] = {}
    for step in file.procedure.steps:
        if step.kind in FORMS:
            name = FORMS[step.kind].name
            found[f"{name}-{step.number}" if name in found else name] = step
    return found


def _listed(name: str, step: Step, records: tuple[StepRecord, ...]) -> CasePaper:
    last = records[-1]
    earlier = sorted({each.round for each in records} - {last.round})
    return CasePaper(name, FORMS[step.kind].label, step, last.draft, tuple(earlier))
