"""What the office has not decided yet and a paper may not go out without: who signs, in whose name.

The papers of a case are not held to it, as a step never fails halfway: the form of a determination
asks for its signatory itself. A receipt is given whatever is set, as no request may wait for it
(UU 14/2008 Pasal 22 ayat (4)).
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from ppid.errors import Refused
from ppid.office.beginnings import is_nameless
from ppid.office.queries import office
from ppid.papers.documents import Paper
from ppid.papers.heads import UNSET
from ppid.papers.kinds import REQUEST_KINDS
from ppid.papers.parts import Signature

RECEIPT: Final = "tanda-terima-permohonan"
HELD: Final = (REQUEST_KINDS - {RECEIPT}) | {"surat-keterangan", "laporan-tahunan"}
"""Kinds that speak for the public body: it must have a name, and somebody must sign."""
NAMELESS: Final = (
    "Nama badan publik belum ditetapkan, sehingga naskah ini belum menyebut siapa penerbitnya. "
    "Tetapkan di Pengaturan › Kantor."
)


def refuse_unset(kind: str, label: str, paper: Paper) -> None:
    """Refuse to issue a paper that nobody signs or that names no public body; says the mend."""
    if kind not in HELD:
        return
    if any(each.role == UNSET for each in signatures_in(paper)):
        raise Refused(
            f"Penanda tangan {label[:1].lower()}{label[1:]} belum ditetapkan. Tetapkan di "
            "Pengaturan › Penanda tangan."
        )
    if is_nameless(office()):
        raise Refused(NAMELESS)


def signatures_in(part: object) -> Iterator[Signature]:
    """Every signature block within a paper, its annexes and testers included."""
    if isinstance(part, Signature):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from signatures_in(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from signatures_in(getattr(part, field.name))
