"""Copies signed elsewhere: kept beside the issued paper, all of them, read and fetched."""

import hashlib
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.db import database
from ppid.errors import Refused
from ppid.papers.issuing import Issue, issue_paper, paper_file
from ppid.papers.models import IssuedPaper, SignedCopy
from ppid.papers.signed_copies import Checks, keep_signed_copy, list_signed_copies
from ppid.settings import Settings
from ppid.workflow.roles import Role
from tests.page_client import PageClient
from tests.papers.conftest import Samples
from tests.papers.signing import make_holder, make_root, plain_pdf, rewritten, sign

ROOT = make_root()
SIGNER = make_holder("Contoh Pejabat PPID", ROOT)
Make = Callable[..., IssuedPaper]
SECOND = make_holder("Contoh Atasan PPID", ROOT)


@pytest.fixture
def make_paper(app: Flask, samples: type[Samples]) -> Make:
    """Issue a determination's paper; options replace parts of the issue."""

    def make(**told: Any) -> IssuedPaper:
        values: dict[str, Any] = {
            "kind": "penetapan",
            "label": "Penetapan",
            "paper": samples.determination(),
            "subject": "penetapan:1",
            "issued_on": date(2026, 11, 23),
            "public_title": "Klasifikasi informasi yang dikecualikan",
            "issuer": "Dinas Contoh",
            "number_text": "1/PPID.DIK/XI/2026",
        }
        with app.test_request_context(), database.atomic():
            return issue_paper(CommandLine(), Issue(**{**values, **told}))

    return make


@pytest.fixture
def paper(make_paper: Make) -> IssuedPaper:
    """A determination's paper, issued with its file."""
    issued = make_paper()
    paper_file(issued)
    return issued


@pytest.fixture
def checks(settings: Settings) -> Checks:
    return Checks(5_000_000, settings.data_dir / "akar-tte")


@pytest.fixture
def original(paper: IssuedPaper) -> bytes:
    return bytes(paper_file(paper).content)


def keep(user: User, paper: IssuedPaper, content: bytes, checks: Checks) -> SignedCopy:
    return keep_signed_copy(user, paper=paper, content=content, checks=checks)


def file_of(content: bytes) -> dict[str, tuple[io.BytesIO, str]]:
    return {"file": (io.BytesIO(content), "penetapan.pdf")}


def address(paper: IssuedPaper) -> str:
    return f"/surat/naskah/{paper.code}/salinan"


def test_a_signature_added_behind_the_issued_bytes_contains_the_paper(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    signed = sign(original, SIGNER, ROOT)

    kept = keep(officer, paper, signed, checks)

    (line,) = list_signed_copies(paper.id)
    assert line.contains
    assert line.sha256 == kept.sha256 == hashlib.sha256(signed).hexdigest()
    assert [each.signer for each in line.signatures] == ["Contoh Pejabat PPID"]


def test_a_file_written_anew_by_the_signing_program_is_kept_and_told(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    keep(officer, paper, sign(rewritten(original), SIGNER, ROOT), checks)

    assert not list_signed_copies(paper.id)[0].contains


def test_another_document_that_somebody_signed_is_no_copy_of_the_paper(
    officer: User, paper: IssuedPaper, checks: Checks
) -> None:
    with pytest.raises(Refused, match="bukan dari naskah lain"):
        keep(officer, paper, sign(plain_pdf(), SIGNER, ROOT), checks)

    assert list_signed_copies(paper.id) == []


def test_every_copy_is_kept_the_latest_first_and_the_original_stays(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    once = sign(original, SIGNER, ROOT)
    first = keep(officer, paper, once, checks)
    second = keep(officer, paper, sign(once, SECOND, ROOT, field="TTD2"), checks)

    assert [line.id for line in list_signed_copies(paper.id)] == [second.id, first.id]
    assert len(list_signed_copies(paper.id)[0].signatures) == 2
    assert bytes(paper_file(paper).content) == original


def test_the_same_copy_is_kept_once(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    signed = sign(original, SIGNER, ROOT)
    keep(officer, paper, signed, checks)

    with pytest.raises(Refused, match="sudah tersimpan"):
        keep(officer, paper, signed, checks)

    assert SignedCopy.select().count() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (b"\x89PNG", "bukan PDF"),
        (plain_pdf(), "tidak memuat tanda tangan elektronik"),
        (b"%PDF-1.7" + b"0" * 5_000_000, "lebih besar dari 4 MB"),
    ],
)
def test_what_is_no_signed_pdf_is_refused_and_not_kept(
    officer: User, paper: IssuedPaper, checks: Checks, content: bytes, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        keep(officer, paper, content, checks)

    assert SignedCopy.select().count() == 0


def test_the_offices_roots_decide_whether_the_issuer_is_known(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    checks.roots.mkdir()
    (checks.roots / "contoh.pem").write_bytes(ROOT.pem)

    keep(officer, paper, sign(original, SIGNER, ROOT), checks)

    assert list_signed_copies(paper.id)[0].signatures[0].trust == "dikenal"


def test_keeping_a_copy_is_on_record(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    keep(officer, paper, sign(original, SIGNER, ROOT), checks)

    told = AuditRecord.select().where(AuditRecord.action == "keep-signed-copy").get()
    assert "1/PPID.DIK/XI/2026" in told.summary
    assert told.actor_name == officer.name


def test_a_signed_copy_is_never_changed(
    officer: User, paper: IssuedPaper, original: bytes, checks: Checks
) -> None:
    kept = keep(officer, paper, sign(original, SIGNER, ROOT), checks)
    kept.reading = {}

    with pytest.raises(Refused):
        kept.save()


def test_the_officer_uploads_reads_and_fetches_a_copy_by_the_page(
    sign_in: Callable[[User], PageClient], officer: User, paper: IssuedPaper, original: bytes
) -> None:
    signed, client = sign(original, SIGNER, ROOT), sign_in(officer)

    client.post(address(paper), file_of(signed), content_type="multipart/form-data")
    page = client.get(address(paper)).text
    copy = SignedCopy.get()
    fetched = client.get(f"{address(paper)}/{copy.id}.pdf")

    assert "Contoh Pejabat PPID" in page
    assert "memuat naskah terbit byte demi byte" in page
    assert "tidak diperiksa terhadap daftar induk" in page
    assert fetched.data == signed
    assert fetched.headers["Content-Disposition"].startswith("attachment")


def test_a_refused_upload_is_told_beside_the_field(
    sign_in: Callable[[User], PageClient], officer: User, paper: IssuedPaper
) -> None:
    client = sign_in(officer)

    page = client.post(
        address(paper), file_of(plain_pdf()), status=422, content_type="multipart/form-data"
    ).text
    empty = client.post(address(paper), {}, status=422).text

    assert 'id="file-galat"' in page
    assert "PDF ini tidak memuat tanda tangan elektronik." in page
    assert "Pilih PDF yang bertanda tangan elektronik." in empty


def test_who_prints_may_fetch_a_copy_but_not_add_one(
    sign_in: Callable[[User], PageClient],
    make_user: Callable[..., User],
    officer: User,
    paper: IssuedPaper,
    original: bytes,
    checks: Checks,
) -> None:
    kept = keep(officer, paper, sign(original, SIGNER, ROOT), checks)
    client = sign_in(make_user("meja", Role.DESK))

    page = client.get(address(paper)).text
    client.get(f"{address(paper)}/{kept.id}.pdf")

    assert "<form" not in page.partition("<main")[2]
    client.post(address(paper), file_of(b"%PDF-"), status=403, content_type="multipart/form-data")


def test_the_copies_of_a_paper_of_a_case_are_hidden_from_who_reads_no_cases(
    sign_in: Callable[[User], PageClient], make_user: Callable[..., User], make_paper: Make
) -> None:
    paper = make_paper(kind="nota-dinas", subject="perkara:P-2026-077:8:1")

    sign_in(make_user("meja", Role.DESK)).get(address(paper), status=404)


def test_a_copy_is_not_had_through_another_paper(
    sign_in: Callable[[User], PageClient],
    officer: User,
    paper: IssuedPaper,
    original: bytes,
    checks: Checks,
    make_paper: Make,
) -> None:
    kept = keep(officer, paper, sign(original, SIGNER, ROOT), checks)
    other = make_paper(subject="penetapan:2")

    sign_in(officer).get(f"{address(other)}/{kept.id}.pdf", status=404)


def test_the_copy_still_opens_as_a_pdf_of_the_same_pages(original: bytes) -> None:
    signed = PdfReader(io.BytesIO(sign(original, SIGNER, ROOT)))

    assert len(signed.pages) == len(PdfReader(io.BytesIO(original)).pages)
