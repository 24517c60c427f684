"""When papers are issued: with the act that they tell of, in its transaction, each once."""

import io
from collections import Counter
from collections.abc import Callable

import pytest
from flask import Flask
from pypdf import PdfReader

from ppid.accounts.models import User
from ppid.audit.actions import CommandLine
from ppid.audit.models import AuditRecord, AuditSubject
from ppid.cases.models import CaseEvent
from ppid.db import database
from ppid.jobs.models import Job
from ppid.office.actions import save_settings
from ppid.papers import composing
from ppid.papers.issued_queries import find_issued, frozen_html
from ppid.papers.models import IssuedPaper, PaperFile
from ppid.papers.occasions import issue_case_papers
from ppid.register.models import Determination, Entry
from tests.cases.kinds.conftest import Walker
from tests.page_client import PageClient

As = Callable[[str], PageClient]
Begin = Callable[..., Walker]
Until = Callable[[Walker, int], None]
CLERK = CommandLine()
DONE = "P-2025-001"


@pytest.fixture
def walker(begin: Begin, classified: Callable[..., Entry], signatories: None) -> Walker:
    """A case at its first step."""
    return begin(classified())


def issued_of(walker: Walker) -> list[IssuedPaper]:
    start = f"perkara:{walker.number}:"
    rows = IssuedPaper.select().where(IssuedPaper.subject.startswith(start))
    return list(rows.order_by(IssuedPaper.id))


def kinds_of(walker: Walker) -> list[str]:
    return [paper.kind for paper in issued_of(walker)]


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_each_step_done_issues_its_paper_with_the_fact(walker: Walker, until: Until) -> None:
    until(walker, 5)
    papers = issued_of(walker)
    last = CaseEvent.select().order_by(CaseEvent.id.desc()).get()

    assert [paper.kind for paper in papers] == [
        *("lembar-disposisi", "catatan-masukan", "catatan-usulan", "catatan-pemeriksaan"),
    ]
    assert papers[-1].subject == f"perkara:{walker.number}:{last.step}:{last.seq}"
    assert papers[-1].issued_at == last.at


def test_a_change_sheet_is_issued_with_its_ya_and_not_before(
    walker: Walker, until: Until, superior: User
) -> None:
    until(walker, 9)
    before = kinds_of(walker)
    until(walker, 10)
    sheet = next(paper for paper in issued_of(walker) if paper.kind == "lembar-pengubahan")
    agreed = CaseEvent.get(CaseEvent.step == 9)

    assert "nota-dinas" in before
    assert "lembar-pengubahan" not in before
    assert kinds_of(walker)[-2:] == ["lembar-pengubahan", "lembar-pertimbangan"]
    assert sheet.issued_at == agreed.at
    assert "DRAF" not in frozen_html(sheet.id)


def test_a_tidak_issues_its_sheet_and_leaves_the_change_sheet_a_draft(
    walker: Walker, until: Until, superior: User
) -> None:
    until(walker, 9)
    refused = {"answer": "tidak", "considerations": "Belum.", "to": "6", "reason": "Alasan kurang."}
    walker.act(superior, refused)

    assert kinds_of(walker)[-1] == "lembar-pertimbangan"
    assert "lembar-pengubahan" not in kinds_of(walker)


def test_a_second_round_issues_papers_of_its_own_beside_the_first(
    walker: Walker, until: Until, superior: User, officer: User
) -> None:
    until(walker, 9)
    refused = {"answer": "tidak", "considerations": "Belum.", "to": "6", "reason": "Alasan kurang."}
    walker.act(superior, refused)
    first = next(each for each in issued_of(walker) if each.kind == "catatan-perumusan")
    before = frozen_html(first.id)
    until(walker, 7)
    notes = [paper for paper in issued_of(walker) if paper.kind == "catatan-perumusan"]

    assert len(notes) == 2
    assert [paper.version for paper in notes] == [1, 1]
    assert len({paper.subject for paper in notes}) == 2
    assert frozen_html(first.id) == before


def test_the_determination_of_a_case_has_one_paper(walker: Walker, until: Until) -> None:
    until(walker, 11)
    row = Determination.select().order_by(Determination.id.desc()).get()
    papers = list(IssuedPaper.select().where(IssuedPaper.determination == row))

    assert [(paper.kind, paper.subject) for paper in papers] == [
        ("penetapan", f"penetapan:{row.id}")
    ]
    assert "penetapan" not in kinds_of(walker)
    assert papers[0].number_text == row.number_text


def test_both_addresses_of_a_determination_give_the_same_bytes(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 11)
    row = Determination.select().order_by(Determination.id.desc()).get()
    client = walker.sign_in(officer)
    by_case = client.get(f"{walker.address}/naskah/penetapan.pdf").data

    assert client.get(f"/surat/{row.year}/{row.number}.pdf").data == by_case
    assert PaperFile.select().count() == 1


def test_a_paper_that_cannot_be_composed_stops_the_step_and_nothing_is_kept(
    walker: Walker, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = CaseEvent.select().count()
    monkeypatch.setattr(composing, "TEMPLATES", composing.TEMPLATES / "tidak-ada")
    composing._environment.cache_clear()
    try:
        with pytest.raises(Exception, match="500, expected 303"):
            until(walker, 2)
    finally:
        monkeypatch.undo()
        composing._environment.cache_clear()

    assert CaseEvent.select().count() == events
    assert (IssuedPaper.select().count(), Job.select().count()) == (0, 0)


def test_the_paper_of_a_step_keeps_the_letterhead_of_its_day(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 2)
    save_settings(CLERK, {"letterhead": ["KOP YANG BARU"], "body_name": "Badan Baru"})
    printed = walker.sign_in(officer).get(f"{walker.address}/naskah/lembar-disposisi.pdf")

    assert "KOP YANG BARU" not in text_of(printed.data)


def test_issuing_is_on_record_under_its_case(walker: Walker, until: Until) -> None:
    until(walker, 2)
    trail = AuditRecord.get(AuditRecord.action == "issue-paper")
    kinds = {row.kind for row in AuditSubject.select().where(AuditSubject.record == trail)}

    assert kinds == {"paper", "case"}


def test_a_public_title_holds_no_word_of_the_case(walker: Walker, until: Until) -> None:
    until(walker, 11)
    told = {paper.public_title for paper in IssuedPaper.select()}

    assert "Penetapan pengubahan klasifikasi informasi yang dikecualikan" in told
    assert not [title for title in told if "asesmen" in title or walker.number in title]


@pytest.mark.usefixtures("demo")
def test_what_was_done_before_is_issued_once_when_it_is_asked_for() -> None:
    IssuedPaper.delete().where(IssuedPaper.subject.startswith(f"perkara:{DONE}:")).execute()
    with database.atomic():
        first = issue_case_papers(CLERK, DONE)
        again = issue_case_papers(CLERK, DONE)

    told = Counter(paper.kind for paper in first)
    assert again == []
    assert told["lembar-pengubahan"] == 1
    assert told["lembar-pertimbangan"] == told["catatan-perumusan"] == 2
    assert len(told) == 10  # every step but the determination
    assert {paper.issued_on.year for paper in first} == {2025}


def test_the_determinations_of_the_demo_were_issued_on_their_days(demo: Flask) -> None:
    for row in Determination.select():
        paper = find_issued(f"penetapan:{row.id}")
        assert paper is not None
        assert paper.issued_on == row.determined_on
        assert paper.issued_at.date() == row.determined_on
        assert paper.number_text == row.number_text


@pytest.mark.usefixtures("demo")
def test_the_demo_renders_nothing_before_it_is_asked_for() -> None:
    assert PaperFile.select().count() == 0
