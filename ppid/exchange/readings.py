"""What can be read from the cells of a published row: proposals with a confidence, no more."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ppid.exchange.published import PublishedRow
from ppid.law.citations import Catalogue, Citation, ListedRegulation, Reading, Resolved, parse
from ppid.law.period_text import PeriodReading, parse_period
from ppid.law.periods import describe
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.content import BasisDraft, ClassificationDraft

SURE = 0.9


class KnownLaw:
    """The catalogue of legal bases, read once for a whole file."""

    def __init__(self) -> None:
        cites: dict[str, list[str]] = defaultdict(list)
        self._ids: dict[tuple[str, str], int] = {}
        for row in Provision.select(Provision, Regulation).join(Regulation):
            cites[row.regulation.code].append(row.cite)
            self._ids[row.regulation.code, row.cite] = row.id
        self._catalogue = Catalogue(
            ListedRegulation(
                row.code, row.kind, row.number, row.year, row.title, tuple(cites[row.code])
            )
            for row in Regulation.select()
        )

    def find(self, citation: Citation) -> Resolved:
        """The regulation and provision of a citation, as far as the catalogue has them."""
        return self._catalogue.resolve(citation)

    def draft(self, citation: Citation) -> BasisDraft:
        """The citation as a basis; only the very provision counts, never one near it."""
        found = self.find(citation)
        provision = self._ids.get((found.key or "", found.cite or "")) if found.exact else None
        return BasisDraft(provision, citation.official(), citation.ground)


def read_row(row: PublishedRow) -> dict[str, Any]:
    """What was read from each cell that holds law or time, for keeping beside the original."""
    return {
        "legal_bases_raw": _of_bases(parse(row.text("legal_bases_raw"))),
        "period_text": _of_period(parse_period(row.text("period_text"))),
    }


def draft_row(row: PublishedRow, law: KnownLaw) -> ClassificationDraft:
    """The undetermined classification of a row: its texts, and the bases read beyond doubt.

    The period stays in its words: nobody has confirmed when it starts or ends.
    """
    citations = parse(row.text("legal_bases_raw")).citations
    return ClassificationDraft(
        bases=tuple(law.draft(each) for each in citations if is_sure(each)),
        consequence_open=row.text("consequence_open"),
        benefit_closed=row.text("consequence_closed"),
        period_text=row.text("period_text"),
    )


def is_sure(citation: Citation) -> bool:
    """Whether a citation was read beyond doubt and names its regulation."""
    return citation.confidence >= SURE and citation.regulation is not None


def _of_bases(reading: Reading) -> dict[str, Any]:
    return {
        "read": [
            {
                "text": citation.official(),
                "confidence": citation.confidence,
                "notes": list(citation.notes),
            }
            for citation in reading.citations
        ],
        "not_understood": [
            {"text": each.text, "reason": each.reason} for each in reading.not_understood
        ],
    }


def _of_period(reading: PeriodReading) -> dict[str, Any]:
    return {
        "read": [
            {
                "text": describe(each.period),
                "confidence": each.confidence,
                "notes": list(each.notes),
                "period": each.period.to_dict(),
            }
            for each in _readable(reading)
            if each.period
        ],
        "not_understood": [
            {"text": text, "reason": "; ".join(reading.notes)} for text in reading.not_understood
        ],
    }


def _readable(reading: PeriodReading) -> Iterable[PeriodReading]:
    """The items of a list, each by itself; else the whole."""
    return reading.items or (reading,)
