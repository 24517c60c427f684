"""Copies of issued papers that were signed elsewhere: kept as uploaded, all of them."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ppid.audit.actions import Actor, Subject, record
from ppid.db import database
from ppid.errors import Refused
from ppid.papers.issuing import paper_file
from ppid.papers.models import IssuedPaper, SignedCopy
from ppid.papers.signature_child import read_signatures
from ppid.papers.signature_reading import Signature, load_roots
from ppid.papers.stamps import printed_code

ROOTS = "akar-tte"


@dataclass(frozen=True, slots=True)
class Checks:
    """What an upload is checked by: the most bytes, and the folder of trusted roots."""

    limit: int
    roots: Path


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A signed copy without its bytes; ``contains`` tells whether the issued file stands in it
    byte by byte.
    """

    id: int
    sha256: str
    length: int
    uploaded_at: datetime
    contains: bool
    signatures: Sequence[Signature]


def keep_signed_copy(
    actor: Actor, *, paper: IssuedPaper, content: bytes, checks: Checks
) -> SignedCopy:
    """Keep a PDF signed elsewhere as the signed version of an issued paper, with what its
    signatures say today.

    Refused when too large, no PDF, encrypted, without a signature, with a broken one, kept already,
    or of another paper: a rewritten file is kept too, and told to be one, but it must bear the code
    of this paper.
    """
    reading = _read(paper, content, checks)
    sha256 = hashlib.sha256(content).hexdigest()
    with database.atomic():
        if _known(paper, sha256):
            raise Refused("Salinan ini sudah tersimpan pada naskah ini.", "file")
        kept = SignedCopy.create(
            paper=paper.id,
            sha256=sha256,
            length=len(content),
            reading=reading,
            uploaded_by=actor.id,
            content=content,
        )
        named = f"{paper.label} {paper.number_text}".strip()
        record(
            actor,
            "keep-signed-copy",
            f"Menyimpan salinan bertanda tangan {named} ({sha256[:12]}…)",
            subjects=[Subject("paper", paper.id, named)],
        )
    return kept


def list_signed_copies(paper_id: int) -> list[CopyLine]:
    """The signed copies of a paper, newest first, without their bytes."""
    rows = (
        SignedCopy.select(
            SignedCopy.id,
            SignedCopy.sha256,
            SignedCopy.length,
            SignedCopy.uploaded_at,
            SignedCopy.reading,
        )
        .where(SignedCopy.paper == paper_id)
        .order_by(SignedCopy.id.desc())
    )
    return [_line(row) for row in rows]


def get_signed_copy(paper_id: int, copy_id: int) -> SignedCopy | None:
    """A signed copy of this paper with its bytes."""
    return SignedCopy.get_or_none(SignedCopy.id == copy_id, SignedCopy.paper == paper_id)


def _read(paper: IssuedPaper, content: bytes, checks: Checks) -> dict[str, Any]:
    if not content:
        raise Refused("Pilih berkas PDF yang bertanda tangan; berkas ini kosong.", "file")
    if len(content) > checks.limit:
        raise Refused(f"Berkas lebih besar dari {checks.limit // 1024 // 1024} MB.", "file")
    signatures = read_signatures(content, load_roots(checks.roots))
    contains = content.startswith(bytes(paper_file(paper).content))
    if not contains and not _bears_code(content, paper.code):
        raise Refused(
            f"Kode {printed_code(paper.code)} tidak tertulis pada halaman pertama berkas ini. "
            "Unggah salinan bertanda tangan dari naskah ini, bukan dari naskah lain.",
            "file",
        )
    return {"signatures": signatures, "contains": contains}


def _bears_code(content: bytes, code: str) -> bool:
    """Whether the first page says the code; every page of an issued paper does, at its foot."""
    try:
        words = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    except (PyPdfError, IndexError, ValueError, KeyError):
        return False
    return printed_code(code) in words


def _known(paper: IssuedPaper, sha256: str) -> bool:
    same = (SignedCopy.paper == paper.id) & (SignedCopy.sha256 == sha256)
    return bool(SignedCopy.select().where(same).exists())


def _line(row: SignedCopy) -> CopyLine:
    reading = row.reading
    return CopyLine(
        row.id,
        row.sha256,
        row.length,
        row.uploaded_at,
        contains=bool(reading["contains"]),
        signatures=[Signature.of(each) for each in reading["signatures"]],
    )
