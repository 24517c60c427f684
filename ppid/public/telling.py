"""How a standing is told to the public: whole sentences made of public facts."""

import re
from datetime import date

from ppid.law.dates import format_date, format_date_short
from ppid.law.facts import Extent
from ppid.law.standing_kinds import StandingKind
from ppid.public.records import PublicRecord

_RULING = re.compile(r"\bNomor\s+(\d[\w.-]*(?:/[\w.-]+)*/\d{4})\b", re.I)
_BECAUSE = {
    StandingKind.EXPIRED: "karena jangka waktunya berakhir (PP 61/2010 Pasal 11 ayat (3))",
    StandingKind.OPENED_DETERMINATION: "dengan penetapan pembukaan",
    StandingKind.OPENED_RULING: "karena putusan yang berkekuatan hukum tetap",
    StandingKind.OPENED_CONSENT: "karena persetujuan tertulis pihak yang bersangkutan",
    StandingKind.OPENED_PUBLIC_OFFICE: "karena berkaitan dengan jabatan publik",
    StandingKind.OPENED_COURT: "karena diungkap di sidang yang terbuka untuk umum",
}


def tell_standing(record: PublicRecord) -> str:
    """The standing with its reason, as one sentence."""
    if record.standing.is_open:
        return f"Terbuka sejak {format_date(record.since)} {_BECAUSE[record.standing]}."
    told = _tell_exclusion(record)
    if record.standing is StandingKind.HELD:
        return f"Tertahan sejak {format_date(record.since)} karena keberatan atau sengketa; {told}."
    if record.standing is StandingKind.EXPIRING:
        return f"Akan berakhir: {told}."
    return f"{told[:1].upper()}{told[1:]}."


def _tell_exclusion(record: PublicRecord) -> str:
    verb = "dikecualikan sebagian" if record.extent is Extent.PARTIAL else "dikecualikan"
    span = f"sampai {format_date(record.opens_on)}" if record.opens_on else "tanpa tanggal berakhir"
    source = "; ".join(filter(None, (record.act.named, ", ".join(cited(record)))))
    return f"{verb} {span} ({source})"


def cited(record: PublicRecord) -> list[str]:
    """The bases by name, each once."""
    return list(dict.fromkeys(basis.named for basis in record.bases if basis.named))


def tell_until(record: PublicRecord) -> str:
    """``s.d. 18 Jan 2028``, ``sejak 3 Feb 2026`` for what is open; for the narrow column."""
    if record.standing.is_open:
        return f"sejak {format_date_short(record.since)}"
    if record.opens_on:
        return f"s.d. {format_date_short(record.opens_on)}"
    return "tanpa tanggal"


def tell_left(record: PublicRecord, on: date) -> str:
    """How long it still stays closed; empty where no day is known."""
    if record.standing.is_open or not record.opens_on:
        return ""
    days = (record.opens_on - on).days
    months = days * 12 // 365
    if days < 60:
        return f"{days} hari lagi"
    return f"{months} bulan lagi" if months < 36 else f"{months // 12} tahun lagi"


def ruling_number(reference: str) -> str:
    """The number of a ruling, ``012/VII/KI-NTB-PS/2025``; nothing else of what was noted."""
    found = _RULING.search(reference)
    return found[1] if found else ""
