"""Surat keterangan: that no exclusion ended in a span of days (PP 61/2010 Pasal 11).

It is computed from the register; whoever asks for it while something did end is told what.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from ppid import clock
from ppid.audit.actions import Actor
from ppid.db import database
from ppid.errors import Refused
from ppid.law.dates import format_date
from ppid.law.standing_kinds import StandingKind
from ppid.office.numbering import preview_number, take_paper_number
from ppid.office.queries import office
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.issuing import Issue, issue_paper, issuer_name
from ppid.papers.models import IssuedPaper
from ppid.papers.parts import Letterhead, Orientation, Signature
from ppid.papers.unset import refuse_unset
from ppid.register.closed import CLOSED, count_closed
from ppid.register.content import read_period
from ppid.register.models import Classification, Entry, EntrySpan

KIND = "surat-keterangan"
LABEL = "Surat keterangan"
NOBODY_SIGNS = (
    "Keterangan ini belum dapat diterbitkan: penanda tangan PPID belum ditetapkan. Tetapkan dahulu "
    "pada Pengaturan, bagian Penanda tangan."
)
OPENED = [kind.value for kind in StandingKind if kind.is_open]


class ExclusionsEnded(Refused):
    """Exclusions did end in the span, so nobody can certify that none did."""


@dataclass(frozen=True)
class Span:
    """The days that are certified, the first and the last of them included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused("Tanggal akhir harus sama dengan atau sesudah tanggal awal.", "until")
        if self.last > clock.today():
            raise Refused("Yang dapat diterangkan hanya sampai dengan hari ini.", "until")

    @property
    def words(self) -> str:
        """``pada tanggal …`` or ``sejak tanggal … sampai dengan tanggal …``."""
        if self.first == self.last:
            return f"pada tanggal {format_date(self.last)}"
        first, last = format_date(self.first), format_date(self.last)
        return f"sejak tanggal {first} sampai dengan tanggal {last}"


@dataclass(frozen=True)
class EndedExclusion:
    """An entry whose exclusion ended by its own period, and the day."""

    number: str
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """Surat keterangan. ``who`` are name, rank, NIP and post of whoever certifies."""

    template: ClassVar[str] = "print/certificate.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    number: str
    who: tuple[tuple[str, str], ...]
    statement: str
    closed: str
    signature: Signature
    title: str = "Surat Keterangan"
    draft: bool = False


def list_ended(span: Span) -> list[EndedExclusion]:
    """The exclusions whose period ended within the span, by day; also where a determination
    opened them on that ground.
    """
    return sorted(_ended(span), key=lambda ended: (ended.on, ended.number))


def certificate_paper(span: Span, number: str = "") -> CertificatePaper:
    """The certificate as it reads; a draft until it has been issued with a number of its own.

    ExclusionsEnded when there is something to tell instead; refused while nobody is to sign it or
    the public body has no name.
    """
    ended = list_ended(span)
    if ended:
        told = "; ".join(f"{each.number} ({format_date(each.on)})" for each in ended)
        raise ExclusionsEnded(
            f"Keterangan ini tidak dapat diterbitkan: {len(ended)} pengecualian berakhir "
            f"{span.words}, yaitu {told}."
        )
    paper = _worded(span, number)
    refuse_unset(KIND, LABEL, paper)
    return paper


def preview_certificate(span: Span) -> CertificatePaper:
    """The certificate as it would be issued today, marked as a draft."""
    return replace(certificate_paper(span, preview_number(KIND, clock.today())), draft=True)


def issue_certificate(actor: Actor, span: Span) -> IssuedPaper:
    """Issue the certificate today, with its number; refused as ``certificate_paper`` refuses."""
    today = clock.today()
    with database.atomic():
        certificate_paper(span)
        number = take_paper_number(KIND, today)
        issue = Issue(
            kind=KIND,
            label=LABEL,
            paper=certificate_paper(span, number),
            subject=f"{KIND}:{span.first.isoformat()}:{span.last.isoformat()}",
            issued_on=today,
            public_title=f"Surat keterangan jangka waktu pengecualian {span.words}",
            issuer=issuer_name(),
            number_text=number,
        )
        return issue_paper(actor, issue)


def _worded(span: Span, number: str) -> CertificatePaper:
    settings, today = office(), clock.today()
    signature = signature_for("officer", today, place_date(settings.city, today))
    if not signature.name:
        raise Refused(NOBODY_SIGNS)
    who = (
        ("Nama", signature.name),
        ("Pangkat/golongan", signature.rank),
        ("NIP", signature.nip),
        ("Jabatan", signature.role),
    )
    return CertificatePaper(
        letterhead=letterhead_of(settings),
        number=number,
        who=tuple(line for line in who if line[1]),
        statement=(
            "menerangkan dengan sebenarnya bahwa berdasarkan register informasi yang dikecualikan "
            f"{settings.body_name}, {span.words} tidak ada informasi yang dikecualikan yang "
            "berakhir jangka waktu pengecualiannya sebagaimana dimaksud dalam Pasal 11 Peraturan "
            "Pemerintah Nomor 61 Tahun 2010 dan Pasal 52 Peraturan Komisi Informasi Nomor 1 Tahun "
            "2021."
        ),
        closed=(
            f"Pada tanggal {format_date(span.last)} tercatat {count_closed(span.last)} informasi "
            "yang dikecualikan."
        ),
        signature=signature,
    )


def _ended(span: Span) -> Iterable[EndedExclusion]:
    """What opened within the span, where the period that had closed it was over by then."""
    opened = (
        EntrySpan.select(EntrySpan, Entry)
        .join(Entry)
        .where(
            EntrySpan.starts_on.between(span.first, span.last),
            EntrySpan.standing.in_(OPENED),
            Entry.withdrawn_at.is_null(),
        )
    )
    for row in opened:
        if row.standing == StandingKind.EXPIRED or _was_over(row):
            number, title = row.entry.number, row.entry.title
            yield EndedExclusion(number, title, row.starts_on)


def _was_over(opened: EntrySpan) -> bool:
    """Whether the entry was closed until that day, by a period that ended no later."""
    before = EntrySpan.get_or_none(
        EntrySpan.entry == opened.entry_id,
        EntrySpan.ends_on == opened.starts_on,
        EntrySpan.standing.in_(CLOSED),
    )
    if before is None or before.classification_id is None:
        return False
    said = Classification.get_by_id(before.classification_id)
    period = read_period(said.period)
    end = period.end() if period else None
    return end is not None and end <= opened.starts_on
