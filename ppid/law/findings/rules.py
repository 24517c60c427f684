"""Every check by its code: how much it weighs, the article behind it, how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does: a blocking one stops issuing, a warning does not."""

    BLOCKING = "menghalangi"
    WARNING = "peringatan"

    @property
    def label(self) -> str:
        """The Indonesian word, for screens."""
        return self.value.capitalize()


@dataclass(frozen=True)
class Rule:
    """One check; ``gap`` tells that it finds something missing rather than something wrong."""

    code: str
    severity: Severity
    article: str
    title: str
    mend: str
    gap: bool = False


@dataclass(frozen=True)
class Finding:
    """What one check found in one entry; ``message`` says what, ``mend`` how to put it right."""

    code: str
    severity: Severity
    article: str
    message: str
    mend: str

    @property
    def is_blocking(self) -> bool:
        """Tell whether it stops a determination from being issued."""
        return self.severity is Severity.BLOCKING


_STOP, _WARN = Severity.BLOCKING, Severity.WARNING

_RULES = (
    Rule(
        "tanpa-huruf-pasal-17",
        _STOP,
        "UU 14/2008 Pasal 17",
        "Tanpa huruf Pasal 17",
        "Isi dasar hukum sampai huruf dan angka, misalnya Pasal 17 huruf h angka 4.",
        gap=True,
    ),
    Rule(
        "huruf-tanpa-angka",
        _WARN,
        "UU 14/2008 Pasal 17",
        "Huruf tanpa angka",
        "Lengkapi angkanya, misalnya Pasal 17 huruf h angka 4.",
    ),
    Rule(
        "angka-tidak-ada",
        _STOP,
        "UU 14/2008 Pasal 17",
        "Angka tidak ada dalam Pasal 17",
        "Perbaiki angka atau hurufnya sesuai bunyi Pasal 17.",
    ),
    Rule(
        "huruf-j-tanpa-uu-lain",
        _STOP,
        "UU 14/2008 Pasal 17 huruf j",
        "Huruf j tanpa undang-undang lain",
        "Tambahkan undang-undang lain yang melarang pembukaan, lengkap dengan pasalnya.",
        gap=True,
    ),
    Rule(
        "peraturan-tidak-berlaku",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2); Perki 1/2021 Pasal 49 ayat (6)",
        "Peraturan tidak berlaku",
        "Ganti dengan peraturan yang berlaku melalui pengubahan klasifikasi.",
    ),
    Rule(
        "keberlakuan-belum-dipastikan",
        _WARN,
        "Perki 1/2021 Pasal 49 ayat (6)",
        "Keberlakuan peraturan belum dipastikan",
        "Periksa status peraturan itu, lalu catat dalam katalog dasar hukum.",
    ),
    Rule(
        "peraturan-belum-dikenal",
        _WARN,
        "Perki 1/2021 Pasal 49 ayat (2)",
        "Peraturan belum ada dalam katalog",
        "Tambahkan peraturan itu ke katalog dasar hukum atau perbaiki penulisannya.",
    ),
    Rule(
        "dasar-di-bawah-uu",
        _STOP,
        "UU 14/2008 Pasal 2 ayat (4)",
        "Dasar hukum hanya di bawah undang-undang",
        "Tambahkan ketentuan undang-undang; peraturan di bawahnya hanya sebagai pendukung.",
    ),
    Rule(
        "dasar-tanpa-alasan",
        _WARN,
        "Perki 1/2021 Pasal 49 ayat (6)",
        "Dasar hukum tanpa alasan",
        "Jelaskan mengapa ketentuan itu menutup informasi ini.",
    ),
    Rule(
        "tanpa-akibat-dibuka",
        _STOP,
        "UU 14/2008 Pasal 19; Perki 1/2021 Pasal 49 ayat (3)",
        "Tanpa akibat bila dibuka",
        "Isi konsekuensi bila informasi dibuka.",
        gap=True,
    ),
    Rule(
        "tanpa-manfaat-ditutup",
        _STOP,
        "UU 14/2008 Pasal 2 ayat (4); Perki 1/2021 Pasal 49 ayat (3)",
        "Tanpa manfaat bila ditutup",
        "Isi kepentingan yang dilindungi bila informasi ditutup.",
        gap=True,
    ),
    Rule(
        "tanpa-jangka-waktu",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Tanpa jangka waktu",
        "Tetapkan jangka waktu: sampai tanggal, selama waktu, sampai peristiwa, selama keadaan, "
        "atau menurut peraturan.",
        gap=True,
    ),
    Rule(
        "jangka-waktu-berisi-peraturan",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Jangka waktu berisi peraturan",
        "Pindahkan peraturan itu ke dasar hukum, lalu tetapkan jangka waktunya.",
        gap=True,
    ),
    Rule(
        "jangka-waktu-tidak-lengkap",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Jangka waktu tidak lengkap",
        "Lengkapi jangka waktu sesuai jenisnya.",
        gap=True,
    ),
    Rule(
        "jangka-waktu-terbalik",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Jangka waktu terbalik",
        "Perbaiki tanggal mulai atau tanggal berakhir.",
    ),
    Rule(
        "jangka-waktu-tanpa-mulai",
        _STOP,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Jangka waktu tanpa tanggal mulai",
        "Isi tanggal mulai, atau sebut peristiwa yang memulainya.",
        gap=True,
    ),
    Rule(
        "mulai-belum-dipastikan",
        _WARN,
        "PP 61/2010 Pasal 4 ayat (2) huruf d",
        "Tanggal mulai belum dipastikan",
        "Isi tanggal mulai setelah peristiwa itu terjadi.",
    ),
    Rule(
        "tanpa-akhir-dan-tinjauan",
        _STOP,
        "UU 14/2008 Pasal 2 ayat (2)",
        "Tanpa tanggal berakhir dan tanpa tanggal tinjauan",
        "Isi tanggal tinjauan, atau tetapkan tanggal berakhir.",
        gap=True,
    ),
    Rule(
        "tinjauan-terlewat",
        _WARN,
        "UU 14/2008 Pasal 2 ayat (2)",
        "Tanggal tinjauan terlewat",
        "Tinjau kembali entri ini, lalu tetapkan tanggal tinjauan berikutnya.",
    ),
    Rule(
        "permanen-huruf-a-f",
        _STOP,
        "UU 14/2008 Pasal 20 ayat (1)",
        "Permanen untuk huruf a–f",
        "Tetapkan jangka waktu yang berakhir; permanen hanya mungkin untuk huruf g–j.",
    ),
    Rule(
        "huruf-a-lebih-30-tahun",
        _STOP,
        "PP 61/2010 Pasal 5 ayat (1); Perki 1/2021 Pasal 51 ayat (1)",
        "Huruf a lebih dari 30 tahun",
        "Pendekkan jangka waktu sampai paling lama 30 tahun sejak pengecualian pertama.",
    ),
    Rule(
        "sebagian-tanpa-bagian",
        _STOP,
        "Perki 1/2021 Pasal 50 ayat (2) dan ayat (3)",
        "Dikecualikan sebagian tanpa menyebut bagiannya",
        "Sebutkan bagian yang ditutup; selebihnya diberikan dengan penghitaman.",
        gap=True,
    ),
    Rule(
        "tanpa-lembar-uji",
        _STOP,
        "UU 14/2008 Pasal 19; PP 61/2010 Pasal 3 ayat (1)",
        "Tanpa lembar pengujian konsekuensi",
        "Lakukan uji konsekuensi, lalu simpan lembarnya pada entri ini.",
        gap=True,
    ),
    Rule(
        "tanpa-persetujuan",
        _STOP,
        "PP 61/2010 Pasal 3 ayat (2)",
        "Tanpa persetujuan pimpinan",
        "Mintakan persetujuan pimpinan badan publik, lalu catat pada entri ini.",
        gap=True,
    ),
    Rule(
        "judul-kategori",
        _WARN,
        "Perki 1/2021 Pasal 49 ayat (2) dan ayat (5)",
        "Judul berupa kategori",
        "Sebutkan informasinya secara jelas, misalnya nama dokumennya, bukan bunyi Pasal 17.",
    ),
    Rule(
        "hampir-sama",
        _WARN,
        "UU 14/2008 Pasal 2 ayat (2)",
        "Hampir sama dengan entri lain",
        "Gabungkan, atau perjelas beda kedua informasi itu pada judulnya.",
    ),
    Rule(
        "tanpa-judul-publik",
        _WARN,
        "Perki 1/2021 Pasal 50 ayat (4)",
        "Tanpa judul untuk publik",
        "Tulis judul untuk publik yang tidak membocorkan isi yang dikecualikan.",
        gap=True,
    ),
)

FINDINGS: dict[str, Rule] = {rule.code: rule for rule in _RULES}
"""All checks by code, in the order in which they are told."""


def found(code: str, message: str) -> Finding:
    """The finding of the check ``code``; KeyError for a code that is no check."""
    rule = FINDINGS[code]
    return Finding(code, rule.severity, rule.article, message, rule.mend)
