"""How steps read: unfinished ones too, as when two people wrote at once."""

from collections.abc import Callable

import pytest
from flask import Flask, render_template
from werkzeug.datastructures import MultiDict

from ppid.accounts.models import Unit, User
from ppid.cases.contexts import kept_data
from ppid.cases.files import read_case
from ppid.cases.kinds import KINDS, kind_of
from ppid.register.models import Entry
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Procedure
from ppid.workflow.shipped import shipped_procedures
from tests.cases.kinds.conftest import Walker
from tests.page_client import page_faults

Begin = Callable[..., Walker]
pytestmark = pytest.mark.usefixtures("signatories")


def test_the_program_knows_every_kind_of_step() -> None:
    assert set(KINDS) == set(StepKindCode)


@pytest.mark.parametrize("step", range(1, 12))
def test_a_step_that_nobody_filled_in_reads_without_trouble(
    app: Flask,
    begin: Begin,
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
    step: int,
) -> None:
    walker = begin(classified())
    until(walker, step)

    assert not faults_of_empty_record(app, walker, officer)


@pytest.mark.parametrize("procedure", shipped_procedures(), ids=lambda each: each.code)
def test_the_first_step_of_every_procedure_opens_and_reads(
    begin: Begin,
    app: Flask,
    classified: Callable[..., Entry],
    coop: Unit,
    officer: User,
    unit_officer: User,
    procedure: Procedure,
) -> None:
    walker = begin(classified(), code=procedure.code)
    user = officer if "officer" in procedure.first.actors else unit_officer

    assert walker.fields(user)["seq"] == "2"
    assert not faults_of_empty_record(app, walker, user)


def faults_of_empty_record(app: Flask, walker: Walker, user: User) -> list[str]:
    """What is wrong with the record of a form that came back empty."""
    context = walker.context(user)
    kind = kind_of(context.step)
    entries = read_case(walker.number).entries
    with app.test_request_context():
        kept = kept_data(context)
        form = kind.make_form(context, kept, MultiDict({"seq": "1"}))
        data = kind.read(context, form, kept)
        html = render_template(
            kind.record_template, data=data, kind=kind, entries=entries, event=None
        )
    return list(page_faults(html))
