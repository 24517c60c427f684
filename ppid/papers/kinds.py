"""The kinds of papers that are issued: their names on screen, and who may see them."""

from typing import Final

from ppid.accounts.permissions import Permission
from ppid.papers.case_papers import FORMS

DETERMINATION: Final = "penetapan"
PUBLIC_COPY: Final = "penetapan-publik"
DIK: Final = "dik"
CASE_SUBJECT: Final = "perkara:"

_OPEN = {
    DETERMINATION: "Penetapan",
    PUBLIC_COPY: "Penetapan untuk publik",
    DIK: "Daftar Informasi yang Dikecualikan",
    "surat-keterangan": "Surat keterangan",
    "laporan-tahunan": "Laporan tahunan layanan informasi",
}
_OF_REQUESTS = {
    "tanda-terima-permohonan": "Tanda terima permohonan",
    "surat-penolakan": "Surat penolakan",
    "surat-jawaban": "Surat jawaban",
    "surat-perpanjangan": "Surat perpanjangan",
    "tanggapan-keberatan": "Tanggapan keberatan",
}
LABELS: Final = {
    **{form.name: form.label for form in FORMS.values()},
    "berkas-sengketa": "Berkas sengketa",
    **_OPEN,
    **_OF_REQUESTS,
}
OPEN_KINDS: Final = frozenset(_OPEN)
"""What whoever prints may see."""
REQUEST_KINDS: Final = frozenset(_OF_REQUESTS)
"""Letters that name an applicant: for whoever reads requests, whatever else they may read.

Every kind that is neither open nor a letter tells of a case, and asks to read cases.
"""


def needed_permission(kind: str) -> Permission:
    """What one must hold to see a paper of this kind."""
    if kind in REQUEST_KINDS:
        return Permission.READ_REQUESTS
    return Permission.PRINT if kind in OPEN_KINDS else Permission.READ_CASES


def kind_label(kind: str) -> str:
    """The kind as officials name it."""
    return LABELS.get(kind) or kind.replace("-", " ").capitalize()


def case_of(subject: str) -> str | None:
    """The number of the case that a paper of this subject belongs to, if it is of a case."""
    if not subject.startswith(CASE_SUBJECT):
        return None
    return subject.removeprefix(CASE_SUBJECT).partition(":")[0]
