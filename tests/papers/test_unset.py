"""No paper goes out that nobody signs or that names no public body; what it bears is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.desk.models import Request, RequestItem
from ppid.errors import Refused
from ppid.office.actions import save_settings
from ppid.office.models import OfficeSetting, Signatory, TakenNumber
from ppid.papers.heads import UNSET
from ppid.papers.issued_queries import readable_title
from ppid.papers.issuing import Issue, issue_paper
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import Signature
from tests.page_client import PageClient

As = Callable[[str], PageClient]
CLERK = CommandLine()
NOBODY = Signature(role=UNSET, name="")
QUIET = {"sejak": "2024-03-01", "sampai": "2024-03-31"}
LETTER = "/permohonan/PI-2026-011/jawaban"


@pytest.fixture
def give(app: Flask, samples: type) -> Callable[..., IssuedPaper]:
    """Issue the sample determination as a kind; its annex's signature is replaced."""

    def make(kind: str, signature: Signature | None = None) -> IssuedPaper:
        paper = samples.determination(1)
        if signature:
            annexes = tuple(replace(each, signature=signature) for each in paper.annexes)
            paper = replace(paper, annexes=annexes)
        about = (f"{kind}:1", date(2026, 11, 23), "Contoh", "PPID")
        with database.atomic():
            return issue_paper(CLERK, Issue(kind, "Surat contoh", paper, *about))

    return make


@pytest.mark.parametrize("kind", ["surat-jawaban", "laporan-tahunan", "surat-keterangan"])
def test_a_paper_that_nobody_signs_is_refused_with_the_mend_wherever_the_block_stands(
    give: Callable[..., IssuedPaper], kind: str
) -> None:
    save_settings(CLERK, {"body_name": "Pemerintah Provinsi Contoh"})

    with pytest.raises(Refused, match=r"Penanda tangan surat contoh belum ditetapkan.*tangan\."):
        give(kind, NOBODY)


def test_a_letter_of_a_body_without_a_name_is_refused_with_the_mend(
    give: Callable[..., IssuedPaper],
) -> None:
    with pytest.raises(Refused, match=r"Nama badan publik belum ditetapkan.*Kantor\."):
        give("surat-jawaban")


def test_a_receipt_and_the_paper_of_a_step_are_given_whatever_is_set(
    give: Callable[..., IssuedPaper],
) -> None:
    assert give("tanda-terima-permohonan", NOBODY).code
    assert give("nota-dinas", NOBODY).code


def forget_signers() -> None:
    Signatory.delete().execute()


def test_the_yearly_report_says_beside_its_button_why_it_is_not_issued(demo_as: As) -> None:
    client, year = demo_as("ppid"), clock.today().year - 1
    forget_signers()
    numbers = TakenNumber.select().count()

    page = client.post(f"/laporan/{year}/terbit", status=422).text

    assert "belum ditetapkan. Tetapkan di Pengaturan › Penanda tangan." in page
    assert "Terbitkan laporan tahunan" in page
    assert TakenNumber.select().count() == numbers


def test_the_certificate_says_on_its_form_that_the_body_has_no_name(demo_as: As) -> None:
    client = demo_as("ppid")
    OfficeSetting.update(value="Badan Publik").where(OfficeSetting.key == "body_name").execute()

    page = client.get("/surat/keterangan", query_string=QUIET, status=422).text

    assert "Nama badan publik belum ditetapkan" in page


def test_an_answer_says_on_its_request_why_its_letter_is_not_issued(
    demo_as: As, proposed: str
) -> None:
    client = demo_as("ppid")
    forget_signers()

    page = client.post(f"/permohonan/{proposed}/jawaban/terbitkan", status=422).text

    assert "belum ditetapkan. Tetapkan di Pengaturan › Penanda tangan." in page
    assert "Terbitkan surat jawaban" in page


@pytest.fixture
def proposed(demo_as: As) -> str:
    """A request of the demo whose answer only waits to be issued: what is asked is given."""
    code = "PI-2026-012"
    client = demo_as("meja")
    items = RequestItem.select().join(Request).where(Request.code == code)
    told = {f"outcome_{item.id}": "tidak-dikuasai" for item in items}
    notes = {f"note_{item.id}": "Dikuasai badan publik lain." for item in items}
    client.post(f"/permohonan/{code}/jawaban", {**told, **notes})
    return code


def test_before_a_paper_is_issued_the_address_that_it_would_keep_is_told(
    demo_as: As, proposed: str
) -> None:
    client, year = demo_as("ppid"), clock.today().year - 1
    pages = (
        client.get(f"/laporan/{year}").text,
        client.get("/surat/keterangan", query_string=QUIET).text,
        client.get(f"/permohonan/{proposed}").text,
    )

    assert all("<code>http://localhost</code>" in page for page in pages)
    assert all('href="/pengaturan/#public_address"' in page for page in pages)


def test_nothing_is_told_of_the_address_once_the_office_set_one(demo_as: As) -> None:
    save_settings(CLERK, {"public_address": "https://ppid.contoh.invalid"})

    page = demo_as("ppid").get("/surat/keterangan", query_string=QUIET).text

    assert "Terbitkan surat keterangan" in page
    assert "Alamat publik belum ditetapkan" not in page


def test_the_title_of_a_determination_reads_in_ordinary_letters_on_its_page(demo_as: As) -> None:
    client = demo_as("ppid")
    issued = IssuedPaper.select().where(IssuedPaper.kind == "penetapan").first()

    page = client.get(f"/surat/naskah/{issued.code}").text

    assert f"Nomor {issued.number_text} tentang {issued.determination.about}" in (
        readable_title(issued)
    )
    assert readable_title(issued) in page
    assert issued.determination.about.upper() not in page
