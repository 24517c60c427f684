"""Decision: Atasan PPID says Ya or Tidak, advised by Pengarah."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Effect, Missing
from ppid.cases.kinds.differences import differing
from ppid.cases.kinds.judging import (
    JudgingForm,
    JudgingStep,
    answer_words,
    lacking_lawfulness,
)
from ppid.cases.kinds.numbered import NumberedStep
from ppid.cases.kinds.sources import closing_rows, said_rows
from ppid.web.forms import Longest, Needed
from ppid.workflow.kinds import StepKindCode


class DecisionForm(JudgingForm):
    """The fields of the Lembar Pertimbangan."""

    number = StringField(
        "Nomor Lembar Pertimbangan", [Needed("Isi nomor Lembar Pertimbangan."), Longest(80)]
    )
    considerations = TextAreaField(
        "Pertimbangan",
        [Needed("Isi pertimbangan yang mendasari keputusan ini."), Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 6},
    )
    advised_by = StringField(
        "Pengarah yang memberi nasihat", [Longest(200)], description="Nama dan jabatan, bila ada."
    )
    advice = TextAreaField(
        "Nasihat Pengarah",
        [Longest(20_000)],
        render_kw={"rows": 3},
        description="Boleh dikosongkan bila Pengarah tidak memberi nasihat.",
    )


class Decision(NumberedStep, JudgingStep):
    """Step 9 of the SOP."""

    code = StepKindCode.DECISION
    template = "cases/kinds/decision.html"
    record_template = "cases/kinds/decision_record.html"
    form_class = DecisionForm
    series = "lembar-pertimbangan"
    topics = ("decision",)
    yes = "Ya, Lembar Pengubahan disetujui"
    help = (
        "Baca Lembar Pengubahan, lalu putuskan. Ya meneruskan ke penetapan. Tidak mengembalikan "
        "perkara dengan alasan; yang sudah ditulis tetap terbaca."
    )

    def missing(self, context: StepContext, _data: Data) -> Sequence[Missing]:
        """A Ya needs something to determine, and nothing that the law stops."""
        if rows := closing_rows(context):
            return lacking_lawfulness(context, rows)
        label = context.procedure.unchanged_label
        message = f"Tidak ada entri yang diubah, jadi tidak ada yang ditetapkan. Pilih {label}."
        return (Missing("answer", message),)

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The change sheet, to be read before deciding."""
        sheet = context.data_of(StepKindCode.CHANGE_SHEET)
        return {**super().extras(context, data), "said": said_rows(context), "sheet": sheet}

    def turned(self, context: StepContext, data: Data) -> Effect:
        """The Lembar Pertimbangan of a Tidak is a paper too."""
        return self.effect(context, data)

    def differing(self, row: Mapping[str, Any]) -> frozenset[str]:
        """The parts of a row that differ from Semula."""
        return differing(row)

    def summary(self, data: Data) -> str:
        """Ya, Tidak or ended."""
        return f"Keputusan: {answer_words(data)}"
