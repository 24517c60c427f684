"""A determination as the paper that is signed (Perki 1/2021 Lampiran III and V)."""

from collections.abc import Sequence
from datetime import date

from ppid.law.dates import format_date
from ppid.office.queries import Office, office
from ppid.papers.documents import DeterminationPaper, Dictum, dictum_label
from ppid.papers.heads import letterhead_of, place_date, signature_of
from ppid.papers.in_view_of import list_in_view_of
from ppid.papers.openings import list_opened, list_proofs, opening_rows
from ppid.papers.parts import Annex, Column, Table
from ppid.papers.wording import NONE, word_bases, word_period, word_title
from ppid.register.acts import DeterminationKind
from ppid.register.content import ClassificationDraft
from ppid.register.dossiers import Dossier, Said, load_dossiers
from ppid.register.models import Classification, Determination

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


def determination_paper(determination: Determination) -> DeterminationPaper:
    """The paper of a determination, as it was issued; nothing said later changes it."""
    settings = office()
    rows = _rows_of(determination)
    day = format_date(determination.determined_on)
    above = f"Ditetapkan di {determination.place}\npada tanggal {day}"
    signature = signature_of(determination.signatory, above)
    return DeterminationPaper(
        letterhead=letterhead_of(settings),
        heading=HEADING.format(body=settings.body_name.upper()),
        number=f"NOMOR {determination.number_text}",
        about=determination.about.upper(),
        official=str(determination.signatory.get("title") or "").upper(),
        considering=tuple(determination.body.get("considering") or _considering(determination)),
        in_view_of=list_in_view_of(rows, determination.determined_on),
        noting=_noting(determination, rows),
        decides=_decides(determination),
        dictums=_dictums(determination, rows),
        signature=signature,
        copies=tuple(determination.body.get("copies") or settings.copies_to),
        annexes=(_annex(determination, settings, rows),),
    )


def _rows_of(determination: Determination) -> list[Classification]:
    return list(
        Classification.select()
        .where(Classification.determination == determination)
        .order_by(Classification.id)
    )


def _considering(determination: Determination) -> tuple[str, ...]:
    """For papers older than the register, whose own words are not kept."""
    tested = determination.change_sheet_number or determination.test_sheet_number
    reason = f"bahwa berdasarkan {_sheet(determination)} Nomor {tested}" if tested else "bahwa"
    return (f"{reason} perlu menetapkan {determination.about}",)


def _sheet(determination: Determination) -> str:
    if determination.change_sheet_number:
        return "Lembar Pengubahan"
    return "Lembar Pengujian Konsekuensi"


def _noting(determination: Determination, rows: Sequence[Classification]) -> tuple[str, ...]:
    """Memperhatikan: the sheets, the approval, and each determination that is changed."""
    told = []
    if determination.test_sheet_number:
        told.append(f"Lembar Pengujian Konsekuensi Nomor {determination.test_sheet_number}")
    if determination.change_sheet_number:
        told.append(f"Lembar Pengubahan Nomor {determination.change_sheet_number}")
    opens = DeterminationKind(determination.kind) is DeterminationKind.OPENING
    told += [_named(each) for each in (list_opened(determination) if opens else _changed(rows))]
    told += list_proofs(determination) if opens else []
    approval = determination.approval
    if approval.get("name"):
        by = approval.get("title") or approval.get("by") or "Pimpinan Badan Publik"
        day = approval.get("on")
        when = f" tanggal {format_date(date.fromisoformat(day))}" if day else ""
        told.append(f"Persetujuan {by} ({approval['name']}){when}")
    return tuple(told)


def _changed(rows: Sequence[Classification]) -> list[Determination]:
    """The determinations that the rows replace, oldest first, each once."""
    before = (
        Determination.select()
        .join(Classification)
        .where(Classification.id.in_([row.previous_id for row in rows if row.previous_id]))
        .order_by(Determination.id)
        .distinct()
    )
    return list(before)


def _named(determination: Determination) -> str:
    day = format_date(determination.determined_on)
    number, about = determination.number_text, determination.about
    return f"Penetapan Nomor {number} tanggal {day} tentang {about}"


def _decides(determination: Determination) -> str:
    return f"{OFFICER} TENTANG {determination.about.upper()}."


def _dictums(determination: Determination, rows: Sequence[Classification]) -> tuple[Dictum, ...]:
    """The chief dictums by the kind of act, then what the officer added."""
    texts = _chief_dictums(determination, rows)
    texts += [str(text) for text in determination.body.get("dictums") or ()]
    day = format_date(determination.effective_on)
    since = (
        "pada tanggal ditetapkan"
        if determination.effective_on == determination.determined_on
        else f"pada tanggal {day}"
    )
    texts.append(f"Penetapan ini mulai berlaku {since}.")
    return tuple(Dictum(dictum_label(at), text) for at, text in enumerate(texts, 1))


def _chief_dictums(determination: Determination, rows: Sequence[Classification]) -> list[str]:
    annexed = "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Penetapan ini."
    match DeterminationKind(determination.kind):
        case DeterminationKind.CHANGE:
            old = ", ".join(f"Nomor {each.number_text}" for each in _changed(rows)) or "terdahulu"
            return [
                (
                    f"Mengubah klasifikasi Informasi yang Dikecualikan dalam Penetapan {old} "
                    f"sebagaimana {annexed}"
                ),
                f"Ketentuan lain dalam Penetapan {old} yang tidak diubah dinyatakan tetap berlaku.",
            ]
        case DeterminationKind.OPENING:
            return [
                (
                    "Menyatakan informasi yang semula dikecualikan menjadi terbuka sebagaimana "
                    f"{annexed}"
                ),
                (
                    "Informasi sebagaimana dimaksud dalam diktum KESATU dicantumkan dalam Daftar "
                    "Informasi Publik."
                ),
            ]
        case _:
            return [
                f"Menetapkan klasifikasi Informasi yang Dikecualikan sebagaimana {annexed}",
                (
                    "Selama jangka waktu pengecualian, informasi sebagaimana dimaksud dalam diktum "
                    "KESATU tidak diberikan; bagian yang tidak dikecualikan tetap diberikan."
                ),
            ]


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
