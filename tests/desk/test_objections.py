"""Objections, disputes and rulings: what they hold, what they open."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ppid import clock
from ppid.accounts.access import Person
from ppid.desk.answers import answer
from ppid.desk.drafts import ObjectionDraft, ObjectionItem, ObjectionOutcome, RulingDraft
from ppid.desk.events import demand_request
from ppid.desk.letter_issuing import list_letters
from ppid.desk.objection_actions import (
    answer_objection,
    file_objection,
    open_dispute,
    record_ruling,
)
from ppid.desk.verdicts import Verdict
from ppid.errors import Refused
from ppid.law.request_progress import RequestStatus
from ppid.law.requests import ObjectionGround
from ppid.register.models import Dispute, Opening

People = Callable[[str], Person]
Refuse = Callable[..., str]
ENTRY = "DIK-0025"


def objection(*grounds: ObjectionGround, found_on: date | None = None) -> ObjectionDraft:
    today = clock.today()
    return ObjectionDraft(today, found_on or today, grounds, "Bukan rahasia pribadi.")


def verdict(number: str = ENTRY) -> Verdict:
    return answer(number, clock.today()).cards[0].verdict


def judged(code: str, outcome: ObjectionOutcome) -> tuple[ObjectionItem, ...]:
    return tuple(ObjectionItem(item.id, outcome) for item in demand_request(code).items)


@pytest.fixture
def objected(refuse: Refuse, people: People) -> str:
    """A refused request with an objection against it."""
    code = refuse(ENTRY)
    file_objection(people("meja"), code=code, draft=objection(ObjectionGround.EXCLUSION))
    return code


@pytest.fixture
def disputed(objected: str, people: People) -> str:
    """The same, upheld by Atasan PPID and brought to the Komisi Informasi."""
    kept = judged(objected, ObjectionOutcome.KEPT)
    answer_objection(people("atasan"), code=objected, items=kept, reason="Tetap rahasia pribadi.")
    open_dispute(people("ppid"), code=objected, number="099/KI-Uji/2026", on=clock.today())
    return objected


def test_an_objection_holds_the_entry(objected: str) -> None:
    assert verdict() is Verdict.HELD
    assert demand_request(objected).progress.status is RequestStatus.OBJECTED


def test_an_objection_upheld_by_the_superior_ends_the_hold(objected: str, people: People) -> None:
    kept = judged(objected, ObjectionOutcome.KEPT)
    answer_objection(people("atasan"), code=objected, items=kept, reason="Tetap rahasia pribadi.")
    file = demand_request(objected)

    assert verdict() is Verdict.EXCLUDED
    assert list_letters(file)[-1].paper.kind == "tanggapan-keberatan"
    assert list_letters(file)[-1].attached == 1


def test_an_objection_granted_offers_to_open_the_entry(objected: str, people: People) -> None:
    opened = judged(objected, ObjectionOutcome.OPENED)
    answer_objection(people("atasan"), code=objected, items=opened, reason="Diberikan.")

    assert demand_request(objected).opened_entries == [ENTRY]


def test_an_objection_is_answered_with_written_reasons(objected: str, people: People) -> None:
    with pytest.raises(Refused, match="alasan tertulis"):
        answer_objection(
            people("atasan"),
            code=objected,
            items=judged(objected, ObjectionOutcome.KEPT),
            reason="",
        )


def test_a_dispute_holds_the_entry_until_a_final_ruling(disputed: str, people: People) -> None:
    assert verdict() is Verdict.HELD

    kept = judged(disputed, ObjectionOutcome.KEPT)
    appealed = RulingDraft("5/2027", clock.today(), final=False, items=kept)
    record_ruling(people("ppid"), code=disputed, draft=appealed)
    assert verdict() is Verdict.HELD

    final = RulingDraft("6/2027", clock.today(), final=True, items=kept)
    record_ruling(people("ppid"), code=disputed, draft=final)
    assert verdict() is Verdict.EXCLUDED
    assert demand_request(disputed).progress.closed_on == clock.today()


def test_a_final_ruling_opens_what_it_orders(disputed: str, people: People) -> None:
    opened = judged(disputed, ObjectionOutcome.OPENED)
    draft = RulingDraft("6/2027", clock.today(), final=True, items=opened)
    record_ruling(people("ppid"), code=disputed, draft=draft)

    assert verdict() is Verdict.OPEN
    assert Opening.select().where(Opening.reference == "Putusan Nomor 6/2027").count() == 1


def test_a_ruling_that_can_be_appealed_opens_nothing(disputed: str, people: People) -> None:
    opened = judged(disputed, ObjectionOutcome.OPENED)
    draft = RulingDraft("5/2027", clock.today(), final=False, items=opened)
    record_ruling(people("ppid"), code=disputed, draft=draft)

    assert Opening.select().where(Opening.reference.contains("5/2027")).count() == 0
    assert demand_request(disputed).awaits_ruling


def test_a_dispute_that_the_register_knows_is_not_recorded_twice(people: People) -> None:
    known = Dispute.select().where(Dispute.reference.contains("011/IX/KI-Contoh-PS/2026"))

    assert known.count() == 1


def test_silence_is_objected_to_without_an_answer(ask: Callable[..., str], people: People) -> None:
    code = ask(entry=ENTRY)
    draft = objection(ObjectionGround.NO_ANSWER)
    file_objection(people("meja"), code=code, draft=draft)

    progress = demand_request(code).progress
    assert (progress.status, progress.answer) == (RequestStatus.OBJECTED, RequestStatus.IN_HAND)


def test_the_ground_must_fit_what_happened(
    ask: Callable[..., str], refuse: Refuse, people: People
) -> None:
    excluded, silent = map(objection, (ObjectionGround.EXCLUSION, ObjectionGround.NO_ANSWER))

    with pytest.raises(Refused, match="tidak ditolak"):
        file_objection(people("meja"), code=ask(), draft=excluded)
    with pytest.raises(Refused, match="sudah ditanggapi"):
        file_objection(people("meja"), code=refuse(), draft=silent)


def test_one_objection_is_kept_to_a_request(objected: str, people: People) -> None:
    with pytest.raises(Refused, match="sudah dicatat"):
        file_objection(people("meja"), code=objected, draft=objection(ObjectionGround.TOO_LATE))


def test_days_before_the_request_are_refused(refuse: Refuse, people: People) -> None:
    early = objection(ObjectionGround.EXCLUSION, found_on=clock.today() - timedelta(days=9))

    with pytest.raises(Refused) as refusal:
        file_objection(people("meja"), code=refuse(), draft=early)

    assert refusal.value.field == "found_on"


def test_no_dispute_without_an_objection_and_no_ruling_without_a_dispute(
    refuse: Refuse, people: People
) -> None:
    code, draft = refuse(), RulingDraft("1", clock.today(), final=True, items=())

    with pytest.raises(Refused, match="setelah ada keberatan"):
        open_dispute(people("ppid"), code=code, number="1", on=clock.today())
    with pytest.raises(Refused, match="sengketa yang berjalan"):
        record_ruling(people("ppid"), code=code, draft=draft)
