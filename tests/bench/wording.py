"""Made-up titles and summaries: affixed Indonesian words, some in every entry, some in one."""

import random

DOCUMENTS = (
    *("Laporan", "Berita acara", "Kertas kerja", "Nota dinas", "Risalah", "Daftar", "Rekapitulasi"),
    *("Dokumen", "Naskah", "Surat", "Formulir", "Rancangan", "Telaahan", "Catatan", "Berkas"),
)
DEEDS = (
    *("pemeriksaan", "penggajian", "pengadaan", "penilaian", "perencanaan", "pengawasan"),
    *("penyelidikan", "pembayaran", "pendaftaran", "perizinan", "pengujian", "pemetaan"),
    *("pelelangan", "penyaluran", "penertiban", "pembinaan", "pengaduan", "perundingan"),
    *("pemulihan", "penelitian", "kepegawaian", "kearsipan", "keuangan", "kesehatan"),
    *("ketenagakerjaan", "kependudukan", "persandian", "permohonan", "pertanggungjawaban"),
    *("penyidikan", "penganggaran", "pelatihan", "pemberhentian", "pengangkatan", "mutasi"),
)
THINGS = (
    *("pegawai", "tenaga medis", "koperasi", "rekanan", "pasien", "peserta didik", "nasabah"),
    *("guru", "petani", "nelayan", "pejabat pengawas", "calon penyedia", "wajib pajak"),
    *("penerima bantuan", "pelapor", "saksi", "anak asuh", "kelompok usaha", "aparatur sipil"),
    *("jaringan komputer", "bendungan", "gudang vaksin", "laboratorium", "rumah sakit", "hutan"),
    *("tambang pasir", "sumber air", "perbatasan laut", "ruang server", "kas daerah", "aset"),
)
QUALITIES = (
    *("yang sedang berjalan", "beserta lampirannya", "per orang", "sebelum ditetapkan"),
    *("menurut kecamatan", "hasil konsultasi", "yang belum diumumkan", "tahap kedua"),
    *("berdasarkan pengaduan masyarakat", "semester pertama", "hasil evaluasi", "tingkat lanjut"),
)
PARTS = (
    *("Memuat nama dan alamat", "Berisi nilai per orang", "Rincian biaya satuan"),
    *("Keterangan saksi dan pelapor", "Gambar teknik dan letak peralatan", "Nomor rekening"),
    *("Kata sandi dan alamat jaringan", "Riwayat penyakit dan pengobatan", "Harga perkiraan"),
    *("Resep dan takaran bahan", "Pertimbangan tim penilai", "Arah kebijakan yang dirundingkan"),
)
GIVEN = (
    *("Rekapitulasi tanpa nama dapat diberikan.", "Jumlah per kecamatan dapat diberikan."),
    *("Ringkasan hasil dapat diberikan setelah selesai.", "Jadwal pelaksanaan dapat diberikan."),
)
SYLLABLES = (
    *("ba", "ka", "ma", "sa", "ra", "ta", "la", "na", "pa", "wa", "du", "ku", "su", "ru", "tu"),
    *("li", "ri", "ti", "gi", "mi", "lo", "mo", "to", "ro", "bo", "nga", "nye", "sem", "ban"),
)


class Wording:
    """A writer of entries whose words fall as in real text: few everywhere, many seldom."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - made-up words, no secrets
        self.villages = sorted({self._name() for _each in range(6000)})

    def title(self) -> str:
        """What the information is, for the office."""
        place = self.village()
        year = 2010 + self.chance.randrange(17)
        deed, thing = self._some(DEEDS), self._some(THINGS)
        return f"{self._some(DOCUMENTS)} {deed} {thing} {self._quality()}Desa {place} tahun {year}"

    def summary(self) -> str:
        """What it holds."""
        first, second = self.chance.sample(PARTS, 2)
        return (
            f"{first} {self._some(THINGS)} dalam {self._some(DEEDS)}; {second.lower()} "
            f"di {self.village()} dan {self.village()}. {self._some(QUALITIES).capitalize()}."
        )

    def given(self) -> str:
        """What is given instead."""
        return self._some(GIVEN)

    def keywords(self) -> str:
        """Two words to look for."""
        return f"{self._some(DEEDS)}, {self._some(THINGS)}"

    def village(self) -> str:
        """A name; some are frequent, most are not."""
        place = min(int(self.chance.paretovariate(0.5)) - 1, len(self.villages) - 1)
        return self.villages[place]

    def _name(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((3, 4)))).capitalize()

    def _quality(self) -> str:
        return f"{self._some(QUALITIES)} " if self.chance.random() < 0.7 else ""

    def _some(self, words: tuple[str, ...]) -> str:
        """The earlier words more often than the later."""
        return words[int(len(words) * self.chance.random() ** 1.8)]
