"""A case from its opening to its end, by plain posts."""

from collections.abc import Callable

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.cases.models import CaseEvent
from ppid.register.models import Entry
from tests.cases.conftest import FILLED
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]


def act(client: PageClient, number: str, step: int, **typed: str) -> str:
    """Send the form of a step as its page would, and confirm where it asks; says where it led."""
    file = read_case(number)
    address = f"/perkara/{number}/langkah/{step}"
    seen = {
        "seq": file.progress.next_seq,
        "revision": file.draft.revision if file.draft else 0,
        "action": typed.pop("action", "complete"),
    }
    sent = client.post(address, {**seen, **typed})
    if "konfirmasi" not in sent.location:
        return str(sent.location)
    client.get(sent.location)
    seen["revision"] = read_case(number).draft.revision
    return str(client.post(f"{address}/konfirmasi", seen).location)


def test_a_case_runs_from_opening_to_its_end_by_plain_posts(
    sign_in: SignIn,
    officer: User,
    unit_officer: User,
    superior: User,
    short_procedure: str,
    make_entry: Callable[..., Entry],
) -> None:
    make_entry(1)
    make_entry(2)
    opening = {"procedure": short_procedure, "entries": "DIK-0001, dik-0002"}
    address = sign_in(officer).post("/perkara/baru", opening).location
    number = address.rsplit("/", 1)[1]

    act(sign_in(officer), number, 1, **FILLED)
    act(sign_in(unit_officer), number, 2, note="Masukan pertama")
    act(sign_in(officer), number, 3, note="Lembar pertama")
    act(sign_in(superior), number, 4, action="return", to="2", reason="Alasan huruf i belum jelas.")
    assert "Alasan huruf i belum jelas." in sign_in(unit_officer).get(address).text
    act(sign_in(unit_officer), number, 2, note="Masukan kedua")
    act(sign_in(officer), number, 3, note="Lembar kedua")
    act(sign_in(superior), number, 4, note="Setuju")
    act(sign_in(officer), number, 5, note="Ditetapkan")

    page = sign_in(officer).get(address).text
    assert "Perkara ditutup" in page
    assert "putaran 2" in page
    rounds = sign_in(officer).get(f"{address}/langkah/2").text
    assert "Masukan pertama" in rounds
    assert "Masukan kedua" in rounds
    assert [
        (row.kind, row.step, row.round) for row in CaseEvent.select().order_by(CaseEvent.seq)
    ] == [
        ("opened", None, 1),
        ("completed", 1, 1),
        ("completed", 2, 1),
        ("completed", 3, 1),
        ("returned", 4, 1),
        ("completed", 2, 2),
        ("completed", 3, 2),
        ("completed", 4, 2),
        ("completed", 5, 2),
    ]
