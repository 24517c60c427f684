"""The sheet of a procedure, to and from its document."""

from datetime import date

from ppid.workflow.fields import Fields
from ppid.workflow.sheet import Approver, Correction, Sheet, SheetBasis


def load_sheet(fields: Fields) -> Sheet:
    """The sheet that ``fields`` describe; InvalidProcedure naming the fault."""
    sheet = Sheet(
        number=fields.text("number") or None,
        signed_on=_load_date(fields, "signed_on"),
        office=fields.text("office"),
        unit=fields.text("unit"),
        approver=_load_approver(fields),
        legal_bases=tuple(_load_basis(part) for part in fields.parts("legal_bases", "Dasar hukum")),
        qualifications=fields.texts("qualifications"),
        related=fields.texts("related"),
        equipment=fields.texts("equipment"),
        warnings=fields.texts("warnings"),
        recording=fields.texts("recording"),
        corrections=tuple(_load_correction(part) for part in fields.parts("corrections", "Ralat")),
    )
    fields.close()
    return sheet


def dump_sheet(sheet: Sheet) -> dict[str, object]:
    """The document of a sheet; ``load_sheet`` gives the same sheet back."""
    return {
        "number": sheet.number or "",
        "signed_on": sheet.signed_on.isoformat() if sheet.signed_on else "",
        "office": sheet.office,
        "unit": sheet.unit,
        "approver": dict(vars(sheet.approver)) if sheet.approver else None,
        "legal_bases": [
            {**vars(basis), "regulation": basis.regulation or ""} for basis in sheet.legal_bases
        ],
        "qualifications": list(sheet.qualifications),
        "related": list(sheet.related),
        "equipment": list(sheet.equipment),
        "warnings": list(sheet.warnings),
        "recording": list(sheet.recording),
        "corrections": [dict(vars(correction)) for correction in sheet.corrections],
    }


def _load_date(fields: Fields, name: str) -> date | None:
    text = fields.text(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        fields.refuse(f"tanggal “{text}” harus berbentuk tahun-bulan-hari, misalnya 2021-01-18")


def _load_approver(fields: Fields) -> Approver | None:
    part = fields.part("approver", "Pengesah")
    if part.is_empty:
        return None
    approver = Approver(
        name=part.needed_text("name", "nama pengesah"),
        title=part.needed_text("title", "jabatan pengesah"),
        nip=part.text("nip"),
    )
    part.close()
    return approver


def _load_basis(fields: Fields) -> SheetBasis:
    basis = SheetBasis(
        text=fields.needed_text("text", "nama peraturan"),
        regulation=fields.text("regulation") or None,
        revoked=fields.flag("revoked"),
        note=fields.text("note"),
    )
    fields.close()
    return basis


def _load_correction(fields: Fields) -> Correction:
    correction = Correction(
        original=fields.needed_text("original", "tulisan asli"),
        corrected=fields.needed_text("corrected", "tulisan yang benar"),
        cut_off=fields.flag("cut_off"),
    )
    fields.close()
    return correction
