"""Requests about an entry in its dispute file: what was asked and answered, the letters whole."""

from collections.abc import Callable

import pytest

from ppid import clock
from ppid.accounts.access import Person
from ppid.desk.dispute_parts import request_sheet, tell_requests_about
from ppid.desk.drafts import ObjectionDraft
from ppid.desk.events import demand_request
from ppid.desk.objection_actions import file_objection, open_dispute
from ppid.law.requests import ObjectionGround
from ppid.papers.bundle_parts import parts_of_entry
from ppid.papers.composing import compose
from ppid.papers.models import IssuedPaper
from ppid.register.models import Entry
from ppid.register.queries import get_dossier

People = Callable[[str], Person]
Refuse = Callable[..., str]


@pytest.fixture
def disputed(refuse: Refuse, people: People) -> str:
    """A refusal that was objected to and brought before the Komisi Informasi; its code."""
    code, today = refuse("DIK-0025"), clock.today()
    draft = ObjectionDraft(today, today, (ObjectionGround.EXCLUSION,), "Uraian rahasia-keberatan.")
    file_objection(people("meja"), code=code, draft=draft)
    open_dispute(people("ppid"), code=code, number="015/KI/2026", on=today)
    return code


def entry_of(number: str) -> int:
    return int(Entry.get(Entry.number == number).id)


def test_the_dispute_file_holds_each_request_with_its_letters(
    disputed: str, people: People
) -> None:
    parts = parts_of_entry(people("ppid"), get_dossier(entry_of("DIK-0025")), clock.today())

    mine = [part for part in parts if part.group == f"Permohonan {disputed}"]
    kinds = [p.content.kind for p in mine if isinstance(p.content, IssuedPaper)]
    assert mine[0].title == f"Permohonan {disputed}"
    assert kinds == ["surat-penolakan"]


def test_it_tells_what_was_asked_answered_and_what_followed(disputed: str) -> None:
    file = demand_request(disputed)

    told = compose(request_sheet(file, entry_of("DIK-0025")))

    for words in (
        file.request.number_text,
        file.items[0].asked,
        "Ditolak",
        "Permohonan dijawab",
        "015/KI/2026",
    ):
        assert words in told


def test_its_sheet_names_no_applicant(disputed: str) -> None:
    told = compose(request_sheet(demand_request(disputed), entry_of("DIK-0025")))

    hidden = ("Contoh Pemohon Uji", "Jalan Uji 1", "0800", "rahasia-keberatan")
    assert [word for word in hidden if word in told] == []


def test_who_may_not_read_requests_finds_none_of_them(disputed: str, people: People) -> None:
    entry = entry_of("DIK-0025")

    assert tell_requests_about(people("ppid"), entry)
    assert tell_requests_about(people("pengarah"), entry) == []


def test_a_request_about_another_entry_stays_out(disputed: str, people: People) -> None:
    parts = tell_requests_about(people("ppid"), entry_of("DIK-0013"))

    assert not any(disputed in part.title for part in parts)
