"""A public body with units, people, entries, and procedures to run."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader
from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice

from ppid.accounts.access import Person, grants_of
from ppid.accounts.models import Unit, User
from ppid.audit.actions import CommandLine
from ppid.cases.kinds import KINDS
from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Action, Data, Effect, Missing, Outcome, StepKind
from ppid.cases.opening import open_case
from ppid.cases.procedure_actions import add_procedure, load_shipped
from ppid.errors import Refused
from ppid.papers.case_papers import FORMS
from ppid.register.models import Classification, Determination, Entry, LegalBasis
from ppid.web.forms import Form, Needed
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.roles import Role

# A small procedure: what cases do whatever the kinds of their steps.
SHORT: dict[str, Any] = {
    "code": "ringkas",
    "version": 1,
    "title": "Telaah ringkas",
    "short": "Telaah ringkas",
    "subject": "pengubahan",
    "actors": ["superior", "officer", "unit_officer"],
    "steps": [
        {
            "number": 1,
            "kind": "disposition",
            "title": "Membuka telaah",
            "actors": ["officer"],
            "requirement": "Agenda Kerja",
            "output": "Disposisi",
        },
        {
            "number": 2,
            "kind": "input",
            "title": "Memberi masukan",
            "actors": ["unit_officer"],
            "with": ["officer"],
            "time_norm": 5,
        },
        {"number": 3, "kind": "change-sheet", "title": "Membuat lembar", "actors": ["officer"]},
        {
            "number": 4,
            "kind": "decision",
            "title": "Memutuskan",
            "actors": ["superior"],
            "returns": [3, 2],
            "may_end": True,
        },
        {"number": 5, "kind": "determination", "title": "Menetapkan", "actors": ["officer"]},
    ],
}

FILLED = {
    "agenda": "Agenda Kerja 2026 butir 4",
    "addressee": "PPID Unit Kerja Dinas Koperasi",
    "instruction": "Telaah kembali dasar hukumnya.",
    "due_on": "",
}


NOTE_TEMPLATES = {
    "note.html": (
        "{% from 'components/forms.html' import field %}"
        "{{ field(form.note) }}{{ field(form.to) }}{{ field(form.reason) }}"
    ),
    "note_record.html": "<p>{{ data.note }}</p>",
}


class NoteForm(Form):
    """One note, and what a Tidak needs."""

    note = TextAreaField("Catatan", [Needed("Isi catatan.")])
    to = SelectField(
        "Kembali ke",
        choices=[SelectChoice(to, to or "–") for to in ("", "2", "3")],
        validate_choice=False,
    )
    reason = TextAreaField("Alasan")


class NoteKind(StepKind):
    """A kind that keeps one note: the smallest that can do all that a kind may do."""

    template = "note.html"
    record_template = "note_record.html"
    form_class = NoteForm

    def __init__(self, code: StepKindCode) -> None:
        self.code = code

    def missing(self, _context: StepContext, data: Data) -> list[Missing]:
        return [] if data.get("note") else [Missing("note", "Isi catatan.")]

    def outcome(self, _context: StepContext, data: Data, action: Action) -> Outcome:
        to = data.get("to")
        return Outcome(action, int(to) if to else None, data.get("reason") or "")

    def confirmation(self, context: StepContext, _data: Data, _outcome: Outcome) -> str:
        issuing = context.step.kind is StepKindCode.DETERMINATION
        return "Penetapan akan diterbitkan." if issuing else ""

    def in_draft(self, _context: StepContext, data: Data, command: str) -> Data:
        return {**data, "note": f"{data.get('note') or ''}{command.removeprefix('append:')}"}

    def effect(self, _context: StepContext, data: Data) -> Effect:
        if data["note"] == "gagal":
            raise Refused("Penetapan ini tertahan.", "note")
        return Effect({"stamp": "resmi"})


@pytest.fixture
def coop(unit: Unit) -> Unit:
    """A unit of the public body."""
    return Unit.create(code="koperasi", name="Dinas Koperasi", short_name="Dinkop", parent=unit)


@pytest.fixture
def health(unit: Unit) -> Unit:
    """Another unit of the public body."""
    return Unit.create(code="kesehatan", name="Dinas Kesehatan", short_name="Dinkes", parent=unit)


@pytest.fixture
def unit_officer(make_user: Callable[..., User], coop: Unit) -> User:
    """The PPID of that unit."""
    return make_user("dinkop", Role.UNIT_OFFICER, unit=coop)


@pytest.fixture
def superior(make_user: Callable[..., User]) -> User:
    """The superior of the PPID."""
    return make_user("atasan", Role.SUPERIOR)


@pytest.fixture
def make_entry(coop: Unit) -> Callable[..., Entry]:
    """Make an entry, classified by a determination unless told otherwise."""

    def make(
        number: int, *, unit: Unit | None = None, classified: bool = True, **facts: str
    ) -> Entry:
        entry = Entry.create(
            number=f"DIK-{number:04d}",
            unit=unit or coop,
            title=f"Lembar penilaian contoh {number}",
            **facts,
        )
        if classified:
            classify(entry)
        return entry

    return make


def classify(entry: Entry) -> Classification:
    """An older determination on the entry."""
    determination, _made = Determination.get_or_create(
        year=2024,
        number=1,
        defaults={
            "kind": "initial",
            "number_text": "1/PPID/2024",
            "about": "Klasifikasi contoh",
            "determined_on": date(2024, 1, 15),
            "effective_on": date(2024, 1, 15),
        },
    )
    row = Classification.create(
        entry=entry,
        determination=determination,
        consequence_open="Merugikan orang yang dinilai.",
        benefit_closed="Penilai berani jujur.",
        period_text="5 tahun",
    )
    LegalBasis.create(
        classification=row, position=1, citation="UU 14/2008 Pasal 17 huruf i", ground="i"
    )
    return row


@pytest.fixture
def note_kinds(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds of one note stand for those after the disposition: the frame is what is tested.

    They make no papers.
    """
    loader = ChoiceLoader([app.jinja_env.loader, DictLoader(NOTE_TEMPLATES)])
    monkeypatch.setattr(app.jinja_env, "loader", loader)
    for code in ("input", "change-sheet", "decision", "determination"):
        kind = NoteKind(StepKindCode(code))
        monkeypatch.setitem(KINDS, kind.code, kind)
        monkeypatch.delitem(FORMS, kind.code)


@pytest.fixture
def short_procedure(app: Flask, note_kinds: None) -> str:
    """The code of a kept procedure of five steps."""
    return add_text(SHORT)


def add_text(document: dict[str, Any]) -> str:
    """Keep a procedure given as a dictionary; returns its code."""
    return add_procedure(CommandLine(), text=json.dumps(document)).code


@pytest.fixture
def shipped(app: Flask) -> None:
    """The procedures that come with the program are kept."""
    load_shipped(CommandLine())


def as_person(user: User) -> Person:
    """The user as actions take them."""
    return Person(user, grants_of(user.id), 0)


@pytest.fixture
def opened(officer: User, short_procedure: str, make_entry: Callable[..., Entry]) -> str:
    """The number of a fresh case on one entry, under the short procedure."""
    make_entry(1)
    return open_case(
        as_person(officer), code=short_procedure, title="Telaah", entry_numbers=["DIK-0001"]
    )
