"""Picking legal bases by typing, in step 3."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.accounts.models import User
from ppid.legal_bases.actions import record_change
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.models import Provision
from ppid.register.models import Entry
from tests.cases.kinds.conftest import CLERK, Walker

Find = Callable[[str, str], Provision]


@pytest.fixture
def entry(classified: Callable[..., Entry]) -> Entry:
    return classified()


@pytest.fixture
def proposing(
    begin: Callable[..., Walker], entry: Entry, until: Callable[[Walker, int], None]
) -> Walker:
    """A case that waits for the unit's proposal."""
    walker = begin(entry)
    until(walker, 3)
    return walker


def revoke(provision: Provision) -> Provision:
    """Its regulation fell last year."""
    record_change(
        CLERK,
        provision.regulation,
        kind=ChangeKind.REVOKED,
        on=date(2025, 1, 1),
        by=None,
        by_text="Undang-Undang baru",
        note="",
    )
    return provision


def bases(walker: Walker, user: User) -> list[str]:
    """The words of the bases now in the draft."""
    draft = walker.context(user).draft or {"rows": [{"bases": []}]}
    return [basis["citation"] for basis in draft["rows"][0]["bases"]]


def test_typing_shows_provisions_with_their_plain_words(
    proposing: Walker, unit_officer: User, entry: Entry, provision: Find
) -> None:
    proposing.send(unit_officer, f"find:{entry.id}", {"rows-0-find": "kearsipan 66"})

    page = proposing.page(unit_officer)
    assert "UU 43/2009 Pasal 66" in page
    assert f'value="add:{entry.id}:' in page


def test_a_picked_provision_is_kept_in_its_official_wording_with_its_huruf(
    proposing: Walker, unit_officer: User, entry: Entry, provision: Find
) -> None:
    picked = provision("uu-14-2008", "Pasal 17 huruf h angka 4")
    proposing.send(unit_officer, f"add:{entry.id}:{picked.id}")

    draft = proposing.context(unit_officer).draft
    assert draft is not None
    basis = draft["rows"][0]["bases"][-1]
    assert basis["citation"].endswith("Pasal 17 huruf h angka 4")
    assert (basis["provision_id"], basis["ground"]) == (picked.id, "h")


def test_the_same_provision_is_not_picked_twice(
    proposing: Walker, unit_officer: User, entry: Entry, provision: Find
) -> None:
    picked = provision("uu-14-2008", "Pasal 17 huruf h angka 4")
    for _each in range(2):
        proposing.send(unit_officer, f"add:{entry.id}:{picked.id}")

    assert len(bases(proposing, unit_officer)) == 2


def test_dropping_a_basis_keeps_the_reasoning_of_the_others(
    proposing: Walker, unit_officer: User, entry: Entry, provision: Find
) -> None:
    picked = provision("uu-14-2008", "Pasal 17 huruf h angka 4")
    proposing.send(unit_officer, f"add:{entry.id}:{picked.id}")
    first = proposing.fields(unit_officer)["rows-0-bases-0-key"]
    typed = {"rows-0-bases-1-reasoning": "Memuat hasil evaluasi."}
    proposing.send(unit_officer, f"drop:{entry.id}:{first}", typed)

    assert proposing.fields(unit_officer)["rows-0-bases-0-reasoning"] == "Memuat hasil evaluasi."
    assert len(bases(proposing, unit_officer)) == 1


def test_a_revoked_provision_is_not_picked_without_saying_why(
    proposing: Walker, unit_officer: User, officer: User, entry: Entry, provision: Find
) -> None:
    picked = revoke(provision("uu-43-2009", "Pasal 66 ayat (3)"))

    proposing.send(unit_officer, f"add:{entry.id}:{picked.id}")
    assert "tidak berlaku lagi" in proposing.page(unit_officer)
    assert len(bases(proposing, unit_officer)) == 1

    why = {"rows-0-find": "kearsipan 66", "rows-0-why_revoked": "Masih berlaku saat surat dibuat."}
    proposing.send(unit_officer, f"find:{entry.id}", why)
    proposing.send(unit_officer, f"add:{entry.id}:{picked.id}", why)
    assert proposing.fields(unit_officer)["rows-0-bases-1-reasoning"] == why["rows-0-why_revoked"]


def test_nothing_found_is_said_with_what_was_typed(
    proposing: Walker, unit_officer: User, entry: Entry
) -> None:
    proposing.send(unit_officer, f"find:{entry.id}", {"rows-0-find": "zzzz 999"})

    assert "Tidak ada ketentuan dalam katalog yang cocok dengan “zzzz 999”" in proposing.page(
        unit_officer
    )


def test_enter_in_a_text_field_drops_no_basis(
    proposing: Walker, unit_officer: User, entry: Entry
) -> None:
    page = proposing.page(unit_officer)
    first = page.index('name="action"')

    assert page[first:].startswith('name="action" value="find"')


def test_a_proposal_to_keep_needs_no_bases(
    proposing: Walker, unit_officer: User, entry: Entry
) -> None:
    proposing.act(unit_officer, {"rows-0-stance": "tetap"})

    assert proposing.recorded(3)["rows"][0]["stance"] == "tetap"


def test_each_proposed_basis_says_why(proposing: Walker, unit_officer: User, entry: Entry) -> None:
    typed = {"rows-0-stance": "ubah", "rows-0-bases-0-reasoning": ""}

    page = proposing.press(unit_officer, typed, status=422).text

    assert 'id="rows-0-bases-0-reasoning-galat"' in page
    assert 'href="#rows-0-bases-0-reasoning"' in page
