"""Other features tell the entry's page what they know of it."""

from collections.abc import Callable
from datetime import date

from flask import Flask

from ppid.accounts.models import User
from ppid.register.history import HistoryItem, PaperLink, add_history_source, add_paper_source
from ppid.register.models import Entry
from tests.page_client import PageClient


def test_cases_and_papers_of_other_features_stand_on_the_page(
    app: Flask,
    make_entry: Callable[..., Entry],
    officer: User,
    sign_in: Callable[[User], PageClient],
) -> None:
    entry = make_entry()
    case = HistoryItem(date(2026, 1, 5), "Perkara PK-0001 dibuka", href="/perkara/PK-0001")
    add_history_source(app, lambda entry_id: [case] if entry_id == entry.id else [])
    add_paper_source(app, lambda _entry_id: [PaperLink("Penetapan 3", "/surat/3", "PDF")])

    html = sign_in(officer).get(f"/register/{entry.number}").text

    assert '<a href="/perkara/PK-0001">Perkara PK-0001 dibuka</a>' in html
    assert '<a href="/surat/3">Penetapan 3</a>' in html


def test_what_comes_later_is_not_told_of_an_earlier_day(
    app: Flask,
    make_entry: Callable[..., Entry],
    officer: User,
    sign_in: Callable[[User], PageClient],
) -> None:
    entry = make_entry()
    add_history_source(app, lambda _entry_id: [HistoryItem(date(2026, 1, 5), "Perkara dibuka")])

    html = sign_in(officer).get(f"/register/{entry.number}?tanggal=2026-01-04").text

    assert "Perkara dibuka" not in html
