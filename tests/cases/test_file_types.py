"""Files are told by what is in them."""

import io
import zipfile

import pytest

from ppid.cases.file_types import sniff
from ppid.errors import Refused


def archive(*names: str, first: bytes = b"") -> bytes:
    """An archive with these names; ``first`` is the content of the first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
        for at, name in enumerate(names):
            file.writestr(name, first if at == 0 else b"x")
    return made.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"

GOOD = {
    "a.pdf": b"%PDF-1.7\n...",
    "a.png": b"\x89PNG\r\n\x1a\n...",
    "a.JPG": b"\xff\xd8\xff\xe0...",
    "a.docx": archive("[Content_Types].xml", "word/document.xml"),
    "a.xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "a.odt": archive("mimetype", "content.xml", first=ODT),
    "a.txt": "Catatan rapat – tanggal 3\n".encode(),
}


@pytest.mark.parametrize("name", GOOD)
def test_an_allowed_file_is_recognised(name: str) -> None:
    assert sniff(name, GOOD[name]).media_type


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a.docm", "tanpa-akhiran"])
def test_other_types_are_refused_naming_those_allowed(name: str) -> None:
    with pytest.raises(Refused, match="pilih PDF"):
        sniff(name, b"%PDF-1.7")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<script>"),
        ("a.png", GOOD["a.JPG"]),
        ("a.docx", GOOD["a.xlsx"]),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.docx", archive("word/document.xml", "word/vbaProject.bin")),
        ("a.odt", archive("mimetype", "content.xml", first=b"application/zip")),
        ("a.txt", b"\x00\x01\x02"),
        ("a.txt", b"\xff\xfe latin"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(Refused, match="bukan"):
        sniff(name, content)
