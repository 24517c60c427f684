"""Answering a request: what the law allows that day, who must agree, what goes out."""

import io
from collections.abc import Callable

import pytest
from flask import Flask
from pypdf import PdfReader

from ppid import clock
from ppid.accounts.access import Person
from ppid.desk.answer_actions import approve_refusal, issue_answer, return_answer
from ppid.desk.events import demand_request
from ppid.desk.files import RequestFile
from ppid.desk.letter_issuing import find_letter, list_letters
from ppid.errors import Refused
from ppid.law.facts import OpeningKind
from ppid.law.request_progress import RequestEventKind, RequestStatus
from ppid.law.requests import Outcome
from ppid.papers.issued_queries import PaperFilters, find_issued, list_issued
from ppid.papers.issuing import paper_file
from ppid.papers.occasions import determination_subject
from ppid.register.actions import record_opening
from ppid.register.acts import OpeningDraft
from ppid.register.models import Entry

People = Callable[[str], Person]
Ask = Callable[..., str]
Propose = Callable[..., None]
Refuse = Callable[..., str]


def letter_bytes(file: RequestFile, name: str) -> bytes:
    return bytes(paper_file(find_letter(file, name)).content)


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def open_today(people: People, number: str) -> None:
    opening = OpeningDraft(OpeningKind.RULING, clock.today(), "Putusan Uji Nomor 5")
    entry = Entry.get(Entry.number == number)
    record_opening(people("ppid"), entry_ids=[entry.id], opening=opening)


def test_what_is_excluded_is_refused_with_its_basis_frozen(refuse: Refuse) -> None:
    item = demand_request(refuse("DIK-0025")).answer_data["items"][0]

    assert item["outcome"] == Outcome.REFUSED
    assert item["basis"]["number_text"] == "1/PPID.DIK/VIII/2023"
    assert item["basis"]["grounds"] == ["h", "j"]
    assert "uu-14-2008" in item["basis"]["regulations"]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("", "tidak menyebut entri"),
        ("DIK-0013", "terbuka"),
        ("DIK-0107", "belum ada penetapan"),
        ("DIK-0002", "Hanya sebagian"),
    ],
)
def test_nothing_else_may_be_refused_and_it_is_said_why(
    ask: Ask, propose: Propose, entry: str, why: str
) -> None:
    code = ask(entry=entry)

    with pytest.raises(Refused, match=why):
        propose(code, Outcome.REFUSED)


def test_what_is_closed_is_not_given(ask: Ask, propose: Propose) -> None:
    with pytest.raises(Refused, match="masih dikecualikan"):
        propose(ask(entry="DIK-0025"), Outcome.GIVEN)


@pytest.mark.parametrize("outcome", [Outcome.BLACKED_OUT, Outcome.NOT_HELD])
def test_which_parts_or_which_body_must_be_named(
    ask: Ask, propose: Propose, outcome: Outcome
) -> None:
    with pytest.raises(Refused) as refusal:
        propose(ask(entry="DIK-0002"), outcome)

    assert str(refusal.value.field).startswith("note_")


def test_a_refusal_waits_for_the_superior(ask: Ask, propose: Propose, people: People) -> None:
    code = ask(entry="DIK-0025")
    propose(code, Outcome.REFUSED)

    with pytest.raises(Refused, match="menunggu persetujuan"):
        issue_answer(people("ppid"), code=code)
    approve_refusal(people("atasan"), code=code)
    issue_answer(people("ppid"), code=code)

    assert demand_request(code).progress.status is RequestStatus.ANSWERED


def test_a_returned_answer_must_be_approved_again(
    ask: Ask, propose: Propose, people: People
) -> None:
    code = ask(entry="DIK-0025")
    propose(code, Outcome.REFUSED)
    approve_refusal(people("atasan"), code=code)
    return_answer(people("ppid"), code=code, reason="Perbaiki alasannya.")
    propose(code, Outcome.REFUSED)

    with pytest.raises(Refused, match="menunggu persetujuan"):
        issue_answer(people("ppid"), code=code)


def test_an_answer_is_returned_with_a_reason_only(
    ask: Ask, propose: Propose, people: People
) -> None:
    code = ask()
    propose(code, Outcome.GIVEN)

    with pytest.raises(Refused, match="alasan"):
        return_answer(people("atasan"), code=code, reason="")


def test_what_opened_meanwhile_is_refused_no_more(
    ask: Ask, propose: Propose, people: People
) -> None:
    code = ask(entry="DIK-0025")
    propose(code, Outcome.REFUSED)
    approve_refusal(people("atasan"), code=code)
    open_today(people, "DIK-0025")

    with pytest.raises(Refused, match="Tidak dapat ditolak"):
        issue_answer(people("ppid"), code=code)
    assert demand_request(code).progress.status is RequestStatus.PROPOSED


def test_what_opens_later_changes_no_answer(refuse: Refuse, people: People) -> None:
    code = refuse("DIK-0025")
    open_today(people, "DIK-0025")

    assert demand_request(code).answer_data["items"][0]["basis"]["standing"] == "dikecualikan"


def test_an_answer_is_given_once(refuse: Refuse, people: People, propose: Propose) -> None:
    code = refuse()

    with pytest.raises(Refused, match="sudah dijawab"):
        issue_answer(people("ppid"), code=code)
    with pytest.raises(Refused, match="sudah dijawab"):
        propose(code, Outcome.REFUSED)


def test_a_refusal_goes_out_with_its_determination_in_one_file(refuse: Refuse) -> None:
    file = demand_request(refuse("DIK-0025"))
    letter = list_letters(file)[-1]
    basis = file.answer_data["items"][0]["basis"]
    attached = find_issued(determination_subject(basis["determination_id"]))

    pages = pages_of(letter_bytes(file, "jawaban"))

    assert letter.paper.kind == "surat-penolakan"
    assert letter.paper.number_text in pages[0]
    assert "Pasal 17 huruf h" in pages[0]
    assert "keberatan" in pages[0]
    assert len(pages) == 1 + paper_file(attached).pages
    assert "MEMUTUSKAN" in "".join(pages[1:])


def test_the_file_is_the_same_each_time(refuse: Refuse) -> None:
    file = demand_request(refuse())

    assert letter_bytes(file, "jawaban") == letter_bytes(file, "jawaban")


def test_an_answer_with_blacked_out_parts_names_them_with_their_basis(
    ask: Ask, propose: Propose, people: People
) -> None:
    code = ask("Kertas kerja pemeriksaan", "DIK-0002")
    propose(code, (Outcome.BLACKED_OUT, "nama dan saldo penyimpan"))
    issue_answer(people("ppid"), code=code)
    file = demand_request(code)

    text = " ".join(pages_of(letter_bytes(file, "jawaban"))[0].split())

    assert list_letters(file)[-1].paper.kind == "surat-jawaban"
    assert "nama dan saldo penyimpan" in text
    assert "Pasal 17 huruf h angka 3" in text


def test_one_letter_tells_every_item(ask: Ask, propose: Propose, people: People) -> None:
    code = ask("Rekam medis\nJumlah pasien\nIzin kabupaten", "DIK-0025")
    propose(code, Outcome.REFUSED, Outcome.GIVEN, (Outcome.NOT_HELD, "Pemerintah Kabupaten"))
    approve_refusal(people("atasan"), code=code)
    issue_answer(people("ppid"), code=code)

    text = " ".join(pages_of(letter_bytes(demand_request(code), "jawaban"))[0].split())

    for said in ("Ditolak karena", "Diberikan seluruhnya", "Tidak dikuasai", "Kabupaten"):
        assert said in text


def test_every_letter_takes_the_next_number_of_its_kind(refuse: Refuse) -> None:
    first, second = (demand_request(refuse()).answer_data["number_text"] for _each in range(2))

    assert int(second.split("/")[0]) == int(first.split("/")[0]) + 1


def test_what_was_refused_can_be_counted_by_ground(refuse: Refuse) -> None:
    event = demand_request(refuse()).last(RequestEventKind.ANSWERED)

    assert (event.data["refuses"], event.data["letter"]) == (True, "surat-penolakan")


def test_letters_show_to_whoever_reads_requests_alone(refuse: Refuse, people: People) -> None:
    refuse()
    filters = PaperFilters(kind="surat-penolakan")

    assert list_issued(people("meja"), filters).total > 0
    for stranger in ("pengarah", "unit"):
        assert list_issued(people(stranger), filters).total == 0


def test_no_title_of_a_letter_names_the_applicant(demo: Flask, refuse: Refuse) -> None:
    letters = list_letters(demand_request(refuse()))

    told = [f"{each.paper.title} {each.paper.public_title}" for each in letters]
    assert not any("Contoh Pemohon" in text for text in told)
