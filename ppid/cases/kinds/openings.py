"""The grounds on which information is opened, and what each must prove (domain: ways out)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ppid.cases.reviewed import ReviewedEntry
from ppid.law.dates import format_date
from ppid.law.facts import OpeningKind
from ppid.law.grounds import LIFTED_BY_CONSENT, LIFTED_BY_OPEN_COURT, Ground
from ppid.register.acts import OpeningDraft

EXPIRY = "berakhir"


@dataclass(frozen=True)
class OpeningGround:
    """One ground: its words, the fields it demands with their messages, what it may lift.

    ``may_lift`` None lifts all; ``kind`` None is no fact of its own: the determination opens.
    """

    code: str
    label: str
    article: str
    kind: OpeningKind | None = None
    needs: Mapping[str, str] | None = None
    may_lift: frozenset[Ground] | None = None


GROUNDS = {
    each.code: each
    for each in (
        OpeningGround(EXPIRY, "Jangka waktu berakhir", "PP 61/2010 Pasal 11"),
        OpeningGround(
            OpeningKind.RULING.value,
            "Putusan Komisi Informasi atau pengadilan yang berkekuatan hukum tetap",
            "UU 14/2008 Pasal 11 ayat (2); Perki 1/2021 Pasal 52 ayat (3)",
            OpeningKind.RULING,
            {
                "source": "Isi nama Komisi Informasi atau pengadilan yang memutus.",
                "number": "Isi nomor putusan.",
                "on": "Isi tanggal putusan berkekuatan hukum tetap.",
            },
        ),
        OpeningGround(
            OpeningKind.CONSENT.value,
            "Persetujuan tertulis dari pihak yang rahasianya diungkap",
            "UU 14/2008 Pasal 18 ayat (2) huruf a",
            OpeningKind.CONSENT,
            {
                "source": "Isi siapa yang memberi persetujuan.",
                "on": "Isi tanggal surat persetujuan.",
            },
            LIFTED_BY_CONSENT,
        ),
        OpeningGround(
            OpeningKind.PUBLIC_OFFICE.value,
            "Berkaitan dengan posisi seseorang dalam jabatan publik",
            "UU 14/2008 Pasal 18 ayat (2) huruf b",
            OpeningKind.PUBLIC_OFFICE,
            {
                "source": "Isi jabatan publik yang dimaksud.",
                "on": "Isi tanggal sejak kaitan itu ada.",
            },
            LIFTED_BY_CONSENT,
        ),
        OpeningGround(
            OpeningKind.OPEN_COURT.value,
            "Telah diungkap dalam sidang pengadilan yang terbuka untuk umum",
            "PP 61/2010 Pasal 5 ayat (2); Perki 1/2021 Pasal 51 ayat (2)",
            OpeningKind.OPEN_COURT,
            {
                "source": "Isi nama pengadilan.",
                "number": "Isi nomor perkara.",
                "on": "Isi tanggal sidang.",
            },
            LIFTED_BY_OPEN_COURT,
        ),
    )
}
_NAMES = {
    OpeningKind.RULING.value: "Putusan",
    OpeningKind.CONSENT.value: "Persetujuan tertulis",
    OpeningKind.PUBLIC_OFFICE.value: "Jabatan publik",
    OpeningKind.OPEN_COURT.value: "Sidang terbuka",
}


def grounds_of(entry: ReviewedEntry) -> tuple[Ground, ...]:
    """The huruf of Pasal 17 that close an entry now."""
    bases = entry.before.said.bases if entry.before else ()
    return tuple(sorted({Ground(basis.ground) for basis in bases if basis.ground}))


def lifted(ground: OpeningGround, entry: ReviewedEntry) -> tuple[Ground, ...]:
    """The huruf of an entry that this ground lifts."""
    closing = grounds_of(entry)
    return closing if ground.may_lift is None else tuple(sorted(ground.may_lift & set(closing)))


def reference(data: Mapping[str, Any]) -> str:
    """The paper that proves it: ``Putusan Komisi Informasi … Nomor … tanggal …``."""
    name = _NAMES.get(data.get("ground", ""), "")
    if not name:
        return ""
    number = f" Nomor {data['number']}" if data.get("number") else ""
    day = f" tanggal {format_date(date.fromisoformat(data['on']))}" if data.get("on") else ""
    return f"{name} {data.get('source') or ''}".strip() + number + day


def fact_of(data: Mapping[str, Any], grounds: tuple[str, ...]) -> OpeningDraft:
    """The fact to be recorded of an opening that is not by expiry."""
    kind = GROUNDS[data["ground"]].kind
    if kind is None:
        raise ValueError("expiry is no fact of its own")
    return OpeningDraft(kind, date.fromisoformat(data["on"]), reference(data), grounds)
