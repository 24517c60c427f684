"""A consequence test as the law looks at it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ppid.cases.kinds.people_rows import filled
from ppid.cases.kinds.sources import OPEN
from ppid.law.completeness import Completeness, ConsequenceTestFacts, assess_test
from ppid.law.facts import Extent
from ppid.law.periods import Period

RESULTS = [
    (Extent.WHOLE.value, "Dikecualikan seluruhnya"),
    (Extent.PARTIAL.value, "Dikecualikan sebagian"),
    (OPEN, "Terbuka: tidak ada alasan untuk mengecualikan"),
]
RESULT_WORDS = dict(RESULTS)
GAP_FIELDS = {
    "dokumen": "document",
    "undang-undang": "law_analysed",
    "akibat-dibuka": "consequence_open",
    "manfaat-ditutup": "benefit_closed",
    "kepentingan-umum": "public_interest",
    "cara": "method",
    "hari-dan-tempat": "place",
    "hasil": "result",
    "bagian": "excluded_parts",
    "jangka-waktu": "period_fields-kind",
}
"""The gaps that the sheet itself can fill, with their fields."""


def assess_row(data: Mapping[str, Any], row: Mapping[str, Any]) -> Completeness:
    """How complete the test of one entry is; nobody has approved it yet."""
    return assess_test(_facts(data, row))


def _facts(data: Mapping[str, Any], row: Mapping[str, Any]) -> ConsequenceTestFacts:
    day = data.get("tested_on")
    result = row.get("result")
    return ConsequenceTestFacts(
        information=row["title"],
        document=row.get("document") or "",
        tested_on=date.fromisoformat(day) if day else None,
        place=data.get("place") or "",
        participants=tuple(each["name"] for each in filled(data.get("testers"))),
        method=data.get("method") or "",
        law_analysed=row.get("law_analysed") or "",
        harm_if_opened=row.get("consequence_open") or "",
        benefit_if_closed=row.get("benefit_closed") or "",
        public_interest=row.get("public_interest") or "",
        result=Extent(result) if result in set(Extent) else None,
        opened=result == OPEN,
        excluded_parts=row.get("excluded_parts") or "",
        period=Period.from_dict(row["period"]) if row.get("period") else None,
    )
