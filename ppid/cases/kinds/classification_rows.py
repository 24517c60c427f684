"""The rows in which a whole new classification is written: formulation and change sheet."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, FormField, RadioField, TextAreaField

from ppid.cases.kinds.contract import Data, Missing
from ppid.cases.kinds.entry_rows import before_words, named
from ppid.cases.kinds.period_fields import period_values, period_words, read_period
from ppid.cases.kinds.picker import PickerRow, keyed, lacking_bases, read_picker
from ppid.cases.reviewed import ReviewedEntry
from ppid.law.facts import Extent
from ppid.register.classification_form import EXTENTS, PeriodForm
from ppid.register.content import ClassificationDraft
from ppid.web.forms import Longest, choices

KEEP_LENGTH = 10


class ClassificationRow(PickerRow):
    """A new classification of one entry, or the word that the old one stays."""

    keep = BooleanField("Tidak diubah: klasifikasi yang lama tetap berlaku")
    keep_reason = TextAreaField("Alasan tidak diubah", [Longest(4000)], render_kw={"rows": 2})
    extent = RadioField(
        "Seberapa banyak dikecualikan", choices=choices(EXTENTS), validate_choice=False
    )
    excluded_parts = TextAreaField(
        "Bagian yang dikecualikan",
        [Longest(10_000)],
        description="Diisi bila hanya sebagian; selebihnya diberikan dengan penghitaman.",
        render_kw={"rows": 2},
    )
    consequence_open = TextAreaField(
        "Konsekuensi bila dibuka", [Longest(10_000)], render_kw={"rows": 4}
    )
    benefit_closed = TextAreaField("Manfaat bila ditutup", [Longest(10_000)], render_kw={"rows": 4})
    period_fields = FormField(PeriodForm)


def row_of(entry: ReviewedEntry, said: Mapping[str, Any] | None = None) -> Data:
    """A row that starts from ``said``, else from what is in force, else from nothing."""
    begun = said or (entry.before.to_dict() if entry.before else ClassificationDraft().to_dict())
    return {
        "keep": False,
        "keep_reason": "",
        **begun,
        **named(entry),
        **_told(begun),
        "before": before_words(entry),
        "find": "",
        "why_revoked": "",
    }


def _told(said: Mapping[str, Any]) -> Data:
    return {
        "bases": keyed(said["bases"]),
        "period_fields": period_values(said["period"]),
        "period_words": period_words(said["period"], said["period_text"]),
    }


def read_classification(kept: Data, typed: Data) -> Data:
    """The row after typing: the period as stated, its words, the bases with their reasoning."""
    row = read_picker(kept, typed)
    if "period_fields" not in typed:
        return row
    period = read_period(typed["period_fields"])
    written = "" if period else kept.get("period_text", "")
    return {
        **row,
        "extent": row["extent"] if row.get("extent") in set(Extent) else Extent.WHOLE.value,
        "period": period,
        "period_text": written,
        "period_words": period_words(period, written),
    }


def draft_of(row: Mapping[str, Any]) -> ClassificationDraft:
    """What a determination would say by this row."""
    return ClassificationDraft.from_dict(row)


def lacking_reasons(start: str, row: Mapping[str, Any]) -> list[Missing]:
    """A kept entry says why; a changed one has bases with their reasoning."""
    if not row.get("keep"):
        return lacking_bases(start, row["bases"])
    if len(str(row.get("keep_reason") or "").strip()) >= KEEP_LENGTH:
        return []
    message = f"Isi alasan tidak diubah, paling sedikit {KEEP_LENGTH} huruf."
    return [Missing(f"{start}keep_reason", message)]
