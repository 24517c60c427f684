"""Publication: where and when an opening was announced, and the open list that now holds it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from wtforms import DateField, FormField, StringField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, named, numbered
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.kinds.sources import text_of
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.dates import format_date
from ppid.register.queries import public_titles
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


class Publication(EntryStep):
    """The last step of Pembukaan."""

    code = StepKindCode.PUBLICATION
    template = "cases/kinds/publication.html"
    record_template = "cases/kinds/publication_record.html"
    form_class = PublicationForm
    help = "Catat pengumuman yang sudah dilakukan dan DIP yang sekarang memuat informasinya."

    def start(self, context: StepContext) -> Data:
        """The announcement names the determination."""
        determined = context.data_of(StepKindCode.DETERMINATION)
        number = text_of(determined, "number_text")
        named_by = f"Dengan Penetapan Nomor {number}, " if number else ""
        titles = public_titles([entry.id for entry in context.entries])
        lines = [f"- {titles[entry.id] or entry.number}" for entry in context.entries]
        return {
            **super().start(context),
            "published_on": context.today.isoformat(),
            "open_list": f"Daftar Informasi Publik Tahun {context.today.year}",
            "announcement": "\n".join(
                [f"{named_by}informasi berikut dinyatakan terbuka:", "", *lines]
            ),
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
