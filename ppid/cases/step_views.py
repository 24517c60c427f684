"""The steps of a case: reading one, saving its draft, completing it."""

from flask import Response, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases.actions import act_on_step
from ppid.cases.answers import case_page, found_case, found_step, stale_page
from ppid.cases.blueprint import bp
from ppid.cases.drafts import keep_unsaved, save_draft
from ppid.cases.editor import StepEditor, open_editor, read_editor
from ppid.cases.files import read_case
from ppid.cases.forms import AttachmentForm
from ppid.cases.kinds.contract import Action, Outcome
from ppid.cases.pages import records_of, view_case
from ppid.cases.reach import roles_in_case
from ppid.cases.refusals import ActedMeanwhile, DraftChangedMeanwhile
from ppid.errors import Refused
from ppid.web.guard import requires
from ppid.web.htmx import leave_page, render, see_other, wants_fragment
from ppid.workflow import moves

SAVE = "save"


@bp.get("/<string:number>/langkah/<int:step>")
@requires(Permission.READ_CASES)
def show_step(number: str, step: int) -> Response:
    """What a step recorded, in all its rounds, with its files."""
    file = found_case(number)
    return render(
        "cases/show_step.html",
        view=view_case(person(), file),
        step=found_step(file, step),
        records=records_of(file, found_step(file, step)),
        attachment_form=AttachmentForm(formdata=None),
    )


@bp.post("/<string:number>/langkah/<int:step>")
@requires(Permission.WORK_ON_CASE)
def submit_step(number: str, step: int) -> Response:
    """Complete the step, send the case back or end it; what was typed is kept first."""
    file = found_case(number)
    editor = read_editor(person(), file, found_step(file, step), request.form)
    try:
        return _submit(editor, _action(request.form.get("action")))
    except ActedMeanwhile as refusal:
        return _answer_stale(editor, refusal)
    except DraftChangedMeanwhile as refusal:
        editor.conflict = refusal
        editor.refuse(refusal)
    except Refused as refusal:
        _raise_unless_ready(editor)
        editor.refuse(refusal)
    return case_page(read_case(number), editor=editor, status=422)


@bp.post("/<string:number>/langkah/<int:step>/draf")
@requires(Permission.WORK_ON_CASE)
def write_draft(number: str, step: int) -> Response:
    """Save what was typed; other buttons of the form change the draft before it is saved."""
    file = found_case(number)
    editor = read_editor(person(), file, found_step(file, step), request.form)
    command = request.form.get("action", SAVE)
    if command != SAVE:
        editor.data = editor.kind.in_draft(editor.context, editor.data, command)
    try:
        _save(editor)
    except ActedMeanwhile as refusal:
        return _answer_stale(editor, refusal, small=command == SAVE)
    except DraftChangedMeanwhile as refusal:
        editor.conflict = refusal
        return _answer_conflict(editor, small=command == SAVE)
    if command == SAVE and wants_fragment():
        return see_other(url_for("cases.show_draft", number=number, step=step))
    return see_other(url_for("cases.show_case", number=number, _anchor=f"langkah-{step}"))


@bp.get("/<string:number>/langkah/<int:step>/draf")
@requires(Permission.WORK_ON_CASE)
def show_draft(number: str, step: int) -> Response:
    """Whether and when the draft was saved; without htmx the case itself."""
    file = found_case(number)
    found = found_step(file, step)
    if not wants_fragment() or file.current_step != found:
        return leave_page(url_for("cases.show_case", number=number))
    return render("cases/_draft_state.html", editor=open_editor(person(), file, found))


@bp.get("/<string:number>/langkah/<int:step>/konfirmasi")
@requires(Permission.WORK_ON_CASE)
def ask_confirmation(number: str, step: int) -> Response:
    """Name what will happen and cannot be undone."""
    file = found_case(number)
    action = _action(request.args.get("tindakan"))
    if file.current_step != found_step(file, step):
        return see_other(url_for("cases.show_case", number=number))
    editor = open_editor(person(), file, found_step(file, step))
    _raise_unless_ready(editor)
    outcome = editor.outcome(action)
    if outcome.action is Action.COMPLETE and not editor.complete():
        return case_page(file, editor=editor, status=422)
    return render(
        "cases/confirm_step.html",
        editor=editor,
        action=action,
        outcome=outcome,
        sentence=editor.confirmation(outcome),
    )


@bp.post("/<string:number>/langkah/<int:step>/konfirmasi")
@requires(Permission.WORK_ON_CASE)
def confirm_step(number: str, step: int) -> Response:
    """Do what was named, on the draft that was read; nothing else."""
    file = found_case(number)
    editor = open_editor(person(), file, found_step(file, step))
    editor.seq = request.form.get("seq", 0, type=int)
    try:
        _check_unchanged(editor, request.form.get("revision", 0, type=int))
        outcome = editor.outcome(_action(request.form.get("action")))
        if outcome.action is not Action.COMPLETE or editor.complete():
            return _act(editor, outcome)
    except ActedMeanwhile as refusal:
        return _answer_stale(editor, refusal)
    except Refused as refusal:
        _raise_unless_ready(editor)
        editor.refuse(refusal)
    return case_page(read_case(number), editor=editor, status=422)


def _submit(editor: StepEditor, action: Action) -> Response:
    """Save, check, and act; or ask first where it cannot be undone."""
    outcome = editor.outcome(action)
    _save(editor)
    _raise_unless_ready(editor)
    if outcome.action is Action.COMPLETE and not editor.complete():
        return case_page(read_case(editor.context.case.number), editor=editor, status=422)
    if editor.confirmation(outcome):
        return leave_page(_address("cases.ask_confirmation", editor, tindakan=action.value))
    return _act(editor, outcome)


def _save(editor: StepEditor) -> None:
    draft = save_draft(
        person(),
        number=editor.context.case.number,
        step=editor.context.step.number,
        seq=editor.seq,
        revision=editor.revision,
        data=editor.data,
    )
    editor.revision, editor.saved_at, editor.saved_by = (
        draft.revision,
        draft.saved_at,
        person().name,
    )


def _act(editor: StepEditor, outcome: Outcome) -> Response:
    number, step = editor.context.case.number, editor.context.step.number
    event = act_on_step(
        person(),
        number=number,
        step=step,
        seq=editor.seq,
        data=editor.data,
        outcome=outcome,
    )
    flash(f"{event.kind.label}: langkah {step}.", "success")
    return see_other(url_for("cases.show_case", number=number))


def _raise_unless_ready(editor: StepEditor) -> None:
    """Who may not act at all gets the engine's own reason, not a form."""
    file = read_case(editor.context.case.number)
    roles = roles_in_case(person(), file.unit_ids)
    moves.check_may_act(file.progress, editor.context.step.number, roles)


def _answer_stale(editor: StepEditor, refusal: ActedMeanwhile, *, small: bool = False) -> Response:
    context = editor.context
    keep_unsaved(person(), number=context.case.number, step=context.step.number, data=editor.data)
    if small and wants_fragment():
        return render("cases/_draft_state.html", editor=editor, overtaken=refusal, status=409)
    return stale_page(editor, refusal)


def _answer_conflict(editor: StepEditor, *, small: bool) -> Response:
    if small and wants_fragment():
        return render("cases/_draft_state.html", editor=editor, status=409)
    return case_page(read_case(editor.context.case.number), editor=editor, status=409)


def _check_unchanged(editor: StepEditor, revision: int) -> None:
    if revision != editor.revision:
        raise Refused("Draf berubah sesudah Anda membacanya. Periksa kembali lalu ulangi.")


def _action(value: str | None) -> Action:
    return Action(value) if value in set(Action) else Action.COMPLETE


def _address(endpoint: str, editor: StepEditor, tindakan: str) -> str:
    context = editor.context
    return url_for(
        endpoint, number=context.case.number, step=context.step.number, tindakan=tindakan
    )
