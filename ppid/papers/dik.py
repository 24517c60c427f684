"""The DIK as a paper: everything that is closed on a date (Perki 1/2021 Pasal 22)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ppid.law.dates import format_date
from ppid.office.queries import office
from ppid.papers.dik_forms import DikForm, EssencePaper, EssenceRow
from ppid.papers.documents import DikPaper, DikRow
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.wording import NONE, word_bases, word_period, word_title
from ppid.register.closed import closed_on
from ppid.register.content import ClassificationDraft
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import Entry, EntrySpan
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_queries import reviewed_texts

BATCH = 500
UNREVIEWED = "rumusan publik belum ditinjau"


@dataclass(frozen=True)
class Line:
    """One entry of the list: what a determination said of it, and its reviewed public words."""

    dossier: Dossier
    said: Said
    draft: ClassificationDraft
    public: PublicTexts | None

    @property
    def title(self) -> str:
        """The public title, never the internal one."""
        entry = self.dossier.entry
        written = self.public.title if self.public else entry.public_title
        return written or f"{entry.number} (judul publik belum ada)"


def read_dik(on: date, form: DikForm = DikForm.COLUMNS) -> DikPaper | EssencePaper:
    """The list as it stood on a day: what a determination closed and nothing had opened.

    Reviewed public words stand in it wherever there are some; how many entries have none is said.
    """
    settings = office()
    lines = tuple(_lines(_closed_on(on)))
    head = letterhead_of(settings)
    as_at = f"Keadaan per {format_date(on)}"
    signed = signature_for("officer", on, place_date(settings.city, on))
    note = _note(lines)
    if form is DikForm.ESSENCE:
        return EssencePaper(head, as_at, tuple(map(_essence, lines)), signed, note)
    return DikPaper(head, as_at, tuple(map(_row, lines)), signed, note)


def _closed_on(on: date) -> list[tuple[int, int | None]]:
    closed = (
        EntrySpan.select(EntrySpan.entry, EntrySpan.classification)
        .join(Entry)
        .where(closed_on(on))
        .order_by(Entry.number)
    )
    return [(row.entry_id, row.classification_id) for row in closed]


def _lines(pairs: Sequence[tuple[int, int | None]]) -> Iterator[Line]:
    remaining = iter(pairs)
    while batch := list(islice(remaining, BATCH)):
        ids = [entry_id for entry_id, _said in batch]
        dossiers, public = load_dossiers(ids), reviewed_texts(ids)
        for entry_id, classification_id in batch:
            said = _said(dossiers[entry_id], classification_id)
            draft = ClassificationDraft.from_classification(said.row, said.bases)
            yield Line(dossiers[entry_id], said, draft, public.get(entry_id))


def _note(lines: Sequence[Line]) -> str:
    if not lines:
        return "Pada tanggal ini tidak ada informasi yang dikecualikan."
    waiting = sum(1 for line in lines if line.public is None)
    if not waiting:
        return ""
    return (
        f"{waiting} dari {len(lines)} informasi: {UNREVIEWED}. Tinjau sebelum daftar ini diumumkan."
    )


def _row(line: Line) -> DikRow:
    if_open, if_closed = _considerations(line)
    return DikRow(
        title=word_title(line.title, line.draft),
        bases=word_bases(line.draft.bases),
        if_open=if_open,
        if_closed=if_closed,
        period=word_period(line.draft),
    )


def _essence(line: Line) -> EssenceRow:
    if_open, if_closed = _considerations(line)
    return EssenceRow(
        information=_gist(line),
        bases=word_bases(line.draft.bases),
        if_open=if_open,
        if_closed=if_closed,
        period=word_period(line.draft),
        holder=_holder(line.dossier.entry),
        determination=_determination(line.said),
    )


def _considerations(line: Line) -> tuple[str, str]:
    """What follows if it is opened, and what is gained if closed; the reviewed words first."""
    if line.public:
        return line.public.consequence or NONE, line.public.benefit or NONE
    return line.draft.consequence_open or NONE, line.draft.benefit_closed or NONE


def _gist(line: Line) -> str:
    """The title, and below it what is closed and what may be given instead, in public words."""
    if line.public is None:
        return f"{line.title}\n({UNREVIEWED})"
    told = (
        ("Yang ditutup", line.public.what_is_closed),
        ("Yang dapat diberikan", line.public.given_instead),
    )
    return "\n".join([line.title, *(f"{label}: {text}" for label, text in told if text)])


def _holder(entry: Entry) -> str:
    return "\n".join(part for part in (entry.unit.name, entry.responsible) if part)


def _determination(said: Said) -> str:
    if said.determination is None:
        return NONE
    day = format_date(said.determination.determined_on)
    return f"Nomor {said.determination.number_text}\ntanggal {day}"


def _said(dossier: Dossier, classification_id: int | None) -> Said:
    return next(said for said in dossier.determined if said.row.id == classification_id)
