"""Surat keterangan: only what the register bears out is certified."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from ppid.accounts.models import User
from ppid.papers.models import IssuedPaper
from tests.page_client import PageClient

As = Callable[[str], PageClient]
QUIET = {"sejak": "2024-03-01", "sampai": "2024-03-31"}
PAGE = "/surat/keterangan"


def asked(days: dict[str, str]) -> str:
    return f"{PAGE}?sejak={days['sejak']}&sampai={days['sampai']}"


@pytest.fixture
def eventful() -> dict[str, str]:
    """Days in which exclusions of the demo register ended by themselves."""
    return {"sejak": "2025-01-01", "sampai": "2026-11-20"}


def test_quiet_days_are_certified_with_the_count_of_what_is_closed(demo_as: As) -> None:
    page = demo_as("ppid").get(asked(QUIET)).text

    assert "sejak tanggal 1 Maret 2024 sampai dengan tanggal 31 Maret 2024" in page
    assert "Terbitkan surat keterangan" in page
    assert "informasi yang dikecualikan." in page


def test_days_in_which_something_ended_list_it_and_offer_nothing_to_issue(
    demo_as: As, eventful: dict[str, str]
) -> None:
    page = demo_as("ppid").get(asked(eventful)).text

    assert "Tidak dapat diterangkan" in page
    assert 'href="/register/DIK-' in page
    assert "Terbitkan surat keterangan" not in page


def test_it_is_not_issued_where_something_ended_and_the_refusal_names_it(
    demo_as: As, eventful: dict[str, str]
) -> None:
    client = demo_as("ppid")
    before = IssuedPaper.select().count()
    page = client.post(PAGE, eventful, status=422).text

    assert "tidak dapat diterbitkan" in page
    assert "DIK-" in page
    assert IssuedPaper.select().count() == before


def test_an_issued_certificate_is_kept_with_its_number_and_says_so(demo_as: As) -> None:
    client = demo_as("ppid")
    answer = client.post(PAGE, QUIET)
    issued = IssuedPaper.get(IssuedPaper.kind == "surat-keterangan")
    text = " ".join(client.get(answer.location).text.split())

    assert "/KET/PPID/" in issued.number_text
    assert issued.subject == "surat-keterangan:2024-03-01:2024-03-31"
    assert issued.number_text in text


def test_it_is_not_issued_while_nobody_is_named_to_sign_it(
    officer: User, sign_in: Callable[[User], PageClient]
) -> None:
    client = sign_in(officer)
    shown = client.get(asked(QUIET), status=422).text
    refused = client.post(PAGE, QUIET, status=422).text

    assert "penanda tangan PPID belum ditetapkan" in shown
    assert "Terbitkan surat keterangan" not in shown
    assert "penanda tangan PPID belum ditetapkan" in refused
    assert not IssuedPaper.select().exists()


def test_two_certificates_bear_two_numbers(demo_as: As) -> None:
    client = demo_as("ppid")
    client.post(PAGE, QUIET)
    client.post(PAGE, QUIET)
    numbers = [row.number_text for row in IssuedPaper.select() if row.kind == "surat-keterangan"]

    assert len(set(numbers)) == 2


def test_the_preview_is_a_draft_without_a_number_taken(demo_as: As) -> None:
    client = demo_as("ppid")
    days = f"?sejak={QUIET['sejak']}&sampai={QUIET['sampai']}"
    answer = client.get(f"{PAGE}/pratinjau.pdf{days}")
    text = " ".join(PdfReader(io.BytesIO(answer.data)).pages[0].extract_text().split())

    assert "SURAT KETERANGAN" in text
    assert "DRAF" in text
    assert "…/KET/PPID/" in text
    assert "pratinjau.pdf" in client.browser.get(f"{PAGE}/pratinjau{days}").text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"sejak": "2024-04-01", "sampai": "2024-03-01"}, "sama dengan atau sesudah"),
        ({"sejak": "2024-04-01", "sampai": "2199-01-01"}, "hanya sampai dengan hari ini"),
        ({"sejak": "", "sampai": "2024-03-01"}, "Isi tanggal awal"),
    ],
)
def test_days_that_cannot_be_certified_are_refused_beside_their_field(
    demo_as: As, days: dict[str, str], told: str
) -> None:
    assert told in demo_as("ppid").get(asked(days), status=422).text


@pytest.mark.parametrize("who", ["meja", "atasan", "unit2"])
def test_only_the_officer_certifies(demo_as: As, who: str) -> None:
    demo_as(who).get(PAGE, status=403)
