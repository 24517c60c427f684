"""Files as a hostile person would send them."""

import io
import zipfile
from collections.abc import Callable

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.cases.models import Attachment
from ppid.settings import Settings
from tests.page_client import PageClient

SignIn = Callable[[User], PageClient]
PDF = b"%PDF-1.7 agenda kerja"


def archive(**parts: bytes | str) -> bytes:
    """A zip file; in the names ``__`` stands for a slash and ``_dot_`` for a dot."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return kept.getvalue()


@pytest.fixture
def browser(sign_in: SignIn, officer: User, opened: str) -> PageClient:
    return sign_in(officer)


def send(client: PageClient, number: str, name: str, content: bytes, status: int) -> str:
    form = {"file": (io.BytesIO(content), name)}
    address = f"/perkara/{number}/langkah/1/lampiran"
    return client.post(address, form, status=status, content_type="multipart/form-data").text


DOCX = {"word__document_dot_xml": "<w/>"}
MACROS_DECLARED = {"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}
REFUSED = {
    "page": ("a.html", b"<script>alert(1)</script>"),
    "drawing": ("a.svg", b"<svg onload='alert(1)'/>"),
    "program": ("a.exe", b"MZ"),
    "program called pdf": ("a.pdf", b"MZ\x90\x00"),
    "page called pdf": ("a.pdf", b"<html>%PDF-1.7"),
    "page called png": ("a.png", b"<html>\x89PNG\r\n\x1a\n"),
    "two endings": ("a.pdf.exe", PDF),
    "no ending": ("agenda", PDF),
    "only dots": ("..", PDF),
    "archive": ("a.zip", archive(**DOCX)),
    "archive called docx": ("a.docx", archive(readme="x")),
    "broken archive": ("a.docx", b"PK\x05\x06" + b"\xff" * 18),
    "macros": ("a.docx", archive(**DOCX, word__vbaProject_dot_bin="x")),
    "macros in capitals": ("a.docx", archive(**DOCX, word__VBAPROJECT_dot_BIN="x")),
    "declared macros": ("a.docx", archive(**DOCX, **MACROS_DECLARED)),
    "binary text": ("a.txt", b"a\x00b"),
    "old office": ("a.doc", b"\xd0\xcf\x11\xe0"),
    "macro document": ("a.docm", archive(**DOCX)),
}


@pytest.mark.parametrize(("name", "content"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_could_run_or_is_not_what_it_says_is_refused(
    browser: PageClient, opened: str, name: str, content: bytes
) -> None:
    assert "lampiran-berkas" in send(browser, opened, name, content, 422)
    assert Attachment.select().count() == 0


NAMES = [
    'a"; filename="b.exe.pdf',
    "../../../etc/agenda.pdf",
    "..\\..\\agenda.pdf",
    "<script>alert(1)</script>.pdf",
    "nul\x00.pdf",
    "\u202efdp.agenda.pdf",
    "surat ‘dinas’ – é.pdf",
    "a" * 5000 + ".pdf",
    "agenda\t\x0b.pdf",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_hostile_name_harms_neither_the_page_nor_the_download(
    browser: PageClient, opened: str, name: str
) -> None:
    send(browser, opened, name, PDF, 303)
    kept = Attachment.get()
    browser.get(f"/perkara/{opened}")
    answer = browser.get(f"/perkara/{opened}/lampiran/{kept.id}", buffered=True)

    said = answer.headers["Content-Disposition"]
    assert kept.file_name.isprintable()
    assert len(kept.file_name) <= 200
    assert not {"/", "\\"} & set(kept.file_name)
    assert said.startswith("attachment; filename")
    assert said.isprintable()
    assert said.isascii()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 <script>alert(1)</script>"),
        ("a.txt", b"<script>alert(1)</script>"),
        ("a.png", b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'/>"),
    ],
)
def test_a_file_that_is_two_things_at_once_is_only_ever_downloaded(
    browser: PageClient, opened: str, name: str, content: bytes
) -> None:
    send(browser, opened, name, content, 303)
    answer = browser.get(f"/perkara/{opened}/lampiran/{Attachment.get().id}", buffered=True)

    headers = answer.headers
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "private, no-store"
    assert "Content-Encoding" not in headers
    assert answer.mimetype not in {"text/html", "image/svg+xml", "application/xhtml+xml"}


def test_a_bomb_is_kept_as_it_came_and_never_unpacked(
    browser: PageClient, opened: str, settings: Settings
) -> None:
    bomb = archive(**DOCX, word__media=b"0" * 50_000_000)

    send(browser, opened, "a.docx", bomb, 303)

    held = [path.stat().st_size for path in settings.attachments_dir.rglob("*") if path.is_file()]
    assert held == [len(bomb)]
    assert len(bomb) < 200_000


def test_a_file_beyond_the_limit_is_told_so_and_leaves_nothing(
    browser: PageClient, app: Flask, opened: str, settings: Settings
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 10_000

    send(browser, opened, "a.pdf", b"%PDF-" + b"x" * 20_000, 413)

    assert not list(settings.attachments_dir.rglob("*"))


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"file": "agenda.pdf"},
        {"file": (io.BytesIO(b""), "")},
        {"file": [(io.BytesIO(b"MZ"), "a.exe"), (io.BytesIO(PDF), "a.pdf")]},
    ],
    ids=["none", "text", "empty", "two"],
)
def test_a_field_without_one_fit_file_is_refused(
    browser: PageClient, opened: str, form: dict[str, object]
) -> None:
    address = f"/perkara/{opened}/langkah/1/lampiran"

    browser.post(address, form, status=422, content_type="multipart/form-data")

    assert Attachment.select().count() == 0


def test_the_place_of_the_paper_is_no_longer_than_its_column(
    browser: PageClient, opened: str
) -> None:
    form = {"file": (io.BytesIO(PDF), "a.pdf"), "hardcopy_place": "r" * 5000}
    address = f"/perkara/{opened}/langkah/1/lampiran"

    browser.post(address, form, status=422, content_type="multipart/form-data")

    assert Attachment.select().count() == 0


def test_a_file_lies_outside_of_what_is_served(
    browser: PageClient, app: Flask, opened: str, settings: Settings
) -> None:
    send(browser, opened, "a.pdf", PDF, 303)
    sha256 = Attachment.get().sha256

    assert settings.attachments_dir not in (settings.data_dir / "static").parents
    for path in (f"lampiran/{sha256[:2]}/{sha256}", "..%2flampiran", "../lampiran"):
        assert browser.browser.get(f"/static/{path}").status_code == 404
