"""The form that takes a register in."""

from flask_wtf.file import FileField, FileRequired

from ppid.web.forms import Form


class ImportForm(Form):
    """One file."""

    file = FileField(
        "Berkas register (JSON)",
        [FileRequired("Pilih berkas yang akan diperiksa atau dimuat.")],
        description="Daftar baris dengan kolom agency, register, row_no, title, summary, "
        "legal_bases_raw, consequence_open, consequence_closed, period_text, unit, kind, notes.",
        render_kw={"accept": ".json,application/json"},
    )
