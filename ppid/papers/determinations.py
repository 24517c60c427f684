"""A determination as the paper that is signed (Perki 1/2021 Lampiran III and V)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ppid.cases.kinds.issued import WRITTEN
from ppid.law.dates import format_date
from ppid.office.queries import Office, office
from ppid.papers.documents import DeterminationPaper, Dictum, dictum_label
from ppid.papers.heads import letterhead_of, place_date, signature_of
from ppid.papers.in_view_of import list_in_view_of
from ppid.papers.older_wording import (
    changed_by,
    older_considering,
    older_dictums,
    older_noting,
)
from ppid.papers.openings import opening_rows
from ppid.papers.parts import Annex, Column, Table
from ppid.papers.wording import NONE, word_bases, word_period, word_title
from ppid.register.acts import DeterminationKind
from ppid.register.content import ClassificationDraft
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import Classification, Determination
from ppid.texts.items import clause_html, dictum_html

OFFICER = "PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI"
HEADING = "PENETAPAN\nPEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI\n{body}"
INITIAL_COLUMNS = (
    Column("Informasi", 22),
    Column("Dasar Hukum Pengecualian", 22),
    Column("Dibuka", 20, "Konsekuensi"),
    Column("Ditutup", 20, "Konsekuensi"),
    Column("Jangka Waktu", 16),
)
CHANGE_COLUMNS = (
    Column("Informasi", 18),
    Column("Semula", 18, "Dasar Hukum Pengecualian"),
    Column("Pengubahan", 20, "Dasar Hukum Pengecualian"),
    Column("Dibuka", 15, "Konsekuensi"),
    Column("Ditutup", 15, "Konsekuensi"),
    Column("Jangka Waktu", 14),
)
OPENING_COLUMNS = (
    Column("Informasi", 40),
    Column("Dasar pembukaan", 35),
    Column("Terbuka mulai", 25),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the paper says around its annex; ``Markup`` where it was written in Markdown."""

    considering: tuple[str, ...]
    in_view_of: tuple[str, ...]
    noting: tuple[str, ...]
    dictums: tuple[str, ...]
    copies: tuple[str, ...]


def determination_paper(determination: Determination) -> DeterminationPaper:
    """The paper of a determination, as it was issued; nothing said later changes it."""
    settings = office()
    rows = _rows_of(determination)
    words = _words_of(determination, rows)
    day = format_date(determination.determined_on)
    above = f"Ditetapkan di {determination.place}\npada tanggal {day}"
    signature = signature_of(determination.signatory, above)
    return DeterminationPaper(
        letterhead=letterhead_of(settings),
        heading=HEADING.format(body=settings.body_name.upper()),
        number=f"NOMOR {determination.number_text}",
        about=determination.about.upper(),
        official=str(determination.signatory.get("title") or "").upper(),
        considering=words.considering,
        in_view_of=words.in_view_of,
        noting=words.noting,
        decides=_decides(determination),
        dictums=tuple(Dictum(dictum_label(at), text) for at, text in enumerate(words.dictums, 1)),
        signature=signature,
        copies=words.copies,
        annexes=(_annex(determination, settings, rows),),
        against=_against(rows),
    )


def _rows_of(determination: Determination) -> list[Classification]:
    return list(
        Classification.select()
        .where(Classification.determination == determination)
        .order_by(Classification.id)
    )


def _against(rows: Sequence[Classification]) -> tuple[str, ...]:
    """The determinations that are changed, as Lampiran V wants them in the title."""
    return tuple(
        f"Penetapan Nomor {each.number_text} tentang {each.about}" for each in changed_by(rows)
    )


def _decides(determination: Determination) -> str:
    return f"{OFFICER} TENTANG {determination.about.upper()}."


def _words_of(determination: Determination, rows: Sequence[Classification]) -> Words:
    """What it was issued with; texts that the office changed since never touch it."""
    body = determination.body
    if body.get("written") == WRITTEN:
        return Words(
            considering=tuple(map(clause_html, body["considering"])),
            in_view_of=tuple(body["in_view_of"]),
            noting=tuple(map(clause_html, body["noting"])),
            dictums=tuple(map(dictum_html, body["dictums"])),
            copies=tuple(map(clause_html, body["copies"])),
        )
    return Words(
        considering=older_considering(determination),
        in_view_of=list_in_view_of(rows, determination.determined_on),
        noting=older_noting(determination, rows),
        dictums=tuple(older_dictums(determination, rows)),
        copies=tuple(body.get("copies") or office().copies_to),
    )


def _annex(determination: Determination, settings: Office, rows: Sequence[Classification]) -> Annex:
    day = determination.determined_on
    return Annex(
        heading=f"LAMPIRAN\n{OFFICER}\n{settings.body_name.upper()}",
        number=determination.number_text,
        date=format_date(day),
        about=determination.about.upper(),
        table=_table(determination, rows),
        title="",
        signature=signature_of(determination.signatory, place_date(determination.place, day)),
    )


def _table(determination: Determination, rows: Sequence[Classification]) -> Table:
    kind = DeterminationKind(determination.kind)
    if kind is DeterminationKind.OPENING:
        return Table(OPENING_COLUMNS, opening_rows(determination), numbered=True)
    dossiers = load_dossiers([row.entry_id for row in rows])
    changes = kind is DeterminationKind.CHANGE
    columns = CHANGE_COLUMNS if changes else INITIAL_COLUMNS
    told = tuple(_row(dossiers[row.entry_id], row, changes=changes) for row in rows)
    return Table(columns, told, numbered=True)


def _row(dossier: Dossier, row: Classification, *, changes: bool) -> tuple[str, ...]:
    draft = _draft(dossier, row.id)
    semula = (word_bases(_draft(dossier, row.previous_id).bases),) if changes else ()
    return (
        word_title(f"{dossier.entry.number}\n{dossier.entry.title}", draft),
        *semula,
        word_bases(draft.bases, with_reasoning=True),
        draft.consequence_open or NONE,
        draft.benefit_closed or NONE,
        word_period(draft),
    )


def _draft(dossier: Dossier, classification_id: int | None) -> ClassificationDraft:
    said: Said | None = next(
        (each for each in dossier.determined if each.row.id == classification_id), None
    )
    if said is None:
        return ClassificationDraft()
    return ClassificationDraft.from_classification(said.row, said.bases)
