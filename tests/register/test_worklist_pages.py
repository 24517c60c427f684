"""Pemeriksaan on screen, at the demo register: links into cases, who may do what, empty states."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import Unit, User
from ppid.register.list_filters import FacetKey, ListFilters
from ppid.register.list_queries import list_entries
from ppid.register.worklist import GroupKey
from ppid.register.worklist_cases import open_case_url
from ppid.register.worklist_queries import read_worklist
from tests.page_client import PageClient

As = Callable[[str], PageClient]
LINK = re.compile(r'href="(/perkara/baru\?[^"]+)"')
PROCEDURES = {
    GroupKey.OVERDUE: "pembukaan",
    GroupKey.EXPIRING: "pembukaan",
    GroupKey.SOON: "pembukaan",
    GroupKey.UNREVIEWED: "sop-7-2021",
    GroupKey.FALLEN: "sop-7-2021",
}


def section(page: str, key: GroupKey) -> str:
    """The HTML of one group."""
    found = re.search(rf'<section class="stack" id="{key.value}".*?</section>', page, re.S)
    assert found is not None
    return found[0]


def links_of(html: str) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(unescape(link)).query) for link in LINK.findall(html)]


@pytest.mark.parametrize("key", list(PROCEDURES))
def test_every_row_opens_a_case_under_the_procedure_that_mends_it(
    demo_as: As, key: GroupKey
) -> None:
    links = links_of(section(demo_as("ppid").get("/pemeriksaan").text, key))

    assert links
    assert {link["procedure"][0] for link in links} == {PROCEDURES[key]}


def test_what_was_never_determined_goes_to_its_first_determination(demo_as: As) -> None:
    html = section(demo_as("ppid").get("/pemeriksaan").text, GroupKey.INCOMPLETE)

    assert {link["procedure"][0] for link in links_of(html)} == {"sop-7-2021", "penetapan-awal"}


def test_the_case_page_opens_with_the_entries_and_the_procedure_chosen(demo_as: As) -> None:
    client = demo_as("ppid")
    html = section(client.get("/pemeriksaan").text, GroupKey.OVERDUE)
    together = max(LINK.findall(html), key=len)

    page = client.get(unescape(together)).text

    numbers = parse_qs(urlsplit(unescape(together)).query)["entri"]
    assert len(numbers) > 1
    assert f"{len(numbers)} entri dipilih" in page
    assert re.search(r'value="pembukaan"[^>]* checked|checked[^>]* value="pembukaan"', page)


def test_the_form_sends_what_was_ticked_to_the_same_page(demo_as: As) -> None:
    html = section(demo_as("ppid").get("/pemeriksaan").text, GroupKey.OVERDUE)

    assert '<form class="stack" action="/perkara/baru" method="get"' in html
    assert '<input type="hidden" name="procedure" value="pembukaan">' in html
    assert html.count('type="checkbox"') == html.count("<tr data-row>")


def test_an_entry_in_an_open_case_shows_its_number_and_is_not_offered_again(demo_as: As) -> None:
    html = section(demo_as("ppid").get("/pemeriksaan").text, GroupKey.EXPIRING)

    assert '<a href="/perkara/P-2026-001">Perkara P-2026-001</a>' in html
    assert all("DIK-0008" not in link["entri"] for link in links_of(html))
    assert 'value="DIK-0008"' not in html


def test_the_desk_reads_the_worklist_without_cases_or_their_numbers(demo_as: As) -> None:
    page = demo_as("meja").get("/pemeriksaan").text

    assert "sedang ditelaah" in page
    assert "P-2026-001" not in page
    assert "/perkara/" not in page
    assert 'type="checkbox"' not in page


def test_a_unit_proposes_for_its_own_entries_only(demo_as: As) -> None:
    page = demo_as("unit").get("/pemeriksaan").text

    proposals = page.count("Usulkan klasifikasi")
    assert 0 < proposals < page.count("<tr data-row>")
    assert "/perkara/baru" not in page


def test_the_admin_has_no_access(demo_as: As) -> None:
    admin = demo_as("admin")

    admin.get("/pemeriksaan", status=403)
    admin.get("/pemeriksaan/lewat-waktu", status=403)


def test_the_header_counts_overdue_and_due_as_the_page_and_the_register_do(
    demo: Flask, demo_as: As
) -> None:
    page = demo_as("meja").get("/pemeriksaan").text
    counted = re.search(r'Pemeriksaan <span class="count">(\d+)</span>', page)
    with demo.app_context():
        work = read_worklist(clock.today(), today=clock.today())
    groups = {group.key: group.count for group in work.groups}
    expiring = ListFilters(chosen=((FacetKey.STANDING, "akan-berakhir"),))

    assert counted is not None
    assert int(counted[1]) == groups[GroupKey.OVERDUE] + groups[GroupKey.EXPIRING]
    assert groups[GroupKey.EXPIRING] == list_entries(expiring, 1, clock.today()).total


def test_a_unit_filter_narrows_every_group_and_names_the_unit(demo_as: As) -> None:
    page = demo_as("ppid").get("/pemeriksaan?unit=BKD").text
    names = {row.short_name for row in Unit.select().where(Unit.code == "BKD")}

    units = set(re.findall(r'data-label="Unit">([^<]+)<', page))
    assert units == names
    assert '<option value="BKD" selected>' in page


def test_a_unit_without_work_is_told_so_and_led_back(demo_as: As) -> None:
    page = demo_as("ppid").get("/pemeriksaan?unit=tidak-ada").text

    assert "Tidak ada yang perlu diperiksa." in page
    assert "Lihat semua unit" in page


def test_a_group_without_entries_says_what_is_in_order(demo_as: As) -> None:
    page = demo_as("ppid").get("/pemeriksaan?unit=BKD").text

    assert "Tidak ada entri yang sedang dalam keberatan atau sengketa." in page


def test_another_day_says_that_what_is_missing_is_known_for_today_only(demo_as: As) -> None:
    page = demo_as("ppid").get("/pemeriksaan?tanggal=2027-01-15").text

    assert "Keadaan pada 15 Januari 2027." in page
    assert "Hanya diketahui untuk hari ini." in section(page, GroupKey.INCOMPLETE)


def test_a_day_that_is_none_is_refused_in_words(demo_as: As) -> None:
    page = demo_as("ppid").get("/pemeriksaan?tanggal=kemarin", status=422).text

    assert "Tanggal tidak dapat dibaca" in page


def test_one_part_has_a_page_of_its_own(demo_as: As) -> None:
    client = demo_as("ppid")

    page = client.get("/pemeriksaan/belum-lengkap?bagian=usulan").text

    assert page.count("<tr data-row>") == 10
    client.get("/pemeriksaan/belum-lengkap?bagian=tidak-ada", status=404)
    client.get("/pemeriksaan/tidak-ada", status=404)


def test_one_case_is_offered_at_most_a_hundred_entries(demo: Flask) -> None:
    with demo.test_request_context():
        address = open_case_url("pembukaan", [f"DIK-{number:04d}" for number in range(1, 151)])

    assert address.count("entri=") == 100


def test_an_empty_register_has_an_empty_worklist(
    officer: User, sign_in: Callable[[User], PageClient]
) -> None:
    page = sign_in(officer).get("/pemeriksaan").text

    assert "Tidak ada yang perlu diperiksa." in page
    assert "Lihat register" in page


def test_a_finding_of_a_revoked_basis_leads_to_the_change_procedure(demo_as: As) -> None:
    page = demo_as("ppid").get("/register/DIK-0049").text
    finding = page[page.index('id="findings"') :]

    assert "Peraturan tidak berlaku" in finding
    assert {link["procedure"][0] for link in links_of(finding)} == {"sop-7-2021"}
