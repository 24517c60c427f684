"""The page of an entry: everything in its order, on any day, in few queries."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.law.facts import Extent
from ppid.register.actions import issue_determination, propose_classification, record_dispute
from ppid.register.acts import DeterminationDraft
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.models import Entry
from ppid.workflow.roles import Role
from tests.page_client import PageClient

CLERK = CommandLine()
MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]
SignIn = Callable[[User], PageClient]


@pytest.fixture
def closed(make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct) -> Entry:
    """An entry excluded from 18 January 2025 until 18 January 2028."""
    entry = make_entry(given_instead="Rekap tanpa nama", storage_place="Rak 2 / Boks 14")
    issue_determination(CLERK, act=make_act(), items={entry.id: make_draft()})
    return entry


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    seen: list[str] = []
    bound = database.obj
    execute = bound.execute_sql

    def counting(sql: str, *args: object, **options: object) -> object:
        seen.append(sql)
        return execute(sql, *args, **options)

    bound.execute_sql = counting
    try:
        yield seen
    finally:
        del bound.execute_sql


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_standing_is_told_in_one_sentence_with_its_reason(
    closed: Entry, sign_in: SignIn, officer: User
) -> None:
    page = text_of(sign_in(officer).get(f"/register/{closed.number}?tanggal=2026-11-22").text)

    assert (
        "Dikecualikan sampai 18 Januari 2028 (Penetapan Nomor 1/PPID.DIK/I/2025 tanggal "
        "18 Januari 2025; Pasal 17 huruf h angka 4)." in page
    )


def test_the_parts_stand_in_the_order_in_which_they_are_asked_for(
    closed: Entry, sign_in: SignIn, officer: User
) -> None:
    html = sign_in(officer).get(f"/register/{closed.number}").text

    headings = re.findall(r"<h2>([^<]+)</h2>", html)

    assert headings == [
        *("Yang dapat diberikan", "Dasar hukum", "Bila dibuka", "Bila ditutup", "Jangka waktu"),
        *(
            "Temuan",
            "Riwayat",
            "Jejak perubahan",
            "Surat",
            "Keterangan",
            "Rumusan publik",
            "Lihat per tanggal",
        ),
    ]


def test_an_entry_is_seen_as_it_stood_on_a_day(
    closed: Entry, sign_in: SignIn, officer: User
) -> None:
    browser = sign_in(officer)

    before = text_of(browser.get(f"/register/{closed.number}?tanggal=2025-01-17").text)
    after = text_of(browser.get(f"/register/{closed.number}?tanggal=2028-01-18").text)

    assert "Belum ditetapkan" in before
    assert "Terbuka sejak 18 Januari 2028" in after


def test_a_day_that_cannot_be_read_is_refused_with_its_form(
    closed: Entry, sign_in: SignIn, officer: User
) -> None:
    answer = sign_in(officer).get(f"/register/{closed.number}?tanggal=kemarin", status=422)

    assert "tahun-bulan-hari" in answer.text


def test_each_basis_unfolds_its_article_its_status_and_its_reasoning(
    closed: Entry, sign_in: SignIn, officer: User
) -> None:
    html = text_of(sign_in(officer).get(f"/register/{closed.number}").text)

    assert "Pasal 17 huruf h angka 4 Berlaku" in html
    assert "Memuat nilai orang per orang." in html


def test_a_basis_revoked_since_says_by_what_and_since_when(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    catalogue: Callable[..., BasisDraft],
    sign_in: SignIn,
    officer: User,
) -> None:
    entry = make_entry()
    bases = (catalogue("perki-1-2017", "Pasal 4 ayat (4)"),)
    propose_classification(CLERK, entry_id=entry.id, draft=make_draft(bases=bases))

    html = text_of(sign_in(officer).get(f"/register/{entry.number}").text)

    assert "Dicabut" in html
    assert "Peraturan Komisi Informasi Nomor 1 Tahun 2021" in html


def test_a_proposal_is_never_shown_as_if_it_closed_anything(
    make_entry: MakeEntry, make_draft: MakeDraft, sign_in: SignIn, officer: User
) -> None:
    entry = make_entry()
    propose_classification(CLERK, entry_id=entry.id, draft=make_draft())

    html = text_of(sign_in(officer).get(f"/register/{entry.number}").text)

    assert "baru usulan" in html
    assert "Belum ditetapkan" in html
    assert "Belum lengkap" in html


def test_a_partial_exclusion_names_its_parts_and_gives_the_rest(
    make_entry: MakeEntry,
    make_draft: MakeDraft,
    make_act: MakeAct,
    sign_in: SignIn,
    officer: User,
) -> None:
    entry = make_entry()
    draft = make_draft(extent=Extent.PARTIAL, excluded_parts="Kolom nilai")
    issue_determination(CLERK, act=make_act(), items={entry.id: draft})

    html = text_of(sign_in(officer).get(f"/register/{entry.number}").text)

    assert "Yang ditutup: Kolom nilai." in html
    assert "dihitamkan" in html


def test_the_history_tells_the_newest_first(closed: Entry, sign_in: SignIn, officer: User) -> None:
    record_dispute(CLERK, entry_id=closed.id, opened_on=date(2026, 5, 4), reference="Sengketa 9")

    html = sign_in(officer).get(f"/register/{closed.number}").text

    days = re.findall(r'<time datetime="([^"]+)"', html)
    assert days[:2] == ["2026-05-04", "2025-01-18"]


def test_only_who_may_read_the_trail_sees_it(
    closed: Entry, sign_in: SignIn, make_user: Callable[..., User]
) -> None:
    desk = make_user("meja", Role.DESK)

    html = sign_in(desk).get(f"/register/{closed.number}").text

    assert "Jejak perubahan" not in html
    assert "Ubah data" not in html


def test_paper_has_every_basis_unfolded(closed: Entry, sign_in: SignIn, officer: User) -> None:
    html = sign_in(officer).get(f"/register/{closed.number}/cetak").text

    assert html.count("<details open>") == 1


def test_an_unknown_number_is_not_found(sign_in: SignIn, officer: User) -> None:
    sign_in(officer).get("/register/DIK-9999", status=404)


def test_the_page_takes_the_same_few_queries_whatever_the_history(
    closed: Entry, make_draft: MakeDraft, make_act: MakeAct, sign_in: SignIn, officer: User
) -> None:
    browser = sign_in(officer)
    browser.get(f"/register/{closed.number}")
    with counted_queries() as once:
        browser.get(f"/register/{closed.number}")
    for month in (3, 4, 5):
        act = make_act(determined_on=date(2026, month, 2), effective_on=date(2026, month, 2))
        issue_determination(CLERK, act=act, items={closed.id: make_draft()})
    browser.get(f"/register/{closed.number}")
    with counted_queries() as later:
        browser.get(f"/register/{closed.number}")

    assert len(later) == len(once) <= 36
