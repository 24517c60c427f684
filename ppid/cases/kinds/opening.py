"""Opening: on which ground an information is opened, with its proof."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    FormField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Effect, Missing
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, before_words, named, numbered
from ppid.cases.kinds.openings import EXPIRY, GROUNDS, fact_of, grounds_of, lifted, reference
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.facts import OpeningKind
from ppid.law.grounds import name_grounds
from ppid.register.actions import record_opening
from ppid.web.forms import Form, Longest, Needed, choices
from ppid.workflow.kinds import StepKindCode

CHOICES = [(each.code, each.label) for each in GROUNDS.values()]


class OpeningRow(EntryRow):
    """From when an entry opens, where the determination opens it."""

    opens_on = DateField(
        "Terbuka mulai",
        [Optional()],
        description="Hanya untuk jangka waktu yang berakhir: tanggal akhirnya.",
    )
    note = TextAreaField("Catatan", [Longest(4000)], render_kw={"rows": 2})


class OpeningForm(Form):
    """The ground and its proof; which fields are demanded depends on the ground."""

    ground = RadioField(
        "Dasar pembukaan", [Needed("Pilih dasar pembukaan.")], choices=choices(CHOICES)
    )
    source = StringField(
        "Pengadilan, Komisi Informasi, pemberi persetujuan, atau jabatan publik", [Longest(200)]
    )
    number = StringField("Nomor putusan, perkara, atau surat", [Longest(120)])
    on = DateField("Tanggal", [Optional()])
    final = BooleanField("Putusan sudah berkekuatan hukum tetap")
    explanation = TextAreaField(
        "Penjelasan",
        [Longest(10_000)],
        render_kw={"rows": 3},
        description="Boleh memakai Markdown. Lampirkan buktinya di bawah.",
    )
    rows = RowList(FormField(OpeningRow))


class Opening(EntryStep):
    """Step 1 of Pembukaan. A final ruling opens at once: it must be obeyed, nobody approves it."""

    code = StepKindCode.OPENING
    template = "cases/kinds/opening.html"
    record_template = "cases/kinds/opening_record.html"
    form_class = OpeningForm
    help = "Pilih satu dasar pembukaan dan isi buktinya. Isian yang diminta mengikuti dasarnya."

    def start_row(self, _context: StepContext, entry: ReviewedEntry) -> Data:
        """The end of the period, where it has one."""
        period = entry.before.said.period if entry.before else None
        end = period.end() if period else None
        return {
            **named(entry),
            "opens_on": end.isoformat() if end else None,
            "note": "",
            "before": before_words(entry),
        }

    def read(self, context: StepContext, form: Form, data: Data) -> Data:
        """What was typed, with what it lifts of each entry and what stays closed."""
        read = super().read(context, form, data)
        ground = GROUNDS.get(read.get("ground") or "")
        for row, entry in zip(read["rows"], context.entries, strict=True):
            closing = grounds_of(entry)
            freed = lifted(ground, entry) if ground else ()
            row["lifted"] = [each.value for each in freed]
            row["still_closed"] = [each.value for each in closing if each not in freed]
            if ground and ground.code != EXPIRY:
                row["opens_on"] = read.get("on")  # it opens with its ground, on no other day
        return {**read, "reference": reference(read)}

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """The proof that this ground asks for, and something that it may lift."""
        ground = GROUNDS.get(data.get("ground") or "")
        if ground is None:
            return ()
        found = [
            Missing(name, message)
            for name, message in (ground.needs or {}).items()
            if not data.get(name)
        ]
        if (data.get("on") or "") > context.today.isoformat() and ground.code != EXPIRY:
            found.append(Missing("on", "Tanggal ini belum tiba."))
        if ground.kind is OpeningKind.RULING and not data.get("final"):
            message = "Putusan yang belum berkekuatan hukum tetap belum membuka informasi."
            found.append(Missing("final", message))
        if ground.kind is OpeningKind.CONSENT and not context.attachments:
            found.append(Missing(None, "Lampirkan surat persetujuan tertulisnya."))
        return [*found, *_lacking_rows(data, ground.code)]

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """The grounds with their articles."""
        closing = {entry.id: name_grounds(grounds_of(entry)) for entry in context.entries}
        return {**super().extras(context, data), "grounds": GROUNDS, "closing": closing}

    def confirmation(self, _context: StepContext, data: Data, _outcome: object) -> str:
        """A final ruling opens at once."""
        if data.get("ground") != OpeningKind.RULING.value:
            return ""
        return (
            f"{reference(data)} akan dicatat dan {len(data['rows'])} entri menjadi terbuka; "
            "catatan ini tidak dapat diubah lagi."
        )

    def effect(self, context: StepContext, data: Data) -> Effect:
        """A final ruling opens from its day, before anybody approves it."""
        if data["ground"] == OpeningKind.RULING.value:
            ids = [row["entry_id"] for row in data["rows"]]
            record_opening(context.person, entry_ids=ids, opening=fact_of(data, ()))
        return Effect()

    def label(self, code: str) -> str:
        """A ground in words."""
        return GROUNDS[code].label if code in GROUNDS else "Belum dipilih"

    def summary(self, data: Data) -> str:
        """The ground."""
        return f"{self.label(data['ground'])}: {len(data['rows'])} entri"


def _lacking_rows(data: Data, code: str) -> list[Missing]:
    found = []
    for start, row in numbered(data["rows"]):
        if code == EXPIRY and not row.get("opens_on"):
            message = "Isi tanggal berakhirnya jangka waktu."
            found.append(Missing(f"{start}opens_on", message))
        if code not in {EXPIRY, OpeningKind.RULING.value} and not row["lifted"]:
            message = (
                f"Dasar ini tidak membuka {row['number']}: tidak ada hurufnya yang dapat dibuka "
                f"olehnya ({GROUNDS[code].article})."
            )
            found.append(Missing("ground", message))
    return found
