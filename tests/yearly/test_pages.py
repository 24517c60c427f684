"""The report on screen, on paper and as workbook: every number proven, nobody named."""

import io
import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise

import pytest
from flask import Flask
from openpyxl import load_workbook
from pypdf import PdfReader

from ppid import clock
from ppid.accounts.models import Unit
from ppid.desk.models import Applicant
from ppid.office.models import TakenNumber
from ppid.papers.models import IssuedPaper
from ppid.yearly.report import read_report
from ppid.yearly.terms import year_of
from tests.page_client import PageClient

As = Callable[[str], PageClient]
THIS_YEAR = clock.today().year
PROOF = re.compile(
    r'<a href="(/(?:laporan|register)/[^"]*\?[^"]*|/laporan/\d+/[^"]*)">([\d.]+)</a>'
)


def total_of(page: str) -> int:
    """How many rows a list says it has, in all its pages."""
    told = re.search(r"([\d.]+) (?:permohonan\.|entri)", re.sub(r"<[^>]+>", "", page))
    assert told, page
    return int(told[1].replace(".", ""))


@pytest.mark.parametrize("address", [f"/laporan/{THIS_YEAR}", "/laporan/2026?triwulan=3"])
def test_every_number_leads_to_a_list_that_holds_as_many(demo_as: As, address: str) -> None:
    client = demo_as("ppid")
    told = {unescape(href): number for href, number in PROOF.findall(client.get(address).text)}

    proven = {href: total_of(client.get(href).text) for href in told}

    assert len(told) > 20
    assert proven == {href: int(number.replace(".", "")) for href, number in told.items()}


def test_what_was_received_in_the_year_is_what_the_list_of_requests_counts(demo_as: As) -> None:
    client = demo_as("ppid")

    mine = total_of(client.get(f"/laporan/{THIS_YEAR}/permohonan/diterima").text)
    listed = client.get(f"/permohonan/?keadaan=semua&tahun={THIS_YEAR}").text

    assert f'data-announce="{mine} permohonan"' in listed


def test_nobody_who_asked_is_named_anywhere(demo_as: As) -> None:
    client = demo_as("ppid")
    names = [row.name for row in Applicant.select() if row.name]
    addresses = (
        "/laporan/",
        f"/laporan/{THIS_YEAR}",
        f"/laporan/{THIS_YEAR}/permohonan/diterima",
        f"/laporan/{THIS_YEAR}/pratinjau",
    )

    pages = "".join(client.browser.get(address).text for address in addresses)
    book = load_workbook(io.BytesIO(client.get(f"/laporan/{THIS_YEAR}.xlsx").data))
    cells = str([cell for sheet in book for row in sheet.values for cell in row])

    assert len(names) > 5
    assert [name for name in names if name in pages or name in cells] == []


def test_steering_reads_the_figures_but_not_the_requests_behind_them(demo_as: As) -> None:
    page = demo_as("pengarah").get(f"/laporan/{THIS_YEAR}").text

    assert "Permohonan diterima" in page
    assert "/permohonan/diterima" not in page


def test_the_running_year_says_up_to_when_it_counts_and_is_not_issued(demo_as: As) -> None:
    client = demo_as("ppid")
    page = client.get(f"/laporan/{THIS_YEAR}").text

    assert "masih berjalan" in page
    assert f"31 Maret {THIS_YEAR + 1}" in page
    assert "Terbitkan laporan tahunan" not in page
    client.post(f"/laporan/{THIS_YEAR}/terbit", status=422)


def test_a_year_in_which_nothing_happened_still_reads(demo_as: As) -> None:
    page = demo_as("ppid").get("/laporan/2012").text

    assert "Tidak ada penetapan pada masa ini." in page
    assert "<svg" not in page


@pytest.mark.parametrize(
    "address",
    ["1999", f"{THIS_YEAR + 1}", "2025?triwulan=5", "2025?triwulan=0", "2025?triwulan=satu"],
)
def test_a_term_that_is_none_or_has_not_begun_is_not_there(demo_as: As, address: str) -> None:
    demo_as("ppid").get(f"/laporan/{address}", status=404)


def test_a_preview_takes_no_number_and_says_that_it_is_a_draft(demo_as: As) -> None:
    client = demo_as("meja")
    before = TakenNumber.select().count()

    page = client.browser.get("/laporan/2025/pratinjau").text

    assert "DRAF" in page
    assert TakenNumber.select().count() == before


def test_the_report_of_a_past_year_is_issued_with_a_number_and_kept(demo_as: As) -> None:
    client = demo_as("ppid")

    client.post("/laporan/2025/terbit", status=303)
    client.post("/laporan/2025/terbit", status=303)
    versions = IssuedPaper.select().where(IssuedPaper.kind == "laporan-tahunan")
    first, second = versions.order_by(IssuedPaper.version)

    assert [first.version, second.version] == [1, 2]
    assert first.number_text != second.number_text
    assert second.number_text in client.get("/laporan/2025").text
    assert "Terbit" in client.get("/laporan/").text


def test_the_paper_holds_every_table_of_the_page(demo_as: As) -> None:
    file = demo_as("ppid").get(f"/laporan/{THIS_YEAR}/pratinjau.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(file.data)).pages)
    titles = [table.title for table in read_report(year_of(THIS_YEAR)).tables]
    places = [text.find(title) for title in titles]

    assert -1 not in places
    assert all(before < after for before, after in pairwise(places))


def test_the_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(demo_as: As) -> None:
    report = demo_as("ppid").get(f"/laporan/{THIS_YEAR}.xlsx")
    book = load_workbook(io.BytesIO(report.data))
    tables = read_report(year_of(THIS_YEAR)).tables

    assert book.sheetnames == [table.sheet for table in tables]
    for table, sheet in zip(tables, book, strict=True):
        told = [[row.label, *(cell.value for cell in row.cells)] for row in table.rows]
        read = [
            list(line[: len(table.columns) + 1]) for line in sheet.iter_rows(5, values_only=True)
        ]
        assert len(read) == len(told)
        assert [line[1:] for line in read] == [line[1:] for line in told]


def test_no_text_of_the_workbook_is_taken_for_a_formula(demo: Flask, demo_as: As) -> None:
    Unit.update(short_name="=2+5").where(Unit.parent.is_null()).execute()

    book = load_workbook(io.BytesIO(demo_as("ppid").get(f"/laporan/{THIS_YEAR}.xlsx").data))
    labels = [row[0] for row in book["Dikecualikan per unit"].values]

    assert "'=2+5" in labels
    assert "=2+5" not in labels
