"""Papers of steps take their number when the step is completed, and only then."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.cases.actions import act_on_step
from ppid.cases.files import read_case
from ppid.cases.kinds.contract import Action, Outcome
from ppid.cases.models import CaseEvent
from ppid.errors import Refused
from ppid.office.models import TakenNumber
from ppid.office.number_actions import save_rule
from ppid.office.number_kinds import Mode, number_kind
from ppid.office.number_queries import check_numbers
from ppid.office.numbering import last_number, preview_number
from ppid.register.models import Determination, Entry
from tests.cases.conftest import as_person
from tests.cases.kinds.conftest import PLAIN, Walker

pytestmark = pytest.mark.usefixtures("signatories")
CLERK = CommandLine()
Until = Callable[[Walker, int], None]


def by_hand(code: str) -> None:
    kind = number_kind(code)
    save_rule(CLERK, kind, pattern=kind.pattern, mode=Mode.TYPED)


def numbers_of(kind: str) -> list[int]:
    return [row.number for row in TakenNumber.select().where(TakenNumber.kind == kind)]


@pytest.fixture
def walker(begin: Callable[..., Walker], classified: Callable[..., Entry]) -> Walker:
    """A case on one entry."""
    return begin(classified())


def test_the_form_shows_how_the_number_will_look_instead_of_asking_for_it(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 8)

    assert "number" not in walker.fields(officer)
    assert preview_number("nota-dinas", clock.today()) in walker.page(officer)
    assert numbers_of("nota-dinas") == []


def test_the_completed_step_keeps_its_number_and_the_number_leads_back(
    walker: Walker, until: Until
) -> None:
    until(walker, 8)

    row = TakenNumber.get(TakenNumber.kind == "lembar-pengubahan")
    assert walker.recorded(7)["number"] == row.text
    assert row.subject == f"langkah:{walker.number}:7"
    assert walker.recorded(5)["number"].startswith("1/BA/PPID/")


def test_a_paper_that_customarily_bears_no_number_takes_none(walker: Walker, until: Until) -> None:
    until(walker, 2)

    assert walker.recorded(1)["number"] == ""
    assert numbers_of("lembar-disposisi") == []


def test_a_step_that_is_refused_gives_its_number_back(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 8)
    walker.press(officer, {**PLAIN[8], "written_on": "2999-01-01"}, status=422)
    walker.press(officer, {**PLAIN[8], "about": ""}, status=422)

    assert numbers_of("nota-dinas") == []
    until(walker, 9)
    assert numbers_of("nota-dinas") == [1]


def test_what_fails_after_the_number_was_taken_gives_it_back(
    walker: Walker, until: Until, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    until(walker, 8)
    file, taken = read_case(walker.number), []

    def burst(*_args: object, **_told: object) -> None:
        taken.extend(numbers_of("nota-dinas"))
        raise Refused("Listrik padam.")

    monkeypatch.setattr("ppid.cases.actions.write_event", burst)
    with pytest.raises(Refused, match="Listrik"):
        act_on_step(
            as_person(officer),
            number=walker.number,
            step=8,
            seq=file.progress.next_seq,
            data={**PLAIN[8]},
            outcome=Outcome(Action.COMPLETE),
        )

    assert taken == [1]
    assert numbers_of("nota-dinas") == []
    assert last_number("nota-dinas", clock.today().year) == 0


def test_each_round_of_the_sheet_is_a_paper_with_its_own_number(
    walker: Walker, until: Until, superior: User
) -> None:
    until(walker, 9)
    walker.act(superior, {"answer": "tidak", "to": "7", "reason": "Perbaiki tata bahasanya."})
    until(walker, 11)

    year = clock.today().year
    assert numbers_of("lembar-pengubahan") == [1, 2]
    assert numbers_of("lembar-pertimbangan") == [1, 2]
    issued = Determination.get(Determination.year == year, Determination.kind == "change")
    assert issued.change_sheet_number == walker.recorded(7)["number"]
    assert check_numbers() == []


def test_the_paper_of_a_tidak_bears_a_number_too(
    walker: Walker, until: Until, superior: User
) -> None:
    until(walker, 9)
    walker.act(superior, {"answer": "tidak", "to": "7", "reason": "Perbaiki tata bahasanya."})

    event = CaseEvent.get(CaseEvent.kind == "returned")
    assert event.data["number"].startswith("1/LPT/PPID/")


def test_an_office_with_another_agenda_is_asked_for_the_number_in_each_round(
    walker: Walker, until: Until, officer: User, superior: User
) -> None:
    until(walker, 7)
    by_hand("lembar-pengubahan")
    walker.send(officer, "find")
    page = walker.press(officer, {**PLAIN[7], "number": ""}, status=422).text
    walker.act(officer, {**PLAIN[7], "number": "090/77/TU"})
    until(walker, 9)
    walker.act(superior, {"answer": "tidak", "to": "7", "reason": "Perbaiki tata bahasanya."})

    assert "Isi nomor Lembar Pengubahan." in page
    assert walker.recorded(7)["number"] == "090/77/TU"
    assert walker.fields(officer)["number"] == ""
    assert numbers_of("lembar-pengubahan") == []


def test_a_determination_may_bear_a_number_of_another_agenda(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 10)
    by_hand("penetapan")
    page = walker.press(officer, PLAIN[10], status=422).text
    walker.act(officer, {**PLAIN[10], "number_text": "188.4/123/KOMINFO/2026"})

    assert "Isi nomor penetapan." in page
    issued = Determination.get(Determination.kind == "change")
    assert issued.number_text == "188.4/123/KOMINFO/2026"
    assert walker.recorded(10)["number_text"] == issued.number_text


def test_the_confirmation_of_a_determination_names_the_number_that_comes(
    app: Flask, walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 10)
    sent = walker.press(officer, PLAIN[10], status=303)
    page = walker.sign_in(officer).get(sent.location).text

    assert f"nomor {preview_number('penetapan', clock.today())} tanggal" in page
