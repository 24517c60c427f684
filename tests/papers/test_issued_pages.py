"""Issued papers on the screens of the office: the list, the page of each, its bytes."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from flask import Flask
from pypdf import PdfReader
from werkzeug.test import TestResponse

from ppid.accounts.models import RoleGrant, Unit, User
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.legal_bases.models import Provision
from ppid.office.actions import name_signatory, save_settings
from ppid.papers import renderer
from ppid.papers.issued_queries import PAGE, find_issued
from ppid.papers.issuing import Issue, issue_paper
from ppid.papers.models import IssuedPaper, PaperFile
from ppid.papers.occasions import issue_case_papers
from ppid.papers.renderer import Renderer
from ppid.papers.stamps import printed_code
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.content import BasisDraft, ClassificationDraft
from ppid.register.issuing import record_determination
from ppid.register.models import Determination, Entry
from ppid.workflow.roles import Role
from tests.page_client import PageClient

As = Callable[[str], PageClient]
CLERK = CommandLine()
PRINTED = "/surat/2025/3.pdf"
CASE = "P-2025-001"
CASE_PRINTED = f"/perkara/{CASE}/naskah/berita-acara.pdf"


def words(answer: TestResponse) -> str:
    """The text of a PDF with single blanks."""
    reader = PdfReader(io.BytesIO(answer.data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def third_of_2025() -> IssuedPaper:
    row = Determination.get(Determination.year == 2025, Determination.number == 3)
    found = find_issued(f"penetapan:{row.id}")
    assert found is not None
    return found


@pytest.fixture
def of_case(demo: Flask) -> IssuedPaper:
    """A paper of the finished case of the demo, issued: the minutes of its meeting."""
    with database.atomic():
        issue_case_papers(CLERK, CASE)
    return IssuedPaper.get(IssuedPaper.kind == "berita-acara")


@pytest.fixture
def older(demo: Flask) -> str:
    """Where the print stands of a determination that was recorded from before the register."""
    entry = Entry.get(Entry.number == "DIK-0001")
    act = DeterminationDraft(
        kind=DeterminationKind.INITIAL,
        about="Klasifikasi lama",
        determined_on=date(2019, 5, 6),
        effective_on=date(2019, 5, 6),
        number=7,
    )
    basis = BasisDraft.from_provision(Provision.get(Provision.cite == "Pasal 17 huruf i"))
    record_determination(CLERK, act=act, items={entry.id: ClassificationDraft(bases=(basis,))})
    return "/surat/2019/7"


@pytest.mark.usefixtures("of_case")
@pytest.mark.parametrize("address", [PRINTED, CASE_PRINTED])
def test_an_issued_paper_printed_twice_is_the_same_bytes_with_its_sha256(
    demo_as: As, address: str
) -> None:
    client = demo_as("ppid")
    first, second = client.get(address), client.get(address)

    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.get_etag()[0] in {row.sha256 for row in PaperFile.select()}


@pytest.mark.usefixtures("of_case")
@pytest.mark.parametrize("address", [PRINTED, CASE_PRINTED])
def test_whoever_has_the_bytes_is_told_that_nothing_changed(demo_as: As, address: str) -> None:
    client = demo_as("ppid")
    tag = client.get(address).headers["ETag"]
    again = client.get(address, status=304, headers={"If-None-Match": tag})

    assert again.data == b""
    client.get(address, headers={"If-None-Match": '"lain"'})


@pytest.mark.usefixtures("of_case")
@pytest.mark.parametrize(("address", "most"), [(PRINTED, 7), (CASE_PRINTED, 14)])
def test_printing_again_asks_little_and_renders_nothing(
    demo_as: As, monkeypatch: pytest.MonkeyPatch, address: str, most: int
) -> None:
    client = demo_as("ppid")
    client.get(address)
    monkeypatch.setattr(renderer, "_renderer", Renderer(timeout=0.0))
    asked: list[str] = []
    ask = database.obj.execute_sql
    monkeypatch.setattr(
        database.obj, "execute_sql", lambda sql, *rest: asked.append(sql) or ask(sql, *rest)
    )

    client.get(address)

    assert len(asked) <= most, asked
    assert not any('"html"' in sql for sql in asked)


@pytest.mark.usefixtures("of_case")
@pytest.mark.parametrize("address", [PRINTED, CASE_PRINTED])
def test_printing_again_takes_a_moment(demo_as: As, address: str) -> None:
    client = demo_as("ppid")
    client.get(address)
    took = []
    for _ in range(5):
        begun = perf_counter()
        client.browser.get(address)
        took.append(perf_counter() - begun)

    assert min(took) < 0.05  # measured: 3 and 7 ms; the aim is 10


def test_nothing_that_changes_afterwards_changes_what_was_issued(demo_as: As) -> None:
    client = demo_as("ppid")
    page = client.browser.get("/surat/2025/3").data
    PaperFile.delete().execute()
    save_settings(CLERK, {"body_name": "Provinsi Lain", "letterhead": ["KOP LAIN"], "city": "Jauh"})
    name_signatory(
        CLERK, post="officer", title="PPID Baru", name="Lain", rank="", nip="",
        valid_from=date(2024, 1, 1),
    )  # fmt: skip
    Entry.update(title="Judul yang diganti kemudian").execute()
    Provision.update(cite="Pasal yang diganti").where(
        Provision.cite == "Pasal 17 huruf h angka 4"
    ).execute()
    printed = client.get(PRINTED)

    assert client.browser.get("/surat/2025/3").data == page
    assert "PROVINSI CONTOH" in words(printed)
    for later in ("LAIN", "PPID Baru", "diganti", "Jauh"):
        assert later not in words(printed)


def test_an_issued_paper_is_printed_on_its_own_size_alone(demo_as: As) -> None:
    client = demo_as("ppid")

    assert "terbit pada kertas A4" in client.get(f"{PRINTED}?kertas=F4", status=422).text
    assert client.get(f"{PRINTED}?kertas=A4").data == client.get(PRINTED).data


def test_what_cannot_be_printed_now_says_so_and_is_read_on_its_page(
    demo_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = demo_as("ppid")
    with monkeypatch.context() as broken:
        broken.setattr(renderer, "_renderer", Renderer(timeout=0.0))
        told = client.get(PRINTED, status=422).text
        assert "MEMUTUSKAN" in client.browser.get("/surat/2025/3").text

    assert "sudah terbit dan tetap berlaku" in told
    assert "MEMUTUSKAN" in words(client.get(PRINTED))


def test_the_list_shows_number_kind_and_ways_to_each_paper(demo_as: As) -> None:
    client, paper = demo_as("ppid"), third_of_2025()
    page = client.get("/surat/").text

    assert "3/PPID.DIK/III/2025" in page
    assert "Penetapan pengubahan klasifikasi" in page
    for address in ("", "/halaman", ".pdf"):
        assert f'href="/surat/naskah/{paper.code}{address}"' in page
    assert f'href="/cek/{paper.code}"' in page


def test_the_list_shows_the_beginning_of_the_sha256_once_there_is_a_file(demo_as: As) -> None:
    client = demo_as("ppid")
    client.get(PRINTED)
    sha256 = PaperFile.get().sha256

    assert f"{sha256[:12]}…" in client.get("/surat/").text


def test_the_list_says_of_which_case_a_paper_is(demo_as: As, of_case: IssuedPaper) -> None:
    page = demo_as("ppid").get("/surat/?jenis=berita-acara").text

    assert of_case.subject.startswith(f"perkara:{CASE}:")
    assert f"Perkara {CASE}" in page


def test_the_newest_stands_first(demo_as: As) -> None:
    page = demo_as("ppid").get("/surat/").text
    places = [page.index(number) for number in ("1/PPID.DIK/V/2026", "1/PPID.DIK/VIII/2023")]

    assert places == sorted(places)


@pytest.mark.parametrize(
    ("asked", "found", "left_out"),
    [
        ("q=pengubahan", "3/PPID.DIK/III/2025", "1/PPID.DIK/VIII/2023"),
        ("q=VIII/2023", "1/PPID.DIK/VIII/2023", "3/PPID.DIK/III/2025"),
        ("tahun=2023", "1/PPID.DIK/VIII/2023", "3/PPID.DIK/III/2025"),
        ("jenis=berita-acara", "BA.PPID", "3/PPID.DIK/III/2025"),
    ],
)
@pytest.mark.usefixtures("of_case")
def test_the_list_is_narrowed_by_words_year_and_kind(
    demo_as: As, asked: str, found: str, left_out: str
) -> None:
    page = demo_as("ppid").get(f"/surat/?{asked}").text
    table = page[page.index("<table") : page.index("</table>")]

    assert found in table
    assert left_out not in table


def test_many_words_are_looked_for_as_far_as_a_search_goes(demo_as: As) -> None:
    assert demo_as("ppid").get("/surat/", query_string={"q": "rahasia " * 600}).status_code == 200


def test_a_code_as_it_is_printed_finds_its_paper(demo_as: As) -> None:
    paper = third_of_2025()
    page = demo_as("ppid").get(f"/surat/?q={printed_code(paper.code).lower()}").text

    assert paper.code in page
    assert "1/PPID.DIK/VIII/2023" not in page


def test_what_fits_nothing_says_so_and_leads_back(demo_as: As) -> None:
    page = demo_as("ppid").get("/surat/?q=tidakadasamasekali").text

    assert "Tidak ada naskah yang cocok" in page


def test_a_register_without_papers_says_what_makes_them(
    client: PageClient, officer: User, sign_in: Callable[[User], PageClient]
) -> None:
    assert "Belum ada naskah terbit" in sign_in(officer).get("/surat/").text


def test_a_long_list_has_pages(demo_as: As, samples: type) -> None:
    with database.atomic():
        for number in range(PAGE + 1):
            paper = replace(samples.dik(1), as_at=f"Keadaan {number}")
            issue_paper(
                CLERK,
                Issue("dik", "DIK", paper, f"dik:{number}", date(2024, 1, 1), "DIK", "PPID"),
            )
    client = demo_as("ppid")

    assert "halaman=2" in client.get("/surat/?jenis=dik").text
    assert client.get("/surat/?jenis=dik&halaman=2").text.count("<tr data-row>") == 1


def test_the_page_of_a_paper_tells_its_facts_and_the_whole_sha256(demo_as: As) -> None:
    client, paper = demo_as("ppid"), third_of_2025()
    client.get(PRINTED)
    page = client.get(f"/surat/naskah/{paper.code}").text

    assert printed_code(paper.code) in page
    assert PaperFile.get().sha256 in page
    assert "17 Maret 2025" in page


def test_a_paper_is_found_by_its_code_as_people_type_it(demo_as: As) -> None:
    client, paper = demo_as("ppid"), third_of_2025()
    typed = printed_code(paper.code).lower()

    assert client.get(f"/surat/naskah/{typed}.pdf").data == client.get(PRINTED).data
    assert "MEMUTUSKAN" in client.browser.get(f"/surat/naskah/{paper.code}/halaman").text
    client.get("/surat/naskah/0000000000", status=404)


def test_the_page_of_a_paper_tells_its_versions(demo_as: As, samples: type) -> None:
    told = Issue("dik", "DIK", samples.dik(1), "dik:1", date(2026, 1, 1), "DIK", "PPID")
    with database.atomic():
        first, second = issue_paper(CLERK, told), issue_paper(CLERK, told)
    page = demo_as("ppid").get(f"/surat/naskah/{second.code}").text

    assert "Versi 2</strong> (naskah ini)" in page
    assert f'href="/surat/naskah/{first.code}"' in page


@pytest.mark.parametrize("end", ["", "/halaman", ".pdf"])
def test_the_desk_reaches_no_paper_of_a_case(demo_as: As, of_case: IssuedPaper, end: str) -> None:
    demo_as("meja").get(f"/surat/naskah/{of_case.code}{end}", status=404)
    demo_as("meja").get(f"/surat/naskah/{third_of_2025().code}")


def test_the_desk_sees_no_paper_of_a_case_in_the_list(demo_as: As, of_case: IssuedPaper) -> None:
    page = demo_as("meja").get("/surat/").text

    assert of_case.code not in page
    assert "berita-acara" not in page
    assert third_of_2025().code in page
    assert of_case.code in demo_as("ppid").get("/surat/").text


def test_a_unit_sees_the_papers_of_its_own_cases_alone(demo_as: As, of_case: IssuedPaper) -> None:
    for who, sees in (("unit", True), ("unit2", False)):
        client = demo_as(who)
        assert (of_case.code in client.get("/surat/").text) is sees
        client.get(f"/surat/naskah/{of_case.code}", status=200 if sees else 404)


def test_a_letter_to_an_applicant_is_seen_by_who_reads_requests_alone(
    demo_as: As, samples: type
) -> None:
    about = ("surat-jawaban", "Surat jawaban", samples.dik(1), "permohonan:PI-1:jawaban")
    with database.atomic():
        issued = issue_paper(CLERK, Issue(*about, date(2026, 1, 1), "Surat jawaban", "PPID"))

    for who, sees in (("meja", True), ("ppid", True), ("unit", False)):
        client = demo_as(who)
        client.get(f"/surat/naskah/{issued.code}", status=200 if sees else 404)
        assert (issued.code in client.get("/surat/?jenis=surat-jawaban").text) is sees


def test_a_bundle_for_a_dispute_is_not_for_the_desk(demo_as: As, samples: type) -> None:
    told = Issue(
        "berkas-sengketa", "Berkas", samples.dik(1), "berkas:1", date(2026, 1, 1), "Berkas", "PPID"
    )
    with database.atomic():
        issued = issue_paper(CLERK, told)

    demo_as("meja").get(f"/surat/naskah/{issued.code}", status=404)
    demo_as("ppid").get(f"/surat/naskah/{issued.code}")


def test_a_determination_from_before_the_register_says_what_its_print_is(
    demo_as: As, older: str
) -> None:
    client = demo_as("ppid")
    note = "Salinan menurut register; naskah aslinya terbit sebelum register ini."
    printed = words(client.get(f"{older}.pdf"))

    assert note in printed
    assert note in client.browser.get(older).text
    assert not re.search(r"/cek\b", printed)
    assert IssuedPaper.select().where(IssuedPaper.title.contains("lama")).count() == 0


def test_determinations_from_before_the_register_have_a_list_of_their_own(
    demo_as: As, older: str
) -> None:
    client = demo_as("ppid")

    assert "1 penetapan terbit sebelum register ini" in client.get("/surat/").text
    page = client.get("/surat/sebelum-register").text
    assert f'href="{older}.pdf"' in page
    assert "3/PPID.DIK/III/2025" not in page


@pytest.mark.usefixtures("demo")
def test_a_draft_still_says_that_it_is_one(demo_as: As) -> None:
    address = f"/perkara/{CASE}/naskah/lembar-pengubahan.pdf?putaran=1"

    assert "DRAF – belum berlaku" in words(demo_as("ppid").get(address))


def test_who_reads_cases_in_one_unit_and_none_elsewhere_counts_alike(
    demo_as: As, of_case: IssuedPaper
) -> None:
    user = User.get(User.username == "unit2")
    RoleGrant.delete().where(RoleGrant.user == user).execute()
    RoleGrant.create(user=user, role=Role.DESK.value)
    RoleGrant.create(user=user, role=Role.UNIT_OFFICER.value, unit=Unit.get(Unit.code == "DINKES"))

    assert of_case.code not in demo_as("unit2").get("/surat/").text
