"""Approval: who approves the sheet or the opening; what is not approved goes back."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import DateField, StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Effect, Missing
from ppid.cases.kinds.judging import (
    YES,
    JudgingForm,
    JudgingStep,
    answer_words,
    lacking_lawfulness,
)
from ppid.cases.kinds.openings import GROUNDS, fact_of
from ppid.cases.kinds.sources import closing_rows, said_rows
from ppid.law.facts import OpeningKind
from ppid.office.queries import signer
from ppid.register.actions import record_opening
from ppid.web.forms import Longest, Needed
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

HEADS = ("head", "superior")
OBEYED = "Putusan dilaksanakan (tidak memerlukan persetujuan)"


class ApprovalForm(JudgingForm):
    """Who approves, when, and on what considerations."""

    name = StringField("Nama yang menyetujui", [Needed("Isi nama yang menyetujui."), Longest(120)])
    title = StringField("Jabatan", [Needed("Isi jabatannya."), Longest(160)])
    approved_on = DateField("Tanggal", [Needed("Isi tanggal persetujuan.")])
    number = StringField("Nomor surat persetujuan", [Longest(80)], description="Bila ada.")
    considerations = TextAreaField(
        "Pertimbangan",
        [Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 4},
    )


class Approval(JudgingStep):
    """The approval of a test sheet (PP 61/2010 Pasal 3 ayat (2)) or of an opening."""

    code = StepKindCode.APPROVAL
    template = "cases/kinds/approval.html"
    record_template = "cases/kinds/approval_record.html"
    form_class = ApprovalForm
    yes = "Ya, disetujui"
    help = "Setujui, atau kembalikan dengan alasan. Yang tidak disetujui tidak dapat ditetapkan."

    def start(self, context: StepContext) -> Data:
        """The officer for an opening, else Pimpinan Badan Publik (PP 61/2010 Pasal 3 ayat (2))."""
        posts = ("officer",) if context.procedure.subject is Subject.OPENING else HEADS
        named = [signer(post, context.today) for post in posts]
        found = next((each for each in named if each), None)
        return {
            "name": found.name if found else context.person.name,
            "title": found.title if found else "",
            "approved_on": context.today.isoformat(),
        }

    def answers(self, context: StepContext) -> list[tuple[str, str]]:
        """A final ruling is obeyed; nobody may say Tidak to it."""
        if _ground(context) == OpeningKind.RULING.value:
            return [(YES, OBEYED)]
        return super().answers(context)

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """On a day that has come; and there is something to determine."""
        found = []
        if (data.get("approved_on") or "") > context.today.isoformat():
            found.append(Missing("approved_on", "Tanggal ini belum tiba."))
        if context.procedure.subject is not Subject.OPENING:
            found += _lacking_result(context)
        return found

    def extras(self, context: StepContext, _data: Data) -> Mapping[str, Any]:
        """What is to be approved."""
        return {
            "said": said_rows(context),
            "tested": context.data_of(StepKindCode.TEST),
            "opening": context.data_of(StepKindCode.OPENING),
        }

    def effect(self, context: StepContext, _data: Data) -> Effect:
        """An approved consent, public office or open court opens from its own day."""
        opening = context.data_of(StepKindCode.OPENING)
        ground = GROUNDS.get(opening.get("ground", ""))
        if ground is None or ground.kind in {None, OpeningKind.RULING}:
            return Effect()
        for row in opening["rows"]:
            record_opening(
                context.person,
                entry_ids=[row["entry_id"]],
                opening=fact_of(opening, tuple(row["lifted"])),
            )
        return Effect()

    def summary(self, data: Data) -> str:
        """The answer, and whose."""
        return f"{answer_words(data)}, {data['name']}"


def _lacking_result(context: StepContext) -> list[Missing]:
    if rows := closing_rows(context):
        return lacking_lawfulness(context, rows)
    label = context.procedure.unchanged_label
    message = f"Menurut pengujian tidak ada yang dikecualikan. Pilih Diakhiri: {label}."
    return [Missing("answer", message)]


def _ground(context: StepContext) -> str:
    return str(context.data_of(StepKindCode.OPENING).get("ground") or "")
