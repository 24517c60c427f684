"""The open data: whole, documented, harmless in a spreadsheet, and the same in every form."""

import csv
import gzip
import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask import Flask
from openpyxl import load_workbook

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.public import kept_files
from ppid.public.fields import FIELDS, heads, in_cell
from ppid.public.files import schema
from ppid.public.queries import PublicRegister
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_actions import review_public_wording

CLERK = CommandLine()
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
KINDS = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def table(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))


def parse(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own answer


def faults(value: Any, kind: dict[str, Any], where: str = "") -> list[str]:
    """Where a value departs from the part of JSON Schema that we use."""
    if "const" in kind or "enum" in kind:
        known = kind.get("enum", [kind.get("const")])
        return [] if value in known else [f"{where}: {value!r}"]
    names = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    if value is None:
        return [] if "null" in names else [f"{where}: empty"]
    if not isinstance(value, tuple(KINDS[name] for name in names if name != "null")):
        return [f"{where}: {value!r}"]
    if isinstance(value, list):
        return [fault for each in value for fault in faults(each, kind["items"], f"{where}[]")]
    if isinstance(value, dict):
        known = kind["properties"]
        lacking = [f"{where}.{name} lacks" for name in kind["required"] if name not in value]
        return lacking + [
            fault for key, each in value.items() for fault in faults(each, known[key], key)
        ]
    return []


def test_the_table_begins_with_a_mark_that_excel_knows_and_names_its_columns(demo: Flask) -> None:
    text = demo.test_client().get("/dik.csv").get_data().decode("utf-8")

    assert text.startswith("\ufeff")
    assert table(text)[0] == heads()


@pytest.mark.parametrize("packing", ["gzip", "identity"])
@pytest.mark.parametrize("path", ["/dik.csv", "/dik.csv?pemisah=titik-koma"])
def test_a_table_names_its_letters_once(demo: Flask, path: str, packing: str) -> None:
    answer = demo.test_client().get(path, headers={"Accept-Encoding": packing}, buffered=True)

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_table_workbook_and_json_hold_the_same_entries_in_the_same_order(demo: Flask) -> None:
    client = demo.test_client()
    rows = table(client.get("/dik.csv").text)
    split = table(client.get("/dik.csv?pemisah=titik-koma").text, ";")
    book = load_workbook(io.BytesIO(client.get("/dik.xlsx", buffered=True).data))
    sheet = [[cell or "" for cell in row] for row in book.active.iter_rows(values_only=True)]
    told = client.get("/dik.json").get_json()

    assert rows == split == sheet
    assert [row[0] for row in rows[1:]] == [each["nomor"] for each in told["entri"]]
    assert told["jumlah"] == len(rows) - 1 == PublicRegister(clock.today()).count()


def test_the_json_keeps_to_its_published_schema(demo: Flask) -> None:
    client = demo.test_client()
    published = client.get("/dik.schema.json").get_json(force=True)

    assert published == json.loads(json.dumps(schema()))
    assert faults(client.get("/dik.json").get_json(), published) == []


def test_every_field_is_explained_on_the_page(demo: Flask) -> None:
    page = demo.test_client().get("/data-terbuka").text

    assert [field.name for field in FIELDS if f"<code>{field.name}</code>" not in page] == []


def test_only_what_changed_since_a_day_is_given_when_asked_so(demo: Flask) -> None:
    client = demo.test_client()
    today = clock.today()
    whole = client.get("/dik.json?sejak=2009-01-01").get_json()

    coming = client.get(f"/dik.json?sejak={today + timedelta(days=5)}").get_json()

    assert whole["jumlah"] == PublicRegister(today).count()
    assert (coming["jumlah"], coming["entri"]) == (0, [])


def test_a_newly_reviewed_wording_is_a_change(demo: Flask) -> None:
    client = demo.test_client()
    today = clock.today()
    entry = Entry.get(Entry.number == "DIK-0004")
    review_public_wording(CLERK, entry_id=entry.id, texts=PublicTexts("Aduan koperasi"))

    told = client.get(f"/dik.json?sejak={today}").get_json()

    assert "DIK-0004" in [each["nomor"] for each in told["entri"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_reckon_is_made_harmless(start: str) -> None:
    assert in_cell(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


def test_a_formula_in_a_wording_reaches_no_spreadsheet(demo: Flask) -> None:
    entry = Entry.get(Entry.number == "DIK-0004")
    review_public_wording(CLERK, entry_id=entry.id, texts=PublicTexts("=1+1\x07"))
    client = demo.test_client()

    row = next(row for row in table(client.get("/dik.csv").text) if row[0] == "DIK-0004")
    book = load_workbook(io.BytesIO(client.get("/dik.xlsx", buffered=True).data))
    kinds = {cell.data_type for line in book.active.iter_rows() for cell in line}

    assert row[1] == "'=1+1"
    assert "f" not in kinds


def test_the_archive_of_a_day_is_whole_and_always_the_same(demo: Flask) -> None:
    client = demo.test_client()
    first = client.get("/arsip/2025-06-01.zip", buffered=True).data
    for path in (demo.config["SETTINGS"].data_dir / "data-terbuka").iterdir():
        path.unlink()

    again = client.get("/arsip/2025-06-01.zip", buffered=True).data

    assert again == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == ["dik.csv", "dik.json", "dik.schema.json", "BACA-SAYA.txt"]
        told = json.loads(archive.read("dik.json"))
    assert told["per_tanggal"] == "2025-06-01"
    assert told["jumlah"] == PublicRegister(clock.today().replace(2025, 6, 1)).count()


def test_no_archive_is_given_of_a_day_to_come_or_before_the_law(demo: Flask) -> None:
    client = demo.test_client()

    assert client.get(f"/arsip/{clock.today() + timedelta(days=1)}.zip").status_code == 404
    assert client.get("/arsip/1999-01-01.zip").status_code == 404


def test_who_takes_packed_files_gets_them_packed(demo: Flask) -> None:
    client = demo.test_client()
    plain = client.get("/dik.csv").data

    packed = client.get("/dik.csv", headers={"Accept-Encoding": "gzip"}, buffered=True)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain
    assert "Accept-Encoding" in packed.vary


def test_the_feed_tells_the_latest_changes_first(demo: Flask) -> None:
    feed = parse(demo.test_client().get("/dik.atom").text)
    updated = [item.findtext(f"{ATOM}updated") or "" for item in feed.iter(f"{ATOM}entry")]

    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]
    assert len({item.findtext(f"{ATOM}id") for item in feed.iter(f"{ATOM}entry")}) == len(updated)


def test_the_map_of_the_site_leads_to_every_public_entry(demo: Flask) -> None:
    client = demo.test_client()
    index = parse(client.get("/sitemap.xml").text)
    parts = [loc.text.removeprefix("http://localhost") for loc in index.iter(f"{MAP}loc")]
    told = parse(client.get(parts[0]).text)
    addresses = {loc.text for loc in told.iter(f"{MAP}loc")}

    numbers = {record.number for record in PublicRegister(clock.today()).walk()}
    assert {f"http://localhost/dik/{number}" for number in numbers} <= addresses
    assert all(
        client.get(each.removeprefix("http://localhost")).status_code == 200 for each in addresses
    )


def test_robots_browsers_and_portals_are_told_where_things_are(demo: Flask) -> None:
    client = demo.test_client()
    front = client.get("/").text

    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text
    assert "{searchTerms}" in client.get("/opensearch.xml").text
    assert re.search(r'rel="search"[^>]*href="/opensearch.xml"', front)
    dataset = client.get("/dcat.jsonld").get_json(force=True)["dcat:dataset"]
    for form in dataset["dcat:distribution"]:
        path = form["dcat:downloadURL"].removeprefix("http://localhost")
        assert client.get(path, buffered=True).mimetype == form["dcat:mediaType"]


def test_a_determination_is_given_as_a_paper_in_public_wording(demo: Flask) -> None:
    client = demo.test_client()

    answer = client.get("/penetapan/2025/3.pdf")

    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert client.get("/penetapan/1999/3.pdf").status_code == 404


def test_while_one_file_is_made_others_are_told_to_come_again_and_hold_no_thread(
    demo: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = demo.test_client()
    made = client.get("/dik.csv")
    monkeypatch.setattr(kept_files, "WAIT_SECONDS", 0.1)
    with kept_files._turn:
        busy = client.get(f"/arsip/{clock.today().isoformat()}.zip")
        known = client.get("/dik.csv")
    again = client.get(f"/arsip/{clock.today().isoformat()}.zip", buffered=True)

    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "10")
    assert "public" not in busy.headers["Cache-Control"]
    assert (known.status_code, known.data) == (200, made.data)
    assert again.status_code == 200
