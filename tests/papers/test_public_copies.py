"""The public rendition of a determination: reviewed wording, and not one internal word."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from pypdf import PdfReader

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.db import database
from ppid.papers.issued_queries import frozen_html, list_versions
from ppid.papers.issuing import paper_file
from ppid.papers.models import IssuedPaper
from ppid.papers.public_copies import UNWORDED, public_copy
from ppid.register.models import Classification, Determination, Entry, LegalBasis
from ppid.register.public_wording import PublicTexts, PublicWording
from ppid.register.public_wording_actions import review_public_wording, write_public_wording

CLERK = CommandLine()
CANARY = "rahasia-kenari-4410"
WORDED = PublicTexts(
    title="Nilai asesmen pegawai",
    what_is_closed="nilai tiap orang",
    consequence="Orang yang dinilai dapat dirugikan.",
    benefit="Penilaian berjalan jujur.",
)


@pytest.fixture
def act(demo: Flask) -> Determination:
    """The determination of the demo that changes classifications; nothing reviewed yet."""
    PublicWording.delete().execute()
    return Determination.get(Determination.year == 2025, Determination.number == 3)


def entries_of(act: Determination) -> list[Entry]:
    rows = Classification.select(Classification, Entry).join(Entry)
    return [row.entry for row in rows.where(Classification.determination == act)]


def text_of(paper: IssuedPaper) -> str:
    pages = PdfReader(io.BytesIO(bytes(paper_file(paper).content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def review(entry: Entry, texts: PublicTexts = WORDED) -> None:
    review_public_wording(CLERK, entry_id=entry.id, texts=texts)


def test_an_entry_without_a_reviewed_wording_is_told_by_its_number_alone(
    act: Determination,
) -> None:
    write_public_wording(CLERK, entry_id=entries_of(act)[0].id, texts=WORDED)
    text = text_of(public_copy(act))

    assert text.count(UNWORDED) == len(entries_of(act))
    assert all(entry.number in text for entry in entries_of(act))
    assert WORDED.title not in text


def test_a_reviewed_wording_is_told_with_basis_and_period(act: Determination) -> None:
    entry = entries_of(act)[0]
    review(entry)
    text = text_of(public_copy(act))

    assert f"{entry.number} {WORDED.title}" in text
    assert WORDED.consequence in text
    assert "Pasal 17 huruf" in text
    assert "PETIKAN UNTUK PUBLIK" in text
    assert "3/PPID.DIK/III/2025" in text


def test_no_internal_word_stands_in_it(act: Determination) -> None:
    for entry in entries_of(act):
        review(entry)
    Entry.update(title=CANARY, public_title=CANARY, summary=CANARY, given_instead=CANARY).execute()
    texts = {"consequence_open": CANARY, "benefit_closed": CANARY, "excluded_parts": CANARY}
    period = {"kind": "selama_keadaan", "condition": CANARY, "review_on": "2028-01-01"}
    Classification.update(**texts, period_text=CANARY).execute()
    Classification.update(period=period).where(Classification.determination == act).execute()
    LegalBasis.update(reasoning=CANARY).execute()
    LegalBasis.update(citation=CANARY, provision=None).where(LegalBasis.position == 1).execute()
    body = {"considering": [CANARY], "dictums": [CANARY], "copies": [CANARY]}
    Determination.update(about=CANARY, body=body, approval={"name": CANARY}).execute()
    PublicWording.update(classification=None).execute()
    paper = public_copy(Determination.get_by_id(act.id))

    assert CANARY not in frozen_html(paper.id)
    assert CANARY not in f"{paper.title} {paper.public_title} {paper.label}"
    assert "keadaan yang disebut dalam penetapan" in text_of(paper)


def test_while_nothing_is_reviewed_anew_the_same_copy_is_given(act: Determination) -> None:
    first = public_copy(act)
    Entry.update(public_title="Lain").execute()

    assert public_copy(act) == first


def test_a_wording_reviewed_since_makes_a_newer_version_and_keeps_the_older(
    act: Determination,
) -> None:
    entry = entries_of(act)[0]
    first = public_copy(act)
    before = bytes(paper_file(first).content)
    review(entry)
    second = public_copy(act)
    other = Entry.get(Entry.id.not_in([each.id for each in entries_of(act)]))
    review(other)

    assert (second.version, public_copy(act)) == (2, second)
    assert list_versions(f"penetapan-publik:{act.id}") == [second, first]
    assert bytes(paper_file(first).content) == before


def test_an_entry_withdrawn_since_leaves_the_copy_that_is_given(act: Determination) -> None:
    entry, *others = entries_of(act)
    review(entry)
    first = public_copy(act)
    Entry.update(withdrawn_at=clock.now()).where(Entry.id == entry.id).execute()
    second = public_copy(act)

    assert second.version == first.version + 1
    assert WORDED.title in text_of(first)
    assert WORDED.title not in text_of(second)
    assert all(other.number in text_of(second) for other in others)
    assert public_copy(act) == second


def test_many_who_ask_at_once_publish_one_copy(act: Determination) -> None:
    def ask(_who: int) -> int:
        try:
            return public_copy(act).id
        finally:
            database.close()

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(ask, range(6)))) == 1


def test_an_opening_tells_what_is_open_and_since_when(demo: Flask) -> None:
    PublicWording.delete().execute()
    act = Determination.get(Determination.year == 2025, Determination.number == 1)
    entry = Entry.get(Entry.number == "DIK-0042")
    review(entry)
    text = text_of(public_copy(act))

    assert f"DIK-0042 {WORDED.title} 20 Januari 2025" in text
    assert UNWORDED in text
    assert entry.title not in text


def test_a_copy_is_no_paper_of_the_determination_itself(act: Determination) -> None:
    before = IssuedPaper.select().where(IssuedPaper.subject == f"penetapan:{act.id}").count()
    public_copy(act)
    after = IssuedPaper.select().where(IssuedPaper.subject == f"penetapan:{act.id}").count()

    assert before == after == 1
