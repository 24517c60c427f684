"""Opening a case, and which entries it holds."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.cases.files import read_case
from ppid.cases.kinds import KINDS
from ppid.cases.models import Case
from ppid.cases.opening import add_entry, open_case, remove_entry
from ppid.errors import Refused
from ppid.register.models import Classification, Entry
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.refusals import WrongActor, WrongOrder
from ppid.workflow.roles import Role
from tests.cases.acting import complete_step, end_case
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient

MakeEntry = Callable[..., Entry]


def open_on(user: User, code: str, *numbers: str) -> str:
    return open_case(as_person(user), code=code, title="", entry_numbers=numbers)


def test_cases_are_numbered_without_gaps_within_their_year(
    officer: User, short_procedure: str, make_entry: MakeEntry
) -> None:
    make_entry(1)
    make_entry(2)
    first = open_on(officer, short_procedure, "DIK-0001")
    with pytest.raises(Refused):
        open_on(officer, short_procedure, "DIK-0001")

    second = open_on(officer, short_procedure, "DIK-0002")

    year = clock.today().year
    assert (first, second) == (f"P-{year}-001", f"P-{year}-002")


def test_an_entry_cannot_be_in_two_open_cases_and_the_refusal_names_the_other(
    officer: User, short_procedure: str, opened: str
) -> None:
    with pytest.raises(Refused, match=f"DIK-0001 sedang ditelaah dalam perkara {opened}"):
        open_on(officer, short_procedure, "DIK-0001")


def test_an_entry_is_free_again_when_its_case_has_ended(
    officer: User, unit_officer: User, superior: User, short_procedure: str, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "a"})
    complete_step(as_person(officer), number=opened, step=3, data={"note": "b"})
    end_case(as_person(superior), number=opened, step=4, data={}, reason="Dasar lama masih tepat.")

    assert open_on(officer, short_procedure, "DIK-0001").endswith("-002")


def test_a_change_needs_an_entry_that_was_classified_before(
    officer: User, short_procedure: str, make_entry: MakeEntry
) -> None:
    make_entry(1, classified=False)

    with pytest.raises(Refused, match="belum pernah diklasifikasikan"):
        open_on(officer, short_procedure, "DIK-0001")


def test_an_unknown_number_is_named(officer: User, short_procedure: str) -> None:
    with pytest.raises(Refused, match="DIK-0099"):
        open_on(officer, short_procedure, "DIK-0099")


def test_a_case_without_entries_is_refused(officer: User, short_procedure: str) -> None:
    with pytest.raises(Refused) as refusal:
        open_on(officer, short_procedure, " ")

    assert refusal.value.field == "entries"


def test_the_officer_of_one_unit_cannot_take_in_the_entry_of_another(
    make_user: Callable[..., User],
    short_procedure: str,
    make_entry: MakeEntry,
    coop: Unit,
    health: Unit,
) -> None:
    make_entry(1, unit=health)
    stranger = make_user("ppid-dinkop", Role.OFFICER, unit=coop)

    with pytest.raises(Refused, match="tidak berwenang"):
        open_on(stranger, short_procedure, "DIK-0001")


def test_a_procedure_with_a_step_of_unknown_kind_cannot_be_run(
    officer: User,
    short_procedure: str,
    make_entry: MakeEntry,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_entry(1)
    monkeypatch.delitem(KINDS, StepKindCode.DECISION)

    with pytest.raises(Refused, match=r"langkah 4 \(Memutuskan\)"):
        open_on(officer, short_procedure, "DIK-0001")


def test_semula_is_what_the_determination_says_not_a_later_proposal(
    officer: User, short_procedure: str, make_entry: MakeEntry
) -> None:
    entry = make_entry(1)
    Classification.create(entry=entry, consequence_open="Usulan baru")

    number = open_on(officer, short_procedure, "DIK-0001")

    before = read_case(number).entries[0].before
    assert before is not None
    assert before.determination == "1/PPID/2024"
    assert before.determined_on == date(2024, 1, 15)
    assert [basis.citation for basis in before.said.bases] == ["UU 14/2008 Pasal 17 huruf i"]


def test_the_case_belongs_to_the_unit_that_its_entries_share(
    officer: User,
    short_procedure: str,
    make_entry: MakeEntry,
    unit: Unit,
    health: Unit,
) -> None:
    make_entry(1)
    make_entry(2, unit=health)

    open_on(officer, short_procedure, "DIK-0001", "DIK-0002")

    assert Case.get().unit_id == unit.id


def test_entries_come_and_go_until_the_first_step_is_done(
    officer: User, opened: str, make_entry: MakeEntry
) -> None:
    make_entry(2)
    add_entry(as_person(officer), number=opened, entry_number="dik-0002")
    remove_entry(as_person(officer), number=opened, entry_number="DIK-0001")
    assert [entry.number for entry in read_case(opened).entries] == ["DIK-0002"]

    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    with pytest.raises(WrongOrder):
        add_entry(as_person(officer), number=opened, entry_number="DIK-0001")


def test_the_last_entry_stays(officer: User, opened: str) -> None:
    with pytest.raises(Refused, match="sedikitnya satu entri"):
        remove_entry(as_person(officer), number=opened, entry_number="DIK-0001")


def test_only_whoever_runs_the_first_step_changes_the_entries(
    unit_officer: User, opened: str, make_entry: MakeEntry
) -> None:
    make_entry(2)

    with pytest.raises(WrongActor):
        add_entry(as_person(unit_officer), number=opened, entry_number="DIK-0002")


def test_opening_leaves_its_trail_on_the_case_and_on_each_entry(opened: str) -> None:
    record = AuditRecord.get(AuditRecord.action == "open-case")

    labels = {row.label for row in AuditSubject.select().where(AuditSubject.record == record)}
    assert labels == {opened, "DIK-0001"}
    assert record.changes == [{"field": "entri", "before": "", "after": "DIK-0001"}]


def test_the_page_looks_for_entries_and_adds_them_without_javascript(
    sign_in: Callable[[User], PageClient],
    officer: User,
    short_procedure: str,
    make_entry: MakeEntry,
) -> None:
    make_entry(7)
    client = sign_in(officer)

    found = client.post("/perkara/baru", {"q": "penilaian 7", "search": "1"}, status=200)
    assert 'name="entri" value="DIK-0007"' in found.text
    picked = client.post("/perkara/baru", {"entri": "DIK-0007"}, status=200)
    assert "1 entri dipilih" in picked.text


def test_a_refused_opening_keeps_what_was_typed(
    sign_in: Callable[[User], PageClient], officer: User, short_procedure: str
) -> None:
    typed = {"procedure": short_procedure, "entries": "DIK-0404", "title": "Judul saya"}

    page = sign_in(officer).post("/perkara/baru", typed, status=422).text

    assert "Tidak ada entri bernomor DIK-0404" in page
    assert "Judul saya" in page


def test_only_the_officer_opens_cases(
    sign_in: Callable[[User], PageClient], unit_officer: User, app: object
) -> None:
    sign_in(unit_officer).get("/perkara/baru", status=403)
