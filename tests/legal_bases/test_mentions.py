"""Mengingat names what was in force on the day, by rank and age, and says what amended it."""

from datetime import date

import pytest
from flask import Flask

from ppid.audit.actions import CommandLine
from ppid.legal_bases.actions import record_change
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.mentions import Mentions, mention_regulations
from ppid.legal_bases.models import Regulation, RegulationChange
from ppid.legal_bases.shipped import load_catalogue

CLERK = CommandLine()
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def catalogue(app: Flask) -> None:
    """The catalogue that the product carries."""
    load_catalogue(CLERK)


def make(number: str, year: int, kind: str = "UU", **told: object) -> Regulation:
    """One more regulation."""
    title = f"{kind} contoh Nomor {number} Tahun {year}"
    code = f"{kind}-{number}-{year}".lower()
    return Regulation.create(code=code, kind=kind, number=number, year=year, title=title, **told)


def change(regulation: Regulation, kind: ChangeKind, by: Regulation | None, on: date) -> None:
    record_change(CLERK, regulation, kind=kind, on=on, by=by, by_text="", note="")


def mentioned(*regulations: Regulation, on: date = DAY) -> Mentions:
    return mention_regulations([each.id for each in regulations], on)


def test_the_law_its_regulation_and_the_komisi_s_rule_are_always_named() -> None:
    titles = mentioned().titles

    assert len(titles) == 3
    assert titles[0].startswith("Undang-Undang Nomor 14 Tahun 2008")
    assert titles[1].startswith("Peraturan Pemerintah Nomor 61 Tahun 2010")
    assert "Nomor 1 Tahun 2021" in titles[2]


def test_regulations_stand_by_rank_then_year_then_number_as_numbers() -> None:
    made = [
        make("11", 2010),
        make("9", 2010),
        make("3", 2009),
        make("2", 2001, "Perda"),
        make("5", 2020, "PP"),
    ]
    titles = [title for title in mentioned(*made).titles if "contoh" in title]

    assert titles == [
        "UU contoh Nomor 3 Tahun 2009",
        "UU contoh Nomor 9 Tahun 2010",
        "UU contoh Nomor 11 Tahun 2010",
        "PP contoh Nomor 5 Tahun 2020",
        "Perda contoh Nomor 2 Tahun 2001",
    ]


def test_a_regulation_named_twice_stands_once() -> None:
    law = Regulation.get(Regulation.code == "uu-14-2008")

    assert mentioned(law, law).titles == mentioned().titles


def test_a_revoked_regulation_is_left_out_with_its_successor() -> None:
    old, new = make("1", 2001), make("2", 2025)
    change(old, ChangeKind.REVOKED, new, date(2025, 5, 1))
    found = mentioned(old)

    assert old.title not in found.titles
    assert str(found.left_out[0]) == (
        f"{old.title} tidak berlaku lagi sejak 1 Mei 2025; penggantinya {new.title}"
    )


def test_a_regulation_revoked_later_still_stood_on_the_day() -> None:
    old, new = make("1", 2001), make("2", 2026)
    change(old, ChangeKind.REVOKED, new, date(2026, 3, 3))

    assert old.title in mentioned(old).titles
    assert old.title not in mentioned(old, on=date(2026, 3, 3)).titles


def test_a_regulation_that_is_not_in_force_yet_is_left_out() -> None:
    coming = make("3", 2026, effective_on=date(2026, 6, 1))
    found = mentioned(coming)

    assert coming.title not in found.titles
    assert str(found.left_out[0]).endswith("belum berlaku; mulai berlaku 1 Juni 2026")


def test_an_amended_regulation_tells_by_what() -> None:
    law, amending = make("1", 2001), make("2", 2020)
    change(law, ChangeKind.AMENDED, amending, date(2020, 1, 1))

    assert f"{law.title} sebagaimana telah diubah dengan {amending.title}" in mentioned(law).titles


def test_of_several_amendments_the_last_before_the_day_is_told() -> None:
    law, first, second, later = (make(str(n), 2001 + n) for n in range(4))
    change(law, ChangeKind.AMENDED, second, date(2012, 1, 1))
    change(law, ChangeKind.AMENDED, first, date(2010, 1, 1))
    change(law, ChangeKind.AMENDED, later, date(2026, 3, 3))

    told = f"sebagaimana telah beberapa kali diubah, terakhir dengan {second.title}"
    assert f"{law.title} {told}" in mentioned(law).titles


def test_an_amendment_of_unknown_origin_is_not_told() -> None:
    law = make("1", 2001)
    RegulationChange.create(regulation=law, kind=ChangeKind.AMENDED.value)

    assert law.title in mentioned(law).titles


def test_what_took_the_place_of_a_governing_regulation_is_named_instead() -> None:
    rule, new = Regulation.get(Regulation.code == "perki-1-2021"), make("1", 2026, "Perki")
    change(rule, ChangeKind.REVOKED, new, date(2026, 2, 1))

    assert mentioned().titles[-1] == new.title
    assert rule.title in mentioned(on=date(2026, 1, 31)).titles
