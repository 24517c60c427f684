"""Issuing papers: frozen with their act, stored once, the same for ever."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.db import database
from ppid.errors import Refused
from ppid.jobs.models import Job
from ppid.jobs.runner import run_waiting
from ppid.office.actions import save_settings
from ppid.papers import renderer
from ppid.papers.issued_queries import (
    file_facts,
    find_issued,
    frozen_html,
    get_issued,
    list_versions,
)
from ppid.papers.issuing import FileNotMade, Issue, issue_paper, paper_file
from ppid.papers.models import IssuedPaper, PaperFile
from ppid.papers.renderer import Renderer
from ppid.papers.stamps import LENGTH, printed_code

CLERK = CommandLine()
Make = Callable[..., IssuedPaper]


@pytest.fixture
def issue(app: Flask, samples: type) -> Make:
    """Issue a sample determination; options replace parts of the issue."""

    def make(**told: Any) -> IssuedPaper:
        values: dict[str, Any] = {
            "kind": "penetapan",
            "label": "Penetapan pengubahan klasifikasi",
            "paper": samples.determination(1),
            "subject": "penetapan:12",
            "issued_on": date(2026, 11, 23),
            "public_title": "Penetapan pengubahan klasifikasi informasi yang dikecualikan",
            "issuer": "PPID, Pemerintah Provinsi Contoh",
            "number_text": "3/PPID.DIK/XI/2026",
            "issued_at": datetime(2026, 11, 23, 1, 30),  # noqa: DTZ001 - stored instants bear no zone
        }
        with database.atomic():
            return issue_paper(CLERK, Issue(**{**values, **told}))

    return make


def text_of(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_an_issued_paper_bears_its_code_on_every_page_and_is_found_by_it(issue: Make) -> None:
    issued = issue()
    content = bytes(paper_file(issued).content)
    printed = printed_code(issued.code)

    assert len(issued.code) == LENGTH
    assert all(printed in page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert get_issued(printed.lower()) == issued


def test_no_two_papers_bear_the_same_code(issue: Make) -> None:
    assert len({issue(subject=f"penetapan:{n}").code for n in range(20)}) == 20


def test_the_file_is_kept_with_its_sha256_length_and_pages(issue: Make) -> None:
    issued = issue()
    file = paper_file(issued)
    content = bytes(file.content)

    assert file.sha256 == hashlib.sha256(content).hexdigest()
    assert (file.length, file.pages) == (len(content), len(PdfReader(BytesIO(content)).pages))
    assert file_facts(issued.id) is not None


def test_the_file_tells_its_title_its_issuer_and_the_moment_of_issue(issue: Make) -> None:
    issued = issue()
    told = PdfReader(BytesIO(bytes(paper_file(issued).content))).metadata

    assert told is not None
    assert (told.title, told.author) == (issued.title, issued.issuer)
    assert told.creation_date is not None
    assert told.creation_date.timestamp() == datetime.fromisoformat("2026-11-23T01:30Z").timestamp()


def test_printing_again_renders_nothing(issue: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    issued = issue()
    first = paper_file(issued)
    monkeypatch.setattr(renderer, "_renderer", Renderer(timeout=0.0))

    again = paper_file(issued)

    assert (again.id, bytes(again.content)) == (first.id, bytes(first.content))


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(about=st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), min_size=1))
def test_whatever_it_is_about_a_paper_rendered_anew_is_the_same_bytes(
    issue: Make, samples: type, about: str
) -> None:
    issued = issue(paper=replace(samples.determination(0), about=about))
    first = bytes(paper_file(issued).content)
    PaperFile.delete().where(PaperFile.paper == issued.id).execute()

    assert bytes(paper_file(issued).content) == first


def test_many_who_print_at_once_get_one_file(issue: Make) -> None:
    issued = issue()

    def fetch(_who: int) -> tuple[int, str]:
        try:
            file = paper_file(issued)
            return file.id, hashlib.sha256(bytes(file.content)).hexdigest()
        finally:
            database.close()

    with ThreadPoolExecutor(6) as pool:
        got = set(pool.map(fetch, range(6)))

    assert len(got) == PaperFile.select().count() == 1
    assert got == {(row.id, row.sha256) for row in PaperFile.select()}


def test_what_fails_to_print_stays_issued_and_prints_when_asked_again(
    issue: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = issue()
    with monkeypatch.context() as broken:
        broken.setattr(renderer, "_renderer", Renderer(timeout=0.0))
        with pytest.raises(FileNotMade, match="sudah terbit dan tetap berlaku"):
            paper_file(issued)
    kept = PaperFile.select().count()

    assert kept == 0
    assert "MEMUTUSKAN" in frozen_html(issued.id)
    assert "MEMUTUSKAN" in text_of(bytes(paper_file(issued).content))


def test_a_paper_can_be_neither_changed_nor_its_file(issue: Make) -> None:
    issued = issue()
    file = paper_file(issued)
    issued.title, file.content = "Lain", b"%PDF-1.7 palsu"

    for row in (issued, file):
        with pytest.raises(Refused, match="sudah terbit dan tidak dapat diubah"):
            row.save()
    assert IssuedPaper.get_by_id(issued.id).title != "Lain"


def test_a_later_paper_about_the_same_is_a_newer_version_and_keeps_the_older(
    issue: Make, samples: type
) -> None:
    first = issue()
    before = bytes(paper_file(first).content)
    second = issue(paper=samples.determination(2))

    assert (first.version, second.version) == (1, 2)
    assert find_issued("penetapan:12") == second
    assert list_versions("penetapan:12") == [second, first]
    assert bytes(paper_file(first).content) == before != bytes(paper_file(second).content)


def test_a_change_of_the_office_changes_nothing_of_what_was_issued(issue: Make) -> None:
    issued = issue()
    html = frozen_html(issued.id)
    save_settings(CLERK, {"body_name": "Provinsi Lain", "paper_size": "F4", "address": "Pindah"})

    assert frozen_html(issued.id) == html
    box = PdfReader(BytesIO(bytes(paper_file(issued).content))).pages[0].mediabox
    assert round(float(box.height) / 72 * 25.4) == 297


def test_a_draft_is_never_issued(issue: Make, samples: type) -> None:
    with pytest.raises(Refused, match="masih berupa draf"):
        issue(paper=samples.determination(draft=True))

    assert IssuedPaper.select().count() == 0


@pytest.mark.usefixtures("app")
def test_a_paper_is_issued_only_in_the_transaction_of_its_act(samples: type) -> None:
    bare = Issue("dik", "DIK", samples.dik(1), "dik:1", date(2026, 11, 23), "DIK", "PPID")

    with pytest.raises(RuntimeError, match="transaction"):
        issue_paper(CLERK, bare)


def test_an_act_that_is_taken_back_takes_its_paper_back(issue: Make) -> None:
    with database.atomic() as act:
        issue()
        act.rollback()

    assert (IssuedPaper.select().count(), Job.select().count()) == (0, 0)


def test_issuing_is_on_record_with_the_paper_by_name(issue: Make) -> None:
    issued = issue()
    trail = AuditRecord.get(AuditRecord.action == "issue-paper")
    subject = AuditSubject.get(AuditSubject.record == trail)

    assert "Penetapan pengubahan klasifikasi 3/PPID.DIK/XI/2026" in trail.summary
    assert (subject.kind, subject.subject_id) == ("paper", issued.id)


def test_the_file_is_made_beside_the_requests(app: Flask, issue: Make) -> None:
    issued = issue()
    assert file_facts(issued.id) is None

    run_waiting(app)

    assert file_facts(issued.id) is not None


def test_a_short_print_never_waits_for_the_making_of_a_file(app: Flask, issue: Make) -> None:
    issued = issue()

    with renderer._renderer._lock:  # whoever prints something short holds this
        run_waiting(app)

    assert PaperFile.select().where(PaperFile.paper == issued.id).count() == 1
