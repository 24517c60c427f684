"""Checks of what the entry says and of the papers behind it."""

import re
from collections.abc import Iterator
from datetime import date

from ppid.law.facts import Extent
from ppid.law.findings.entries import ExaminedEntry
from ppid.law.findings.rules import Finding, found

_WORDS_OF_PASAL_17 = frozenset(
    re.findall(
        r"[a-z]+",
        """
    penegakan hukum proses penyelidikan penyidikan tindak pidana identitas informan pelapor saksi
    korban kriminal kejahatan transnasional keselamatan penegak sarana prasarana peralatan hak
    kekayaan intelektual perlindungan persaingan usaha sehat pertahanan keamanan negara strategi
    intelijen operasi taktik teknik militer sandi persandian alam indonesia ketahanan ekonomi
    nasional mata uang hubungan luar negeri diplomatik internasional akta otentik autentik
    bersifat pribadi kemauan terakhir wasiat seseorang rahasia riwayat kondisi anggota keluarga
    perawatan pengobatan kesehatan fisik psikis keuangan aset pendapatan rekening bank kapabilitas
    intelektualitas rekomendasi kemampuan catatan pendidikan formal nonformal memorandum surat
    antar antarbadan intra badan publik sifatnya dirahasiakan jabatan undang kepentingan
        """,
    )
)
_EMPTY_WORDS = frozenset(
    re.findall(
        r"[a-z]+",
        """
    informasi dokumen data arsip hal berkas yang dan atau dapat di dalam dari untuk dengan pada
    oleh atas terhadap terkait tentang menyangkut berkaitan tidak boleh diungkapkan diungkap
    mengungkapkan mengungkap menghambat mengganggu membahayakan merugikan dikecualikan isi
    berdasarkan menurut para milik suatu bila apabila dibuka diberikan kepada pemohon jenis
    kategori semua seluruh lain lainnya
        """,
    )
)


def check_public_title(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """What is published must leak nothing, so it has its own wording (Perki 1/2021 Pasal 50(4))."""
    if not entry.public_title.strip():
        yield found("tanpa-judul-publik", "Judul untuk publik belum ditulis.")


def check_title(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """The information is recorded clearly, not by a category of the law (Perki 49(2), 49(5))."""
    if is_category(entry.title):
        yield found(
            "judul-kategori", f"Judul “{entry.title.strip()}” hanya mengulang bunyi Pasal 17."
        )


def is_category(title: str) -> bool:
    """Tell whether a title has no word of its own beside those of UU 14/2008 Pasal 17."""
    words = [word for word in re.findall(r"[a-z]+", title.lower()) if len(word) > 1]
    telling = [word for word in words if word not in _EMPTY_WORDS]
    return bool(words) and all(word in _WORDS_OF_PASAL_17 for word in telling)


def check_consequence(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """The test says what follows if the information is opened (UU 14/2008 Pasal 19)."""
    if not entry.consequence_open.strip():
        yield found("tanpa-akibat-dibuka", "Akibat bila informasi dibuka belum diisi.")


def check_benefit(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """Closing must protect the greater interest (UU 14/2008 Pasal 2(4))."""
    if not entry.benefit_closed.strip():
        yield found("tanpa-manfaat-ditutup", "Manfaat bila informasi ditutup belum diisi.")


def check_parts(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """A partial exclusion names its parts and never closes the whole (Perki 1/2021 Pasal 50)."""
    if entry.extent is Extent.PARTIAL and not entry.excluded_parts.strip():
        yield found(
            "sebagian-tanpa-bagian", "Dikecualikan sebagian, tetapi bagiannya tidak disebut."
        )


def check_test_sheet(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """No exclusion without a consequence test (UU 14/2008 Pasal 19, PP 61/2010 Pasal 3(1))."""
    if not entry.has_test_sheet:
        yield found("tanpa-lembar-uji", "Lembar pengujian konsekuensi tidak ada.")


def check_approval(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """The head of the public body approves a classification (PP 61/2010 Pasal 3(2))."""
    if not entry.has_approval:
        yield found("tanpa-persetujuan", "Persetujuan pimpinan badan publik tidak tercatat.")


def check_duplicates(entry: ExaminedEntry, _on: date) -> Iterator[Finding]:
    """One information, one exclusion: strict and limited (UU 14/2008 Pasal 2(2))."""
    if entry.near_duplicates:
        labels = ", ".join(entry.near_duplicates)
        yield found("hampir-sama", f"Hampir sama dengan {labels} pada unit yang sama.")


CHECKS = (
    check_consequence,
    check_benefit,
    check_parts,
    check_test_sheet,
    check_approval,
    check_title,
    check_duplicates,
    check_public_title,
)
