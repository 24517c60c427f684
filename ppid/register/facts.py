"""From rows to facts: what ``ppid.law`` needs to say how an entry stands."""

from collections.abc import Sequence

from ppid.law.dates import format_date
from ppid.law.facts import (
    ClassificationFacts,
    DisputeFacts,
    EntryFacts,
    Extent,
    OpeningFacts,
    OpeningKind,
)
from ppid.law.grounds import Ground
from ppid.law.periods import Period, PeriodKind
from ppid.register.citing import short_citation
from ppid.register.content import read_period
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import Determination, Dispute, LegalBasis, Opening

UNSTATED = Period(PeriodKind.UNTIL_DATE)


def load_facts(entry_ids: Sequence[int]) -> dict[int, EntryFacts]:
    """Facts by the id of their entry."""
    return {key: facts_of(dossier) for key, dossier in load_dossiers(entry_ids).items()}


def facts_of(dossier: Dossier) -> EntryFacts:
    """The facts of one entry: determinations in the order of issue, openings, disputes."""
    return EntryFacts(
        first_excluded_on=dossier.entry.first_excluded_on,
        classifications=tuple(_classification(said) for said in dossier.determined),
        openings=tuple(_opening(row) for row in dossier.openings),
        disputes=tuple(_dispute(row) for row in dossier.disputes),
    )


def name_determination(determination: Determination) -> str:
    """How a determination is named in a sentence: ``Penetapan Nomor 3/… (18 Januari 2025)``."""
    day = format_date(determination.determined_on)
    return f"Penetapan Nomor {determination.number_text} tanggal {day}"


def grounds_of(bases: Sequence[LegalBasis]) -> tuple[Ground, ...]:
    """The huruf of UU 14/2008 Pasal 17 that the bases cite themselves, each once."""
    return tuple(dict.fromkeys(Ground(basis.ground) for basis in bases if basis.ground))


def _classification(said: Said) -> ClassificationFacts:
    if said.determination is None:
        raise ValueError("a proposal closes nothing")
    return ClassificationFacts(
        key=said.row.id,
        label=name_determination(said.determination),
        effective_on=said.determination.effective_on,
        grounds=grounds_of(said.bases),
        extent=Extent(said.row.extent),
        period=read_period(said.row.period) or UNSTATED,
        citation=", ".join(short_citation(basis) for basis in said.bases),
    )


def _opening(row: Opening) -> OpeningFacts:
    return OpeningFacts(
        kind=OpeningKind(row.kind),
        on=row.on,
        reference=row.reference,
        grounds=tuple(Ground(ground) for ground in row.grounds),
        final=row.final,
    )


def _dispute(row: Dispute) -> DisputeFacts:
    return DisputeFacts(row.opened_on, row.closed_on, row.reference)
