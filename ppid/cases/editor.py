"""The form of a step as a person has it before them, and what they sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ppid.accounts.access import Person
from ppid.cases.contexts import draft_of, kept_data, make_context
from ppid.cases.files import CaseFile
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Button, Data, Formdata, Outcome, StepKind
from ppid.cases.kinds.freezing import walk
from ppid.cases.refusals import DraftChangedMeanwhile
from ppid.errors import Refused
from ppid.texts.printable import say_unprintable, unprintable
from ppid.web.forms import Form
from ppid.workflow.procedure import Step
from ppid.workflow.refusals import RequirementMissing


@dataclass
class StepEditor:
    """A step's form. ``seq`` and ``revision`` say what its person had seen when it was opened."""

    context: StepContext
    kind: StepKind
    form: Form
    data: Data
    seq: int
    revision: int
    saved_at: datetime | None = None
    saved_by: str = ""
    conflict: DraftChangedMeanwhile | None = None

    @property
    def buttons(self) -> Iterable[Button]:
        """The buttons under the form."""
        return self.kind.buttons(self.context)

    @property
    def extras(self) -> Mapping[str, Any]:
        """More values for the kind's template."""
        return self.kind.extras(self.context, self.data)

    def outcome(self, action: Action) -> Outcome:
        """What the person decided by pressing a button."""
        return self.kind.outcome(self.context, self.data, action)

    def confirmation(self, outcome: Outcome) -> str:
        """What will happen and cannot be undone, in one sentence; empty when it can be."""
        progress, number = self.context.progress, self.context.case.number
        if outcome.action is Action.END:
            label = progress.procedure.unchanged_label
            return (
                f"Perkara {number} akan ditutup sebagai “{label}”: klasifikasi yang lama tetap "
                "berlaku, dan perkara ini tidak dapat dibuka kembali."
            )
        said = self.kind.confirmation(self.context, self.data, outcome)
        if not said and outcome.action is Action.COMPLETE and self._is_last:
            return f"Perkara {number} akan ditutup dan isinya tidak dapat diubah lagi."
        return said

    @property
    def _is_last(self) -> bool:
        return self.context.step == self.context.procedure.last

    def complete(self) -> bool:
        """Whether shape and substance are complete; each fault is put beside its field."""
        shaped = bool(self.form.validate())
        for field in walk(self.form):
            signs = unprintable(field.data) if isinstance(field.data, str) else []
            if signs:
                field.errors = [*field.errors, say_unprintable(signs)]
                shaped = False
        for each in self.kind.missing(self.context, self.data):
            self.refuse(Refused(each.message, each.field))
            shaped = False
        return shaped

    def refuse(self, refusal: Refused) -> None:
        """Put a refusal beside the field that it names, inside rows too."""
        if isinstance(refusal, RequirementMissing):
            self.complete()
            return
        named = [field for field in walk(self.form) if field.name == refusal.field]
        if not named:
            self.form.refuse(refusal)
            return
        if refusal.message not in named[0].errors:
            named[0].errors = [*named[0].errors, refusal.message]


def open_editor(person: Person, file: CaseFile, step: Step) -> StepEditor:
    """The form as it is first shown: the draft, or what the step begins with."""
    context = make_context(person, file, step)
    kind = kind_of(step)
    data = kept_data(context)
    form = kind.make_form(context, data, None)
    if "csrf_token" in form:
        del form["csrf_token"]  # nothing was sent: the page's own form carries the token
    return _editor(file, context, form, data)


def read_editor(person: Person, file: CaseFile, step: Step, sent: Formdata) -> StepEditor:
    """The form as it was sent, with the marks of what its person had seen."""
    context = make_context(person, file, step)
    kind = kind_of(step)
    kept = kept_data(context)
    form = kind.make_form(context, kept, sent)
    editor = _editor(file, context, form, kind.read(context, form, kept))
    editor.seq = _whole(sent.get("seq"))
    editor.revision = max(map(_whole, sent.getlist("revision")), default=0)
    return editor


def _editor(file: CaseFile, context: StepContext, form: Form, data: Data) -> StepEditor:
    draft = draft_of(file, context.step)
    return StepEditor(
        context=context,
        kind=kind_of(context.step),
        form=form,
        data=data,
        seq=file.progress.next_seq,
        revision=draft.revision if draft else 0,
        saved_at=draft.saved_at if draft else None,
        saved_by=draft.saved_by.name if draft else "",
    )


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
