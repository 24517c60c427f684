"""Which files may be attached, told by what is in them, not by their name."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from ppid.errors import Refused

MACROS = ("vbaproject.bin", "vbadata.xml")
DECLARED = 64 * 1024
ALLOWED = "PDF, PNG, JPG, DOCX, XLSX, ODT, atau TXT"


@dataclass(frozen=True)
class FileType:
    """A type that may be attached; ``fits`` looks at the bytes."""

    media_type: str
    fits: Callable[[bytes], bool]


def sniff(file_name: str, content: bytes) -> FileType:
    """The type of a file; refused when it is not allowed or its name promises another."""
    ending = file_name.rpartition(".")[2].lower()
    kind = TYPES.get(ending)
    if kind is None:
        raise Refused(f"Jenis berkas “.{ending}” tidak dapat dilampirkan; pilih {ALLOWED}.", "file")
    if not kind.fits(content):
        raise Refused(
            f"Isi berkas ini bukan {ending.upper()} yang utuh. Simpan ulang lalu unggah kembali.",
            "file",
        )
    return kind


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(heads)


def _names(content: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return set(archive.namelist())
    except zipfile.BadZipFile:
        return set()


def _office(part: str) -> Callable[[bytes], bool]:
    """An Office document of this part, without macros."""

    def fits(content: bytes) -> bool:
        names = _names(content)
        macros = any(name.lower().endswith(MACROS) for name in names)
        return part in names and not macros and b"macroEnabled" not in _declared(content)

    return fits


def _declared(content: bytes) -> bytes:
    """The beginning of what an Office document says it holds, whatever it unpacks to."""
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            archive.open("[Content_Types].xml") as types,
        ):
            return types.read(DECLARED)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, zlib.error):
        return b""


def _is_odt(content: bytes) -> bool:
    if "content.xml" not in _names(content):
        return False
    return b"application/vnd.oasis.opendocument.text" in content[:200]


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(sign.isprintable() or sign in "\t\r\n\f\ufeff" for sign in text)


_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_JPEG = FileType("image/jpeg", _starts(b"\xff\xd8\xff"))

TYPES: dict[str, FileType] = {
    "pdf": FileType("application/pdf", _starts(b"%PDF-")),
    "png": FileType("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "docx": FileType(f"{_OPEN_XML}wordprocessingml.document", _office("word/document.xml")),
    "xlsx": FileType(f"{_OPEN_XML}spreadsheetml.sheet", _office("xl/workbook.xml")),
    "odt": FileType("application/vnd.oasis.opendocument.text", _is_odt),
    "txt": FileType("text/plain", _is_text),
}
