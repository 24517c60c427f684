"""One entry as its page shows it, today or as it stood on another day."""

from dataclasses import dataclass
from datetime import date

from ppid.law.dates import format_date_short
from ppid.law.findings import FINDINGS, Finding, Severity, is_incomplete
from ppid.law.grounds import Ground, ground_name, ground_text
from ppid.law.periods import Period, describe
from ppid.law.standing import Standing, last_opening_day
from ppid.law.timeline import Span, timeline
from ppid.law.workdays import WorkCalendar
from ppid.office.queries import office, work_calendar
from ppid.register.citing import short_citation
from ppid.register.content import read_period
from ppid.register.dossiers import Dossier, Said
from ppid.register.examining import findings_of
from ppid.register.facts import facts_of, name_determination
from ppid.register.forces import Forces, is_in_force, say_force
from ppid.register.history import HistoryItem, PaperLink, list_papers, tell_history
from ppid.register.index import NEAR_DUPLICATE
from ppid.register.models import Entry, EntryFinding, LegalBasis
from ppid.register.near_duplicates import find_near_duplicates
from ppid.register.originals import OriginalCell, list_cells
from ppid.register.queries import get_dossier

OF_WORDING = {"judul-kategori", "tanpa-judul-publik", NEAR_DUPLICATE}


@dataclass(frozen=True)
class BasisLine:
    """A legal basis with its article in plain words and what became of its regulation.

    ``state`` is valid, invalid or waiting (not known); ``code`` that of the regulation, empty
    while the catalogue lacks it.
    """

    short: str
    citation: str
    meaning: str
    state: str
    status: str
    code: str
    reasoning: str


@dataclass(frozen=True)
class PeriodLine:
    """The period in words and as a bar; ``share`` is the part gone by, in whole per cent."""

    words: str
    written: str
    start: str
    end: str
    share: int | None
    review_on: date | None
    opening_due: date | None


@dataclass(frozen=True)
class FindingLine:
    """What one check found, each time it did; ``mend`` says how to put it right."""

    code: str
    title: str
    severity: Severity
    messages: tuple[str, ...]
    mend: str
    article: str

    @property
    def is_of_wording(self) -> bool:
        """Whether editing the entry mends it; all others need a proposal or a case."""
        return self.code in OF_WORDING


@dataclass(frozen=True)
class ToldStanding:
    """The sentence of a standing, cut after the words that name it: those are drawn larger."""

    word: str
    rest: str


@dataclass(frozen=True)
class EntryPage:
    """Everything on the page of an entry. ``said`` is what was in force, else what is proposed."""

    entry: Entry
    on: date
    is_today: bool
    standing: Standing
    told: ToldStanding
    said: Said | None
    is_proposal: bool
    named: str
    bases: tuple[BasisLine, ...]
    period: PeriodLine
    findings: tuple[FindingLine, ...]
    incomplete: bool
    history: tuple[HistoryItem, ...]
    papers: tuple[PaperLink, ...]
    cells: tuple[OriginalCell, ...]


def read_entry_page(entry_id: int, *, on: date, today: date) -> EntryPage:
    """The page of an entry as it stood on ``on``; its findings are those of ``today``."""
    dossier = get_dossier(entry_id)
    calendar = work_calendar()
    forces = Forces()
    spans = timeline(facts_of(dossier), calendar, office().remind_workdays)
    standing = next(span.standing for span in spans if span.holds(on))
    said = _said(dossier, standing.classification)
    findings = findings_of(dossier, forces, today, _near_duplicates(dossier.entry))
    return EntryPage(
        entry=dossier.entry,
        on=on,
        is_today=on == today,
        standing=standing,
        told=_tell(standing),
        said=said,
        is_proposal=said is not None and said.determination is None,
        named=name_determination(said.determination) if said and said.determination else "",
        bases=tuple(_basis_line(basis, said, forces, on) for basis in _bases(said)),
        period=_period_line(said, standing, on, calendar),
        findings=_finding_lines(findings),
        incomplete=is_incomplete(findings),
        history=_history(dossier, spans, on),
        papers=tuple(list_papers(entry_id)),
        cells=list_cells(dossier.original),
    )


def _tell(standing: Standing) -> ToldStanding:
    kind, reason = standing.kind, standing.reason
    for word in (kind.label, kind.short_label):
        if reason.startswith(word):
            return ToldStanding(word, reason.removeprefix(word))
    return ToldStanding(kind.label, f": {reason}")


def _said(dossier: Dossier, classification_id: int | None) -> Said | None:
    """What was in force; before the first determination what is proposed."""
    for said in dossier.determined:
        if said.row.id == classification_id:
            return said
    return dossier.proposal


def _bases(said: Said | None) -> tuple[LegalBasis, ...]:
    return said.bases if said else ()


def _near_duplicates(entry: Entry) -> tuple[str, ...]:
    """Their numbers; looked for only where the index knows that there are some."""
    known = EntryFinding.select().where(
        EntryFinding.entry == entry.id, EntryFinding.code == NEAR_DUPLICATE
    )
    return find_near_duplicates([entry.unit_id]).get(entry.id, ()) if known.exists() else ()


def _basis_line(basis: LegalBasis, said: Said | None, forces: Forces, on: date) -> BasisLine:
    state, status = _status(basis, said, forces, on)
    provision = basis.provision
    return BasisLine(
        short=short_citation(basis),
        citation=basis.citation,
        meaning=provision.summary if provision else _meaning(basis.ground),
        state=state,
        status=status,
        code=provision.regulation.code if provision else "",
        reasoning=basis.reasoning,
    )


def _meaning(ground: str | None) -> str:
    return (
        f"{ground_name(Ground(ground)).capitalize()}: {ground_text(Ground(ground))}"
        if (ground)
        else ""
    )


def _status(basis: LegalBasis, said: Said | None, forces: Forces, on: date) -> tuple[str, str]:
    """The look and the words of what became of the regulation by ``on``, and at determination."""
    regulation = basis.provision.regulation if basis.provision else forces.cited(basis.citation)
    if regulation is None:
        return "waiting", "Belum ada dalam katalog dasar hukum"
    force = forces.on(regulation, on)
    in_force = is_in_force(force)
    if in_force is None:
        return "waiting", say_force(force)
    if in_force:
        return "valid", say_force(force)
    determination = said.determination if said else None
    then = forces.on(regulation, determination.determined_on) if determination else None
    early = ", sebelum tanggal penetapan" if then and not then.holds else ""
    return "invalid", say_force(force) + early


def _period_line(
    said: Said | None, standing: Standing, on: date, calendar: WorkCalendar
) -> PeriodLine:
    period = read_period(said.row.period) if said else None
    start = _start(said, period)
    end = standing.until or (period.end() if period else None)
    return PeriodLine(
        words=describe(period) if period else "Belum ditetapkan",
        written=said.row.period_text if said else "",
        start=format_date_short(start) if start else "mulai belum pasti",
        end=f"terbuka mulai {format_date_short(end)}" if end else "tanpa tanggal berakhir",
        share=_share(start, end, on),
        review_on=period.review_on if period else None,
        opening_due=last_opening_day(end, calendar) if end and standing.kind.is_closed else None,
    )


def _start(said: Said | None, period: Period | None) -> date | None:
    if period and period.starts_on:
        return period.starts_on
    return said.determination.effective_on if said and said.determination else None


def _share(start: date | None, end: date | None, on: date) -> int | None:
    if start is None or end is None or end <= start:
        return None
    return max(0, min(100, (on - start).days * 100 // (end - start).days))


def _finding_lines(findings: tuple[Finding, ...]) -> tuple[FindingLine, ...]:
    """A line for each code, in the order in which they are told."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return tuple(
        FindingLine(
            code=code,
            title=FINDINGS[code].title,
            severity=found[0].severity,
            messages=tuple(each.message for each in found),
            mend=found[0].mend,
            article=found[0].article,
        )
        for code, found in by_code.items()
    )


def _history(dossier: Dossier, spans: tuple[Span, ...], on: date) -> tuple[HistoryItem, ...]:
    return tuple(tell_history(dossier, spans, on))
