"""The form that describes an entry."""

import re
from typing import Any

from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from ppid import clock
from ppid.accounts.access import person
from ppid.accounts.permissions import Permission
from ppid.accounts.queries import unit_choices
from ppid.register.acts import EntryDescription
from ppid.web.forms import Form, Longest, Needed, choices

FIRST_YEAR = 1900


def _units_to_write_in() -> list[SelectChoice]:
    """Units in which the person may propose entries."""
    writer = person()
    allowed = [
        (unit_id, label)
        for unit_id, label in unit_choices()
        if writer.may(Permission.WRITE_ENTRY, unit_id)
    ]
    return choices([("", "Pilih unit"), *allowed])


class EntryForm(Form):
    """What an entry is, apart from its classification."""

    title = TextAreaField(
        "Judul informasi (untuk petugas)",
        [Needed("Isi judul yang menyebut informasinya."), Longest(1000)],
        description="Sebut informasinya, bukan kelompoknya: “Hasil asesmen kompetensi pejabat "
        "pengawas 2024”, bukan “Rahasia pribadi”.",
        render_kw={"rows": 2},
    )
    public_title = TextAreaField(
        "Judul untuk publik",
        [Longest(1000)],
        description="Tidak boleh membocorkan isi: tanpa nama orang, angka, atau lokasi rahasia.",
        render_kw={"rows": 2},
    )
    summary = TextAreaField("Ringkasan", [Longest(4000)], render_kw={"rows": 4})
    given_instead = TextAreaField(
        "Yang dapat diberikan",
        [Longest(4000)],
        description="Misalnya rekap tanpa nama, jumlah, atau bagian yang tidak dikecualikan.",
        render_kw={"rows": 3},
    )
    responsible = StringField("Pejabat penanggung jawab", [Longest(200)])
    form = StringField(
        "Bentuk dokumen", [Longest(200)], description="Misalnya berkas tercetak atau rekaman."
    )
    document_year = StringField("Tahun dokumen", [Longest(40)])
    storage_place = StringField(
        "Letak hardcopy", [Longest(200)], description="Rak, boks, dan berkas."
    )
    keywords = StringField(
        "Kata kunci",
        [Longest(1000)],
        description="Kata sehari-hari yang dipakai pemohon, dipisah koma.",
    )
    first_excluded_on = DateField(
        "Pertama kali dikecualikan",
        [Optional()],
        description="Bila pernah dikecualikan sebelum penetapan yang tercatat di sini; batas 30 "
        "tahun huruf a dihitung dari tanggal ini.",
    )

    def validate_document_year(self, field: StringField) -> None:
        """Years are written in four figures: 2023, or 2019–2022."""
        years = [int(figures) for figures in re.findall(r"\d+", (field.data or "")[:40])]
        if any(not FIRST_YEAR <= year <= clock.today().year + 1 for year in years):
            last = clock.today().year + 1
            message = f"Isi tahun antara {FIRST_YEAR} dan {last}, misalnya 2023 atau 2019–2022."
            raise ValidationError(message)

    def validate_first_excluded_on(self, field: DateField) -> None:
        """Nothing was excluded tomorrow."""
        if field.data and field.data > clock.today():
            raise ValidationError("Tanggal ini belum tiba.")

    def description(self) -> EntryDescription:
        """What was typed."""
        names = EntryDescription.__dataclass_fields__
        values: dict[str, Any] = {name: getattr(self, name).data for name in names}
        return EntryDescription(**values)


class NewEntryForm(EntryForm):
    """A new entry needs the unit that holds the information."""

    unit = SelectField(
        "Unit yang menguasai informasi",
        [Needed("Pilih unit kerja yang menguasai informasi ini.")],
        choices=_units_to_write_in,
        coerce=lambda value: int(value) if value else None,
    )
