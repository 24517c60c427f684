"""Disposition: the officer sets the review going, says to whom it goes and what is asked."""

from collections.abc import Sequence

from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import Optional

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.numbered import NumberedStep, with_number
from ppid.web.forms import Form, Longest, Needed
from ppid.workflow.kinds import StepKindCode


class DispositionForm(Form):
    """The fields of a Lembar Disposisi."""

    number = StringField("Nomor disposisi", [Needed("Isi nomor disposisi."), Longest(80)])
    agenda = StringField(
        "Agenda kerja",
        [Needed("Isi agenda kerja yang mendasari penelaahan ini."), Longest(300)],
        description="Nomor atau nama agenda kerja, misalnya: Agenda Kerja PPID 2026 butir 4.",
    )
    addressee = StringField(
        "Diteruskan kepada",
        [Needed("Isi jabatan atau unit yang menerima disposisi."), Longest(200)],
        description="Sebut jabatannya, bukan nama orangnya.",
    )
    instruction = TextAreaField(
        "Isi disposisi",
        [Needed("Isi apa yang diminta untuk ditelaah."), Longest(10_000)],
        description="Apa yang perlu ditelaah dan mengapa sekarang. Boleh memakai Markdown.",
    )
    due_on = DateField("Ditunggu paling lambat", [Optional()])


class Disposition(NumberedStep):
    """Step 1 of the SOP: Agenda Kerja → Disposisi."""

    code = StepKindCode.DISPOSITION
    template = "cases/kinds/disposition.html"
    record_template = "cases/kinds/disposition_record.html"
    form_class = DispositionForm
    series = "lembar-disposisi"
    help = (
        "Tunjuk unit yang menelaah, sebutkan apa yang diminta, dan lampirkan agenda kerjanya "
        "bila ada."
    )

    def start(self, context: StepContext) -> Data:
        """The units that hold the entries are the first to be asked."""
        units = dict.fromkeys(entry.unit_name for entry in context.entries)
        return {"addressee": ", ".join(f"PPID Unit Kerja {name}" for name in units)}

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """A day to answer by that has already passed helps nobody."""
        due_on = data.get("due_on")
        if due_on and due_on < context.today.isoformat():
            return (Missing("due_on", "Tanggal ini sudah lewat; isi hari ini atau sesudahnya."),)
        return ()

    def summary(self, data: Data) -> str:
        """To whom it went."""
        return f"{with_number('Disposisi', data)} kepada {data['addressee']}"
