"""What the demo's people hand in goes through the forms that everybody uses."""

from typing import Any

import pytest
from flask import Flask

from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import Unit, User
from ppid.cases.contexts import make_context
from ppid.cases.files import read_case
from ppid.cases.kinds.context import StepContext
from ppid.demo.step_data import Scribe, forms_at_hand

TOLD = {"agenda": "Agenda contoh", "instruction": "  Mohon ditelaah.  ", "due_on": None}


@pytest.fixture
def fresh(demo: Flask) -> StepContext:
    """The first step of the case that was just opened."""
    user = User.get(User.username == "ppid")
    file = read_case("P-2026-002")
    return make_context(Person(user, grants_of(user.id), 0), file, file.procedure.first)


def hand_in(context: StepContext, **told: Any) -> tuple[dict[str, Any], list[str]]:
    scribe = Scribe({unit.code: unit for unit in Unit.select()})
    with forms_at_hand():
        return scribe.fill_in(context, {**TOLD, **told})


def test_data_is_read_as_a_form_would_send_it(fresh: StepContext) -> None:
    data, lacking = hand_in(fresh)

    assert data["instruction"] == "Mohon ditelaah."
    assert data["addressee"].startswith("PPID Unit Kerja ")
    assert data["due_on"] is None
    assert lacking == []


def test_what_the_form_asks_for_is_missed_by_its_label(fresh: StepContext) -> None:
    _data, lacking = hand_in(fresh, agenda="")

    assert lacking == ["Agenda kerja: Isi agenda kerja yang mendasari penelaahan ini."]


def test_what_the_kind_asks_for_is_missed_too(fresh: StepContext) -> None:
    _data, lacking = hand_in(fresh, due_on="2020-01-02")

    assert lacking == ["Tanggal ini sudah lewat; isi hari ini atau sesudahnya."]
