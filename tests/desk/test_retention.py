"""Applicants are forgotten in time; what was asked and answered stays."""

from collections.abc import Callable

from flask import Flask

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.desk.events import demand_request
from ppid.desk.models import Applicant, Request
from ppid.desk.retention import forget_applicants, is_due
from ppid.law.dates import add_months
from ppid.office.actions import save_settings
from ppid.office.queries import office
from tests.page_client import PageClient

MONTHS = 24


def test_an_applicant_is_kept_until_the_months_are_over(refuse: Callable[..., str]) -> None:
    file = demand_request(refuse())
    over = add_months(clock.today(), MONTHS)

    assert not is_due(file, clock.today(), MONTHS)
    assert is_due(file, over, MONTHS)


def test_a_request_that_is_still_owed_keeps_its_applicant(ask: Callable[..., str]) -> None:
    file = demand_request(ask())

    assert not is_due(file, add_months(clock.today(), 600), MONTHS)


def test_the_command_erases_who_asked_and_nothing_else(demo: Flask) -> None:
    assert office().applicant_months == MONTHS
    save_settings(CommandLine(), {"applicant_months": 1})
    before = {row.id: row.asked for row in Request.select()}

    told = demo.test_cli_runner().invoke(args=["requests", "forget"])

    old = demand_request("PI-2026-001")
    forgotten = Applicant.select().where(Applicant.forgotten_at.is_null(False))
    assert f"Data {forgotten.count()} pemohon dihapus" in told.output
    assert forgotten.count() >= 6
    assert (old.applicant.name, old.applicant.address, old.request.purpose) == ("", "", "")
    assert old.applicant_kind.label == "Perorangan"
    assert old.progress.used_workdays == 5
    assert {row.id: row.asked for row in Request.select()} == before
    assert forget_applicants(CommandLine()) == 0


def test_a_forgotten_applicant_leaves_a_page_that_says_so(
    demo: Flask, demo_as: Callable[[str], PageClient]
) -> None:
    save_settings(CommandLine(), {"applicant_months": 1})
    forget_applicants(CommandLine())

    client = demo_as("meja")

    assert "Data pemohon sudah dihapus" in client.get("/permohonan/PI-2026-001").text
    assert "sudah dihapus" in client.get("/permohonan/?keadaan=semua").text


def test_an_applicant_shows_only_to_whoever_reads_requests(
    demo: Flask, demo_as: Callable[[str], PageClient]
) -> None:
    code, name = "PI-2026-003", "Contoh Pemohon 3"

    assert name in demo_as("meja").get(f"/permohonan/{code}").text
    for page in (f"/permohonan/{code}", f"/permohonan/{code}/surat/jawaban"):
        demo_as("unit").get(page, status=403)
        demo_as("admin").get(page, status=403)
    trail = demo_as("ppid").get("/jejak/").text
    assert "PI-2026-013" in trail
    assert "Contoh Pemohon" not in trail
