"""Meeting: when, where, who, what was discussed and concluded (Berita Acara)."""

from collections.abc import Sequence
from datetime import date

from wtforms import DateField, FormField, StringField, TextAreaField, TimeField
from wtforms.validators import Optional

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, Missing
from ppid.cases.kinds.numbered import NumberedStep
from ppid.cases.kinds.people_rows import (
    PersonRow,
    change_people,
    filled,
    lacking_people,
    padded,
    trimmed,
)
from ppid.cases.kinds.row_lists import RowList
from ppid.law.dates import format_date
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode

LEAST = 2


class MeetingForm(Form):
    """The fields of the Berita Acara."""

    number = StringField("Nomor Berita Acara", [Needed("Isi nomor Berita Acara."), Longest(80)])
    held_on = DateField("Tanggal", [Needed("Isi tanggal konsinyasi.")])
    starts_at = TimeField("Mulai pukul", [Optional()])
    ends_at = TimeField("Selesai pukul", [Optional()])
    place = StringField("Tempat", [Needed("Isi tempat konsinyasi."), Longest(200)])
    chair = StringField(
        "Pimpinan rapat", [Needed("Isi nama dan jabatan pimpinan rapat."), Longest(200)]
    )
    agenda = TextAreaField(
        "Agenda", [Needed("Isi agenda konsinyasi."), Longest(4000)], render_kw={"rows": 2}
    )
    participants = RowList(FormField(PersonRow))
    minutes = TextAreaField(
        "Notula",
        [Needed("Isi pokok pembahasan."), Longest(50_000)],
        description="Pokok pembahasan tiap entri. Boleh memakai Markdown.",
        render_kw={"rows": 8},
    )
    conclusion = TextAreaField(
        "Kesimpulan",
        [Needed("Isi kesimpulan konsinyasi."), Longest(10_000)],
        render_kw={"rows": 3},
    )


class Meeting(NumberedStep):
    """Step 5 of the SOP: konsinyasi."""

    code = StepKindCode.MEETING
    template = "cases/kinds/meeting.html"
    record_template = "cases/kinds/meeting_record.html"
    form_class = MeetingForm
    series = "berita-acara"
    dated_by = "held_on"
    topics = ("minutes",)
    help = (
        "Catat konsinyasi yang sudah berlangsung: waktu, tempat, peserta, pembahasan, dan "
        "kesimpulan. Daftar hadir yang ditandatangani dapat dilampirkan."
    )

    def start(self, context: StepContext) -> Data:
        """The agenda names the entries."""
        entries = "; ".join(f"{entry.number} {entry.title}" for entry in context.entries)
        return {"chair": context.person.name, "agenda": f"Pengubahan klasifikasi: {entries}"}

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Rows for participants, some blank."""
        people = padded(data.get("participants"), LEAST + 1)
        return super().make_form(context, {**data, "participants": people}, formdata)

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """Blank rows at the end are left out."""
        read = super().read(context, form, data)
        return {**read, "participants": trimmed(read["participants"])}

    def in_draft(self, _context: StepContext, data: Data, command: str) -> Data:
        """Add or drop a participant."""
        shown = {**data, "participants": padded(data["participants"], LEAST + 1)}
        return change_people(shown, "participants", command)

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Held already, by at least two people."""
        found = lacking_people(data, "participants", LEAST, "peserta")
        if (data.get("held_on") or "") > context.today.isoformat():
            message = "Konsinyasi dicatat sesudah berlangsung; tanggalnya belum tiba."
            found.append(Missing("held_on", message))
        starts, ends = data.get("starts_at"), data.get("ends_at")
        if starts and ends and ends <= starts:
            found.append(Missing("ends_at", "Jam selesai harus sesudah jam mulai."))
        return found

    def summary(self, data: Data) -> str:
        """When, where and with how many."""
        day = format_date(date.fromisoformat(data["held_on"]))
        return f"{day} di {data['place']}, {len(filled(data['participants']))} peserta"
