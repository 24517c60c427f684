"""The page of a case: one next step, whose turn, what is done, what waits."""

from collections.abc import Callable

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.cases.pages import history_of
from tests.cases.acting import complete_step, return_case
from tests.cases.conftest import FILLED, as_person
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]


def test_the_page_says_what_is_next_and_whose_turn_it_is(
    sign_in: SignIn, officer: User, unit_officer: User, opened: str
) -> None:
    mine = sign_in(officer).get(f"/perkara/{opened}").text
    assert "Langkah 1 — Membuka telaah" in mine
    assert "Giliran Anda (PPID)" in mine

    theirs = sign_in(unit_officer).get(f"/perkara/{opened}").text
    assert "Giliran PPID" in theirs
    assert "Selesaikan langkah 1" not in theirs
    assert "langkah ini bukan giliran Anda" in theirs


def test_a_done_step_folds_to_who_when_and_what(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    page = sign_in(officer).get(f"/perkara/{opened}").text

    assert f"{officer.name} · Disposisi kepada PPID Unit Kerja Dinas Koperasi" in page
    assert f'href="/perkara/{opened}/langkah/1"' in page
    record = sign_in(officer).get(f"/perkara/{opened}/langkah/1").text
    assert "Telaah kembali dasar hukumnya." in record


def test_a_later_step_says_what_it_waits_for(sign_in: SignIn, officer: User, opened: str) -> None:
    page = sign_in(officer).get(f"/perkara/{opened}").text

    assert "Belum dapat dimulai" in page
    assert "menunggu langkah 1" in page


def test_the_deadline_is_said_in_working_days_where_a_norm_is_set(
    sign_in: SignIn, officer: User, unit_officer: User, opened: str
) -> None:
    assert "hari kerja <span" not in sign_in(officer).get(f"/perkara/{opened}").text
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)

    assert "sisa 5 hari kerja" in sign_in(unit_officer).get(f"/perkara/{opened}").text


def test_htmx_gets_the_checklist_alone_with_what_was_done(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    client = sign_in(officer)
    seq = read_case(opened).progress.next_seq
    sent = {**FILLED, "seq": seq, "revision": 0, "action": "complete"}
    headers = {"HX-Request": "true"}
    answer = client.post(f"/perkara/{opened}/langkah/1", sent, headers=headers)

    part = client.fragment(answer.location).text

    assert part.lstrip().startswith('<section class="stack" id="checklist">')
    assert "Langkah selesai: langkah 1." in part


def test_a_confirmation_leaves_the_page_as_a_whole_under_htmx(
    sign_in: SignIn, officer: User, unit_officer: User, superior: User, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "a"})
    complete_step(as_person(officer), number=opened, step=3, data={"note": "a"})
    seq = read_case(opened).progress.next_seq
    sent = {"reason": "Dasar lama masih tepat.", "seq": seq, "revision": 0, "action": "end"}

    headers = {"HX-Request": "true"}
    client = sign_in(superior)
    answer = client.post(f"/perkara/{opened}/langkah/4", sent, status=200, headers=headers)

    asked = client.get(answer.headers["HX-Redirect"]).text
    assert "akan ditutup sebagai “Tidak diubah”" in asked
    assert "Dasar lama masih tepat." in asked


def test_the_history_is_told_in_plain_sentences(
    officer: User, unit_officer: User, superior: User, opened: str
) -> None:
    complete_step(as_person(officer), number=opened, step=1, data=FILLED)
    complete_step(as_person(unit_officer), number=opened, step=2, data={"note": "a"})
    complete_step(as_person(officer), number=opened, step=3, data={"note": "a"})
    return_case(as_person(superior), number=opened, step=4, data={}, reason="Belum lengkap.", to=2)

    sentences = [each.sentence for each in history_of(read_case(opened))]

    assert sentences[0] == (
        "Dikembalikan dari langkah 4 ke langkah 2 (Memberi masukan) oleh Contoh atasan "
        "(Atasan PPID)."
    )
    assert sentences[-1] == f"Perkara dibuka oleh {officer.name}."


def test_entries_are_added_and_taken_out_on_the_page(
    sign_in: SignIn, officer: User, opened: str, make_entry: Callable[..., object]
) -> None:
    make_entry(2)
    client = sign_in(officer)

    client.post(f"/perkara/{opened}/entri", {"entry": "DIK-0002"})
    assert "2 entri" in client.get(f"/perkara/{opened}").text
    client.post(f"/perkara/{opened}/entri/DIK-0002/keluarkan")
    assert "1 entri" in client.get(f"/perkara/{opened}").text


def test_a_step_that_does_not_exist_is_not_found(
    sign_in: SignIn, officer: User, opened: str
) -> None:
    sign_in(officer).get(f"/perkara/{opened}/langkah/9", status=404)
