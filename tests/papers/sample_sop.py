"""A sample SOP sheet with the eleven steps, in words of our own."""

from ppid.papers.parts import Signature
from ppid.papers.sop_sheet import Slip, SopSheetPaper, SopStep
from ppid.workflow.matrix import Shape
from tests.papers.samples import make_letterhead

LP = "Lembar Pengubahan Informasi yang Dikecualikan"
_ACTIVITIES = (
    (
        "Mengoordinasikan penelaahan informasi yang dikecualikan.",
        2,
        (),
        "Agenda Kerja",
        "Disposisi",
    ),
    ("Memberikan masukan atas dasar hukum yang dipertimbangkan.", 3, (), "Dokumen", "Dokumen"),
    ("Mengusulkan dasar hukum yang dipertimbangkan.", 3, (), "Dokumen", "Dokumen"),
    ("Memeriksa hasil masukan terhadap dasar hukum pengecualian.", 2, (), "Dokumen", "Dokumen"),
    ("Konsinyasi pengubahan klasifikasi informasi.", 2, (3,), "Dokumen", "Dokumen"),
    ("Perumusan dan pembahasan dasar hukum pengecualian.", 2, (3,), "Dokumen", "Dokumen"),
    (f"Membuat {LP}.", 2, (), f"Draf {LP}", f"Draf {LP}"),
    (f"Meminta pertimbangan pengubahan dasar hukum dalam bentuk {LP}.", 2, (), LP, LP),
    ("Pertimbangan pengubahan dasar hukum pengecualian.", 1, (0,), "Dokumen", "Dokumen"),
    ("Menetapkan pengubahan dalam bentuk Penetapan.", 2, (), "Keputusan", "Keputusan"),
    ("Membuat laporan pengubahan.", 2, (), "Laporan", "Laporan"),
)


def make_sop_sheet() -> SopSheetPaper:
    steps = []
    for number, (activity, actor, joined, requirement, output) in enumerate(_ACTIVITIES, 1):
        shape = Shape.TERMINAL if number in {1, 11} else Shape.PROCESS
        shape = Shape.DECISION if number == 9 else shape
        steps.append(
            SopStep(
                *(number, activity, actor, requirement, output),
                joined_by=joined,
                shape=shape,
                returns_to=6 if number == 9 else None,
            )
        )
    return SopSheetPaper(
        letterhead=make_letterhead(),
        unit="Unit Pembantu PPID",
        number="Nomor 7 Tahun 2021",
        date="18 Januari 2021",
        name="Prosedur Pendokumentasian Informasi yang Dikecualikan",
        approved_by=Signature(
            "Kepala Dinas", "Contoh Kepala Dinas, S.E.", nip="19000101 190001 1 002"
        ),
        legal_bases=(
            "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
            "Peraturan Pemerintah Nomor 61 Tahun 2010",
            (
                "Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi "
                "Publik"
            ),
        ),
        qualifications=("Memahami tata pembukuan", "Memahami pelayanan informasi publik"),
        related=("SOP Pelayanan Permohonan Informasi",),
        equipment=("Lembar kerja dan rencana kerja", "Alat tulis kantor", "Jaringan internet"),
        warnings=(
            (
                "Bila prosedur ini ada yang terlewatkan, permohonan informasi tidak terlayani "
                "dengan baik"
            ),
        ),
        records=("Disimpan dalam bentuk hardcopy dan softcopy",),
        actors=("Pengarah", "Atasan PPID", "PPID", "PPID Unit Kerja"),
        steps=tuple(steps),
        slips=(
            Slip("Stabdar", "Standar", "Dasar hukum butir 3"),
            Slip("Waku", "Waktu", "Kepala tabel"),
        ),
    )
