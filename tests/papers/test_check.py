"""The public page of an issued paper: true today, and silent about everything else."""

import hashlib
import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask

from ppid import clock
from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.law.facts import OpeningKind
from ppid.office.actions import save_settings
from ppid.papers.issued_queries import find_issued
from ppid.papers.issuing import Issue, issue_paper, paper_file
from ppid.papers.models import IssuedPaper
from ppid.papers.signed_copies import Checks, keep_signed_copy
from ppid.register.actions import issue_determination, issue_opening, record_opening
from ppid.register.acts import DeterminationDraft, DeterminationKind, OpeningDraft
from ppid.register.content import ClassificationDraft
from ppid.register.models import Determination, Entry
from ppid.settings import Settings
from tests.page_client import PageClient
from tests.papers.conftest import Samples
from tests.papers.signing import make_holder, make_root, sign

CLERK = CommandLine()
SECRET = "rahasia-dalam-4417"
TODAY = clock.today()
Make = Callable[..., IssuedPaper]
MakeEntry = Callable[..., Entry]
MakeDraft = Callable[..., ClassificationDraft]
MakeAct = Callable[..., DeterminationDraft]


@pytest.fixture
def issue(app: Flask, samples: type[Samples]) -> Make:
    """Issue a sample paper; options replace parts of the issue."""
    save_settings(CLERK, {"body_name": "Pemerintah Provinsi Contoh"})

    def make(**told: Any) -> IssuedPaper:
        values: dict[str, Any] = {
            "kind": "surat-keterangan",
            "label": f"Surat {SECRET}",
            "paper": samples.report(),
            "subject": "surat-keterangan:1",
            "issued_on": date(2026, 11, 23),
            "public_title": "Keterangan tentang daftar informasi",
            "issuer": "PPID, Pemerintah Provinsi Contoh",
            "number_text": "3/SK/XI/2026",
        }
        with app.test_request_context(), database.atomic():
            return issue_paper(CLERK, Issue(**{**values, **told}))

    return make


@pytest.fixture
def act(make_entry: MakeEntry, make_draft: MakeDraft, make_act: MakeAct) -> Callable[..., Any]:
    """Issue a determination that closes entries; its paper is issued with it."""

    def make(*entries: Entry, **told: Any) -> Determination:
        items = {entry.id: make_draft() for entry in entries}
        return issue_determination(CLERK, act=make_act(**told), items=items)

    return make


def page_of(client: PageClient, paper: IssuedPaper, query: str = "") -> str:
    return unescape(client.get(f"/cek/{paper.code}{query}").text)


def paper_of(determination: Determination) -> IssuedPaper:
    found = find_issued(f"penetapan:{determination.id}")
    assert found is not None
    return found


def standing_of(page: str) -> str:
    told = re.search(r'<dd><span class="badge [^"]*">(.*?)</dd>', page, re.S)
    assert told is not None
    return re.sub(r"<[^>]+>", " · ", told[1])


def test_the_page_tells_kind_number_date_public_title_issuer_and_hash(
    client: PageClient, issue: Make
) -> None:
    paper = issue()
    digest = paper_file(paper).sha256

    page = page_of(client, paper)

    for told in (
        "Surat keterangan Nomor 3/SK/XI/2026",
        "23 November 2026",
        "Keterangan tentang daftar informasi",
        "PPID, Pemerintah Provinsi Contoh",
        digest,
        "bukan tanda tangan elektronik tersertifikasi",
    ):
        assert told in page


def test_the_page_tells_nothing_that_is_for_the_office(
    client: PageClient, issue: Make, officer: User, samples: type[Samples]
) -> None:
    paper = issue(subject="perkara:P-2026-077:7:2", kind="lembar-pengubahan")

    page = client.get(f"/cek/{paper.code}").text

    for hidden in (SECRET, "P-2026-077", samples.report().title, officer.name):
        assert hidden not in page


def test_a_file_that_is_not_made_yet_is_told_to_be_in_the_making(
    client: PageClient, issue: Make
) -> None:
    page = page_of(client, issue())

    assert "sedang dibuat" in page
    assert "Bandingkan berkas" not in page


@pytest.mark.parametrize("address", ["/cek/0000000000", "/cek/abc", "/cek/?kode=bukan+kode"])
def test_an_unknown_code_is_told_kindly_with_the_box_and_404(
    client: PageClient, address: str
) -> None:
    page = client.get(address, status=404).text

    assert "Tidak ada naskah dengan kode" in page
    assert 'name="kode"' in page


def test_a_typed_code_leads_to_its_page_however_it_is_typed(
    client: PageClient, issue: Make
) -> None:
    paper = issue()
    typed = f"{paper.code[:5]}-{paper.code[5:]}".lower()

    asked = client.get(f"/cek/?kode={typed}", status=303)
    written = client.get(f"/cek/{typed}", status=303)

    assert asked.location == written.location == f"/cek/{paper.code}"


def test_a_hostile_code_is_shown_as_text(client: PageClient) -> None:
    page = client.get("/cek/?kode=<script>alert(1)</script>", status=404).text

    assert "<script>alert" not in page


def test_a_determination_in_force_is_told_so(
    client: PageClient, act: Callable[..., Determination], make_entry: MakeEntry
) -> None:
    entry = make_entry(f"Judul {SECRET}")

    page = page_of(client, paper_of(act(entry)))

    assert standing_of(page).startswith("Berlaku")
    assert SECRET not in page
    assert entry.number not in page


def test_one_that_begins_later_is_told_when(
    client: PageClient, act: Callable[..., Determination], make_entry: MakeEntry
) -> None:
    day = TODAY + timedelta(days=20)

    page = page_of(client, paper_of(act(make_entry(), determined_on=TODAY, effective_on=day)))

    assert "Belum berlaku; berlaku mulai" in standing_of(page)


def test_one_that_was_changed_names_what_changed_it(
    client: PageClient, act: Callable[..., Determination], make_entry: MakeEntry
) -> None:
    entry = make_entry()
    first = act(entry)
    later = act(
        entry,
        kind=DeterminationKind.CHANGE,
        determined_on=date(2025, 3, 3),
        effective_on=date(2025, 3, 3),
        change_sheet_number="1/LP",
    )

    old, new = (page_of(client, paper_of(each)) for each in (first, later))

    assert f"Sudah diubah dengan Penetapan Nomor {later.number_text}" in standing_of(old)
    assert standing_of(new).startswith("Berlaku")


def test_one_changed_for_a_part_of_its_entries_tells_how_many(
    client: PageClient, act: Callable[..., Determination], make_entry: MakeEntry
) -> None:
    kept, changed = make_entry(), make_entry("Rekaman wawancara pelapor 2024")
    first = act(kept, changed)
    act(
        changed,
        kind=DeterminationKind.CHANGE,
        determined_on=date(2025, 3, 3),
        effective_on=date(2025, 3, 3),
        change_sheet_number="1/LP",
    )

    told = standing_of(page_of(client, paper_of(first)))

    assert told.startswith("Berlaku sebagian")
    assert "1 informasi: Berlaku" in told
    assert "1 informasi: Sudah diubah dengan Penetapan Nomor" in told


def test_one_whose_information_was_opened_tells_since_when_and_not_by_what_paper(
    client: PageClient, act: Callable[..., Determination], make_entry: MakeEntry
) -> None:
    entry = make_entry()
    paper = paper_of(act(entry))
    record_opening(
        CLERK,
        entry_ids=[entry.id],
        opening=OpeningDraft(
            kind=OpeningKind.CONSENT, on=date(2026, 2, 2), reference=f"Surat {SECRET}"
        ),
    )

    page = page_of(client, paper)

    assert standing_of(page).startswith("Dibuka sejak 2 Februari 2026")
    assert SECRET not in page


def test_an_older_version_says_that_there_is_a_newer_one(client: PageClient, issue: Make) -> None:
    old, new = issue(), issue()

    assert "Ada versi yang lebih baru" in standing_of(page_of(client, old))
    assert "belum ada versi yang lebih baru" in standing_of(page_of(client, new))


def test_a_later_dik_makes_the_earlier_an_older_version(client: PageClient, issue: Make) -> None:
    old = issue(kind="dik", subject="dik:2026-01-05", issued_on=date(2026, 1, 5))
    issue(kind="dik", subject="dik:2026-06-05", issued_on=date(2026, 6, 5))

    assert "Ada versi yang lebih baru" in standing_of(page_of(client, old))


def test_a_paper_of_a_case_is_a_working_paper(client: PageClient, issue: Make) -> None:
    paper = issue(subject="perkara:P-2026-077:8:1", kind="nota-dinas")

    assert "Terbit; naskah kerja badan publik" in standing_of(page_of(client, paper))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda d: d, "sama"),
        (lambda d: f"  {d.upper()} ", "sama"),
        (lambda d: f"{d}  naskah.pdf", "sama"),
        (lambda d: bytes.fromhex(d).hex(" "), "sama"),
        (lambda d: d[::-1], "berbeda"),
    ],
)
def test_without_javascript_the_server_compares_a_pasted_hash(
    client: PageClient, issue: Make, change: Callable[[str], str], kind: str
) -> None:
    paper = issue()
    digest = change(paper_file(paper).sha256)

    page = client.get(f"/cek/{paper.code}", query_string={"sha256": digest}).text

    assert shown(page) == [kind]


def shown(page: str) -> list[str]:
    """The answers of the comparison that are not hidden."""
    return re.findall(r'data-likeness="(\w+)">', page)


def test_a_pasted_hash_of_a_signed_copy_is_known_as_that(
    client: PageClient, issue: Make, officer: User, settings: Settings
) -> None:
    paper, root = issue(), make_root()
    signed = sign(bytes(paper_file(paper).content), make_holder("Contoh PPID", root), root)
    checks = Checks(5_000_000, settings.data_dir / "akar-tte")
    keep_signed_copy(officer, paper=paper, content=signed, checks=checks)
    digest = hashlib.sha256(signed).hexdigest()

    page = page_of(client, paper, f"?sha256={digest}")

    assert shown(page) == ["salinan"]
    assert "Contoh PPID" in page
    assert "memuat naskah terbit byte demi byte" in page
    assert officer.name not in page


def test_what_is_no_hash_is_told_beside_the_field(client: PageClient, issue: Make) -> None:
    paper = issue()
    paper_file(paper)

    page = client.get(f"/cek/{paper.code}?sha256=abc").text

    assert "SHA-256 terdiri atas 64" in page
    assert shown(page) == []


def test_the_field_for_the_file_stands_in_no_form_and_has_no_name(
    client: PageClient, issue: Make
) -> None:
    paper = issue()
    paper_file(paper)

    page = client.get(f"/cek/{paper.code}").text

    field = re.search(r"<input type=\"file\"[^>]*>", page)
    assert field is not None
    assert "name=" not in field[0]
    before = page[: field.start()]
    assert before.count("<form") == before.count("</form")


def test_a_public_page_reckons_nothing_and_keeps_nothing(client: PageClient, issue: Make) -> None:
    paper = issue()

    response = client.get(f"/cek/{paper.code}")

    assert not paper.files.exists()
    assert "Set-Cookie" not in response.headers


def test_an_opening_holds(
    client: PageClient,
    act: Callable[..., Determination],
    make_act: MakeAct,
    make_entry: MakeEntry,
) -> None:
    entry = make_entry()
    act(entry)
    draft = OpeningDraft(
        kind=OpeningKind.DETERMINATION, on=date(2025, 9, 1), reference="Penetapan pembukaan"
    )
    opened = issue_opening(
        CLERK,
        act=make_act(
            kind=DeterminationKind.OPENING,
            determined_on=date(2025, 9, 1),
            effective_on=date(2025, 9, 1),
        ),
        openings={entry.id: draft},
    )

    assert standing_of(page_of(client, paper_of(opened))).startswith("Berlaku")
