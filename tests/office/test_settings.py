"""The office sets its letterhead, signatories and holidays on screen."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.accounts.models import User
from ppid.audit.models import AuditRecord
from ppid.office.models import Holiday
from ppid.office.queries import office, signer, work_calendar
from tests.page_client import PageClient

GOOD = {
    "body_name": "Pemerintah Provinsi Contoh",
    "office_name": "PPID Dinas Contoh",
    "letterhead": "PEMERINTAH PROVINSI CONTOH\r\n\r\nDINAS CONTOH",
    "address": "Jalan Contoh 1",
    "city": "Kota Contoh",
    "paper_size": "F4",
    "signing": "basah",
    "copies_to": "Gubernur\nInspektur",
    "remind_workdays": "30",
    "applicant_months": "24",
}
SIGNATORY = {
    "post": "officer",
    "title": "PPID",
    "name": "Contoh PPID",
    "rank": "",
    "nip": "",
    "valid_from": "2025-01-01",
}


@pytest.fixture
def client(client: PageClient, officer: User, sign_in: Callable[[User], PageClient]) -> PageClient:
    return sign_in(officer)


def test_settings_are_kept_and_stand_on_every_page(client: PageClient) -> None:
    client.post("/pengaturan/", GOOD)

    assert office().letterhead == ("PEMERINTAH PROVINSI CONTOH", "DINAS CONTOH")
    assert "PPID Dinas Contoh" in client.get("/akun").text


def test_a_change_of_settings_is_on_record_field_by_field(client: PageClient) -> None:
    client.post("/pengaturan/", GOOD)
    client.post("/pengaturan/", {**GOOD, "city": "Kota Baru"})

    last = AuditRecord.select().order_by(AuditRecord.id.desc()).get()
    assert last.changes == [{"field": "city", "before": "Kota Contoh", "after": "Kota Baru"}]


def test_an_empty_name_is_refused_beside_its_field_and_nothing_is_kept(client: PageClient) -> None:
    answer = client.post("/pengaturan/", {**GOOD, "body_name": " "}, status=422)

    assert "Isi nama badan publik" in answer.text
    assert office().city == ""


def test_whoever_signed_before_still_signs_for_older_days(client: PageClient) -> None:
    client.post("/pengaturan/penanda-tangan", SIGNATORY)
    newer = {**SIGNATORY, "name": "Contoh Pengganti", "valid_from": "2026-01-01"}
    client.post("/pengaturan/penanda-tangan", newer)

    before, after = signer("officer", date(2025, 12, 31)), signer("officer", date(2026, 1, 1))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Contoh PPID", "Contoh Pengganti")


def test_nobody_signs_before_the_first_was_named(client: PageClient) -> None:
    client.post("/pengaturan/penanda-tangan", SIGNATORY)

    assert signer("officer", date(2024, 12, 31)) is None


def test_a_holiday_of_the_office_is_no_working_day_until_it_is_withdrawn(
    client: PageClient,
) -> None:
    client.post("/pengaturan/hari-libur/", {"day": "2026-11-23", "name": "Hari jadi"})
    during = work_calendar().is_workday(date(2026, 11, 23))
    client.post(f"/pengaturan/hari-libur/{Holiday.get().id}/cabut")

    assert not during
    assert work_calendar().is_workday(date(2026, 11, 23))


def test_national_holidays_are_taken_over_once(client: PageClient) -> None:
    client.post("/pengaturan/hari-libur/nasional", {"year": "2026"})
    first = Holiday.select().count()
    client.post("/pengaturan/hari-libur/nasional", {"year": "2026"})

    assert first >= 15
    assert Holiday.select().count() == first
    assert "Kemerdekaan" in client.get("/pengaturan/hari-libur/?tahun=2026").text


def test_a_day_already_kept_is_refused_with_its_name(client: PageClient) -> None:
    client.post("/pengaturan/hari-libur/", {"day": "2026-11-23", "name": "Hari jadi"})
    again = {"day": "2026-11-23", "name": "Lain"}

    assert "Hari jadi" in client.post("/pengaturan/hari-libur/", again, status=422).text


def test_each_settings_page_opens_when_nothing_is_set(client: PageClient) -> None:
    for path in ("", "penanda-tangan", "hari-libur/"):
        client.get(f"/pengaturan/{path}")
