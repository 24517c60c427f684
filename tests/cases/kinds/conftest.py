"""A register with its catalogue, entries determined last year, and people who work through a case.

A ``Walker`` does what a browser without JavaScript does: it fetches the page of the case, takes the
form with all that is in it, types over some fields, and presses a button.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from html5lib import HTMLParser, treebuilders

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.audit.actions import CommandLine
from ppid.cases.contexts import make_context
from ppid.cases.files import read_case
from ppid.cases.kinds.context import StepContext
from ppid.cases.models import CaseEvent
from ppid.cases.opening import open_case
from ppid.law.periods import Period, PeriodKind
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.shipped import load_catalogue
from ppid.office.models import Signatory
from ppid.register.actions import propose_entry
from ppid.register.acts import DeterminationDraft, DeterminationKind, EntryDescription
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.issuing import record_determination
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient

CLERK = CommandLine()
Typed = Mapping[str, Any]
TODAY = clock.today().isoformat()


@pytest.fixture
def provision(app: Flask) -> Callable[[str, str], Provision]:
    """A provision of the shipped catalogue, by the code of its regulation and its wording."""
    load_catalogue(CLERK)

    def find(code: str, cite: str) -> Provision:
        rows = Provision.select(Provision, Regulation).join(Regulation)
        return rows.where(Regulation.code == code, Provision.cite == cite).get()

    return find


@pytest.fixture
def classified(provision: Callable[[str, str], Provision], coop: Unit) -> Callable[..., Entry]:
    """Make an entry that a determination of last year closes."""

    def make(title: str = "Hasil asesmen kompetensi 2024", **told: Any) -> Entry:
        entry = propose_entry(
            CLERK,
            unit_id=coop.id,
            description=EntryDescription(title=title, public_title="Hasil asesmen pegawai"),
        )
        draft = told.get("draft") or plain_draft(provision("uu-14-2008", "Pasal 17 huruf i"))
        act = DeterminationDraft(
            kind=DeterminationKind.INITIAL,
            about="Klasifikasi contoh",
            determined_on=clock.today() - timedelta(days=300),
            effective_on=clock.today() - timedelta(days=300),
            approval={"name": "Contoh Pimpinan"},
            test_sheet_number="1/LPK",
        )
        record_determination(CLERK, act=act, items={entry.id: draft})
        return entry

    return make


def plain_draft(*provisions: Provision, **told: Any) -> ClassificationDraft:
    """A classification that nothing stops."""
    values: dict[str, Any] = {
        "bases": tuple(BasisDraft.from_provision(each, "Alasan lama.") for each in provisions),
        "consequence_open": "Nilai seseorang diketahui umum.",
        "benefit_closed": "Penilaian berjalan jujur.",
        "period": Period(PeriodKind.UNTIL_DATE, ends_on=date(clock.today().year + 2, 1, 18)),
    }
    return ClassificationDraft(**{**values, **told})


@pytest.fixture
def signatories(app: Flask) -> None:
    """Who signs for the posts of the office."""
    posts = {
        "officer": ("PPID", "Contoh Pejabat PPID"),
        "superior": ("Sekretaris Daerah selaku Atasan PPID", "Contoh Atasan"),
        "head": ("Gubernur", "Contoh Gubernur"),
    }
    for post, (title, name) in posts.items():
        Signatory.create(
            post=post, title=title, name=name, nip="19700101", valid_from=date(2020, 1, 1)
        )


class Walker:
    """People who work through one case by its pages."""

    def __init__(self, sign_in: Callable[[User], PageClient], number: str) -> None:
        self.sign_in = sign_in
        self.number = number

    @property
    def address(self) -> str:
        return f"/perkara/{self.number}"

    def page(self, user: User) -> str:
        return str(self.sign_in(user).get(self.address).text)

    def fields(self, user: User) -> dict[str, str]:
        """What the form of the current step holds, as a browser would send it."""
        return form_fields(self.page(user))

    def send(self, user: User, command: str, typed: Typed | None = None) -> None:
        """Press a button that changes only the draft."""
        body = {**self.fields(user), **(typed or {}), "action": command}
        self.sign_in(user).post(f"{self._step()}/draf", body)

    def act(self, user: User, typed: Typed | None = None) -> None:
        """Complete the current step with what is typed, and confirm where it asks."""
        step = self._step()
        sent = self.press(user, typed, status=303)
        if "konfirmasi" in sent.location:
            page = self.sign_in(user).get(sent.location).text
            body = form_fields(page, "konfirmasi")
            self.sign_in(user).post(f"{step}/konfirmasi", body)

    def press(self, user: User, typed: Typed | None = None, *, status: int) -> Any:
        """Send the form of the current step, expecting an answer."""
        body = {**self.fields(user), **(typed or {}), "action": "complete"}
        return self.sign_in(user).post(self._step(), body, status=status)

    def context(self, user: User) -> StepContext:
        """What the current step may look at."""
        file = read_case(self.number)
        assert file.current_step is not None
        return make_context(as_person(user), file, file.current_step)

    def recorded(self, step: int) -> dict[str, Any]:
        """What the step recorded last."""
        rows = CaseEvent.select().where(CaseEvent.step == step, CaseEvent.kind == "completed")
        return dict(rows.order_by(CaseEvent.seq.desc()).get().data)

    def _step(self) -> str:
        return f"{self.address}/langkah/{read_case(self.number).progress.current}"


@pytest.fixture
def begin(
    sign_in: Callable[[User], PageClient], officer: User, shipped: None
) -> Callable[..., Walker]:
    """Open a case under a shipped procedure."""

    def open_one(*entries: Entry, code: str = "sop-7-2021") -> Walker:
        numbers = [entry.number for entry in entries]
        number = open_case(as_person(officer), code=code, title="Telaah", entry_numbers=numbers)
        return Walker(sign_in, number)

    return open_one


@pytest.fixture
def steering(make_user: Callable[..., User]) -> User:
    """Pengarah."""
    return make_user("pengarah", Role.STEERING)


@pytest.fixture
def until(officer: User, unit_officer: User, superior: User) -> Callable[[Walker, int], None]:
    """Work through the SOP, everything plainly filled in, until a step is the current one."""

    def walk(walker: Walker, step: int) -> None:
        acting = {2: unit_officer, 3: unit_officer, 9: superior}
        while (current := read_case(walker.number).progress.current or 99) < step:
            user = acting.get(current, officer)
            if current == 7:
                walker.send(user, "find")
            walker.act(user, plain_answers(walker.fields(user), current))

    return walk


def plain_answers(fields: Mapping[str, str], step: int) -> dict[str, str]:
    """What completes a step of the SOP, whatever its number of entries."""
    answers = dict(PLAIN[step])
    rows = {name.split("-")[1] for name in fields if name.startswith("rows-")}
    for row in rows:
        answers |= {f"rows-{row}-{name}": value for name, value in PLAIN_ROWS.get(step, {}).items()}
    for name in fields:
        if name.startswith("rows-") and name.endswith("-reasoning"):
            answers[name] = f"Alasan baru langkah {step}."
    for name in fields:
        if name.endswith("-key") and ("remarks" in name or "verdicts" in name):
            verdict = "tetap" if "remarks" in name else "sesuai"
            answers[f"{name.removesuffix('key')}verdict"] = verdict
    return answers


PLAIN: dict[int, dict[str, str]] = {
    1: FILLED,
    2: {},
    3: {},
    4: {"conclusion": "Usulan dapat dibahas."},
    5: {
        "held_on": TODAY,
        "place": "Ruang rapat",
        "chair": "Contoh Pimpinan Rapat",
        "agenda": "Membahas dasar hukum",
        "participants-0-name": "Contoh Satu",
        "participants-0-position": "PPID",
        "participants-1-name": "Contoh Dua",
        "participants-1-position": "PPID Unit Kerja",
        "minutes": "Dibahas **satu per satu**.",
        "conclusion": "Dasar diganti.",
    },
    6: {},
    7: {"tested_on": TODAY, "place": "Mataram"},
    8: {
        "written_on": TODAY,
        "addressee": "Atasan PPID",
        "about": "Pertimbangan",
        "content": "Mohon pertimbangan.",
    },
    9: {"answer": "ya", "considerations": "Dasar baru lebih tepat."},
    10: {"place": "Mataram", "signatory-title": "PPID", "approval-title": "Gubernur"},
    11: {
        "obstacles": "Tidak ada.",
        "follow_up": "Diumumkan.",
        "recipients": "Atasan PPID",
    },
}
PLAIN_ROWS: dict[int, dict[str, str]] = {
    2: {"still_holds": "Dokumen masih dipakai.", "changed": "Peraturannya berubah."},
    3: {"stance": "ubah"},
    6: {"consequence_open": "Nilai orang per orang diketahui umum.", "keep_reason": ""},
}


def form_fields(page: str, action: str = "/langkah/") -> dict[str, str]:
    """The successful fields of the form with this in its address, as a browser sends them."""
    root = HTMLParser(tree=treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False).parse(
        page
    )
    form = next(
        each
        for each in root.iter("form")
        if action in (each.get("action") or "") and each.find(".//input[@name='seq']") is not None
    )
    fields: dict[str, str] = {}
    for element in form.iter():
        name = element.get("name")
        if name and name != "csrf_token" and element.tag in {"input", "textarea", "select"}:
            value = _value(element)
            if value is not None:
                fields[name] = value
    return fields


def _value(element: Element) -> str | None:
    if element.tag == "textarea":
        return (element.text or "").removeprefix("\n")
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return chosen[0].get("value") if chosen else None
    if element.get("type") in {"radio", "checkbox"}:
        return (element.get("value") or "y") if element.get("checked") is not None else None
    if element.get("type") in {"file", "submit"}:
        return None
    return element.get("value") or ""
