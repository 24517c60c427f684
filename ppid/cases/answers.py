"""How views find a case and answer with its page."""

from flask import Response, abort

from ppid.accounts.access import person
from ppid.cases.editor import StepEditor
from ppid.cases.files import CaseFile, read_case
from ppid.cases.forms import AttachmentForm, EntryForm
from ppid.cases.pages import Typed, history_of, view_case
from ppid.cases.queries import get_case
from ppid.cases.refusals import ActedMeanwhile, CaseNotFound
from ppid.web.htmx import render, wants_fragment
from ppid.workflow.procedure import Step


def found_case(number: str) -> CaseFile:
    """The case, or 404 for who may not read it: what is hidden is not told."""
    try:
        return get_case(person(), number)
    except CaseNotFound:
        abort(404)


def found_step(file: CaseFile, number: int) -> Step:
    """The step, or 404."""
    if not file.procedure.has_step(number):
        abort(404)
    return file.procedure.step(number)


def case_page(
    file: CaseFile,
    *,
    editor: StepEditor | None = None,
    typed: Typed | None = None,
    status: int = 200,
) -> Response:
    """The checklist, whole or as its part."""
    return render(
        "cases/show_case.html",
        "cases/_checklist.html",
        view=view_case(person(), file, editor, typed),
        alone=wants_fragment(),
        history=history_of(file),
        entry_form=EntryForm(formdata=None),
        attachment_form=AttachmentForm(formdata=None),
        status=status,
    )


def stale_page(editor: StepEditor, refusal: ActedMeanwhile) -> Response:
    """Others were faster: the case as it stands now, and what this person had written."""
    typed = Typed(refusal.message, editor.data, editor.kind)
    return case_page(read_case(editor.context.case.number), typed=typed, status=409)
