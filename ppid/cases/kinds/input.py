"""Input: the unit says what still holds, what changed, and what is wrong with each basis."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wtforms import FormField, HiddenField, RadioField, TextAreaField

from ppid.cases.kinds.context import StepContext
from ppid.cases.kinds.contract import Data, Formdata, Missing
from ppid.cases.kinds.entry_rows import EntryRow, EntryStep, before_words, named, numbered
from ppid.cases.kinds.freezing import RowForm
from ppid.cases.kinds.picker import keyed
from ppid.cases.kinds.row_lists import RowList
from ppid.cases.reviewed import ReviewedEntry
from ppid.web.forms import Form, Longest, choices
from ppid.workflow.kinds import StepKindCode
from ppid.workflow.procedure import Subject

VERDICTS = [("tetap", "Tetap tepat"), ("ragu", "Diragukan"), ("salah", "Keliru")]
VERDICT_WORDS = dict(VERDICTS)
LETTERS = 10


class RemarkRow(RowForm):
    """A remark on one basis in force."""

    key = HiddenField()
    verdict = RadioField("Penilaian", choices=choices(VERDICTS), validate_choice=False)
    why = TextAreaField(
        "Alasan",
        [Longest(4000)],
        description="Wajib bila diragukan atau keliru.",
        render_kw={"rows": 2},
    )


class InputRow(EntryRow):
    """What the unit says of one entry."""

    still_holds = TextAreaField(
        "Yang masih berlaku",
        [Longest(10_000)],
        render_kw={"rows": 3},
        description="Keadaan yang dahulu menjadi alasan dan sampai sekarang tetap sama.",
    )
    changed = TextAreaField(
        "Yang berubah",
        [Longest(10_000)],
        render_kw={"rows": 3},
        description="Perubahan keadaan, isi dokumen, atau peraturan sejak penetapan terakhir.",
    )
    documents = TextAreaField(
        "Dokumen",
        [Longest(4000)],
        render_kw={"rows": 2},
        description="Nama, bentuk, dan tahun dokumen. Berkasnya dapat dilampirkan di bawah.",
    )
    remarks = RowList(FormField(RemarkRow))


class InputForm(Form):
    """A row for each entry, and what concerns all of them."""

    rows = RowList(FormField(InputRow))
    note = TextAreaField("Catatan umum", [Longest(10_000)], render_kw={"rows": 2})


class Input(EntryStep):
    """Step 2 of the SOP; in the first determination it recognises the documents."""

    code = StepKindCode.INPUT
    template = "cases/kinds/input.html"
    record_template = "cases/kinds/input_record.html"
    form_class = InputForm
    help = (
        "Untuk tiap entri: sebutkan apa yang masih berlaku atau berubah, dan nilai setiap dasar "
        "hukum yang sekarang dipakai."
    )

    def told(self, context: StepContext) -> str:
        """A first determination recognises documents; there is nothing yet to hold or change."""
        if context.procedure.subject is not Subject.INITIAL:
            return self.help
        return (
            "Untuk tiap entri: kenali dokumen yang memuatnya (nama, bentuk, tahun) dan gambarkan "
            "keadaan informasinya sekarang, sejelas mungkin."
        )

    def start_row(self, context: StepContext, entry: ReviewedEntry) -> Data:
        """A remark to be made on each basis in force."""
        standing = entry.before if context.procedure.subject is not Subject.INITIAL else None
        bases = keyed(standing.to_dict()["bases"]) if standing else []
        remarks = [
            {"key": each["key"], "citation": each["citation"], "verdict": None, "why": ""}
            for each in bases
        ]
        texts = {"still_holds": "", "changed": "", "documents": ""}
        return {**named(entry), **texts, "before": before_words(entry), "remarks": remarks}

    def read_row(self, _context: StepContext, kept: Data, typed: Data) -> Data:
        """The remarks stay those on the bases in force."""
        said = {row["key"]: row for row in typed.get("remarks") or ()}
        remarks = [{**each, **said.get(each["key"], {})} for each in kept["remarks"]]
        return {**kept, **typed, "remarks": remarks}

    def make_form(self, context: StepContext, data: Data, formdata: Formdata | None) -> Form:
        """Where nothing was said before there is nothing to hold or to change."""
        form = super().make_form(context, data, formdata)
        if context.procedure.subject is Subject.INITIAL:
            for row in form["rows"]:
                row.form.still_holds.label.text = "Keadaan informasi sekarang"
        return form

    def missing(self, context: StepContext, data: Data) -> Sequence[Missing]:
        """Something is said of each entry, and of each of its bases."""
        initial = context.procedure.subject is Subject.INITIAL
        return [
            fault
            for start, row in numbered(data["rows"])
            for fault in (*_lacking_text(start, row, initial), *_lacking_verdicts(start, row))
        ]

    def extras(self, context: StepContext, data: Data) -> Mapping[str, Any]:
        """Whether documents are recognised, or a standing reviewed."""
        initial = context.procedure.subject is Subject.INITIAL
        return {**super().extras(context, data), "initial": initial}

    def words(self, verdict: str) -> str:
        """A verdict on a basis in words."""
        return VERDICT_WORDS.get(verdict, "Belum dinilai")

    def summary(self, data: Data) -> str:
        """How many bases are no longer held to be right."""
        if not any(row.get("before") for row in data["rows"]):
            return f"Dokumen dikenali untuk {len(data['rows'])} entri"
        remarks = [each for row in data["rows"] for each in row["remarks"]]
        doubted = sum(each["verdict"] in {"ragu", "salah"} for each in remarks)
        return f"Masukan atas {len(data['rows'])} entri; {doubted} dasar hukum dipersoalkan"


def _lacking_text(start: str, row: Data, initial: bool) -> Iterator[Missing]:
    if initial and not row["documents"]:
        yield Missing(f"{start}documents", "Sebutkan dokumen yang memuat informasi ini.")
    if not initial and not (row["still_holds"] or row["changed"]):
        yield Missing(f"{start}still_holds", "Isi yang masih berlaku, yang berubah, atau keduanya.")


def _lacking_verdicts(start: str, row: Data) -> Iterator[Missing]:
    for at, remark in enumerate(row["remarks"]):
        where = f"{start}remarks-{at}-"
        if remark["verdict"] not in VERDICT_WORDS:
            yield Missing(f"{where}verdict", "Pilih penilaian atas dasar hukum ini.")
        elif remark["verdict"] != "tetap" and len(remark["why"] or "") < LETTERS:
            yield Missing(f"{where}why", f"Isi alasannya, paling sedikit {LETTERS} huruf.")
