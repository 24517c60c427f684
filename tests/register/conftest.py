"""A register with the catalogue of legal bases, and entries as officers write them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from ppid.accounts.models import Unit
from ppid.audit.actions import CommandLine
from ppid.law.periods import Period, PeriodKind
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.shipped import load_catalogue
from ppid.register.actions import propose_entry
from ppid.register.acts import DeterminationDraft, DeterminationKind, EntryDescription
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.models import Entry

CLERK = CommandLine()


@pytest.fixture
def catalogue(app: Flask) -> Callable[..., BasisDraft]:
    """The shipped catalogue; gives a basis by the code of its regulation and its provision."""
    load_catalogue(CLERK)

    def basis(code: str, cite: str, reasoning: str = "Memuat nilai orang per orang.") -> BasisDraft:
        row = Provision.select(Provision, Regulation).join(Regulation)
        found = row.where(Regulation.code == code, Provision.cite == cite).get()
        return BasisDraft.from_provision(found, reasoning)

    return basis


@pytest.fixture
def make_entry(unit: Unit) -> Callable[..., Entry]:
    """Propose an entry of the unit."""

    def make(title: str = "Hasil asesmen kompetensi pejabat pengawas 2024", **told: Any) -> Entry:
        told.setdefault("public_title", "Hasil asesmen kompetensi pegawai")
        where = told.pop("unit", unit)
        return propose_entry(
            CLERK, unit_id=where.id, description=EntryDescription(title=title, **told)
        )

    return make


@pytest.fixture
def make_draft(catalogue: Callable[..., BasisDraft]) -> Callable[..., ClassificationDraft]:
    """A classification that nothing stops; options replace its parts."""

    def make(**told: Any) -> ClassificationDraft:
        values: dict[str, Any] = {
            "bases": (catalogue("uu-14-2008", "Pasal 17 huruf h angka 4"),),
            "consequence_open": "Nilai seseorang diketahui umum.",
            "benefit_closed": "Penilaian berjalan jujur.",
            "period": Period(PeriodKind.UNTIL_DATE, ends_on=date(2028, 1, 18)),
        }
        return ClassificationDraft(**{**values, **told})

    return make


@pytest.fixture
def make_act() -> Callable[..., DeterminationDraft]:
    """A determination with its test sheet and approval; options replace its parts."""

    def make(**told: Any) -> DeterminationDraft:
        values: dict[str, Any] = {
            "kind": DeterminationKind.INITIAL,
            "about": "Klasifikasi informasi yang dikecualikan",
            "determined_on": date(2025, 1, 18),
            "effective_on": date(2025, 1, 18),
            "approval": {"name": "Contoh Pimpinan"},
            "test_sheet_number": "7/LPK.DIK/I/2025",
        }
        return DeterminationDraft(**{**values, **told})

    return make
