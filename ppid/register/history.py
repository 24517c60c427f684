"""What happened to an entry, newest first; features above the register add what they know."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from flask import Flask, current_app

from ppid.law.dates import format_date_short
from ppid.law.facts import OpeningKind
from ppid.law.timeline import Span
from ppid.register.acts import DeterminationKind
from ppid.register.dossiers import Dossier, Said

OPENING_WORDS = {
    OpeningKind.DETERMINATION: "Dibuka dengan penetapan",
    OpeningKind.RULING: "Dibuka karena putusan",
    OpeningKind.CONSENT: "Persetujuan tertulis dicatat",
    OpeningKind.PUBLIC_OFFICE: "Kaitan dengan jabatan publik dicatat",
    OpeningKind.OPEN_COURT: "Diungkap di sidang terbuka",
}


@dataclass(frozen=True)
class HistoryItem:
    """One event of the timeline; ``href`` leads to its page, where it has one."""

    on: date
    title: str
    text: str = ""
    href: str = ""
    at: datetime = datetime.min  # noqa: DTZ901 - stored instants bear no zone

    @property
    def iso(self) -> str:
        """The day for machines."""
        return self.on.isoformat()

    @property
    def date(self) -> str:
        """The day for people."""
        return format_date_short(self.on)


@dataclass(frozen=True)
class PaperLink:
    """A paper that can be opened from the entry's page."""

    label: str
    href: str
    note: str = ""


HistorySource = Callable[[int], list[HistoryItem]]
PaperSource = Callable[[int], list[PaperLink]]


def add_history_source(app: Flask, source: HistorySource) -> None:
    """Let a feature above the register tell what it knows of an entry (by id): its cases, say."""
    app.extensions.setdefault("entry_history", []).append(source)


def add_paper_source(app: Flask, source: PaperSource) -> None:
    """Let a feature above the register name the papers of an entry (by id)."""
    app.extensions.setdefault("entry_papers", []).append(source)


def tell_history(dossier: Dossier, spans: tuple[Span, ...], until: date) -> list[HistoryItem]:
    """Everything up to ``until``, newest first; of one day the later recorded first."""
    told = [*_from_rows(dossier), *_expiries(spans), *_from_others(dossier.entry.id)]
    return sorted((item for item in told if item.on <= until), key=lambda item: (item.on, item.at))[
        ::-1
    ]


def list_papers(entry_id: int) -> list[PaperLink]:
    """The papers that other features have of an entry."""
    sources: list[PaperSource] = current_app.extensions.get("entry_papers", [])
    return [link for source in sources for link in source(entry_id)]


def _from_others(entry_id: int) -> Iterator[HistoryItem]:
    sources: list[HistorySource] = current_app.extensions.get("entry_history", [])
    for source in sources:
        yield from source(entry_id)


def _from_rows(dossier: Dossier) -> Iterator[HistoryItem]:
    if dossier.original:
        original = dossier.original
        yield HistoryItem(
            original.loaded_at.date(),
            "Dimuat dari register lain",
            f"{original.agency}, {original.source}",
        )
    for said in dossier.determined:
        yield _determined(said)
    for opening in dossier.openings:
        title = OPENING_WORDS[OpeningKind(opening.kind)]
        pending = "" if opening.final else " (belum berkekuatan hukum tetap)"
        yield HistoryItem(opening.on, title, opening.reference + pending, at=opening.recorded_at)
    for dispute in dossier.disputes:
        yield HistoryItem(dispute.opened_on, "Keberatan atau sengketa dimulai", dispute.reference)
        if dispute.closed_on:
            yield HistoryItem(
                dispute.closed_on, "Keberatan atau sengketa selesai", dispute.reference
            )


def _determined(said: Said) -> HistoryItem:
    determination = said.determination
    if determination is None:
        raise ValueError("a proposal is no event of the timeline")
    late = determination.effective_on != determination.determined_on
    text = f"Berlaku mulai {format_date_short(determination.effective_on)}." if late else ""
    title = f"{DeterminationKind(determination.kind).label} Nomor {determination.number_text}"
    return HistoryItem(determination.determined_on, title, text, at=determination.issued_at)


def _expiries(spans: tuple[Span, ...]) -> Iterator[HistoryItem]:
    for span in spans:
        if span.starts_on and span.standing.kind == "terbuka_karena_berakhir":
            yield HistoryItem(
                span.starts_on, "Terbuka karena jangka waktu berakhir", span.standing.article
            )
