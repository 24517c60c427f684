"""Steps that judge: Ya, Tidak with a step to return to, or the ending that keeps the old."""

from collections.abc import Sequence

from wtforms import RadioField, SelectField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Button, Data, Formdata, Missing, Outcome, StepKind
from ppid.cases.kinds.examined import stopped_rows
from ppid.web.forms import Form, Longest, Needed, choices

YES, NO, END = "ya", "tidak", "akhiri"
ANSWERS = {NO: Action.RETURN, END: Action.END}


class JudgingForm(Form):
    """The answer, and what a "Tidak" or an ending must say."""

    answer = RadioField("Keputusan", [Needed("Pilih salah satu keputusan.")])
    to = SelectField(
        "Bila Tidak: dikembalikan ke",
        coerce=int,
        validate_choice=False,
        description="Putaran baru dimulai dari langkah ini; yang ditulis sebelumnya tetap terbaca.",
    )
    reason = TextAreaField(
        "Alasan",
        [Longest(2_000)],
        description="Wajib bila Tidak atau diakhiri, paling sedikit 10 huruf: "
        "apa yang harus diperbaiki.",
        render_kw={"rows": 3},
    )


class JudgingStep(StepKind):
    """A step with a Ya/Tidak; which ways are open is said by its procedure."""

    yes: str = "Ya, setuju"

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """The form with the ways that this step has."""
        form = super().make_form(context, data, formdata)
        form["answer"].choices = choices(self.answers(context))
        form["to"].choices = choices(
            (number, f"Langkah {number} — {context.procedure.step(number).title}")
            for number in context.step.returns
        )
        return form

    def answers(self, context: StepContext) -> list[tuple[str, str]]:
        """The answers that may be given."""
        found = [(YES, self.yes)]
        if context.step.returns:
            found.append((NO, "Tidak, dikembalikan untuk diperbaiki"))
        if context.step.may_end:
            found.append((END, f"Diakhiri: {context.procedure.unchanged_label.lower()}"))
        return found

    def buttons(self, context: StepContext) -> Sequence[Button]:
        """One button: the answer says what it does."""
        return (Button(Action.COMPLETE, f"Simpan keputusan langkah {context.step.number}"),)

    def outcome(self, context: StepContext, data: Data, _action: Action) -> Outcome:
        """What the answer decides."""
        action = ANSWERS.get(data.get("answer", ""), Action.COMPLETE)
        to = data.get("to") if action is Action.RETURN else None
        return Outcome(action, to or context.step.default_return, data.get("reason") or "")

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed; a Ya has neither a step to return to nor a reason for it."""
        read = super().read(context, form, data)
        if read.get("answer") != YES:
            return read
        return {name: value for name, value in read.items() if name not in {"to", "reason"}}


def lacking_lawfulness(context: StepContext, rows: Sequence[Data]) -> list[Missing]:
    """What is approved here can no longer be mended: what the law stops is told before a Ya."""
    return [
        Missing("answer", f"{number} belum dapat disetujui. {' '.join(why)} Kembalikan perkara.")
        for number, why in stopped_rows(context, rows).items()
    ]


def answer_words(data: Data) -> str:
    """The answer in a word or two."""
    return {YES: "Ya", NO: "Tidak", END: "Diakhiri"}.get(data.get("answer", ""), "Belum diputuskan")
