"""What a step may look at, put together for one person on one day."""

from datetime import date

from ppid import clock
from ppid.accounts.access import Person
from ppid.cases.files import CaseFile
from ppid.cases.kinds import kind_of
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data
from ppid.cases.models import StepDraft
from ppid.office.queries import office, work_calendar
from ppid.workflow.procedure import Step

VERDICT = ("reason", "to")  # what the engine adds to the data of a judgement


def make_context(
    person: Person, file: CaseFile, step: Step, today: date | None = None
) -> StepContext:
    """The context of a step of this case, on the day it is done: today unless told otherwise."""
    draft = draft_of(file, step)
    return StepContext(
        case=file.facts,
        progress=file.progress,
        step=step,
        entries=file.entries,
        office=office(),
        calendar=work_calendar(),
        today=today or clock.today(),
        person=person,
        draft=draft.data if draft else None,
        attachments=tuple(
            each for each in file.files_of(step.number) if each.round == file.progress.round
        ),
    )


def draft_of(file: CaseFile, step: Step) -> StepDraft | None:
    """What was saved for the step in this round; only the current step has a draft."""
    return file.draft if step == file.current_step else None


def kept_data(context: StepContext) -> Data:
    """What the form begins with: the draft, else the round sent back, else what the kind knows."""
    if context.draft is not None:
        return dict(context.draft)
    kind, earlier = kind_of(context.step), context.earlier_data()
    if earlier:
        left = (*VERDICT, *kind.of_one_round)
        return {name: value for name, value in earlier.items() if name not in left}
    return kind.start(context)
