"""The letters of the desk as papers: what each says, from what was frozen with its act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from ppid.desk.attaching import determinations_of, say_attached
from ppid.desk.drafts import ObjectionOutcome
from ppid.desk.files import RequestFile
from ppid.law.dates import format_date
from ppid.law.requests import ExtensionReason, ObjectionGround, Outcome, answer_due
from ppid.office.queries import Office, office, work_calendar
from ppid.papers.heads import letterhead_of, place_date, signature_for
from ppid.papers.parts import Column, Letterhead, Orientation, Signature, Table
from ppid.texts.items import text_html
from ppid.texts.wording import wording

COLUMNS = (Column("Informasi yang diminta", 36), Column("Jawaban", 24), Column("Dasar", 40))
JUDGED = (Column("Informasi yang diminta", 36), Column("Tanggapan", 24), Column("Dasar", 40))
UNTIL_STATED = "selama jangka waktu dalam penetapan tersebut"
TITLES = {
    "surat-jawaban": "Jawaban atas permohonan informasi",
    "surat-penolakan": "Penolakan permohonan informasi",
    "surat-perpanjangan": "Perpanjangan waktu jawaban permohonan informasi",
    "tanggapan-keberatan": "Tanggapan atas keberatan",
}


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """A letter to an applicant. ``lines`` are Nomor, Lampiran and Hal; ``title`` names no one."""

    template: ClassVar[str] = "print/letter.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    place_date: str
    lines: tuple[tuple[str, str], ...]
    addressee: tuple[str, ...]
    content: Markup
    table: Table | None
    closing: Markup
    signature: Signature
    title: str
    copies: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """Tanda terima: the number under which a request is kept (UU 14/2008 Pasal 22(4)–(6))."""

    template: ClassVar[str] = "print/receipt.html"
    orientation: ClassVar[Orientation] = Orientation.PORTRAIT

    letterhead: Letterhead
    number: str
    lines: tuple[tuple[str, str], ...]
    asked: tuple[str, ...]
    due: str
    taken_by: str
    place_date: str
    title: str
    draft: bool = False


def receipt_paper(file: RequestFile) -> ReceiptPaper:
    """The receipt of a request."""
    settings, request, applicant = office(), file.request, file.applicant
    received = file.events[0]
    due = answer_due(request.received_on, work_calendar())
    lines = (
        ("Tanggal diterima", format_date(request.received_on)),
        ("Nama pemohon", applicant.name),
        ("Alamat", applicant.address),
        ("Tujuan penggunaan", request.purpose),
        ("Cara memperoleh", file.way.label),
        ("Cara penyampaian", file.delivery.label),
    )
    return ReceiptPaper(
        letterhead=letterhead_of(settings),
        number=request.number_text,
        lines=tuple(line for line in lines if line[1]),
        asked=tuple(item.asked for item in file.items),
        due=format_date(due),
        taken_by=received.actor_name,
        place_date=place_date(settings.city, request.received_on),
        title=f"Tanda terima permohonan informasi Nomor {request.number_text}",
    )


def answer_letter(
    file: RequestFile, data: Mapping[str, Any], on: date, number: str, *, draft: bool = False
) -> LetterPaper:
    """Surat jawaban or Surat penolakan, as ``data`` of the answer says."""
    kind, items = str(data["letter"]), data["items"]
    values = _common(file, on) | _closing_values(items)
    if kind == "surat-jawaban":
        blacked = [item for item in items if item["outcome"] == Outcome.BLACKED_OUT]
        values |= _basis_values(blacked)
        values["informasi_diberikan"] = _given(items, data)
        values["bagian_dihitamkan"] = "; ".join(item["note"] for item in blacked)
    rows = tuple((item["asked"], _outcome(item), _why(item)) for item in items)
    return LetterPaper(
        lines=_lines(number, TITLES[kind], say_attached(data)),
        table=Table(COLUMNS, rows, numbered=True) if _needs_table(items) else None,
        **_worded(kind, values),
        title=f"{TITLES[kind]} Nomor {file.request.number_text}",
        copies=("Atasan PPID",) if data["refuses"] else (),
        draft=draft,
        **_frame(file, on, "officer"),
    )


def extension_letter(file: RequestFile, data: Mapping[str, Any], on: date) -> LetterPaper:
    """Surat perpanjangan (UU 14/2008 Pasal 22(8))."""
    calendar, received = work_calendar(), file.request.received_on
    reason = ExtensionReason(data["reason"]).label
    words = f"{reason}: {data['words']}" if data["words"] else reason
    values = _common(file, on) | {
        "alasan": words,
        "batas_jawaban": format_date(answer_due(received, calendar)),
        "batas_baru": format_date(answer_due(received, calendar, extended=True)),
    }
    kind = "surat-perpanjangan"
    return LetterPaper(
        lines=_lines(str(data["number_text"]), TITLES[kind], "–"),
        table=None,
        **_worded(kind, values),
        title=f"{TITLES[kind]} Nomor {file.request.number_text}",
        **_frame(file, on, "officer"),
    )


def objection_letter(file: RequestFile, data: Mapping[str, Any], on: date) -> LetterPaper:
    """Tanggapan keberatan, signed by Atasan PPID (UU 14/2008 Pasal 36(2)–(3))."""
    objection = file.objection
    if objection is None:
        raise ValueError("no objection to answer")
    grounds = "; ".join(ObjectionGround(ground).label for ground in objection.grounds)
    values = _common(file, on) | {
        "nomor_keberatan": objection.number_text,
        "tanggal_keberatan": format_date(objection.received_on),
        "tanggapan": _judgement(data["items"], grounds),
        "alasan": str(data["words"]).rstrip("."),
    }
    rows = tuple((item["asked"], _judged(item), _why(item)) for item in data["items"])
    kind, attached = "tanggapan-keberatan", determinations_of(data)
    return LetterPaper(
        lines=_lines(str(data["number_text"]), TITLES[kind], say_attached(data)),
        table=Table(JUDGED, rows, numbered=True) if attached or len(rows) > 1 else None,
        **_worded(kind, values),
        title=f"{TITLES[kind]} Nomor {objection.number_text}",
        **_frame(file, on, "superior"),
    )


def _worded(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The office's words for a letter; the last paragraph closes it, below the table."""
    *paragraphs, last = wording(name, values)
    return {"content": text_html("\n\n".join(paragraphs)), "closing": text_html(last)}


def _needs_table(items: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the items need telling one by one: the words of the letter tell of one answer."""
    return len(items) > 1 or items[0]["outcome"] == Outcome.NOT_HELD


def _frame(file: RequestFile, on: date, post: str) -> dict[str, Any]:
    settings: Office = office()
    address = [line.strip() for line in file.applicant.address.splitlines() if line.strip()]
    return {
        "letterhead": letterhead_of(settings),
        "place_date": place_date(settings.city, on),
        "addressee": (f"Yth. {file.applicant.name}", *(address or ["di tempat"])),
        "signature": signature_for(post, on),
    }


def _lines(number: str, about: str, attached: str) -> tuple[tuple[str, str], ...]:
    return (("Nomor", number), ("Lampiran", attached), ("Hal", about))


def _common(file: RequestFile, on: date) -> dict[str, Any]:
    settings, request = office(), file.request
    asked = [item.asked for item in file.items]
    many = f"{len(asked)} informasi sebagaimana dirinci di bawah ini"
    return {
        "badan_publik": settings.body_name,
        "kantor": settings.office_name,
        "tempat": settings.city,
        "tanggal_surat": format_date(on),
        "pejabat": signature_for("officer", on).role,
        "pemohon": file.applicant.name,
        "nomor_permohonan": request.number_text,
        "tanggal_permohonan": format_date(request.received_on),
        "informasi_diminta": many if len(asked) > 1 else asked[0].rstrip("."),
    }


def _closing_values(items: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What the refusal says: its bases, determinations and periods, and what may be given."""
    notes = "; ".join(item["note"] for item in items if item["note"])
    return {"alasan": notes.rstrip("."), **_basis_values(items)}


def _basis_values(items: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    bases = [item["basis"] for item in items if item.get("basis")]
    days = (format_date(date.fromisoformat(basis["determined_on"])) for basis in bases)
    return {
        "dasar_pengecualian": _joined(cite for basis in bases for cite in basis["citations"])
        or ("dasar hukum dalam penetapan tersebut" if bases else ""),
        "nomor_penetapan": _joined(basis["number_text"] for basis in bases),
        "tanggal_penetapan": _joined(days),
        "jangka_waktu": _joined(basis["period"] or UNTIL_STATED for basis in bases),
    }


def _joined(texts: Any) -> str:  # noqa: ANN401 - any run of texts
    return "; ".join(dict.fromkeys(texts))


def _given(items: Sequence[Mapping[str, Any]], data: Mapping[str, Any]) -> str:
    """What goes along with the answer, how it is delivered and what it costs."""
    outcomes = {item["outcome"] for item in items}
    if outcomes <= {Outcome.NOT_HELD.value}:
        what = "bahwa informasi tersebut tidak kami kuasai, dengan keterangan di bawah ini"
    elif len(items) == 1:
        what = items[0]["note"] or "informasi tersebut"
        what = "salinan dengan penghitaman" if Outcome.BLACKED_OUT in outcomes else what
    else:
        what = "jawaban atas setiap rincian sebagaimana tabel di bawah ini"
    cost = f"biaya {data['cost']}" if data["cost"] else ""
    return ", ".join(part.rstrip(".") for part in (what, data["delivery"], cost) if part)


def _outcome(item: Mapping[str, Any]) -> str:
    return Outcome(item["outcome"]).label


def _judged(item: Mapping[str, Any]) -> str:
    return ObjectionOutcome(item["outcome"]).label


def _why(item: Mapping[str, Any]) -> str:
    """The basis of what stays closed, and what was noted."""
    basis, note = item.get("basis"), item["note"]
    closed = f"Bagian yang dihitamkan: {note}" if basis and _is_blacked(item) else note
    if not basis:
        return closed or "–"
    number = basis["number_text"]
    facts = (", ".join(basis["short"]), f"Penetapan Nomor {number}", basis["period"])
    told = "; ".join(fact for fact in facts if fact)
    return "\n".join(part for part in (closed, told) if part)


def _is_blacked(item: Mapping[str, Any]) -> bool:
    return bool(item["outcome"] == Outcome.BLACKED_OUT)


def _judgement(items: Sequence[Mapping[str, Any]], grounds: str) -> str:
    opened = sum(item["outcome"] == ObjectionOutcome.OPENED for item in items)
    if opened == len(items):
        result = "keberatan diterima dan informasi yang diminta diberikan"
    elif opened:
        result = "keberatan diterima sebagian, sebagaimana dirinci di bawah ini"
    else:
        result = "keberatan tidak dapat diterima dan jawaban PPID dikuatkan"
    return f"atas alasan {grounds}, {result}"
