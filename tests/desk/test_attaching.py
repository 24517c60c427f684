"""What goes along with a letter: frozen with it, in one file, in the form that the office sends."""

import hashlib
import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfReader

from ppid.accounts.access import Person
from ppid.desk.answer_actions import issue_answer
from ppid.desk.events import demand_request
from ppid.desk.letter_issuing import find_letter, list_letters
from ppid.law.requests import Outcome
from ppid.office.actions import save_settings
from ppid.office.queries import office
from ppid.papers.enclosures import frozen_enclosures, list_enclosures
from ppid.papers.issued_queries import find_issued, frozen_html
from ppid.papers.issuing import paper_file
from ppid.papers.models import IssuedPaper
from ppid.papers.occasions import determination_subject
from ppid.register.acts import DeterminationDraft, DeterminationKind
from ppid.register.issuing import record_determination
from ppid.register.models import Determination, Entry
from tests.cases.kinds.conftest import plain_draft
from tests.page_client import PageClient

As = Callable[[str], PageClient]
Refuse = Callable[..., str]
People = Callable[[str], Person]
COPY = "Salinan menurut register"


def letter_of(code: str) -> IssuedPaper:
    found = find_letter(demand_request(code), "jawaban")
    assert found is not None
    return found


def text_of(content: bytes) -> str:
    return " ".join(
        " ".join(p.extract_text() for p in PdfReader(io.BytesIO(content)).pages).split()
    )


@pytest.fixture
def older(people: People) -> Determination:
    """A determination recorded from before the register; it closes DIK-0107."""
    act = DeterminationDraft(
        kind=DeterminationKind.INITIAL,
        about="Klasifikasi contoh dari arsip",
        determined_on=date(2024, 5, 6),
        effective_on=date(2024, 5, 6),
        approval={"name": "Contoh Pimpinan"},
        test_sheet_number="7/LPK.DIK/V/2024",
    )
    entry = Entry.get(Entry.number == "DIK-0107")
    return record_determination(people("ppid"), act=act, items={entry.id: plain_draft()})


def test_a_determination_from_before_the_register_is_never_issued_as_ours(
    older: Determination, refuse: Refuse
) -> None:
    refuse("DIK-0107")

    assert find_issued(determination_subject(older.id)) is None


def test_its_copy_goes_along_without_a_code(older: Determination, refuse: Refuse) -> None:
    letter = letter_of(refuse("DIK-0107"))

    (line,) = list_enclosures(letter.id)
    (row,) = frozen_enclosures(letter.id)
    text = text_of(bytes(paper_file(letter).content))

    assert line.code == ""
    assert COPY in row.html
    assert "/cek/" not in row.html
    assert COPY in text
    assert older.number_text in text


def test_the_copy_is_frozen_with_the_letter(older: Determination, refuse: Refuse) -> None:
    letter = letter_of(refuse("DIK-0107"))
    Determination.update(about="Perihal yang diganti kemudian").where(
        Determination.id == older.id
    ).execute()

    assert "diganti kemudian" not in text_of(bytes(paper_file(letter).content))


def test_letter_and_determination_are_one_file_with_one_hash(refuse: Refuse, demo_as: As) -> None:
    code = refuse()
    client = demo_as("ppid")

    sent = client.browser.get(f"/permohonan/{code}/surat/jawaban.pdf").data
    again = client.browser.get(f"/surat/naskah/{letter_of(code).code}.pdf").data

    digest = hashlib.sha256(sent).hexdigest()
    assert sent == again
    assert paper_file(letter_of(code)).sha256 == digest
    assert digest in client.get(f"/cek/{letter_of(code).code}").text


def test_the_file_bears_title_author_language_and_a_bookmark_for_each_part(refuse: Refuse) -> None:
    letter = letter_of(refuse())

    reader = PdfReader(io.BytesIO(bytes(paper_file(letter).content)))

    assert reader.metadata.title == letter.title
    assert reader.metadata.author == letter.issuer
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert [mark.title for mark in reader.outline][1:] == [list_enclosures(letter.id)[0].title]


def test_the_whole_determination_goes_along_unless_the_office_decides_otherwise(
    refuse: Refuse, people: People
) -> None:
    assert office().attached_form == "penetapan"
    whole = frozen_enclosures(letter_of(refuse()).id)[0].enclosed

    save_settings(people("ppid"), {"attached_form": "petikan"})
    excerpt = frozen_enclosures(letter_of(refuse()).id)[0].enclosed

    assert (whole.kind, excerpt.kind) == ("penetapan", "penetapan-publik")


def test_the_letter_says_in_which_form_it_goes_along(refuse: Refuse, people: People) -> None:
    save_settings(people("ppid"), {"attached_form": "petikan"})

    assert "1 petikan penetapan" in frozen_html(letter_of(refuse()).id)


def test_what_the_office_decides_later_changes_no_letter(refuse: Refuse, people: People) -> None:
    letter = letter_of(refuse())
    before = frozen_html(letter.id)

    save_settings(
        people("ppid"),
        {
            "attached_form": "petikan",
            "letterhead": ["KOP YANG BARU"],
            "office_name": "Kantor Baru",
            "address": "Jalan Baru 9",
        },
    )

    (row,) = frozen_enclosures(letter.id)
    text = text_of(bytes(paper_file(letter).content))
    assert frozen_html(letter.id) == before
    assert row.enclosed.kind == "penetapan"
    assert "KOP YANG BARU" not in text
    assert "Kantor Baru" not in text


def test_a_letter_that_closes_nothing_goes_alone(
    ask: Callable[..., str], propose: Callable[..., None], people: People
) -> None:
    code = ask("Jumlah pasien")
    propose(code, Outcome.GIVEN)
    issue_answer(people("ppid"), code=code)

    assert list_letters(demand_request(code))[-1].attached == 0


def test_the_answering_screen_warns_of_other_entries_in_the_determination(
    ask: Callable[..., str], demo_as: As
) -> None:
    page = demo_as("meja").get(f"/permohonan/{ask(entry='DIK-0025')}/jawaban").text

    assert "Penetapan lengkap" in page
    assert "entri lain yang tidak diminta" in page


def test_it_warns_of_no_other_entry_where_there_is_none(
    older: Determination, ask: Callable[..., str], demo_as: As
) -> None:
    page = demo_as("meja").get(f"/permohonan/{ask(entry='DIK-0107')}/jawaban").text

    assert older.number_text in page
    assert "entri lain yang tidak diminta" not in page


def test_it_warns_of_an_excerpt_that_cannot_tell_what_was_asked(
    older: Determination, ask: Callable[..., str], demo_as: As, people: People
) -> None:
    save_settings(people("ppid"), {"attached_form": "petikan"})

    page = demo_as("meja").get(f"/permohonan/{ask(entry='DIK-0107')}/jawaban").text

    assert "Rumusan publik DIK-0107 belum diperiksa" in page


def test_the_public_page_of_a_letter_tells_nothing_of_the_applicant(
    ask: Callable[..., str], people: People, propose: Callable[..., None], demo_as: As
) -> None:
    code = ask("Kanari-diminta", purpose="Kanari-tujuan")
    propose(code, Outcome.GIVEN)
    issue_answer(people("ppid"), code=code)
    client = demo_as("ppid")
    papers = [letter.paper for letter in list_letters(demand_request(code))]

    pages = [client.browser.get(f"/cek/{paper.code}").text for paper in papers]

    assert len(pages) == 2
    assert all(paper.number_text in page for paper, page in zip(papers, pages, strict=True))
    hidden = ("Contoh Pemohon Uji", "Jalan Uji 1", "0800", "Kanari-", code)
    assert [word for word in hidden for page in pages if word in page] == []
