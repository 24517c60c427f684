"""The public rendition of a determination: what it closes or opens, in reviewed public wording.

Nothing of it is an officer's own free text: bases come from the catalogue, periods as dates and
lengths, everything else from the latest reviewed ``PublicWording``. The determination's recitals
stay on the signed paper, to which it points.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Final

import peewee as pw

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.law.dates import format_date
from ppid.law.facts import Extent, OpeningKind
from ppid.law.periods import Period, describe
from ppid.legal_bases.models import Provision, Regulation
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import Issue, issue_paper, issuer_name
from ppid.papers.kinds import PUBLIC_COPY
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import Column, Letterhead, Orientation, Table
from ppid.papers.wording import NONE, capital
from ppid.register.acts import DeterminationKind
from ppid.register.content import BasisDraft, read_period
from ppid.register.models import Classification, Determination, Entry, LegalBasis, Opening
from ppid.register.public_bases import cite_outside
from ppid.register.public_wording import PublicWording
from ppid.register.public_wording_queries import reviewed_wordings

UNWORDED: Final = "(rumusan publik belum ditetapkan)"
UNNAMED_BASIS: Final = "Dasar hukum sebagaimana disebut dalam penetapan"
CLOSING_COLUMNS = (
    Column("Informasi", 28),
    Column("Dasar Hukum Pengecualian", 20),
    Column("Dibuka", 18, "Konsekuensi"),
    Column("Ditutup", 18, "Konsekuensi"),
    Column("Jangka Waktu", 16),
)
OPENING_COLUMNS = (Column("Informasi", 70), Column("Terbuka mulai", 30))


@dataclass(frozen=True)
class Program:
    """The actor of what the program does by itself."""

    id: None = None
    name: str = "Program"


@dataclass(frozen=True, slots=True)
class PublicCopyPaper:
    """An excerpt of a determination for everybody; ``lines`` are its number, days and signatory."""

    template: ClassVar[str] = "print/public_copy.html"
    orientation: ClassVar[Orientation] = Orientation.LANDSCAPE

    letterhead: Letterhead
    heading: str
    number: str
    lines: tuple[tuple[str, str], ...]
    table: Table
    draft: bool = False

    @property
    def title(self) -> str:
        """Kind and number in one line."""
        return f"Petikan untuk publik: {self.heading} Nomor {self.number}"


def public_copy(determination: Determination) -> IssuedPaper:
    """The public rendition as it is to be read now; published anew when a wording was reviewed or
    an entry withdrawn since. Cheap while nothing changed.
    """
    if newest := _current(determination):
        return newest
    with database.atomic():  # another may have published it since
        return _current(determination) or publish_copy(determination)


def publish_copy(determination: Determination, actor: Actor | None = None) -> IssuedPaper:
    """Issue the next version of the public rendition; the earlier ones are kept."""
    kind = DeterminationKind(determination.kind)
    issue = Issue(
        kind=PUBLIC_COPY,
        label=f"{kind.label} untuk publik",
        paper=public_copy_paper(determination),
        subject=_subject(determination),
        issued_on=clock.today(),
        public_title=f"Petikan {kind.label.lower()} informasi yang dikecualikan untuk publik",
        issuer=issuer_name(),
        number_text=determination.number_text,
        determination_id=determination.id,
    )
    with database.atomic():
        return issue_paper(actor or Program(), issue)


def public_copy_paper(determination: Determination) -> PublicCopyPaper:
    """The rendition in the wording that is reviewed now."""
    settings = office()
    return PublicCopyPaper(
        letterhead=letterhead_of(settings),
        heading=f"{DeterminationKind(determination.kind).label} informasi yang dikecualikan",
        number=determination.number_text,
        lines=_lines(determination),
        table=_table(determination),
    )


def _subject(determination: Determination) -> str:
    return f"{PUBLIC_COPY}:{determination.id}"


def _current(determination: Determination) -> IssuedPaper | None:
    """The newest version, unless a wording was reviewed or an entry withdrawn after it."""
    newest = find_issued(_subject(determination))
    if newest is None or _changed_since(determination, newest.issued_at):
        return None
    return newest


def _changed_since(determination: Determination, at: datetime) -> bool:
    """Whether one of its entries was withdrawn, or the wording of one reviewed, since then."""
    closed = Classification.select(Classification.entry).where(
        Classification.determination == determination
    )
    opened = Opening.select(Opening.entry).where(Opening.determination == determination)
    its_own = Entry.id.in_(closed) | Entry.id.in_(opened)
    withdrawn = Entry.select().where(its_own, Entry.withdrawn_at >= at)
    reviewed = PublicWording.select().join(Entry).where(its_own, PublicWording.reviewed_at >= at)
    return bool(withdrawn.exists() or reviewed.exists())


def _lines(determination: Determination) -> tuple[tuple[str, str], ...]:
    return (
        ("Ditetapkan", format_date(determination.determined_on)),
        ("Mulai berlaku", format_date(determination.effective_on)),
        ("Oleh", issuer_name()),
    )


def _table(determination: Determination) -> Table:
    if DeterminationKind(determination.kind) is DeterminationKind.OPENING:
        return Table(OPENING_COLUMNS, tuple(_opened_rows(determination)), numbered=True)
    return Table(CLOSING_COLUMNS, tuple(_closed_rows(determination)), numbered=True)


def _opened_rows(determination: Determination) -> Iterable[tuple[str, ...]]:
    rows = list(
        Opening.select(Opening, Entry)
        .join(Entry)
        .where(
            Opening.determination == determination,
            Opening.kind == OpeningKind.DETERMINATION.value,
            Entry.withdrawn_at.is_null(),
        )
        .order_by(Opening.id)
    )
    wordings = reviewed_wordings([row.entry_id for row in rows])
    for row in rows:
        wording = wordings.get(row.entry_id)
        yield (_information(row.entry, wording), format_date(row.on))


def _closed_rows(determination: Determination) -> Iterable[tuple[str, ...]]:
    rows = list(
        Classification.select(Classification, Entry)
        .join(Entry)
        .where(Classification.determination == determination, Entry.withdrawn_at.is_null())
        .order_by(Classification.id)
    )
    wordings = reviewed_wordings([row.entry_id for row in rows])
    bases = _bases([row.id for row in rows])
    return [_closed_row(row, wordings.get(row.entry_id), bases[row.id]) for row in rows]


def _closed_row(
    row: Classification, wording: PublicWording | None, bases: Sequence[str]
) -> tuple[str, ...]:
    if wording is None:
        return (_information(row.entry, None), NONE, NONE, NONE, NONE)
    partly = row.extent == Extent.PARTIAL.value and wording.what_is_closed
    information = _information(row.entry, wording)
    return (
        f"{information}\n(sebagian: {wording.what_is_closed})" if partly else information,
        "\n".join(bases) or NONE,
        wording.consequence or NONE,
        wording.benefit or NONE,
        _period(row, reviewed=wording.classification_id == row.id),
    )


def _information(entry: Entry, wording: PublicWording | None) -> str:
    return f"{entry.number}\n{wording.title if wording else UNWORDED}"


def _bases(classification_ids: Sequence[int]) -> Mapping[int, list[str]]:
    """The bases by the catalogue, each once; of what it lacks only what is sure."""
    rows = (
        LegalBasis.select(LegalBasis, Provision, Regulation)
        .join(Provision, pw.JOIN.LEFT_OUTER)
        .join(Regulation, pw.JOIN.LEFT_OUTER)
        .where(LegalBasis.classification.in_(list(classification_ids)))
        .order_by(LegalBasis.classification, LegalBasis.position)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        told = _cite(row)
        if told not in found[row.classification_id]:
            found[row.classification_id].append(told)
    return found


def _cite(row: LegalBasis) -> str:
    if row.provision is None:
        return cite_outside(row.citation) or UNNAMED_BASIS
    return BasisDraft.from_provision(row.provision).citation


def _period(row: Classification, *, reviewed: bool) -> str:
    """The period; words of an officer's own only when they were read with the review."""
    period = read_period(row.period)
    if period is None:
        return "Sebagaimana disebut dalam penetapan"
    return capital(describe(period if reviewed else _bare(period)))


def _bare(period: Period) -> Period:
    """Without the event, the condition and the regulation as an officer wrote them."""
    return replace(
        period,
        start_event="",
        event=period.event and "peristiwa yang disebut dalam penetapan",
        condition=period.condition and "keadaan yang disebut dalam penetapan",
        regulation=period.regulation
        and (cite_outside(period.regulation) or "peraturan yang disebut dalam penetapan"),
    )
