"""The law as the demo's files cite it, in the words of the catalogue."""

from ppid.demo.files import Record
from ppid.law.facts import Extent
from ppid.law.periods import Period
from ppid.legal_bases.models import Provision, Regulation
from ppid.register.content import BasisDraft, ClassificationDraft


class DemoLaw:
    """Legal bases and classifications from records of the files."""

    def __init__(self) -> None:
        self.provisions = {
            (row.regulation.code, row.cite): row
            for row in Provision.select(Provision, Regulation).join(Regulation)
        }
        self.titles = {row.code: row.title for row in Regulation.select()}

    def classification(self, said: Record) -> ClassificationDraft:
        """What a record says of an entry."""
        return ClassificationDraft(
            extent=Extent(said["extent"]),
            excluded_parts=said["excluded_parts"] or "",
            bases=tuple(self.basis(basis) for basis in said["bases"]),
            consequence_open=said["consequence_open"] or "",
            benefit_closed=said["benefit_closed"] or "",
            period=read_period(said["period"]),
            period_text=said.get("period_text") or "",
        )

    def basis(self, record: Record) -> BasisDraft:
        """A basis; only its wording where the catalogue lacks the provision."""
        reasoning = record["reasoning"] or ""
        if "text" in record:
            return BasisDraft(None, record["text"], reasoning=reasoning)
        provision = self.provisions.get((record["regulation"], record["cite"]))
        if provision:
            return BasisDraft.from_provision(provision, reasoning)
        named = f"{self.titles[record['regulation']]}, {record['cite']}"
        return BasisDraft(None, named, reasoning=reasoning)


def read_period(record: Record | None) -> Period | None:
    """A period; what a record leaves open is left out."""
    filled = {name: value for name, value in (record or {}).items() if value is not None}
    if "condition" in filled:
        filled["condition"] = filled["condition"].removeprefix("selama ")
    return Period.from_dict(filled) if filled else None
