"""Cases: the list, opening one, the checklist."""

from flask import Flask, Response, flash, request, url_for

from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.cases import (
    attachment_views,  # noqa: F401 - its views join the blueprint
    opening,
    procedure_views,
    step_views,  # noqa: F401 - its views join the blueprint
    task_views,
)
from ppid.cases.answers import case_page, found_case
from ppid.cases.blueprint import bp
from ppid.cases.entry_history import tell_cases
from ppid.cases.forms import EntryForm, OpenCaseForm
from ppid.cases.procedure_queries import check_procedures, newest_procedures
from ppid.cases.queries import (
    CaseState,
    entries_by_number,
    find_entries,
    list_cases,
    none_determined,
    open_cases_of,
)
from ppid.errors import Refused
from ppid.register.history import add_history_source
from ppid.register.worklist_cases import offer_cases
from ppid.web.guard import requires
from ppid.web.htmx import render, see_other
from ppid.web.navigation import NavItem, add_nav_item


@bp.get("/", endpoint="list_cases")
@requires(Permission.READ_CASES)
def show_list() -> Response:
    """Cases within reach, by state and words."""
    wanted = request.args.get("keadaan", "")
    state = CaseState(wanted) if wanted in set(CaseState) else CaseState.OPEN
    words, mine = request.args.get("q", "").strip(), request.args.get("ikut") == "saya"
    page = request.args.get("halaman", 1, type=int)
    cases = list_cases(person(), state=state, words=words, mine=mine, page=page)
    return render(
        "cases/list_cases.html",
        "cases/_case_list.html",
        cases=cases,
        state=state,
        states=CaseState,
        words=words,
        mine=mine,
        me=person(),
    )


@bp.route("/baru", methods=["GET", "POST"])
@requires(Permission.OPEN_CASE)
def open_case() -> Response:
    """Choose a procedure and entries; with "cari" only look for more entries."""
    form = OpenCaseForm(request.form if request.method == "POST" else request.args)
    form.offer(newest_procedures(), undetermined=none_determined(form.numbers()))
    if request.method == "POST" and not form.searching and form.validate():
        try:
            number = opening.open_case(person(), **form.values())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(f"Perkara {number} dibuka.", "success")
            return see_other(url_for("cases.show_case", number=number))
    chosen = entries_by_number(form.numbers())
    hits = find_entries(person(), form.q.data or "")
    return render(
        "cases/open_case.html",
        form=form,
        chosen=chosen,
        hits=[entry for entry in hits if entry not in chosen],
        busy=open_cases_of([entry.id for entry in (*chosen, *hits)]),
        status=422 if form.errors else 200,
    )


@bp.get("/<string:number>")
@requires(Permission.READ_CASES)
def show_case(number: str) -> Response:
    """The checklist."""
    return case_page(found_case(number))


@bp.post("/<string:number>/entri")
@requires(Permission.WORK_ON_CASE)
def add_entry(number: str) -> Response:
    """Take one more entry in, before the review begins."""
    found_case(number)
    form = EntryForm()
    if form.validate():
        opening.add_entry(person(), number=number, entry_number=form.entry.data)
        flash(f"{form.entry.data} dimasukkan ke dalam perkara.", "success")
    return see_other(url_for("cases.show_case", number=number))


@bp.post("/<string:number>/entri/<string:entry_number>/keluarkan")
@requires(Permission.WORK_ON_CASE)
def remove_entry(number: str, entry_number: str) -> Response:
    """Take an entry out, before the review begins."""
    found_case(number)
    opening.remove_entry(person(), number=number, entry_number=entry_number)
    flash(f"{entry_number} dikeluarkan dari perkara.", "success")
    return see_other(url_for("cases.show_case", number=number))


def init_app(app: Flask) -> None:
    """Add the pages of cases, tasks and procedures; refuse to start with an unfit procedure."""
    check_procedures()
    for part in (bp, task_views.bp, procedure_views.bp):
        app.register_blueprint(part)
    tasks = NavItem(
        10,
        "Tugas",
        "tasks.list_tasks",
        Permission.READ_TASKS,
        task_views.count_for_header,
        begins=Permission.WORK_ON_CASE,
    )
    add_nav_item(app, tasks)
    add_history_source(app, tell_cases)
    offer_cases(app, open_cases_of, newest_procedures)
    add_nav_item(app, NavItem(30, "Perkara", "cases.list_cases", Permission.READ_CASES))
    add_nav_item(app, NavItem(72, "Prosedur", "procedures.list_procedures"))
