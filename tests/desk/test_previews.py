"""A letter can be read before it is issued; reading it issues nothing."""

from collections.abc import Callable

from ppid.desk.events import demand_request
from ppid.desk.letter_issuing import list_letters
from tests.page_client import PageClient

As = Callable[[str], PageClient]


def test_an_extension_is_previewed_without_being_made(demo_as: As) -> None:
    typed = {"reason": "belum-dikuasai", "words": "berkas dihimpun", "action": "pratinjau"}
    client = demo_as("ppid")

    page = client.browser.post(
        "/permohonan/PI-2026-013/perpanjangan", data={**typed, "csrf_token": client.token()}
    )

    assert "DRAF" in page.text
    assert "berkas dihimpun" in page.text
    assert not demand_request("PI-2026-013").progress.extended


def test_the_answer_to_an_objection_is_previewed_without_being_made(demo_as: As) -> None:
    item = demand_request("PI-2026-009").items[0].id
    client = demo_as("atasan")
    typed = {f"outcome_{item}": "dibuka", "reason": "Diterima.", "action": "pratinjau"}

    page = client.browser.post(
        "/permohonan/PI-2026-009/tanggapan", data={**typed, "csrf_token": client.token()}
    )

    assert "DRAF" in page.text
    names = [letter.name for letter in list_letters(demand_request("PI-2026-009"))]
    assert "tanggapan" not in names


def test_a_proposed_answer_is_printed_as_a_draft(demo_as: As) -> None:
    answer = demo_as("meja").browser.get("/permohonan/PI-2026-011/surat/jawaban.pdf")

    assert answer.mimetype == "application/pdf"
    assert "rancangan" in answer.headers["Content-Disposition"]
