"""The forms around a case; those of its steps stand with their kinds."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import (
    HiddenField,
    RadioField,
    SearchField,
    StringField,
    SubmitField,
    TextAreaField,
)

from ppid.cases.procedure_queries import KeptProcedure
from ppid.web.forms import Form, Longest, Needed, choices
from ppid.workflow.procedure import Subject

ORDER = (Subject.CHANGE, Subject.INITIAL, Subject.OPENING)


class OpenCaseForm(Form):
    """Procedure, entries and title of a new case."""

    entri = HiddenField()
    procedure = RadioField("Prosedur", [Needed("Pilih prosedur yang akan dijalankan.")])
    title = StringField(
        "Judul perkara",
        [Longest(300)],
        description="Boleh dikosongkan: judul akan dibuat dari entri yang dipilih.",
    )
    entries = TextAreaField(
        "Nomor entri",
        [Longest(4000)],
        description="Satu nomor tiap baris atau dipisahkan koma, misalnya DIK-0042, DIK-0043.",
    )
    q = SearchField("Cari entri", description="Nomor atau kata dari judulnya.")
    search = SubmitField("Cari")

    def offer(self, procedures: Iterable[KeptProcedure], *, undetermined: bool) -> None:
        """The procedures that can be run now: change, first determination, opening.

        Chosen beforehand is the change of what was determined; for entries of which nothing is
        determined yet (``undetermined``), the first determination.
        """
        self.entries.data = "\n".join(self.numbers())
        runnable = sorted(
            (kept.procedure for kept in procedures if not kept.unknown_steps),
            key=lambda each: (ORDER.index(each.subject), each.code),
        )
        self.procedure.choices = choices(
            (each.code, f"{each.short}: {each.title}") for each in runnable
        )
        wanted = Subject.INITIAL if undetermined else Subject.CHANGE
        fitting = [each.code for each in runnable if each.subject is wanted]
        if not self.procedure.data and runnable:
            self.procedure.data = (fitting or [runnable[0].code])[0]

    @property
    def searching(self) -> bool:
        """Whether only more entries are looked for."""
        return bool(self.search.data) or bool(self._picked())

    def numbers(self) -> list[str]:
        """The numbers chosen: written in the field, picked by a button, or given by the address."""
        text = self.entries.data or ""
        written = text.replace(",", " ").replace(";", " ").upper().split()
        return list(dict.fromkeys([*written, *self._picked()]))

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {
            "code": self.procedure.data,
            "title": self.title.data or "",
            "entry_numbers": self.numbers(),
        }

    def _picked(self) -> Sequence[str]:
        return [number.upper() for number in self.entri.raw_data or [] if number]


class EntryForm(Form):
    """One more entry for a case."""

    entry = StringField(
        "Nomor entri", [Needed("Isi nomor entri, misalnya DIK-0042.")], id="tambah-entri"
    )


class AttachmentForm(Form):
    """A file for a step, and where its paper lies."""

    file = FileField(
        "Berkas",
        id="lampiran-berkas",
        description="PDF, PNG, JPG, DOCX, XLSX, ODT, atau TXT.",
    )
    hardcopy_place = StringField(
        "Letak hardcopy",
        [Longest(200)],
        id="lampiran-letak",
        description="Rak, boks, dan berkas.",
    )


class ProcedureForm(Form):
    """A new version of a procedure as a JSON document."""

    file = FileField("Berkas JSON")
    document = TextAreaField(
        "Atau tempelkan isinya",
        description="Bentuknya sama dengan yang diunduh dari halaman prosedur.",
    )

    def text(self) -> str:
        """The document sent, as file or as text."""
        sent = self.file.data
        if isinstance(sent, FileStorage) and sent.filename:
            return str(sent.read(), "utf-8", errors="replace")
        return self.document.data or ""
