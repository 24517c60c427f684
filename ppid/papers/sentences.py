"""The office's fixed sentences on the papers of a case, as they stood when the step was done."""

from datetime import date

from markupsafe import Markup

from ppid.law.dates import spell_date
from ppid.office.queries import office
from ppid.papers.step_records import StepRecord
from ppid.texts.wording import wording_html

UNSAID = "…"


def write_sentence(name: str, record: StepRecord, **values: str) -> Markup:
    """The text of this name with what the case and the office are called, and ``values``."""
    settings, facts = office(), record.file.facts
    known = {
        "badan_publik": settings.body_name,
        "kantor": settings.office_name,
        "nomor_perkara": facts.number,
        "judul_perkara": facts.title,
    }
    return wording_html(name, {**known, **values}, at=record.at)


def write_sheet_opening(name: str, record: StepRecord, on: date) -> Markup:
    """Day, date and place of a consequence test (Perki 1/2021 Lampiran II and IV)."""
    place = record.data.get("place") or office().city or UNSAID
    return write_sentence(name, record, hari_tanggal=spell_date(on), tempat=place)
