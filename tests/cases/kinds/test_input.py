"""Step 2: what the unit says of each entry and of its bases."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.cases.kinds.input import Input
from ppid.register.models import Entry
from tests.cases.kinds.conftest import Walker, plain_answers


@pytest.fixture
def at_input(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case on one entry that waits for the unit's input."""
    walker = begin(classified())
    until(walker, 2)
    return walker


def test_what_is_said_of_a_basis_is_kept_with_its_words(
    at_input: Walker, unit_officer: User
) -> None:
    answers = plain_answers(at_input.fields(unit_officer), 2)
    wrong = {
        "rows-0-remarks-0-verdict": "salah",
        "rows-0-remarks-0-why": "Memorandum ini sudah dibacakan di rapat terbuka.",
    }
    at_input.act(unit_officer, {**answers, **wrong})

    row = at_input.recorded(2)["rows"][0]
    assert row["number"].startswith("DIK-")
    assert row["remarks"][0]["citation"].endswith("Pasal 17 huruf i")
    assert row["remarks"][0]["verdict"] == "salah"
    assert Input().summary({"rows": [row]}) == "Masukan atas 1 entri; 1 dasar hukum dipersoalkan"


def test_a_doubted_basis_needs_a_reason_beside_its_field(
    at_input: Walker, unit_officer: User
) -> None:
    typed = {"rows-0-still_holds": "Tetap", "rows-0-remarks-0-verdict": "ragu"}

    page = at_input.press(unit_officer, typed, status=422).text

    assert 'id="rows-0-remarks-0-why-galat"' in page
    assert 'href="#rows-0-remarks-0-why"' in page


def test_an_entry_of_which_nothing_is_said_is_refused(at_input: Walker, unit_officer: User) -> None:
    typed = {"rows-0-remarks-0-verdict": "tetap"}

    page = at_input.press(unit_officer, typed, status=422).text

    assert "Isi yang masih berlaku, yang berubah, atau keduanya." in page


def test_a_refused_form_keeps_what_was_typed(at_input: Walker, unit_officer: User) -> None:
    page = at_input.press(unit_officer, {"rows-0-changed": "Isinya terbit."}, status=422).text

    assert "Isinya terbit." in page
    assert at_input.fields(unit_officer)["rows-0-changed"] == "Isinya terbit."
