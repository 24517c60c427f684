"""Forms of the office's settings."""

from typing import Any

from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional, ValidationError

from ppid.office.queries import Office
from ppid.web.forms import Form, Longest, Needed, choices

POSTS = (
    ("officer", "PPID (menandatangani penetapan)"),
    ("superior", "Atasan PPID (memberi pertimbangan)"),
    ("head", "Pimpinan Badan Publik (menyetujui)"),
)
LISTS = ("letterhead", "copies_to")


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
    determination_pattern = StringField(
        "Pola nomor penetapan",
        [Needed("Isi pola nomor; harus memuat {nomor} dan {tahun}."), Longest(80)],
        description="Dapat memuat {nomor}, {bulan_romawi}, {bulan} dan {tahun}.",
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

    def validate_determination_pattern(self, field: StringField) -> None:
        """A number must tell itself and its year, and know no other word."""
        try:
            field.data.format(nomor=1, bulan_romawi="I", bulan=1, tahun=2026)
        except (KeyError, IndexError, ValueError) as error:
            raise ValidationError("Hanya {nomor}, {bulan_romawi}, {bulan}, {tahun}.") from error
        if "{nomor" not in field.data or "{tahun" not in field.data:
            raise ValidationError("Pola harus memuat {nomor} dan {tahun}.")

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
