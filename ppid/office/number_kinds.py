"""What is numbered here: each kind of paper, its pattern until the office sets its own."""

from dataclasses import dataclass
from enum import StrEnum

from ppid.errors import Refused

DETERMINATIONS = "penetapan"
ENTRIES = "entri"
CASES = "perkara"
EVERY_YEAR = 0
"""The year of a series that does not begin anew each January."""


class Mode(StrEnum):
    """Where the number of a paper comes from."""

    AUTOMATIC = "otomatis"
    TYPED = "sendiri"
    NONE = "tanpa"

    @property
    def label(self) -> str:
        """The way in words."""
        return _LABELS[self]


_LABELS = {
    Mode.AUTOMATIC: "Otomatis: program memberi nomor berikutnya",
    Mode.TYPED: "Nomor diisi sendiri: berasal dari agenda lain",
    Mode.NONE: "Tanpa nomor",
}
A, T, N = Mode.AUTOMATIC, Mode.TYPED, Mode.NONE


@dataclass(frozen=True)
class NumberKind:
    """A kind with a series of its own; ``modes`` are the ways that an office may choose.

    No mode at all: the number is part of the register's own addresses and stays as it is.
    """

    code: str
    label: str
    pattern: str
    modes: tuple[Mode, ...] = (A,)
    mode: Mode = A
    yearly: bool = True

    @property
    def fixed(self) -> bool:
        """Whether the office can set nothing about it."""
        return not self.modes


def _signs(letters: str) -> str:
    return f"{{nomor}}/{letters}/PPID/{{bulan_romawi}}/{{tahun}}"


KINDS = {
    kind.code: kind
    for kind in (
        NumberKind(DETERMINATIONS, "Penetapan", "{nomor}/PPID.DIK/{bulan_romawi}/{tahun}", (A, T)),
        NumberKind("lembar-pengujian", "Lembar Pengujian Konsekuensi", _signs("LPK"), (A, T)),
        NumberKind("lembar-pengubahan", "Lembar Pengubahan", _signs("LPP"), (A, T)),
        NumberKind("lembar-disposisi", "Lembar Disposisi", _signs("DISP"), (A, T, N), N),
        NumberKind("berita-acara", "Berita Acara", _signs("BA"), (A, T, N)),
        NumberKind("nota-dinas", "Nota Dinas", _signs("ND"), (A, T, N)),
        NumberKind("lembar-pertimbangan", "Lembar Pertimbangan", _signs("LPT"), (A, T, N)),
        NumberKind("laporan", "Laporan pengubahan", _signs("LAP"), (A, T, N)),
        NumberKind("pengumuman", "Pengumuman", _signs("PENG"), (A, T, N)),
        NumberKind("dik", "Daftar Informasi yang Dikecualikan", _signs("DIK"), (A, N)),
        NumberKind("surat-keterangan", "Surat keterangan", _signs("KET"), (A, N)),
        NumberKind("laporan-tahunan", "Laporan tahunan layanan informasi", _signs("LT"), (A, N)),
        NumberKind("permohonan", "Permohonan informasi", _signs("REG")),
        NumberKind("surat-jawaban", "Surat jawaban", _signs("JWB")),
        NumberKind("surat-penolakan", "Surat penolakan", _signs("TOLAK")),
        NumberKind("surat-perpanjangan", "Surat perpanjangan waktu", _signs("PJG")),
        NumberKind("keberatan", "Keberatan", _signs("KBR")),
        NumberKind("tanggapan-keberatan", "Tanggapan atas keberatan", _signs("TK")),
        NumberKind(CASES, "Perkara", "P-{tahun}-{nomor:03}", ()),
        NumberKind(ENTRIES, "Entri register", "DIK-{nomor:04}", (), yearly=False),
    )
}


def number_kind(code: str) -> NumberKind:
    """The kind of this code; refused when there is none."""
    kind = KINDS.get(code)
    if kind is None:
        raise Refused(f"Tidak ada nomor untuk naskah “{code}”.")
    return kind
