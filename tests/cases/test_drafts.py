"""What was typed and not completed is never lost."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.audit.models import AuditRecord
from ppid.cases.drafts import flatten, save_draft
from ppid.cases.files import read_case
from ppid.cases.models import StepDraft
from ppid.cases.refusals import DraftChangedMeanwhile
from ppid.workflow.refusals import WrongActor
from tests.cases.acting import complete_step, return_case
from tests.cases.conftest import FILLED, as_person
from tests.cases.step_form import StepForm
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]


@pytest.fixture
def at_input(officer: User, opened: str) -> str:
    """The number of a case whose step 2 is open to the unit's officer and shared by the officer."""
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    return opened


def save(user: User, number: str, note: str, revision: int) -> StepDraft:
    return save_draft(
        as_person(user),
        number=number,
        step=2,
        seq=read_case(number).progress.next_seq,
        revision=revision,
        data={"note": note},
    )


def test_a_draft_comes_back_in_the_form(sign_in: SignIn, unit_officer: User, at_input: str) -> None:
    client = sign_in(unit_officer)
    seq = read_case(at_input).progress.next_seq

    sent = {"note": "Setengah jadi", "seq": seq, "revision": 0, "action": "save"}
    answer = client.post(f"/perkara/{at_input}/langkah/2/draf", sent)

    assert answer.location == f"/perkara/{at_input}#langkah-2"
    page = client.get(f"/perkara/{at_input}").text
    assert "Setengah jadi" in page
    assert "Draf tersimpan" in page
    assert "Sedang dikerjakan" in page


def test_saving_by_htmx_answers_with_the_state_of_the_draft_alone(
    sign_in: SignIn, unit_officer: User, at_input: str
) -> None:
    client = sign_in(unit_officer)
    save(unit_officer, at_input, "a", 0)

    part = client.fragment(f"/perkara/{at_input}/langkah/2/draf").text

    assert part.lstrip().startswith('<div class="stack" id="draft-state">')
    assert 'name="revision" value="1"' in part


def test_saving_the_same_twice_writes_once(unit_officer: User, at_input: str) -> None:
    save(unit_officer, at_input, "a", 0)
    again = save(unit_officer, at_input, "a", 1)

    assert again.revision == 1
    assert AuditRecord.select().where(AuditRecord.action == "save-draft").count() == 1


def test_whoever_saves_over_an_unseen_draft_is_told_and_shown_both(
    sign_in: SignIn, unit_officer: User, officer: User, at_input: str
) -> None:
    save(officer, at_input, "Tulisan PPID", 0)
    seq = read_case(at_input).progress.next_seq

    sent = {"note": "Tulisan unit", "seq": seq, "revision": 0, "action": "save"}
    address = f"/perkara/{at_input}/langkah/2/draf"
    page = sign_in(unit_officer).post(address, sent, status=409).text

    assert officer.name in page
    assert "Tulisan PPID" in page
    assert "Tulisan unit" in page
    assert StepDraft.get().data == {"note": "Tulisan PPID"}


def test_saving_one_s_own_on_purpose_writes_over_and_the_trail_keeps_both(
    sign_in: SignIn, unit_officer: User, officer: User, at_input: str
) -> None:
    save(officer, at_input, "Tulisan PPID", 0)
    seq = read_case(at_input).progress.next_seq

    sent = {"note": "Tulisan unit", "seq": seq, "revision": ["0", "1"]}
    sign_in(unit_officer).post(f"/perkara/{at_input}/langkah/2/draf", sent)

    assert StepDraft.get().data["note"] == "Tulisan unit"
    last = AuditRecord.select().order_by(AuditRecord.id.desc()).first()
    assert {"field": "note", "before": "Tulisan PPID", "after": "Tulisan unit"} in last.changes


def test_completing_over_an_unseen_draft_is_told_too(
    sign_in: SignIn, unit_officer: User, officer: User, at_input: str
) -> None:
    save(officer, at_input, "Tulisan PPID", 0)
    seq = read_case(at_input).progress.next_seq

    sent = {"note": "Tulisan unit", "seq": seq, "revision": 0, "action": "complete"}
    page = sign_in(unit_officer).post(f"/perkara/{at_input}/langkah/2", sent, status=422).text

    assert "Tulisan PPID" in page
    assert read_case(at_input).progress.current == 2


def test_the_action_refuses_an_unseen_revision(
    unit_officer: User, officer: User, at_input: str
) -> None:
    save(officer, at_input, "a", 0)

    with pytest.raises(DraftChangedMeanwhile) as refusal:
        save(unit_officer, at_input, "b", 0)

    assert refusal.value.theirs == {"note": "a"}


def test_who_takes_part_may_draft_but_not_complete(
    sign_in: SignIn, officer: User, at_input: str
) -> None:
    client = sign_in(officer)
    page = client.get(f"/perkara/{at_input}").text
    assert "Simpan draf" in page
    assert "Selesaikan langkah 2" not in page

    seq = read_case(at_input).progress.next_seq
    sent = {"note": "a", "seq": seq, "revision": 0, "action": "complete"}
    answer = client.post(f"/perkara/{at_input}/langkah/2", sent, status=422)
    assert "giliran PPID Unit Kerja" in answer.text


def test_who_takes_no_part_may_not_draft(superior: User, at_input: str) -> None:
    with pytest.raises(WrongActor):
        save(superior, at_input, "a", 0)


def test_a_button_that_changes_only_the_draft_comes_back_to_the_page(
    sign_in: SignIn, unit_officer: User, at_input: str
) -> None:
    seq = read_case(at_input).progress.next_seq
    sent = {"note": "satu", "seq": seq, "revision": 0, "action": "append: dua"}

    answer = sign_in(unit_officer).post(f"/perkara/{at_input}/langkah/2/draf", sent)

    assert answer.location.startswith(f"/perkara/{at_input}")
    assert StepDraft.get().data["note"] == "satu dua"


def test_a_refused_completion_keeps_the_draft(sign_in: SignIn, officer: User, opened: str) -> None:
    seq = read_case(opened).progress.next_seq
    sent = {**FILLED, "agenda": "", "seq": seq, "revision": 0, "action": "complete"}

    page = sign_in(officer).post(f"/perkara/{opened}/langkah/1", sent, status=422).text

    assert StepDraft.get().data["instruction"] == FILLED["instruction"]
    assert 'name="revision" value="1"' in page


def test_a_returned_step_begins_with_what_it_said_last(
    sign_in: SignIn, unit_officer: User, officer: User, superior: User, at_input: str
) -> None:
    complete_step(as_person(unit_officer), number=at_input, step=2, data={"note": "Putaran satu"})
    complete_step(as_person(officer), number=at_input, step=3, data={"note": "b"})
    return_case(
        as_person(superior), number=at_input, step=4, data={}, reason="Belum lengkap.", to=2
    )

    assert "Putaran satu</textarea>" in sign_in(unit_officer).get(
        f"/perkara/{at_input}"
    ).text.replace("\r\n", "")


def test_flattening_names_each_value_by_its_way() -> None:
    data = {"a": 1, "rows": [{"b": "x"}, {"b": "y"}]}

    assert dict(flatten(data)) == {"a": 1, "rows.1.b": "x", "rows.2.b": "y"}


def test_the_enter_key_saves_the_draft_and_completes_nothing(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    form = StepForm(sign_in(officer), f"/perkara/{opened}").form

    first = next(form.iter("button"))

    assert first.get("value") == "save"
    assert first.get("formaction") == f"/perkara/{opened}/langkah/1/draf"
