"""One sample of every paper, by name: what holds for each paper is tested over all of them."""

from dataclasses import replace

from markupsafe import Markup

from ppid.papers.announcements import AnnouncementPaper
from ppid.papers.certificates import CertificatePaper
from ppid.papers.consequence_tests import ConsequenceTestPaper
from ppid.papers.considerations import Answer, ConsiderationPaper
from ppid.papers.determinations import OPENING_COLUMNS
from ppid.papers.dik_forms import EssencePaper, EssenceRow
from ppid.papers.dispositions import DispositionPaper
from ppid.papers.documents import Paper
from ppid.papers.memos import MemoPaper
from ppid.papers.minutes import MinutesPaper
from ppid.papers.parts import Column, Table, Tester
from ppid.papers.step_notes import NotePaper, NoteSection
from tests.papers.sample_sop import make_sop_sheet
from tests.papers.samples import (
    H4,
    OLD,
    make_change_sheet,
    make_determination,
    make_dik,
    make_letterhead,
    make_report,
    make_signature,
)

HEAD = make_letterhead()
SIGNED = make_signature("Kota Contoh, 23 November 2026")
TESTERS = tuple(Tester(f"Contoh Penguji {n}", "Analis", "Sekretariat") for n in (1, 2, 3))
RICH = Markup("<p>Uraian <strong>penting</strong>:</p><ul><li>satu;</li><li>dua.</li></ul>")
LINES = (("Perkara", "P-2026-014\nPengubahan contoh"), ("Tanggal", "23 November 2026"))


def make_test_sheet(rows: int = 2) -> ConsequenceTestPaper:
    return ConsequenceTestPaper(
        letterhead=HEAD,
        number="Nomor 4/LPK/2026",
        opening="Pada hari ini Senin tanggal dua puluh tiga bulan November tahun dua ribu dua "
        "puluh enam bertempat di Kota Contoh telah dilakukan pengujian konsekuensi.",
        rows=(("Berkas contoh", H4, RICH, "Manfaat contoh.", "5 tahun"),) * rows,
        testers=TESTERS,
        approver=SIGNED,
        closing="Cara pengujian: rapat penguji",
    )


def make_minutes() -> MinutesPaper:
    words = "number" in MinutesPaper.__dataclass_fields__
    more = {"number": "1/BA/2026"} if words else {}
    return MinutesPaper(
        letterhead=HEAD,
        about="Pengubahan contoh",
        opening="Pada hari ini Senin bertempat di Ruang Contoh telah dilaksanakan konsinyasi.",
        agenda=RICH,
        minutes=RICH,
        conclusion="Disepakati.",
        participants=TESTERS,
        chair=SIGNED,
        **more,
    )


def make_consideration() -> ConsiderationPaper:
    return ConsiderationPaper(
        letterhead=HEAD,
        title="Lembar Pertimbangan",
        about="atas Lembar Pengubahan Nomor 4 Tahun 2026",
        head=LINES,
        considerations=RICH,
        advice_label="Nasihat Pengarah",
        advice="Diperbaiki dahulu.",
        answers=(Answer("Ya", given=False), Answer("Tidak, dikembalikan", given=True)),
        lines=(("Alasan", "Dasar hukum belum lengkap."),),
        signature=SIGNED,
    )


def make_announcement() -> AnnouncementPaper:
    return AnnouncementPaper(
        letterhead=HEAD,
        basis="Penetapan Nomor 3",
        content=RICH,
        rows=(("Hasil asesmen", "Meja layanan"),),
        open_list="Daftar Informasi Publik",
        media=("Laman resmi",),
        signature=SIGNED,
    )


def make_essence(rows: int = 4) -> EssencePaper:
    row = EssenceRow(
        information="Hasil asesmen pegawai\nYang ditutup: nilai per orang",
        bases=OLD,
        if_open="Rahasia pribadi tersebar.",
        if_closed="Rahasia pribadi terlindungi.",
        period="Sampai 18 Januari 2031",
        holder="Sekretariat\nKepala Bagian Kepegawaian",
        determination="Nomor 3/PPID.DIK/III/2025\ntanggal 17 Maret 2025",
    )
    return EssencePaper(HEAD, "Keadaan per 23 November 2026", (row,) * rows, SIGNED)


def make_opening() -> Paper:
    paper = make_determination(1)
    table = Table(OPENING_COLUMNS, (("Berkas contoh", "Putusan", "1 Mei 2026"),), numbered=True)
    return replace(paper, annexes=(replace(paper.annexes[0], table=table),), noting=())


def every_paper() -> dict[str, Paper]:
    """Each kind of paper, filled in all its fields."""
    return {
        "pengujian": make_test_sheet(),
        "pengubahan": make_change_sheet(),
        "draf": make_change_sheet(draft=True),
        "penetapan": make_determination(),
        "pembukaan": make_opening(),
        "pengumuman": make_announcement(),
        "berita acara": make_minutes(),
        "disposisi": DispositionPaper(
            HEAD, LINES, RICH, (("DIK-0001", "Berkas contoh", "Sekretariat"),), SIGNED
        ),
        "catatan": NotePaper(
            letterhead=HEAD,
            title="Catatan Masukan",
            head=LINES,
            sections=(
                NoteSection(
                    "DIK-0001 – Berkas contoh",
                    (("Yang masih berlaku", RICH),),
                    Table((Column("Dasar hukum", 60), Column("Alasan", 40)), ((OLD, RICH),)),
                ),
            ),
            signature=SIGNED,
            closing_label="Catatan umum",
            closing=RICH,
        ),
        "nota dinas": MemoPaper(HEAD, (("Kepada", "Yth. Atasan PPID"),), RICH, SIGNED),
        "pertimbangan": make_consideration(),
        "laporan": make_report(),
        "dik": make_dik(),
        "esensi": make_essence(),
        "keterangan": CertificatePaper(
            letterhead=HEAD,
            number="1/KET/PPID/XI/2026",
            who=(("Nama", "Contoh PPID"), ("Jabatan", "PPID")),
            statement="menerangkan bahwa tidak ada informasi yang berakhir.",
            closed="Tercatat 85 informasi yang dikecualikan.",
            signature=SIGNED,
        ),
        "sop": make_sop_sheet(),
    }


NAMES = tuple(every_paper())
LYING = {"pengujian", "pengubahan", "draf", "dik", "esensi", "sop"}
