"""What a kind of step is: its form, what it keeps, what it asks for, what it brings about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.freezing import freeze, thaw
from ppid.web.forms import Form
from ppid.workflow.kinds import StepKindCode

Data = dict[str, Any]
Formdata = MultiDict[str, str]


class Action(StrEnum):
    """What the buttons under a step ask for; the value is that of the button."""

    COMPLETE = "complete"
    RETURN = "return"
    END = "end"


@dataclass(frozen=True)
class Button:
    """A button under the form. ``grave`` marks what cannot be undone."""

    action: Action
    label: str
    grave: bool = False
    primary: bool = True


@dataclass(frozen=True)
class Missing:
    """What a step still lacks; ``field`` is the full name of the form field, ``rows-0-reasoning``.

    ``message`` says in Indonesian how to mend it.
    """

    field: str | None
    message: str


@dataclass(frozen=True)
class Outcome:
    """What the person decided: complete, send back (``to`` None: by default), or end."""

    action: Action = Action.COMPLETE
    to: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Effect:
    """What completing brought about: added to the event's data, and the determination issued."""

    data: Mapping[str, Any] = field(default_factory=dict)
    determination_id: int | None = None


class StepKind:
    """A kind of step. A subclass names its form and templates; the rest is said where it differs.

    ``data`` is always a JSON-safe dictionary: the draft while the step is open, the event's data
    when it is done. It must read for ever without looking anything up: keep words beside numbers.
    """

    code: ClassVar[StepKindCode]
    template: ClassVar[str]
    record_template: ClassVar[str]
    form_class: ClassVar[type[Form]]
    help: ClassVar[str] = ""
    wide: ClassVar[bool] = False  # the form takes the whole width, its help stands above
    of_one_round: ClassVar[tuple[str, ...]] = ()  # what a new round does not begin with
    topics: ClassVar[tuple[str, ...]] = ()  # of the handbook's short helps, folded beside the form

    def told(self, _context: StepContext) -> str:
        """What is asked, in a sentence or two beside the form."""
        return self.help

    def start(self, _context: StepContext) -> Data:
        """What the form holds before anything is typed: prefilled from earlier steps."""
        return {}

    def make_form(self, _context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """The form filled from ``data``, or from what was sent."""
        form = self.form_class(formdata=formdata, data=data)
        thaw(form)
        return form

    def read(self, _context: StepContext, form: Form, _data: Data) -> Data:
        """What the form says; ``_data`` was kept before and may hold what the form does not."""
        return freeze(form)

    def missing(self, _context: StepContext, _data: Data) -> Sequence[Missing]:
        """What must still be there to complete the step."""
        return ()

    def buttons(self, context: StepContext) -> Sequence[Button]:
        """The buttons under the form, the main one first."""
        return (Button(Action.COMPLETE, f"Selesaikan langkah {context.step.number}"),)

    def outcome(self, _context: StepContext, _data: Data, action: Action) -> Outcome:
        """What the sent form decides."""
        return Outcome(action)

    def confirmation(self, _context: StepContext, _data: Data, _outcome: Outcome) -> str:
        """One sentence on what will happen and cannot be undone; empty when nothing needs it."""
        return ""

    def in_draft(self, _context: StepContext, data: Data, _command: str) -> Data:
        """The draft after a button that changes only it, like ``add:12:7``; unknown: unchanged."""
        return data

    def extras(self, _context: StepContext, _data: Data) -> Mapping[str, Any]:
        """More values for the form's template: choices found, what differs."""
        return {}

    def effect(self, _context: StepContext, _data: Data) -> Effect:
        """What completing brings about, inside its transaction; ``context.person`` acts."""
        return Effect()

    def turned(self, _context: StepContext, _data: Data) -> Effect:
        """What sending the case back or ending it brings about, inside its transaction."""
        return Effect()

    def summary(self, _data: Data) -> str:
        """What was done, in a few words for the folded line and the history; may be empty."""
        return ""
