"""Step 4: the officer's findings on each proposed basis, the law's beside them."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.cases.kinds.check import Check
from ppid.legal_bases.models import Provision
from ppid.register.models import Entry
from tests.cases.kinds.conftest import Walker, plain_answers

Find = Callable[[str, str], Provision]


@pytest.fixture
def checking(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    provision: Find,
    unit_officer: User,
) -> Walker:
    """A case whose unit proposed huruf j, without the other law that forbids."""
    entry = classified()
    walker = begin(entry)
    until(walker, 3)
    picked = provision("uu-14-2008", "Pasal 17 huruf j")
    walker.send(unit_officer, f"add:{entry.id}:{picked.id}")
    until(walker, 4)
    return walker


def test_the_law_s_findings_on_the_proposal_stand_beside_it(
    checking: Walker, officer: User
) -> None:
    page = checking.page(officer)

    assert "Huruf j disebut tanpa undang-undang lain" in page
    assert "Alasan baru langkah 3." in page


def test_a_basis_that_does_not_fit_needs_a_note(checking: Walker, officer: User) -> None:
    typed = {"rows-0-verdicts-1-verdict": "tidak_sesuai", "rows-0-verdicts-0-verdict": "sesuai"}

    page = checking.press(officer, typed, status=422).text

    assert 'id="rows-0-verdicts-1-note-galat"' in page


def test_verdicts_are_kept_with_the_words_of_their_bases(checking: Walker, officer: User) -> None:
    answers = plain_answers(checking.fields(officer), 4)
    unfit = {"rows-0-verdicts-1-verdict": "tidak_sesuai", "rows-0-verdicts-1-note": "Tanpa UU."}
    checking.act(officer, {**answers, **unfit})

    data = checking.recorded(4)
    assert [each["verdict"] for each in data["rows"][0]["verdicts"]] == ["sesuai", "tidak_sesuai"]
    assert data["rows"][0]["verdicts"][1]["citation"].endswith("Pasal 17 huruf j")
    assert Check().summary(data) == "1 dasar sesuai, 1 tidak sesuai"


def test_without_a_step_to_return_to_nothing_is_asked_but_the_check(
    checking: Walker, officer: User
) -> None:
    page = checking.page(officer)

    assert 'name="answer"' not in page
    assert "Selesaikan langkah 4" in page
