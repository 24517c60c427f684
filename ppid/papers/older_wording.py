"""The words of determinations that keep none of their own: recorded from before the register, or
issued while these sentences were fixed. They never change.
"""

from collections.abc import Sequence
from datetime import date

from ppid.law.dates import format_date
from ppid.papers.openings import list_opened, list_proofs
from ppid.register.acts import DeterminationKind
from ppid.register.models import Classification, Determination

ANNEXED = "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Penetapan ini."


def older_considering(determination: Determination) -> tuple[str, ...]:
    """The lines that were typed, else the one sentence that holds for every determination."""
    kept = determination.body.get("considering")
    if kept:
        return tuple(kept)
    tested = determination.change_sheet_number or determination.test_sheet_number
    reason = f"bahwa berdasarkan {_sheet(determination)} Nomor {tested}" if tested else "bahwa"
    return (f"{reason} perlu menetapkan {determination.about}",)


def older_noting(determination: Determination, rows: Sequence[Classification]) -> tuple[str, ...]:
    """Memperhatikan: the sheets, the approval, and each determination that is changed."""
    told = []
    if determination.test_sheet_number:
        told.append(f"Lembar Pengujian Konsekuensi Nomor {determination.test_sheet_number}")
    if determination.change_sheet_number:
        told.append(f"Lembar Pengubahan Nomor {determination.change_sheet_number}")
    opens = DeterminationKind(determination.kind) is DeterminationKind.OPENING
    told += [_named(each) for each in (list_opened(determination) if opens else changed_by(rows))]
    told += list_proofs(determination) if opens else []
    approval = determination.approval
    if approval.get("name"):
        by = approval.get("title") or approval.get("by") or "Pimpinan Badan Publik"
        day = approval.get("on")
        when = f" tanggal {format_date(date.fromisoformat(day))}" if day else ""
        told.append(f"Persetujuan {by} ({approval['name']}){when}")
    return tuple(told)


def older_dictums(determination: Determination, rows: Sequence[Classification]) -> list[str]:
    """The chief dictums by the kind of act, then what the officer added, then when it begins."""
    texts = _chief_dictums(determination, rows)
    texts += [str(text) for text in determination.body.get("dictums") or ()]
    day = format_date(determination.effective_on)
    since = (
        "pada tanggal ditetapkan"
        if determination.effective_on == determination.determined_on
        else f"pada tanggal {day}"
    )
    return [*texts, f"Penetapan ini mulai berlaku {since}."]


def _sheet(determination: Determination) -> str:
    if determination.change_sheet_number:
        return "Lembar Pengubahan"
    return "Lembar Pengujian Konsekuensi"


def changed_by(rows: Sequence[Classification]) -> list[Determination]:
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


def _chief_dictums(determination: Determination, rows: Sequence[Classification]) -> list[str]:
    match DeterminationKind(determination.kind):
        case DeterminationKind.CHANGE:
            old = ", ".join(f"Nomor {each.number_text}" for each in changed_by(rows)) or "terdahulu"
            return [
                (
                    f"Mengubah klasifikasi Informasi yang Dikecualikan dalam Penetapan {old} "
                    f"sebagaimana {ANNEXED}"
                ),
                f"Ketentuan lain dalam Penetapan {old} yang tidak diubah dinyatakan tetap berlaku.",
            ]
        case DeterminationKind.OPENING:
            return [
                (
                    "Menyatakan informasi yang semula dikecualikan menjadi terbuka sebagaimana "
                    f"{ANNEXED}"
                ),
                (
                    "Informasi sebagaimana dimaksud dalam diktum KESATU dicantumkan dalam Daftar "
                    "Informasi Publik."
                ),
            ]
        case _:
            return [
                f"Menetapkan klasifikasi Informasi yang Dikecualikan sebagaimana {ANNEXED}",
                (
                    "Selama jangka waktu pengecualian, informasi sebagaimana dimaksud dalam diktum "
                    "KESATU tidak diberikan; bagian yang tidak dikecualikan tetap diberikan."
                ),
            ]
