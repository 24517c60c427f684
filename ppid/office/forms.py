"""Forms of the office's settings."""

from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional, Regexp

from ppid.office.queries import ELECTRONIC, EXCERPT, Office
from ppid.web.forms import Form, Longest, Needed, choices

POSTS = (
    ("officer", "PPID (menandatangani penetapan)"),
    ("superior", "Atasan PPID (memberi pertimbangan)"),
    ("head", "Pimpinan Badan Publik (menyetujui)"),
)
LISTS = ("letterhead", "copies_to")
SIGNING = (
    ("basah", "Tanda tangan basah"),
    (ELECTRONIC, "Ditandatangani secara elektronik (TTE tersertifikasi)"),
)
ATTACHED = (
    ("penetapan", "Penetapan lengkap"),
    (EXCERPT, "Petikan (rumusan publik)"),
)


class OfficeForm(Form):
    """Name, letterhead and habits of the office."""

    body_name = StringField(
        "Nama badan publik",
        [Needed("Isi nama badan publik, misalnya Pemerintah Provinsi Contoh."), Longest(200)],
    )
    office_name = StringField(
        "Nama kantor pada kepala halaman",
        [Needed("Isi nama kantor yang memakai register ini."), Longest(200)],
    )
    letterhead = TextAreaField(
        "Kop surat",
        description="Satu baris untuk setiap baris kop, dari atas ke bawah.",
        render_kw={"rows": 4},
    )
    address = TextAreaField("Alamat pada kop", render_kw={"rows": 2})
    city = StringField("Kota tempat penetapan", [Longest(80)])
    paper_size = SelectField(
        "Ukuran kertas", choices=choices([("A4", "A4"), ("F4", "F4 (215 × 330 mm)")])
    )
    signing = SelectField(
        "Cara menandatangani",
        choices=choices(SIGNING),
        default=SIGNING[0][0],
        description="Elektronik: naskah ditandatangani di luar program ini dengan tanda tangan "
        "elektronik tersertifikasi; blok tanda tangan memuat keterangannya dan ruang visualisasi.",
    )
    attached_form = SelectField(
        "Lampiran surat penolakan",
        choices=choices(ATTACHED),
        default=ATTACHED[0][0],
        description="Penolakan dilampiri penetapannya (UU 14/2008 Pasal 22 ayat (7), Perki 1/2021 "
        "Pasal 34 ayat (2)). Petikan hanya memuat rumusan publik yang sudah diperiksa; pilih bila "
        "penetapan memuat informasi lain yang tidak diminta pemohon.",
    )
    copies_to = TextAreaField(
        "Tembusan", description="Satu penerima pada setiap baris.", render_kw={"rows": 4}
    )
    remind_workdays = IntegerField(
        "Ingatkan sebelum berakhir (hari kerja)",
        [
            NumberRange(
                30, 250, "Isi 30 sampai 250 hari kerja; PP 61/2010 meminta paling lambat 30."
            )
        ],
        description="Entri tampil “akan berakhir” mulai hari kerja ke-30 sebelum berakhir.",
    )
    applicant_months = IntegerField(
        "Simpan data pemohon (bulan setelah permohonan selesai)",
        [NumberRange(1, 600, "Isi 1 sampai 600 bulan.")],
        description="Sesudah itu nama, alamat, dan identitas pemohon dihapus; angkanya tetap ada.",
    )
    public_address = StringField(
        "Alamat publik",
        [
            Longest(200),
            Optional(),
            Regexp(
                r"https?://[^\s/?#@]+(/[^\s?#]*)?$",
                message="Isi seperti https://ppid.contoh.go.id.",
            ),
        ],
        description="Alamat program ini bagi masyarakat; tercetak pada naskah bersama kode QR. "
        "Kosongkan untuk memakai alamat saat naskah diterbitkan.",
    )

    public_contact = TextAreaField(
        "Alamat dan kontak layanan informasi",
        [Longest(1000)],
        description="Tampil pada halaman publik: alamat, telepon, surel.",
        render_kw={"rows": 3},
    )
    service_hours = TextAreaField("Jam layanan", [Longest(500)], render_kw={"rows": 2})
    how_to_request = TextAreaField(
        "Cara meminta informasi",
        [Longest(6000)],
        description="Tampil pada halaman publik. Kosongkan untuk memakai uraian bawaan menurut "
        "UU 14/2008 Pasal 22. Daftar ditulis dengan tanda minus di awal baris.",
        render_kw={"rows": 6},
    )
    how_to_object = TextAreaField(
        "Cara mengajukan keberatan",
        [Longest(6000)],
        description="Tampil pada halaman publik. Kosongkan untuk memakai uraian bawaan menurut "
        "UU 14/2008 Pasal 35–38.",
        render_kw={"rows": 6},
    )

    @classmethod
    def of(cls, office: Office) -> "OfficeForm":
        """The form as the office is set now."""
        values = {name: getattr(office, name) for name in cls.names()}
        return cls(data=values | {name: "\n".join(values[name]) for name in LISTS})

    @classmethod
    def names(cls) -> list[str]:
        """Names of the settings on this form."""
        return [name for name in Office.__dataclass_fields__ if hasattr(cls, name)]

    def values(self) -> dict[str, Any]:
        """The settings as they are kept; lists without empty lines."""
        values = {name: self[name].data for name in self.names()}
        for name in LISTS:
            values[name] = [line.strip() for line in values[name].splitlines() if line.strip()]
        return values


class LogoForm(Form):
    """The picture on the letterhead."""

    logo = FileField(
        "Berkas logo",
        [FileRequired("Pilih berkas gambar PNG atau JPEG.")],
        description="PNG atau JPEG, paling besar 1 MB. Tercetak setinggi 21 mm pada kop.",
        render_kw={"accept": ".png,.jpg,.jpeg,image/png,image/jpeg"},
    )


class SignatoryForm(Form):
    """Who signs for a post, from which day."""

    post = SelectField("Sebagai", choices=choices(POSTS))
    title = StringField(
        "Jabatan di atas tanda tangan",
        [Needed("Isi jabatan seperti tercetak pada naskah."), Longest(160)],
    )
    name = StringField("Nama", [Needed("Isi nama lengkap dengan gelar."), Longest(120)])
    rank = StringField("Pangkat/golongan", [Longest(80)])
    nip = StringField("NIP", [Longest(40)])
    valid_from = DateField("Mulai tanggal", [Needed("Isi tanggal mulai menandatangani.")])


class HolidayForm(Form):
    """A day that is no working day at this office."""

    day = DateField("Tanggal", [Needed("Isi tanggal libur.")])
    name = StringField("Nama hari libur", [Needed("Isi nama hari libur."), Longest(200)])


class YearForm(Form):
    """A year whose national holidays are taken over."""

    year = IntegerField("Tahun", [Optional(), NumberRange(2008, 2100, "Isi tahun 2008–2100.")])
