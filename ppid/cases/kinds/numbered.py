"""Steps whose paper bears a number: taken when the step is completed, never before."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Effect, Formdata, StepKind
from ppid.office.number_kinds import Mode
from ppid.office.numbering import Taker, rule_of, take_paper_number
from ppid.web.forms import Form


class NumberedStep(StepKind):
    """A step with a paper of the series ``series``, of the year in which ``dated_by`` falls.

    Its form has a field ``number``, which is there only while the office fills in its own numbers.
    The event's data keep the number under the same name: empty where the paper bears none, absent
    where it was made before numbers were given here.
    """

    series: ClassVar[str]
    of_one_round = ("number",)
    dated_by: ClassVar[str] = ""  # the field with the paper's day; none: the day of completion

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """The form: it asks for the number, or shows how it will look as ``number_preview``."""
        form, rule = super().make_form(context, data, formdata), rule_of(self.series)
        if rule.mode is not Mode.TYPED:
            del form["number"]
        form.number_preview = rule.preview(self._day_on(form) or context.today)
        return form

    def effect(self, context: StepContext, data: Data) -> Effect:
        """The paper takes its number."""
        return Effect({"number": self.take_number(context, data)})

    def take_number(self, context: StepContext, data: Data) -> str:
        """The next number of the series, or the one that was filled in."""
        case, step = context.case.number, context.step.number
        taker = Taker(f"Perkara {case}, langkah {step}", f"langkah:{case}:{step}")
        typed = str(data.get("number") or "")
        return take_paper_number(self.series, self.paper_day(context, data), taker, typed)

    def _day_on(self, form: Form) -> date | None:
        day: date | None = form[self.dated_by].data if self.dated_by else None
        return day

    def paper_day(self, context: StepContext, data: Data) -> date:
        """The day that the paper bears; today while none is filled in."""
        day = data.get(self.dated_by) if self.dated_by else None
        return date.fromisoformat(str(day)) if day else context.today


def with_number(name: str, data: Mapping[str, Any]) -> str:
    """``Nota Dinas Nomor 4/ND/PPID/I/2026``; only the name where the paper bears no number."""
    return f"{name} Nomor {data['number']}" if data.get("number") else name
