"""Forms of the catalogue."""

from typing import Any

from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional

from ppid.law.grounds import Ground, ground_name
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.queries import RANKS, regulation_choices
from ppid.web.forms import Form, Longest, Needed, choices

CONFIDENCES = (
    ("teks", "dibaca dalam naskah peraturannya"),
    ("sekunder", "dari sumber kedua"),
    ("belum dikonfirmasi", "belum terkonfirmasi"),
)


def _regulations() -> list[SelectChoice]:
    return choices([(0, "Tidak ada dalam katalog"), *regulation_choices()])


def _grounds() -> list[SelectChoice]:
    named = [(ground.value, f"huruf {ground.value} – {ground_name(ground)}") for ground in Ground]
    return choices([("", "Bukan dasar Pasal 17"), *named])


class RegulationForm(Form):
    """A regulation of the catalogue."""

    kind = SelectField("Jenis", choices=choices([(kind, kind) for kind in (*RANKS, "Lainnya")]))
    number = StringField("Nomor", [Needed("Isi nomor peraturan."), Longest(40)])
    year = IntegerField(
        "Tahun", [Needed("Isi tahun peraturan."), NumberRange(1945, 2100, "Isi tahun 1945–2100.")]
    )
    title = TextAreaField(
        "Judul lengkap",
        [Needed("Isi judul resmi, misalnya Undang-Undang Nomor 14 Tahun 2008 tentang …")],
        render_kw={"rows": 3},
    )
    enacted_on = DateField("Ditetapkan", [Optional()])
    promulgated_on = DateField("Diundangkan", [Optional()])
    effective_on = DateField("Mulai berlaku", [Optional()])
    gazette = StringField("Lembaran/berita negara atau daerah", [Longest(200)])
    confidence = SelectField(
        "Keyakinan", choices=choices(CONFIDENCES), default="belum dikonfirmasi"
    )
    source_note = TextAreaField("Catatan sumber", render_kw={"rows": 4})

    def values(self) -> dict[str, Any]:
        """The values as actions take them."""
        return {key: value for key, value in self.data.items() if key != "csrf_token"}


class ProvisionForm(Form):
    """A provision of a regulation, told in own words."""

    cite = StringField(
        "Ketentuan",
        [Needed("Isi sampai huruf dan angka, misalnya Pasal 17 huruf h angka 4."), Longest(160)],
    )
    summary = TextAreaField(
        "Isi dengan kata sendiri",
        [Needed("Ringkas isi ketentuan dalam satu atau dua kalimat.")],
        render_kw={"rows": 3},
    )
    ground = SelectField("Huruf Pasal 17 yang diwujudkan atau dilayani", choices=_grounds)
    max_period = TextAreaField("Jangka waktu menurut ketentuan ini", render_kw={"rows": 2})
    period_source = StringField("Sumber jangka waktu", [Longest(120)])
    proper_use = TextAreaField("Pemakaian yang tepat", render_kw={"rows": 2})
    improper_use = TextAreaField("Pemakaian yang keliru", render_kw={"rows": 2})
    note = TextAreaField("Catatan", render_kw={"rows": 2})
    confidence = SelectField(
        "Keyakinan", choices=choices(CONFIDENCES), default="belum dikonfirmasi"
    )

    def values(self) -> dict[str, Any]:
        """The values as actions take them; an empty choice is none."""
        kept = {key: value for key, value in self.data.items() if key != "csrf_token"}
        return kept | {key: kept[key] or None for key in ("ground", "max_period")}


class ChangeForm(Form):
    """What became of a regulation."""

    kind = SelectField(
        "Yang terjadi",
        choices=choices(
            [
                (ChangeKind.REVOKED, "Dicabut (diganti)"),
                (ChangeKind.AMENDED, "Diubah, tetap berlaku"),
                (ChangeKind.ADJUSTED, "Disesuaikan ketentuan pidananya"),
            ]
        ),
    )
    on = DateField(
        "Mulai tanggal",
        [Optional()],
        description="Kosongkan bila tidak diketahui; perubahan dianggap sudah terjadi.",
    )
    by = SelectField("Oleh peraturan dalam katalog", coerce=int, choices=_regulations)
    by_text = StringField("Atau sebutkan peraturannya", [Longest(300)])
    note = TextAreaField("Catatan", render_kw={"rows": 2})
