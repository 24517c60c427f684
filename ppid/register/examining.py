"""From rows to findings: what the law's checks look at, for the register and before issuing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ppid.errors import Refused
from ppid.law.citations import Article
from ppid.law.findings import BasisFacts, ExaminedEntry, Finding, blocking, examine
from ppid.law.grounds import Ground
from ppid.law.prolonging import reason_against_prolonging
from ppid.legal_bases.models import Provision, Regulation
from ppid.office.queries import work_calendar
from ppid.register.acts import DeterminationDraft
from ppid.register.citing import read_citation
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.dossiers import Dossier, Said
from ppid.register.facts import load_facts
from ppid.register.forces import Forces, is_in_force, name_successor
from ppid.register.models import Entry
from ppid.register.near_duplicates import find_near_duplicates

PARTS = re.compile(r"Pasal (\w+)(?: ayat \((\w+)\))?(?: huruf ([a-z]))?(?: angka (\d+))?")
Provisions = Mapping[int, Provision]


class Blocked(Refused):
    """Findings stop a determination; ``blocked`` holds each entry's number with its findings."""

    def __init__(self, blocked: Mapping[str, Sequence[str]]) -> None:
        told = " ".join(f"{number}: {' '.join(why)}" for number, why in blocked.items())
        super().__init__(f"Penetapan belum dapat diterbitkan. {told}")
        self.blocked = blocked


def findings_of(
    dossier: Dossier, forces: Forces, day: date, near_duplicates: tuple[str, ...]
) -> tuple[Finding, ...]:
    """What is wrong on ``day`` with what was last determined, else with what is proposed."""
    said = dossier.determined[-1] if dossier.determined else dossier.proposal
    draft = _draft_of(said)
    determination = said.determination if said else None
    examined = _examined(
        dossier.entry,
        draft,
        bases=_bases(draft.bases, _provisions_of(said), forces, day),
        has_test_sheet=bool(
            determination and (determination.test_sheet_number or determination.change_sheet_number)
        ),
        has_approval=bool(determination and determination.approval),
        near_duplicates=near_duplicates,
        determined=determination is not None,
    )
    return examine(examined, day)


def examine_drafts(
    act: DeterminationDraft, items: Mapping[Entry, ClassificationDraft]
) -> dict[Entry, tuple[Finding, ...]]:
    """What is wrong with each draft, were it determined as ``act`` says."""
    forces = Forces()
    provisions = _load_provisions(basis for draft in items.values() for basis in draft.bases)
    duplicates = find_near_duplicates({entry.unit_id for entry in items})
    day = act.determined_on
    return {
        entry: examine(
            _examined(
                entry,
                draft,
                bases=_bases(draft.bases, provisions, forces, day),
                has_test_sheet=bool(act.test_sheet_number or act.change_sheet_number),
                has_approval=bool(act.approval),
                near_duplicates=duplicates.get(entry.id, ()),
                determined=True,
            ),
            day,
        )
        for entry, draft in items.items()
    }


def refuse_blocked(act: DeterminationDraft, items: Mapping[Entry, ClassificationDraft]) -> None:
    """Raise Blocked, naming every entry and each reason, unless all may be determined."""
    late = _reasons_against_prolonging(act, items)
    blocked = {
        entry.number: [*late.get(entry.id, ()), *(each.message for each in blocking(findings))]
        for entry, findings in examine_drafts(act, items).items()
    }
    if found := {number: why for number, why in blocked.items() if why}:
        raise Blocked(found)


def _reasons_against_prolonging(
    act: DeterminationDraft, items: Mapping[Entry, ClassificationDraft]
) -> dict[int, tuple[str, ...]]:
    facts = load_facts([entry.id for entry in items])
    calendar = work_calendar()
    return {
        entry.id: (reason,)
        for entry, draft in items.items()
        if (
            reason := reason_against_prolonging(
                facts[entry.id], max(act.effective_on, act.determined_on), _grounds(draft), calendar
            )
        )
    }


def _grounds(draft: ClassificationDraft) -> tuple[Ground, ...]:
    return tuple(Ground(basis.ground) for basis in draft.bases if basis.ground)


def _draft_of(said: Said | None) -> ClassificationDraft:
    if said is None:
        return ClassificationDraft()
    return ClassificationDraft.from_classification(said.row, said.bases)


def _provisions_of(said: Said | None) -> Provisions:
    bases = said.bases if said else ()
    return {basis.provision.id: basis.provision for basis in bases if basis.provision}


def _load_provisions(bases: Iterable[BasisDraft]) -> Provisions:
    wanted = {basis.provision_id for basis in bases if basis.provision_id}
    rows = Provision.select(Provision, Regulation).join(Regulation)
    return {row.id: row for row in rows.where(Provision.id.in_(list(wanted)))}


def _examined(
    entry: Entry,
    draft: ClassificationDraft,
    *,
    bases: tuple[BasisFacts, ...],
    has_test_sheet: bool,
    has_approval: bool,
    near_duplicates: tuple[str, ...],
    determined: bool,
) -> ExaminedEntry:
    return ExaminedEntry(
        title=entry.title,
        public_title=entry.public_title,
        extent=draft.extent,
        excluded_parts=draft.excluded_parts,
        given_instead=entry.given_instead,
        bases=bases,
        consequence_open=draft.consequence_open,
        benefit_closed=draft.benefit_closed,
        period=draft.period,
        period_text=draft.period_text,
        first_excluded_on=entry.first_excluded_on,
        has_test_sheet=has_test_sheet,
        has_approval=has_approval,
        near_duplicates=near_duplicates,
        determined=determined,
    )


def _bases(
    drafts: Iterable[BasisDraft], provisions: Provisions, forces: Forces, day: date
) -> tuple[BasisFacts, ...]:
    return tuple(
        _known_basis(draft, provisions[draft.provision_id], forces, day)
        if draft.provision_id
        else _unlisted_basis(draft, forces, day)
        for draft in drafts
    )


def _known_basis(draft: BasisDraft, provision: Provision, forces: Forces, day: date) -> BasisFacts:
    """A basis of the catalogue, with what has become of its regulation by ``day``."""
    regulation = provision.regulation
    force = forces.on(regulation, day)
    pasal, ayat, huruf, angka = _parts(provision.cite)
    return BasisFacts(
        regulation_kind=regulation.kind,
        regulation_number=regulation.number,
        regulation_year=regulation.year,
        regulation_label=f"{regulation.kind} {regulation.number}/{regulation.year}",
        ground=Ground(draft.ground) if draft.ground else None,
        regulation_in_force=is_in_force(force),
        successor="" if force.holds else name_successor(force),
        reasoning=draft.reasoning,
        pasal=pasal,
        ayat=ayat,
        huruf=huruf,
        angka=angka,
    )


def _parts(cite: str) -> tuple[str, str, str, str]:
    """Pasal, ayat, huruf and angka of a provision, empty where it does not go so deep."""
    found = PARTS.match(cite)
    pasal, ayat, huruf, angka = found.groups(default="") if found else ("", "", "", "")
    return pasal, ayat, huruf, angka


def _unlisted_basis(draft: BasisDraft, forces: Forces, day: date) -> BasisFacts:
    """A basis that is no provision of the catalogue, as far as its wording tells what it is."""
    cited = read_citation(draft.citation)
    if cited is None or cited.regulation is None:
        return _unread_basis(draft)
    regulation, article = cited.regulation, cited.article or Article()
    known = forces.cited(draft.citation)
    force = forces.on(known, day) if known else None
    return BasisFacts(
        regulation_kind=regulation.label,
        regulation_number=regulation.number or "",
        regulation_year=regulation.year,
        regulation_label=regulation.compact(),
        pasal=article.pasal or "",
        ayat=article.ayat or "",
        huruf=article.huruf or "",
        angka=article.angka or "",
        ground=Ground(draft.ground) if draft.ground else None,
        regulation_in_force=is_in_force(force) if force else None,
        successor=name_successor(force) if force and not force.holds else "",
        reasoning=draft.reasoning,
        resolved=known is not None,
    )


def _unread_basis(draft: BasisDraft) -> BasisFacts:
    return BasisFacts(
        regulation_kind="",
        regulation_number="",
        regulation_year=None,
        regulation_label=draft.citation,
        ground=Ground(draft.ground) if draft.ground else None,
        regulation_in_force=None,
        reasoning=draft.reasoning,
        resolved=False,
    )
