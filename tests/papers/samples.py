"""Sample papers of a plainly demo province, in words of our own."""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from markupsafe import Markup
from PIL import Image, ImageDraw

from ppid.papers.documents import (
    ChangeRow,
    ChangeSheetPaper,
    DeterminationPaper,
    Dictum,
    DikPaper,
    DikRow,
    Figure,
    ReportPaper,
    change_table,
    dictum_label,
)
from ppid.papers.parts import Annex, Letterhead, Signature, Tester

ISSUED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

H4 = Markup(
    "<p><strong>Undang-Undang Nomor 14 Tahun 2008</strong> Pasal 17 huruf h angka 4</p>"
    "<ul><li>nilai perorangan menyangkut kecakapan seseorang;</li><li>rekap tanpa nama tetap "
    "dapat diberikan.</li></ul>"
)
OLD = "Undang-Undang Nomor 14 Tahun 2008 Pasal 17 huruf i"
LONG_WORD = "pertanggungjawabankeuanganpemerintahdaerahprovinsicontoh" * 3


def make_logo() -> str:
    image = Image.new("RGB", (240, 280), "white")
    draw = ImageDraw.Draw(image)
    draw.polygon([(20, 20), (220, 20), (220, 170), (120, 270), (20, 170)], outline="black", width=8)
    draw.text((92, 120), "CONTOH", fill="black")
    made = BytesIO()
    image.save(made, "PNG")
    return f"data:image/png;base64,{b64encode(made.getvalue()).decode()}"


def make_logo_file(folder: Path) -> Path:
    path = folder / "lambang.png"
    path.write_bytes(b64decode(make_logo().partition(",")[2]))
    return path


def make_letterhead(logo: str = "") -> Letterhead:
    return Letterhead(
        lines=("PEMERINTAH PROVINSI CONTOH", "DINAS KOPERASI DAN USAHA KECIL MENENGAH"),
        address="Jalan Contoh Nomor 1, Telepon (000) 000000, Laman dinkop.contoh.example",
        city="Kota Contoh",
        logo=logo,
    )


def make_signature(place_date: str = "", *, electronic: bool = False) -> Signature:
    return Signature(
        role="PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI",
        name="Contoh PPID, S.Sos., M.AP.",
        rank="Pembina Tingkat I (IV/b)",
        nip="19000101 190001 1 001",
        place_date=place_date,
        electronic=electronic,
    )


def make_change_row(position: int = 1) -> ChangeRow:
    return ChangeRow(
        title=f"Lembar penilaian kompetensi pegawai per orang, berkas ke-{position}",
        old_bases=OLD,
        new_bases=H4,
        old_if_open="Pembahasan antarpejabat dapat terganggu sebelum keputusan diambil.",
        old_if_closed="Pejabat leluasa memberi pendapat.",
        new_if_closed="Hasil penilaian perorangan terlindungi; pegawai tidak dipermalukan oleh "
        "nilai yang dilepas tanpa penjelasan.",
        period="5 tahun sejak 18 Januari 2026, terbuka mulai 18 Januari 2031",
    )


def make_change_sheet(rows: int = 2, *, draft: bool = False, testers: int = 4) -> ChangeSheetPaper:
    return ChangeSheetPaper(
        letterhead=make_letterhead(),
        number="" if draft else "Nomor 4 Tahun 2026",
        opening="Pada hari ini, Senin tanggal dua puluh tiga bulan November tahun dua ribu dua "
        "puluh enam, bertempat di Kota Contoh, "
        "telah dilakukan pengujian konsekuensi atas pengubahan klasifikasi informasi yang "
        "dikecualikan sebagaimana disebut di bawah ini:",
        rows=tuple(make_change_row(position) for position in range(1, rows + 1)),
        testers=tuple(
            Tester(f"Contoh Penguji {n}", "Analis Informasi", "Sekretariat")
            for n in range(1, testers + 1)
        ),
        approver=Signature(
            "KEPALA DINAS\nSELAKU ATASAN PPID",
            "Contoh Kepala Dinas, S.E.",
            "Pembina Utama Muda (IV/c)",
            "19000101 190001 1 002",
            "Kota Contoh, 23 November 2026",
        ),
        draft=draft,
    )


def make_annex(rows: int) -> Annex:
    return Annex(
        heading="LAMPIRAN\nKEPUTUSAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI DINAS KOPERASI"
        " DAN USAHA KECIL MENENGAH PROVINSI CONTOH",
        number="3 TAHUN 2026",
        date="23 NOVEMBER 2026",
        about="Pengubahan Klasifikasi Informasi yang Dikecualikan",
        title="Daftar Pengubahan Klasifikasi Informasi yang Dikecualikan",
        table=change_table(tuple(make_change_row(n) for n in range(1, rows + 1))),
        signature=make_signature(),
    )


def make_determination(
    rows: int = 3, *, logo: str = "", draft: bool = False, electronic: bool = False
) -> DeterminationPaper:
    dictums = (
        (
            "Mengubah klasifikasi informasi yang dikecualikan dalam Keputusan Pejabat Pengelola "
            "Informasi dan Dokumentasi Nomor 2 Tahun 2024 "
            "sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari "
            "Keputusan ini."
        ),
        (
            "Dengan ditetapkannya pengubahan dasar hukum, informasi sebagaimana dimaksud dalam "
            "Diktum KESATU tetap dikecualikan selama jangka waktu dalam Lampiran."
        ),
        "Bagian lain dari Keputusan Nomor 2 Tahun 2024 yang tidak diubah tetap berlaku.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    )
    return DeterminationPaper(
        letterhead=make_letterhead(logo),
        heading="KEPUTUSAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI\nDINAS KOPERASI DAN "
        "USAHA KECIL MENENGAH PROVINSI CONTOH",
        number="NOMOR 3 TAHUN 2026",
        about="Pengubahan Klasifikasi Informasi yang Dikecualikan",
        official="Pejabat Pengelola Informasi dan Dokumentasi",
        considering=(
            (
                "bahwa dasar hukum pengecualian atas lembar penilaian kompetensi pegawai perlu "
                "disesuaikan dengan hasil penelaahan"
            ),
            (
                "bahwa pengubahan telah diuji konsekuensinya dengan saksama dan penuh ketelitian "
                "pada tanggal 23 November 2026"
            ),
            "bahwa hasil pengujian telah disetujui oleh Atasan PPID",
            (
                "bahwa berdasarkan pertimbangan pada huruf a, huruf b, dan huruf c perlu menetapkan"
                " Keputusan tentang Pengubahan Klasifikasi Informasi yang Dikecualikan"
            ),
        ),
        in_view_of=(
            "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
            (
                "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor "
                "14 Tahun 2008 tentang Keterbukaan Informasi Publik"
            ),
            (
                "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi "
                "Publik"
            ),
        ),
        noting=(
            (
                "Keputusan Pejabat Pengelola Informasi dan Dokumentasi Nomor 2 Tahun 2024 tentang "
                "Klasifikasi Informasi yang Dikecualikan"
            ),
            "Lembar Pengubahan Nomor 4 Tahun 2026",
        ),
        decides="Keputusan Pejabat Pengelola Informasi dan Dokumentasi tentang Pengubahan "
        "Klasifikasi Informasi yang Dikecualikan",
        dictums=tuple(Dictum(dictum_label(n), text) for n, text in enumerate(dictums, 1)),
        signature=make_signature(
            "Ditetapkan di Kota Contoh\npada tanggal 23 November 2026", electronic=electronic
        ),
        copies=(
            "Gubernur Contoh (sebagai laporan)",
            "PPID Utama Provinsi Contoh",
            "Kepala Bidang terkait di lingkungan Dinas",
        ),
        annexes=(make_annex(rows),) if rows else (),
        draft=draft,
    )


def make_report() -> ReportPaper:
    return ReportPaper(
        letterhead=make_letterhead(),
        number="Nomor 5 Tahun 2026",
        about="Perkara P-2026-014, putaran kedua",
        opening="Bersama ini dilaporkan pelaksanaan pengubahan klasifikasi informasi yang "
        "dikecualikan menurut SOP Nomor 7 Tahun 2021.",
        basis=(
            (
                "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi "
                "Publik"
            ),
            "Keputusan PPID Nomor 3 Tahun 2026",
        ),
        figures=(
            Figure("Entri ditelaah", "3 entri"),
            Figure("Dasar hukum diubah", "2 entri"),
            Figure("Tidak diubah", "1 entri"),
            Figure("Dikembalikan (Tidak)", "1 kali"),
        ),
        changes=(
            ("Lembar penilaian kompetensi pegawai per orang", OLD, H4, "Diubah"),
            ("Berita acara pemeriksaan koperasi contoh", OLD, OLD, "Tidak diubah"),
        ),
        obstacles=Markup("<p>Dua ketentuan memerlukan <em>penelaahan lanjutan</em>.</p>"),
        follow_up="Daftar Informasi yang Dikecualikan telah diperbarui dan diumumkan.",
        signature=make_signature("Kota Contoh, 24 November 2026"),
        recipients=("Kepala Dinas selaku Atasan PPID", "Pengarah"),
    )


def make_dik(rows: int = 12) -> DikPaper:
    return DikPaper(
        letterhead=make_letterhead(),
        as_at="Keadaan per 23 November 2026",
        rows=tuple(
            DikRow(
                f"Dokumen contoh nomor {n} tentang data pribadi anggota koperasi",
                H4 if n % 3 else OLD,
                "Rahasia pribadi anggota tersebar dan dapat disalahgunakan oleh pihak lain.",
                "Data pribadi anggota terlindungi.",
                "Sampai dengan 18 Januari 2031",
            )
            for n in range(1, rows + 1)
        ),
        signature=make_signature("Kota Contoh, 23 November 2026"),
    )
