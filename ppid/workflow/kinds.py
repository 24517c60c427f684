"""What a step is made of. A procedure is an ordered list of these kinds."""

from enum import StrEnum


class StepKindCode(StrEnum):
    """A kind of step: its form, papers and effect are code; where it stands is data."""

    DISPOSITION = "disposition"
    INPUT = "input"
    PROPOSAL = "proposal"
    CHECK = "check"
    MEETING = "meeting"
    FORMULATION = "formulation"
    CHANGE_SHEET = "change-sheet"
    REQUEST = "request"
    DECISION = "decision"
    DETERMINATION = "determination"
    REPORT = "report"
    TEST = "test"
    APPROVAL = "approval"
    OPENING = "opening"
    PUBLICATION = "publication"

    @property
    def label(self) -> str:
        """The kind as officials name it."""
        return _LABELS[self]

    @property
    def may_judge(self) -> bool:
        """Whether such a step can send the case back or end it."""
        return self in _JUDGING

    @property
    def may_end(self) -> bool:
        """Whether such a step can end the case: a judgement, or an act that is not issued.

        What was agreed may no longer be lawful when it is to be issued; then the case must not
        be stuck.
        """
        return self.may_judge or self is StepKindCode.DETERMINATION

    @property
    def must_judge(self) -> bool:
        """Whether such a step is a Ya/Tidak, so that "Tidak" needs a step to return to."""
        return self in (StepKindCode.DECISION, StepKindCode.APPROVAL)


_JUDGING = frozenset({StepKindCode.CHECK, StepKindCode.DECISION, StepKindCode.APPROVAL})

_LABELS = {
    StepKindCode.DISPOSITION: "Disposisi",
    StepKindCode.INPUT: "Masukan",
    StepKindCode.PROPOSAL: "Usulan",
    StepKindCode.CHECK: "Pemeriksaan",
    StepKindCode.MEETING: "Konsinyasi",
    StepKindCode.FORMULATION: "Perumusan",
    StepKindCode.CHANGE_SHEET: "Lembar Pengubahan",
    StepKindCode.REQUEST: "Permintaan pertimbangan",
    StepKindCode.DECISION: "Pertimbangan Ya/Tidak",
    StepKindCode.DETERMINATION: "Penetapan",
    StepKindCode.REPORT: "Laporan",
    StepKindCode.TEST: "Uji konsekuensi",
    StepKindCode.APPROVAL: "Persetujuan",
    StepKindCode.OPENING: "Dasar pembukaan",
    StepKindCode.PUBLICATION: "Pengumuman",
}
