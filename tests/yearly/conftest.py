"""A small office whose year was counted by hand, and entries that end around its last day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.desk.models import Applicant, Request, RequestEvent
from ppid.law.periods import Period, PeriodKind
from ppid.register.actions import propose_entry
from ppid.register.acts import DeterminationDraft, DeterminationKind, EntryDescription
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.issuing import record_determination
from ppid.register.models import Entry
from ppid.yearly.ledger import Ledger, read_ledger

NAME = "Contoh Pemohon Laporan"
KIP, PDP = "uu-14-2008", "uu-27-2022"
Item = dict[str, Any]


def said(outcome: str, *grounds: str, regulations: tuple[str, ...] = ()) -> Item:
    """An item as an answer freezes it."""
    short = [f"Pasal 17 huruf {ground}" for ground in grounds]
    basis = {"grounds": list(grounds), "regulations": list(regulations), "short": short}
    return {"outcome": outcome, "basis": basis if grounds else None}


def answer(on: str, *items: Item) -> tuple[str, str, dict[str, Any]]:
    return ("answered", on, {"items": list(items)})


def judge(kind: str, on: str, outcome: str, **told: Any) -> tuple[str, str, dict[str, Any]]:
    return (kind, on, {"items": [{"outcome": outcome}], **told})


GIVEN, NOT_HELD = said("diberikan"), said("tidak-dikuasai")
REFUSED = said("ditolak", "h", regulations=(KIP,))
REFUSED_TWICE = said("ditolak", "h", "j", regulations=(KIP, PDP))
BLACKED_OUT = said("dihitamkan", "h", regulations=(KIP,))
BOOK: dict[str, tuple[str, list[tuple[str, str, dict[str, Any]]]]] = {
    "given-on-its-last-day": ("2024-12-20", [answer("2025-01-03", GIVEN)]),
    "of-new-years-eve": ("2024-12-31", [answer("2025-01-14", GIVEN, REFUSED)]),
    "refused-late": ("2025-01-01", [answer("2025-01-20", REFUSED_TWICE)]),
    "extended-over-the-year": (
        "2025-12-22",
        [("extended", "2025-12-30", {"reason": "belum-diputus"}), answer("2026-01-14", GIVEN)],
    ),
    "due-on-the-last-day": ("2025-12-17", []),
    "withdrawn": ("2025-06-02", [("withdrawn", "2025-06-04", {})]),
    "not-held": ("2025-07-01", [answer("2025-07-03", NOT_HELD)]),
    "disputed": (
        "2025-08-01",
        [
            answer("2025-08-05", BLACKED_OUT),
            ("objected", "2025-08-11", {"grounds": ["a", "f"]}),
            judge("objection-answered", "2025-09-01", "dikuatkan"),
            ("disputed", "2025-09-10", {}),
            judge("ruled", "2025-12-31", "dibuka", final=False),
        ],
    ),
}


@pytest.fixture
def ledger(app: Flask) -> Ledger:
    """The book of requests as it reads in March 2026; its office knows no holidays."""
    for code, (received, told) in BOOK.items():
        row = Request.create(
            code=code,
            number_text=code,
            received_on=date.fromisoformat(received),
            channel="surat",
            asked="Contoh yang diminta",
            way="salinan",
            delivery="surel",
        )
        Applicant.create(request=row, kind="perorangan", name=NAME)
        for seq, (kind, on, data) in enumerate([("received", received, {}), *told], 1):
            day = date.fromisoformat(on)
            RequestEvent.create(
                request=row, seq=seq, kind=kind, on=day, actor_name="Contoh", data=data
            )
    return read_ledger(date(2026, 3, 2))


@pytest.fixture
def close_until(app: Flask, unit: Unit) -> Callable[..., Entry]:
    """Determine in 2024 that an entry is closed until a day."""

    def close(ends_on: date, **told: Any) -> Entry:
        clerk, day = CommandLine(), told.pop("determined_on", date(2024, 3, 1))
        described = EntryDescription(title=f"Nilai ujian {ends_on} {day}")
        entry = propose_entry(clerk, unit_id=unit.id, description=described)
        act = DeterminationDraft(DeterminationKind.INITIAL, "Klasifikasi", day, day)
        period = Period(PeriodKind.UNTIL_DATE, ends_on=ends_on)
        basis = BasisDraft(None, "UU 14/2008 Pasal 17 huruf h angka 4", "h")
        said_of_it = ClassificationDraft(bases=(basis,), period=period)
        record_determination(clerk, act=act, items={entry.id: said_of_it})
        return entry

    return close
