"""The catalogue: what the product carries, what officers read and add."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord
from ppid.legal_bases import actions
from ppid.legal_bases.force import ChangeKind, Status, force_on
from ppid.legal_bases.models import Provision, Regulation
from ppid.legal_bases.picking import find_provisions
from ppid.legal_bases.queries import (
    changes_of,
    list_by_ground,
    list_provisions,
    list_regulations,
)
from ppid.legal_bases.shipped import load_catalogue
from ppid.workflow.roles import Role
from tests.page_client import PageClient

NEW = {
    "kind": "UU",
    "number": "99",
    "year": "2030",
    "title": "Undang-Undang Nomor 99 Tahun 2030 tentang Contoh",
    "confidence": "teks",
}


@pytest.fixture
def loaded(app: Flask) -> None:
    load_catalogue(CommandLine())


@pytest.fixture
def pages(loaded: None, officer: User, sign_in: Callable[[User], PageClient]) -> PageClient:
    return sign_in(officer)


def regulation(code: str) -> Regulation:
    return Regulation.get(Regulation.code == code)


def status(code: str, day: date) -> Status:
    row = regulation(code)
    return force_on(row, changes_of([row.id]).get(row.id, []), day).status


def test_it_carries_21_regulations_and_188_provisions(loaded: None) -> None:
    assert (Regulation.select().count(), Provision.select().count()) == (21, 188)


def test_loading_again_adds_nothing_and_keeps_what_the_office_changed(loaded: None) -> None:
    Provision.update(summary="diubah kantor").where(Provision.cite == "Pasal 19").execute()

    assert load_catalogue(CommandLine()) == (0, 0)
    assert Provision.get(Provision.cite == "Pasal 19").summary == "diubah kantor"


def test_perki_1_2010_was_in_force_until_the_day_perki_1_2021_revoked_it(loaded: None) -> None:
    assert status("perki-1-2010", date(2021, 6, 29)) == Status.IN_FORCE
    assert status("perki-1-2010", date(2021, 6, 30)) == Status.REVOKED


def test_a_law_is_not_in_force_before_its_first_day(loaded: None) -> None:
    assert status("uu-14-2008", date(2010, 4, 29)) == Status.NOT_YET
    assert status("uu-14-2008", date(2010, 4, 30)) == Status.IN_FORCE


def test_a_status_that_no_source_confirms_is_shown_as_such(pages: PageClient) -> None:
    assert "belum terkonfirmasi" in pages.get("/dasar-hukum/pergub-ntb-24-2018").text
    assert "belum terkonfirmasi" not in pages.get("/dasar-hukum/uu-43-2009").text


def test_provisions_stand_in_the_order_of_the_law(loaded: None) -> None:
    cites = [row.cite for row in list_provisions(regulation("uu-14-2008"))]

    assert cites.index("Pasal 2 ayat (1)") < cites.index("Pasal 11 ayat (1)")
    assert cites.index("Pasal 17 huruf a angka 5") < cites.index("Pasal 17 huruf b")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("17 h 4", "UU 14/2008 Pasal 17 huruf h angka 4"),
        ("17 huruf h", "UU 14/2008 Pasal 17 huruf h"),
        ("h.4", "UU 14/2008 Pasal 17 huruf h angka 4"),
        ("kearsipan 66", "UU 43/2009 Pasal 66 ayat (1)"),
        ("perki 51", "Perki 1/2021 Pasal 51 ayat (1)-(2)"),
        ("uu kip 17 j", "UU 14/2008 Pasal 17 huruf j"),
        ("data pribadi", "UU 27/2022 Pasal 4 ayat (2)"),
    ],
)
def test_a_provision_is_found_by_what_officers_type(loaded: None, typed: str, first: str) -> None:
    assert find_provisions(typed)[0].short == first


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "%", "'; drop table", "17 z"])
def test_what_fits_nothing_finds_nothing(loaded: None, typed: str) -> None:
    assert find_provisions(typed) == []


def test_many_words_are_looked_for_as_far_as_a_search_goes(loaded: None) -> None:
    assert list_regulations(on=date(2026, 1, 5), text="tentang " * 600)
    assert list_regulations(on=date(2026, 1, 5), text="a" * 100_000) == []


def test_a_revoked_basis_is_found_with_its_successor(loaded: None) -> None:
    hit = next(hit for hit in find_provisions("pengklasifikasian 4") if not hit.in_force)

    assert "Perki 1/2017" in hit.short
    assert "Nomor 1 Tahun 2021" in hit.successor


def test_a_ground_lists_its_own_provisions_before_those_that_serve_it(loaded: None) -> None:
    codes = [row.regulation.code for row in list_by_ground("h")]

    assert codes[0] == "uu-14-2008"
    assert "perki-1-2021" in codes


def test_every_page_of_the_catalogue_opens(pages: PageClient) -> None:
    for code in [row.code for row in Regulation.select()]:
        pages.get(f"/dasar-hukum/{code}")
    for huruf in "abcdefghij":
        pages.get(f"/dasar-hukum/pasal-17/{huruf}")
    pages.get("/dasar-hukum/?q=17+h+4")
    pages.get("/dasar-hukum/?q=tidak+ada+yang+begini")
    pages.get("/dasar-hukum/pasal-17/")
    pages.get("/dasar-hukum/pasal-17/z", status=404)


def test_an_officer_adds_a_regulation_and_a_provision(pages: PageClient) -> None:
    where = pages.post("/dasar-hukum/baru", NEW).location
    form = {"cite": "Pasal 5 ayat (2)", "summary": "Isi.", "ground": "j", "confidence": "teks"}
    pages.post(f"{where}/ketentuan/baru", form)

    assert "Pasal 5 ayat (2)" in pages.get(where).text
    assert find_provisions("contoh 5 2")[0].ground == "j"


def test_what_an_officer_amends_of_a_regulation_is_kept_under_its_code(pages: PageClient) -> None:
    where = pages.post("/dasar-hukum/baru", NEW).location
    assert NEW["title"] in pages.get(f"{where}/ubah").text

    again = pages.post(f"{where}/ubah", {**NEW, "title": "Undang-Undang tentang Contoh Lain"})

    assert again.location == where
    assert "Undang-Undang tentang Contoh Lain" in pages.get(where).text


def test_two_regulations_of_the_same_number_get_codes_of_their_own(pages: PageClient) -> None:
    codes = {pages.post("/dasar-hukum/baru", NEW).location for _ in range(3)}

    assert len(codes) == 3


def test_a_provision_that_is_there_already_is_refused_and_what_was_typed_kept(
    pages: PageClient,
) -> None:
    form = {"cite": "Pasal 19", "summary": "Ketikan saya", "ground": "", "confidence": "teks"}
    answer = pages.post("/dasar-hukum/uu-14-2008/ketentuan/baru", form, status=422)

    assert "sudah ada" in answer.text
    assert "Ketikan saya" in answer.text


def test_amending_a_provision_is_on_record_before_and_after(pages: PageClient) -> None:
    row = Provision.get(Provision.cite == "Pasal 19")
    form = {"cite": "Pasal 19", "summary": "Kata baru.", "ground": "", "confidence": "teks"}
    pages.post(f"/dasar-hukum/uu-14-2008/ketentuan/{row.id}/ubah", form)

    changes = AuditRecord.get(AuditRecord.action == "amended-provision").changes
    assert changes[0] == {"field": "summary", "before": row.summary, "after": "Kata baru."}


def test_a_revocation_recorded_on_screen_holds_from_its_day(pages: PageClient) -> None:
    form = {"kind": "dicabut", "on": "2026-05-01", "by": "0", "by_text": "UU 99/2026", "note": ""}
    pages.post("/dasar-hukum/uu-25-2009/perubahan", form)

    assert status("uu-25-2009", date(2026, 4, 30)) == Status.IN_FORCE
    assert status("uu-25-2009", date(2026, 5, 1)) == Status.REVOKED


def test_a_revocation_without_what_revoked_it_is_refused(pages: PageClient) -> None:
    form = {"kind": "dicabut", "on": "", "by": "0", "by_text": "", "note": ""}

    assert "Sebutkan" in pages.post("/dasar-hukum/uu-25-2009/perubahan", form, status=422).text
    assert status("uu-25-2009", date(2026, 11, 22)) == Status.IN_FORCE


def test_a_regulation_cannot_revoke_itself(loaded: None) -> None:
    row = regulation("uu-25-2009")
    with pytest.raises(Exception, match="dirinya sendiri"):
        actions.record_change(
            CommandLine(), row, kind=ChangeKind.REVOKED, on=None, by=row, by_text="", note=""
        )


def test_a_withdrawn_provision_is_no_choice_but_stays_readable(pages: PageClient) -> None:
    row = Provision.get(Provision.cite == "Pasal 17 huruf h angka 4")
    pages.post(f"/dasar-hukum/uu-14-2008/ketentuan/{row.id}/tarik")

    assert find_provisions("17 h 4") == []
    pages.get(f"/dasar-hukum/uu-14-2008/ketentuan/{row.id}")


def test_a_review_is_dated_today(pages: PageClient) -> None:
    pages.post("/dasar-hukum/uu-14-2008/tinjau")

    assert regulation("uu-14-2008").reviewed_on is not None


def test_the_desk_reads_the_catalogue_but_cannot_change_it(
    loaded: None, make_user: Callable[..., User], sign_in: Callable[[User], PageClient]
) -> None:
    desk = sign_in(make_user("meja", Role.DESK))
    assert "Tambah peraturan" not in desk.get("/dasar-hukum/").text
    desk.get("/dasar-hukum/baru", status=403)
