"""The logo of the letterhead: only pixels are kept, and papers bear it."""

import io
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.errors import Refused
from ppid.office.actions import save_settings
from ppid.office.logo_pictures import KEPT, LIMIT, read_picture
from ppid.office.logos import logo_address
from ppid.office.models import OfficeLogo
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, signature_of
from tests.page_client import PageClient

HIDDEN = "RAHASIA-TITIPAN"
RED: dict[str, Any] = {"1": 1, "L": 76, "LA": (76, 255)}


def picture(width: int = 300, height: int = 360, kind: str = "PNG", mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", HIDDEN)
    extra = {"pnginfo": told} if kind == "PNG" else {"comment": HIDDEN.encode()}
    Image.new(mode, (width, height), RED.get(mode, "red")).save(made, kind, **extra)
    return made.getvalue()


def upload(client: PageClient, content: bytes, name: str = "logo.png", status: int = 303) -> str:
    sent = {"logo": (io.BytesIO(content), name)}
    answer = client.post(
        "/pengaturan/logo", sent, status=status, content_type="multipart/form-data"
    )
    return str(answer.text)


@pytest.fixture
def client(client: PageClient, officer: User, sign_in: Callable[[User], PageClient]) -> PageClient:
    return sign_in(officer)


def test_an_uploaded_logo_is_shown_and_stands_on_the_letterhead(client: PageClient) -> None:
    upload(client, picture())

    assert logo_address().startswith("data:image/png;base64,")
    assert letterhead_of(office()).logo == logo_address()
    assert f'<img src="{logo_address()}"' in client.get("/pengaturan/logo").text


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_nothing_but_the_pixels_is_kept(client: PageClient, kind: str) -> None:
    sent = picture(kind=kind) + b"<script>" + HIDDEN.encode()
    assert HIDDEN.encode() in sent
    upload(client, sent)
    kept = b64decode(logo_address().partition(",")[2])

    assert HIDDEN.encode() not in kept
    assert Image.open(io.BytesIO(kept)).size == (300, 360)


def test_a_large_picture_is_made_smaller_and_a_see_through_one_gets_white_ground() -> None:
    kept = read_picture(picture(2000, 1000))
    ground = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(ground, "PNG")
    made = Image.open(io.BytesIO(read_picture(ground.getvalue()).content))

    assert (kept.width, kept.height) == (KEPT, KEPT // 2)
    assert made.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_replaced_logo_is_kept_for_the_record_and_the_new_one_stands(client: PageClient) -> None:
    upload(client, picture())
    first = logo_address()
    upload(client, picture(200, 200))

    assert logo_address() != first
    assert OfficeLogo.select().count() == 2
    assert AuditRecord.select().where(AuditRecord.action == "put-logo").count() == 2


def test_a_removed_logo_leaves_the_letterhead_and_is_on_record(client: PageClient) -> None:
    upload(client, picture())
    client.post("/pengaturan/logo/lepas")

    assert logo_address() == ""
    assert AuditRecord.select().where(AuditRecord.action == "removed-logo").count() == 1


def test_removing_what_is_not_there_is_refused(client: PageClient) -> None:
    client.post("/pengaturan/logo/lepas", status=422)


def bomb() -> bytes:
    """A small file that says it holds 30,000 × 30,000 pixels."""
    small = picture(100, 100)
    side = (30_000).to_bytes(4, "big")
    return small[:16] + side + side + small[24:]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"\x89PNG\r\n\x1a\n" + b"rusak" * 40,
        picture()[:400],
        b"GIF89a" + b"\0" * 200,
        b"%PDF-1.7",
        b"",
        bomb(),
        picture(10, 10),
        b"\xff\xd8\xff" + b"\0" * LIMIT,
    ],
    ids=["svg", "noise", "cut off", "gif", "pdf", "empty", "bomb", "tiny", "too heavy"],
)
def test_what_is_no_fit_picture_is_refused_beside_its_field(content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        read_picture(content)

    assert refusal.value.field == "logo"


def test_a_refused_upload_says_what_to_do_and_changes_nothing(client: PageClient) -> None:
    page = upload(client, b"bukan gambar", status=422)

    assert "PNG atau JPEG, paling besar 1 MB" in page
    assert logo_address() == ""


def test_an_office_that_signs_electronically_says_so_in_its_signature_blocks(
    client: PageClient,
) -> None:
    signed = {"title": "PPID", "name": "Contoh"}
    before = signature_of(signed).electronic
    save_settings(CommandLine(), {"signing": "elektronik"})

    assert not before
    assert signature_of(signed).electronic
    page = client.get("/pengaturan/").text
    assert '<option selected value="elektronik">' in page


def test_a_small_file_of_very_many_dots_is_refused_before_they_are_unpacked() -> None:
    bomb = picture(6_000, 6_000, mode="RGBA")
    assert len(bomb) < LIMIT

    with pytest.raises(Refused, match="60 sampai 4000 piksel"):
        read_picture(bomb)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_picture_of_any_kind_of_dots_is_made_as_small_as_it_is_kept(mode: str) -> None:
    kept = read_picture(picture(2_000, 1_000, mode=mode))

    assert (kept.width, kept.height) == (KEPT, KEPT // 2)
