"""Step 10: the legal act."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.kinds.determination import number_pattern
from ppid.legal_bases.actions import record_change
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.models import Regulation
from ppid.register.models import Determination, Entry
from tests.cases.kinds.conftest import CLERK, PLAIN, Walker, form_fields

pytestmark = pytest.mark.usefixtures("signatories")
DAY = timedelta(days=1)


@pytest.fixture
def determining(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case that waits for its determination."""
    walker = begin(classified())
    until(walker, 10)
    return walker


def test_who_signs_and_who_approves_come_from_the_office_s_settings(
    determining: Walker, officer: User
) -> None:
    fields = determining.fields(officer)

    assert fields["signatory-name"] == "Contoh Pejabat PPID"
    assert fields["approval-name"] == "Contoh Gubernur"


def test_the_number_is_shown_with_its_running_part_open(determining: Walker, officer: User) -> None:
    pattern = number_pattern(determining.context(officer), {"determined_on": "2026-03-02"})

    assert pattern == "…/PPID.DIK/III/2026"


def test_the_button_says_that_it_issues(determining: Walker, officer: User) -> None:
    page = determining.page(officer)

    assert "Tetapkan dan terbitkan" in page
    assert "Selesaikan langkah" not in page


def test_issuing_is_confirmed_in_one_sentence_that_names_what_cannot_be_undone(
    determining: Walker, officer: User
) -> None:
    sent = determining.press(officer, PLAIN[10], status=303)

    page = determining.sign_in(officer).get(sent.location).text
    assert "Penetapan pengubahan klasifikasi akan diterbitkan" in page
    assert "1 entri diklasifikasikan (DIK-0001)" in page
    assert Determination.select().where(Determination.kind == "change").count() == 0


def test_the_step_keeps_the_number_and_every_word_that_was_determined(
    determining: Walker, officer: User
) -> None:
    determining.act(officer, {**PLAIN[10], "dictums": "Diumumkan.\nDilaporkan."})

    data = determining.recorded(10)
    issued = Determination.get(Determination.kind == "change")
    assert data["number_text"] == issued.number_text
    assert data["rows"][0]["consequence_open"] == "Nilai orang per orang diketahui umum."
    assert issued.body["dictums"] == ["Diumumkan.", "Dilaporkan."]
    assert len(issued.body["considering"]) == 3


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"effective_on": (clock.today() - DAY).isoformat()}, "effective_on"),
        ({"determined_on": (clock.today() + DAY).isoformat()}, "determined_on"),
        ({"determined_on": (clock.today() - DAY).isoformat()}, "determined_on"),
        ({"approval-name": ""}, "approval-name"),
        ({"approval-on": ""}, "approval-on"),
        ({"signatory-name": ""}, "signatory-name"),
        ({"considering": ""}, "considering"),
    ],
)
def test_days_out_of_order_and_missing_names_stand_beside_their_fields(
    determining: Walker, officer: User, typed: dict[str, str], field: str
) -> None:
    page = determining.press(officer, {**PLAIN[10], **typed}, status=422).text

    assert f'id="{field}-galat"' in page
    assert f'href="#{field}"' in page


def test_what_the_law_stops_is_named_with_its_entry_and_nothing_is_issued(
    determining: Walker, officer: User
) -> None:
    openness = Regulation.get(Regulation.code == "uu-14-2008")
    record_change(
        CLERK,
        openness,
        kind=ChangeKind.REVOKED,
        on=clock.today(),
        by=None,
        by_text="Undang-Undang baru",
        note="",
    )

    page = determining.press(officer, PLAIN[10], status=422).text

    assert "DIK-0001" in page
    assert "tidak berlaku lagi" in page
    assert not Determination.select().where(Determination.kind == "change").exists()


def test_an_unfinished_draft_cannot_be_issued_by_going_straight_to_the_confirmation(
    determining: Walker, officer: User
) -> None:
    determining.send(officer, "find", {"determined_on": ""})
    client = determining.sign_in(officer)
    address = f"{determining.address}/langkah/10/konfirmasi"
    form = determining.fields(officer)
    body = {"seq": form["seq"], "revision": form["revision"], "action": "complete"}

    client.get(address, status=422)
    client.post(address, body, status=422)

    assert not Determination.select().where(Determination.kind == "change").exists()


def test_what_is_no_longer_to_be_issued_ends_with_its_reason_and_nothing_changes(
    determining: Walker, officer: User
) -> None:
    reason = "Undang-undang yang menjadi dasar dicabut sesudah persetujuan."
    body = {**determining.fields(officer), "reason": reason, "action": "end"}
    sent = determining.sign_in(officer).post(f"{determining.address}/langkah/10", body)
    page = determining.sign_in(officer).get(sent.location).text
    confirm = {**form_fields(page, "konfirmasi"), "action": "end"}
    determining.sign_in(officer).post(sent.location.split("?")[0], confirm)

    assert "klasifikasi yang lama tetap" in page
    assert Determination.select().where(Determination.kind == "change").count() == 0
    assert reason in determining.page(officer)


def test_confirming_an_incomplete_draft_is_refused_as_its_form_would_be(
    determining: Walker, officer: User
) -> None:
    client = determining.sign_in(officer)
    where = f"{determining.address}/langkah/10"
    body = {**determining.fields(officer), "considering": "", "action": "save"}
    client.post(f"{where}/draf", body)
    form = determining.fields(officer)
    confirm = {"seq": form["seq"], "revision": form["revision"], "action": "complete"}

    answer = client.post(f"{where}/konfirmasi", confirm, status=422)
    assert "Isi sedikitnya satu pertimbangan" in answer.text
    assert Determination.select().where(Determination.kind == "change").count() == 0


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"effective_on": (clock.today() + 400 * DAY).isoformat()}, "effective_on"),
        ({"approval-on": (clock.today() - 30 * DAY).isoformat()}, "approval-on"),
        ({"approval-on": (clock.today() + DAY).isoformat()}, "approval-on"),
    ],
)
def test_an_approval_lies_between_the_test_and_the_act_and_effect_within_a_year(
    determining: Walker, officer: User, typed: dict[str, str], field: str
) -> None:
    page = determining.press(officer, {**PLAIN[10], **typed}, status=422).text

    assert f'id="{field}-galat"' in page


def test_asking_to_confirm_what_would_be_refused_leads_back_to_the_form(
    determining: Walker, officer: User
) -> None:
    client = determining.sign_in(officer)
    where = f"{determining.address}/langkah/10"
    late = (clock.today() + 400 * DAY).isoformat()
    client.post(f"{where}/draf", {**determining.fields(officer), "effective_on": late})

    page = client.get(f"{where}/konfirmasi?tindakan=complete", status=422).text
    assert 'id="effective_on-galat"' in page
