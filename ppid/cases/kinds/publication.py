"""Publication: where and when an opening was announced, and the open list that now holds it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, FormField, StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, named, numbered
from ppid.cases.kinds.numbered import NumberedStep
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import text_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.dates import format_date
from ppid.register.queries import public_titles
from ppid.texts.wording import wording_whole
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode


class PublicationRow(EntryRow):
    """How an entry appears in the open list."""

    open_title = StringField("Judul dalam Daftar Informasi Publik", [Longest(300)])
    access = StringField(
        "Cara memperoleh", [Longest(300)], description="Misalnya alamat laman atau meja layanan."
    )


class PublicationForm(Form):
    """The announcement."""

    number = StringField("Nomor pengumuman", [Needed("Isi nomor pengumuman."), Longest(80)])
    published_on = DateField("Tanggal diumumkan", [Needed("Isi tanggal pengumuman.")])
    media = TextAreaField(
        "Diumumkan melalui",
        [Needed("Sebutkan sedikitnya satu tempat pengumuman."), Longest(2000)],
        description="Satu tempat tiap baris, misalnya laman resmi dan papan pengumuman.",
        render_kw={"rows": 2},
    )
    open_list = StringField(
        "Daftar Informasi Publik",
        [Needed("Sebutkan DIP yang memuatnya."), Longest(200)],
        description="Nama atau nomor DIP dan tahunnya.",
    )
    announcement = TextAreaField(
        "Isi pengumuman",
        [Needed("Isi pengumuman."), Longest(20_000)],
        description="Boleh memakai Markdown.",
        render_kw={"rows": 6},
    )
    rows = RowList(FormField(PublicationRow))


class Publication(NumberedStep, EntryStep):
    """The last step of Pembukaan."""

    code = StepKindCode.PUBLICATION
    template = "cases/kinds/publication.html"
    record_template = "cases/kinds/publication_record.html"
    form_class = PublicationForm
    series = "pengumuman"
    dated_by = "published_on"
    help = "Catat pengumuman yang sudah dilakukan dan DIP yang sekarang memuat informasinya."

    def start(self, context: StepContext) -> Data:
        """The announcement names the determination."""
        titles = public_titles([entry.id for entry in context.entries])
        lines = [f"- {titles[entry.id] or entry.number}" for entry in context.entries]
        return {
            **super().start(context),
            "published_on": context.today.isoformat(),
            "open_list": f"Daftar Informasi Publik Tahun {context.today.year}",
            "announcement": "\n".join([_opening_sentence(context), "", *lines]),
        }

    def start_row(self, _context: StepContext, entry: ReviewedEntry) -> Data:
        """The public title: the office's own wording never leaves it by itself."""
        return {**named(entry), "open_title": public_titles([entry.id])[entry.id], "access": ""}

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Announced already; each entry with its title."""
        found = [
            Missing(f"{start}open_title", "Isi judul yang dimuat dalam DIP.")
            for start, row in numbered(data["rows"])
            if not row.get("open_title")
        ]
        if (data.get("published_on") or "") > context.today.isoformat():
            found.append(Missing("published_on", "Pengumuman dicatat sesudah dilakukan."))
        return found

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The determination that is announced."""
        determined = context.data_of(StepKindCode.DETERMINATION)
        return {**super().extras(context, data), "determined": determined}

    def summary(self, data: Data) -> str:
        """When, and in which list."""
        day = format_date(date.fromisoformat(data["published_on"]))
        return f"Diumumkan {day}; {data['open_list']}"


def _opening_sentence(context: StepContext) -> str:
    """The office's words on the determination; without one only what is open."""
    determined = context.data_of(StepKindCode.DETERMINATION)
    if not determined:
        return "Informasi berikut dinyatakan terbuka:"
    values = {
        "badan_publik": context.office.body_name,
        "kantor": context.office.office_name,
        "nomor_penetapan": text_of(determined, "number_text"),
        "tanggal_penetapan": format_date(date.fromisoformat(determined["determined_on"])),
    }
    return wording_whole("pengumuman-pembuka", values)
