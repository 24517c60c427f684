"""The stamp on an issued paper: its code, its QR, and its place on the sheet."""

import base64
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask_login import login_user
from PIL import Image
from pypdf import PageObject, PdfReader

from ppid.accounts.access import Person
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.cases.files import read_case
from ppid.db import database
from ppid.office.actions import save_settings
from ppid.office.forms import OfficeForm
from ppid.papers.case_papers import case_paper
from ppid.papers.composing import Screen, compose
from ppid.papers.documents import Paper
from ppid.papers.issuing import Issue, issue_paper
from ppid.papers.kinds import PUBLIC_COPY
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import PageSize
from ppid.papers.renderer import render_pdf
from ppid.papers.stamps import (
    LETTERS,
    PIXELS_A_MODULE,
    Stamp,
    check_address,
    new_code,
    picture,
    read_code,
)
from tests.papers.conftest import Samples
from tests.papers.samples import ISSUED

CODE = "4T7KM2XR9B"
STAMP = Stamp(CODE, f"https://ppid.contoh.example/cek/{CODE}")
MILLIMETRE = 72 / 25.4
NAMES = ("determination", "change_sheet", "report", "dik", "sop_sheet")


def stamped(paper: Paper, size: PageSize = PageSize.A4, stamp: Stamp | None = STAMP) -> PdfReader:
    html = compose(paper, size=size, stamp=stamp)
    return PdfReader(
        io.BytesIO(render_pdf(html, title="Contoh", author="Contoh", issued_at=ISSUED))
    )


def drawn_pictures(page: PageObject) -> Iterator[tuple[Image.Image, float, float]]:
    """The square pictures on a page with their width and height on paper, in millimetres."""
    found: list[tuple[str, Any]] = []

    def see(operator: bytes, operands: list[Any], matrix: Any, _text: Any) -> None:
        if operator == b"Do":
            found.append((operands[0], matrix))

    page.extract_text(visitor_operand_before=see)
    pictures = {image.name.rpartition(".")[0]: image.image for image in page.images}
    for name, matrix in found:
        image = pictures.get(name.removeprefix("/"))
        if image is not None and image.width == image.height:
            yield image, matrix[0] / MILLIMETRE, matrix[3] / MILLIMETRE


def test_a_code_has_ten_letters_that_cannot_be_misread_or_spell_a_word() -> None:
    codes = {new_code() for _ in range(500)}

    assert len(codes) == 500
    assert {len(code) for code in codes} == {10}
    assert set("".join(codes)) == set(LETTERS)
    assert not set(LETTERS) & set("AEIOUL")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4T7KM-2XR9B", CODE),
        ("  4t7km 2xr9b ", CODE),
        ("4t7km–2xr9b", CODE),
        ("o1i5l-00000", "0115100000"),
        ("4T7KM-2XR9", None),
        ("4T7KM-2XR9BB", None),
        ("4T7KM-2XR9U", None),
        ("4T7KM-2XR9²", None),
        ("../../etc", None),
        ("", None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    assert read_code(typed) == read


def test_the_picture_is_the_qr_of_the_address_with_its_quiet_zone() -> None:
    head, _, data = STAMP.qr.partition(",")
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("L")
    matrix = [list(row) for row in picture(STAMP.address).matrix_iter(border=4)]
    modules = len(matrix)

    centre = PIXELS_A_MODULE // 2
    seen = [
        [
            int(image.getpixel((x * PIXELS_A_MODULE + centre, y * PIXELS_A_MODULE + centre)) == 0)
            for x in range(modules)
        ]
        for y in range(modules)
    ]

    assert head == "data:image/png;base64"
    assert image.size == (modules * PIXELS_A_MODULE, modules * PIXELS_A_MODULE)
    assert seen == matrix


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", NAMES)
def test_the_qr_stands_once_on_the_paper_18_mm_wide_and_crisp(
    samples: type[Samples], name: str, size: PageSize
) -> None:
    reader = stamped(getattr(samples, name)(), size)
    drawn = [each for page in reader.pages for each in drawn_pictures(page)]

    assert len(drawn) == 1
    image, width, height = drawn[0]
    assert (width, height) == pytest.approx((18, 18), abs=0.1)
    assert image.width / (width / 25.4) > 400
    assert image.width == picture(STAMP.address).symbol_size(border=4)[0] * PIXELS_A_MODULE


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", NAMES)
def test_the_stamp_takes_no_page_of_its_own(
    samples: type[Samples], name: str, size: PageSize
) -> None:
    paper = getattr(samples, name)()

    assert len(stamped(paper, size).pages) == len(stamped(paper, size, None).pages)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize(
    "name", ["lembar-disposisi", "berita-acara", "nota-dinas", "lembar-pertimbangan"]
)
def test_the_stamp_takes_no_page_of_its_own_on_the_papers_of_a_case(
    demo: Flask, name: str, size: PageSize
) -> None:
    with demo.test_request_context():
        paper = case_paper(read_case("P-2025-001"), name, None)

    assert len(stamped(paper, size).pages) == len(stamped(paper, size, None).pages)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_bears_the_code_at_its_foot(samples: type[Samples], name: str) -> None:
    texts = [page.extract_text() for page in stamped(getattr(samples, name)()).pages]

    assert len(texts) > 1
    assert all("4T7KM-2XR9B" in text for text in texts)


def test_the_stamp_says_where_to_look_and_that_it_is_no_electronic_signature(
    samples: type[Samples],
) -> None:
    text = samples.text(stamped(samples.determination()))

    assert "dapat diperiksa di https://ppid.contoh.example/cek dengan kode 4T7KM-2XR9B" in text
    assert "Bukan tanda tangan elektronik tersertifikasi." in text


def test_the_page_on_screen_bears_the_same_stamp(samples: type[Samples]) -> None:
    page = compose(samples.report(), screen=Screen("/surat/", "/a.pdf"), stamp=STAMP)

    assert page.count(STAMP.qr) == 1
    assert "Bukan tanda tangan elektronik tersertifikasi." in page


def test_a_paper_that_is_not_issued_bears_no_stamp(samples: type[Samples]) -> None:
    assert "/cek" not in compose(samples.determination())


def test_the_address_is_the_offices_public_one(app: Flask) -> None:
    save_settings(CommandLine(), {"public_address": "https://ppid.contoh.example/dik/"})

    with app.test_request_context(base_url="http://10.0.0.5:8000/"):
        assert check_address(CODE) == f"https://ppid.contoh.example/dik/cek/{CODE}"


def test_without_a_public_address_it_is_where_the_person_who_issues_works(
    app: Flask, officer: User
) -> None:
    with app.test_request_context(base_url="http://10.0.0.5:8000/"):
        login_user(Person(officer, [], 1))

        assert check_address(CODE) == f"http://10.0.0.5:8000/cek/{CODE}"


def test_the_address_that_a_stranger_asks_at_is_never_printed(app: Flask) -> None:
    with app.test_request_context(base_url="http://jahat.example/"):
        assert check_address(CODE) == f"http://localhost:8000/cek/{CODE}"


def test_on_a_strangers_request_it_is_that_of_the_last_paper_that_a_person_issued(
    demo: Flask, samples: type[Samples]
) -> None:
    save_settings(CommandLine(), {"public_address": "https://ppid.contoh.example/a&b/"})
    issue = Issue(
        kind="surat-keterangan",
        label="Surat keterangan",
        paper=samples.report(),
        subject="surat-keterangan:9",
        issued_on=date(2026, 1, 5),
        public_title="Surat keterangan",
        issuer="PPID Contoh",
    )
    person = Person(User.get(User.username == "ppid"), [], 1)
    with database.atomic():
        issue_paper(person, issue)
    save_settings(CommandLine(), {"public_address": ""})

    with demo.test_request_context(base_url="http://jahat.example/"):
        assert check_address(CODE) == f"https://ppid.contoh.example/a&b/cek/{CODE}"


def test_the_first_who_asks_for_an_excerpt_cannot_forge_the_address_on_it(demo: Flask) -> None:
    IssuedPaper.delete().where(IssuedPaper.kind == PUBLIC_COPY).execute()
    answer = demo.test_client().get("/penetapan/2025/3.pdf", base_url="http://jahat.example/")
    (made,) = IssuedPaper.select().where(IssuedPaper.kind == PUBLIC_COPY)

    assert answer.status_code == 200
    assert "jahat.example" not in made.html


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://ppid.contoh.example", True),
        ("", True),
        ("ppid.contoh.example", False),
        ("javascript:alert(1)", False),
        ("https://ppid.contoh.example/?a=1", False),
    ],
)
def test_the_public_address_is_a_whole_web_address(app: Flask, typed: str, kept: bool) -> None:
    with app.test_request_context(method="POST", data={"public_address": typed}):
        form = OfficeForm(meta={"csrf": False})
        form.validate()

    assert ("public_address" not in form.errors) is kept
