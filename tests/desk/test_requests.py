"""Recording a request, its items, more time, taking it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.access import Person
from ppid.desk.drafts import ExtensionDraft
from ppid.desk.events import demand_request
from ppid.desk.letter_issuing import find_letter, list_letters
from ppid.desk.models import RequestEvent
from ppid.desk.request_actions import (
    add_item,
    ask_test,
    extend_request,
    link_item,
    remove_item,
    withdraw_request,
)
from ppid.desk.request_lists import RequestFilters, RequestState, list_owed, list_requests
from ppid.errors import Refused
from ppid.law.request_progress import RequestStatus
from ppid.law.requests import ExtensionReason, Outcome, answer_due
from ppid.office.queries import work_calendar
from ppid.papers.issuing import paper_file

People = Callable[[str], Person]
Ask = Callable[..., str]
EXTENSION = ExtensionDraft(ExtensionReason.UNDECIDED, "berkasnya sedang dihimpun")


def test_a_request_has_its_number_and_receipt_at_once(ask: Ask) -> None:
    file = demand_request(ask())

    assert file.request.code.startswith("PI-")
    assert [letter.name for letter in list_letters(file)] == ["tanda-terima"]
    assert bytes(paper_file(find_letter(file, "tanda-terima")).content).startswith(b"%PDF")


def test_numbers_are_never_used_twice(ask: Ask) -> None:
    codes = [ask() for _each in range(3)]

    assert len(set(codes)) == 3


def test_each_line_is_an_item_and_the_entry_belongs_to_the_first(ask: Ask) -> None:
    items = demand_request(ask("Rekam medis\n\n  Jumlah pasien  ", "DIK-0025")).items

    assert [(item.asked, item.entry and item.entry.number) for item in items] == [
        ("Rekam medis", "DIK-0025"),
        ("Jumlah pasien", None),
    ]


@pytest.mark.parametrize("asked", ["", "  \n ", "\n".join(["a"] * 31), "a" * 501])
def test_what_is_asked_must_be_said_within_bounds(ask: Ask, asked: str) -> None:
    with pytest.raises(Refused) as refusal:
        ask(asked)

    assert refusal.value.field == "asked"


def test_a_request_of_tomorrow_is_refused(ask: Ask) -> None:
    with pytest.raises(Refused, match="setelah hari ini"):
        ask(received_on=clock.today() + timedelta(days=1))


def test_an_entry_that_is_not_there_is_refused(ask: Ask) -> None:
    with pytest.raises(Refused, match="DIK-9999"):
        ask(entry="DIK-9999")


def test_an_item_is_linked_to_an_entry_and_let_go_again(ask: Ask, people: People) -> None:
    code = ask()
    item = demand_request(code).items[0]

    link_item(people("meja"), code=code, item_id=item.id, entry_number="dik-0025")
    assert demand_request(code).items[0].entry.number == "DIK-0025"

    link_item(people("meja"), code=code, item_id=item.id, entry_number="")
    assert demand_request(code).items[0].entry is None


def test_items_come_and_go_but_one_stays(ask: Ask, people: People) -> None:
    code = ask()
    add_item(people("meja"), code=code, asked="Jumlah pasien")
    first, second = demand_request(code).items
    remove_item(people("meja"), code=code, item_id=first.id)

    assert [item.id for item in demand_request(code).items] == [second.id]
    with pytest.raises(Refused, match="sedikitnya satu"):
        remove_item(people("meja"), code=code, item_id=second.id)


def test_items_do_not_change_once_an_answer_is_proposed(
    ask: Ask, people: People, propose: Callable[..., None]
) -> None:
    code = ask()
    propose(code, Outcome.GIVEN)

    with pytest.raises(Refused, match="sudah disiapkan"):
        add_item(people("meja"), code=code, asked="Jumlah pasien")


def test_more_time_is_taken_once_and_moves_the_last_day(ask: Ask, people: People) -> None:
    code = ask()
    extend_request(people("ppid"), code=code, draft=EXTENSION)
    file = demand_request(code)

    assert file.progress.due_on == answer_due(
        file.request.received_on, work_calendar(), extended=True
    )
    assert [letter.paper.kind for letter in list_letters(file)][1:] == ["surat-perpanjangan"]
    with pytest.raises(Refused, match="satu kali"):
        extend_request(people("ppid"), code=code, draft=EXTENSION)


def test_a_test_is_asked_for_once(ask: Ask, people: People) -> None:
    code = ask()
    ask_test(people("meja"), code=code)

    assert demand_request(code).test_asked
    with pytest.raises(Refused, match="sudah diminta"):
        ask_test(people("meja"), code=code)


def test_a_request_taken_back_is_owed_nothing(ask: Ask, people: People) -> None:
    code = ask()
    withdraw_request(people("meja"), code=code, on=clock.today(), reason="")

    progress = demand_request(code).progress
    assert (progress.status, progress.due_on) == (RequestStatus.WITHDRAWN, None)
    with pytest.raises(Refused, match="sudah dijawab atau dicabut"):
        extend_request(people("ppid"), code=code, draft=EXTENSION)


def test_the_list_shows_what_is_owed_soonest_first(ask: Ask) -> None:
    code = ask("Cetak biru gedung")

    page = list_requests(RequestFilters())
    days = [file.progress.due_on for file in page.files if file.progress.due_on]

    assert days == sorted(days)
    assert code in {file.request.code for file in page.files}
    assert code in {file.request.code for file in list_owed()}


def test_the_list_is_narrowed_by_state_year_and_words(demo: Flask, ask: Ask) -> None:
    code = ask("Cetak biru gedung")

    with demo.test_request_context():
        words = list_requests(RequestFilters(RequestState.ALL, words="biru gedung"))
        late = list_requests(RequestFilters(RequestState.LATE))
        other = list_requests(RequestFilters(RequestState.ALL, year=2019))

    assert [file.request.code for file in words.files] == [code]
    assert code not in {file.request.code for file in late.files}
    assert all(file.progress.is_overdue(clock.today()) for file in late.files)
    assert other.total == 0


def test_counts_beside_states_agree_with_their_lists(demo: Flask) -> None:
    counts = list_requests(RequestFilters()).counts

    assert counts == {state: list_requests(RequestFilters(state)).total for state in RequestState}
    assert counts[RequestState.OPEN] + counts[RequestState.CLOSED] == counts[RequestState.ALL]


def test_what_happened_names_no_applicant(ask: Ask) -> None:
    ask()

    assert all("Contoh Pemohon" not in str(event.data) for event in RequestEvent.select())
