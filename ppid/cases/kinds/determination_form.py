"""The fields of a determination (Perki 1/2021 Pasal 49 ayat (5), PP 61/2010 Pasal 4 ayat (2))."""

from wtforms import DateField, FormField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Optional

from ppid.cases.kinds.freezing import RowForm
from ppid.web.forms import Form, Longest, Needed

ONE_A_LINE = "Satu butir tiap baris."
FROM_THIS_FORM = "Penanda seperti {tentang} diisi dari isian di atas."


class SignatoryFields(RowForm):
    """Who signs, as it is printed."""

    title = StringField("Jabatan", [Needed("Isi jabatan penanda tangan."), Longest(160)])
    name = StringField("Nama", [Needed("Isi nama penanda tangan."), Longest(120)])
    rank = StringField("Pangkat/golongan", [Longest(80)])
    nip = StringField("NIP", [Longest(40)])


class ApprovalFields(RowForm):
    """Who approved, as it is printed."""

    name = StringField("Nama", [Longest(120)])
    title = StringField("Jabatan", [Longest(160)])
    on = DateField("Tanggal persetujuan", [Optional()])
    number = StringField("Nomor surat persetujuan", [Longest(80)], description="Bila ada.")


class DeterminationForm(Form):
    """What the paper says beside the classifications themselves."""

    about = TextAreaField(
        "Tentang", [Needed("Isi tentang apa penetapan ini."), Longest(500)], render_kw={"rows": 2}
    )
    number_text = StringField("Nomor penetapan", [Needed("Isi nomor penetapan."), Longest(80)])
    determined_on = DateField("Tanggal penetapan", [Needed("Isi tanggal penetapan.")])
    effective_on = DateField(
        "Mulai berlaku",
        [Needed("Isi tanggal mulai berlaku.")],
        description="Tidak boleh sebelum tanggal penetapan.",
    )
    place = StringField("Ditetapkan di", [Needed("Isi tempat penetapan."), Longest(80)])
    signatory = FormField(SignatoryFields)
    approval = FormField(ApprovalFields)
    considering = TextAreaField(
        "Menimbang",
        [Needed("Isi sedikitnya satu pertimbangan."), Longest(20_000)],
        description=f"{ONE_A_LINE} {FROM_THIS_FORM}",
        render_kw={"rows": 5},
    )
    noting = TextAreaField(
        "Memperhatikan", [Longest(20_000)], description=ONE_A_LINE, render_kw={"rows": 4}
    )
    dictums = TextAreaField(
        "Diktum",
        [Needed("Isi sedikitnya satu diktum."), Longest(20_000)],
        description=f"{ONE_A_LINE} KESATU, KEDUA, dan seterusnya ditambahkan program.",
        render_kw={"rows": 5},
    )
    regulations = SelectMultipleField(
        "Peraturan tambahan",
        coerce=int,
        description="Dari katalog, selain yang dengan sendirinya masuk bagian Mengingat.",
    )
    reason = TextAreaField(
        "Alasan tidak jadi ditetapkan",
        [Longest(10_000)],
        description="Hanya bila perkara diakhiri tanpa penetapan, paling sedikit 10 huruf.",
        render_kw={"rows": 2},
    )
    copies = TextAreaField(
        "Tembusan", [Longest(4000)], description=ONE_A_LINE, render_kw={"rows": 3}
    )
