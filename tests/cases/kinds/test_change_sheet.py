"""Step 7: Semula beside Pengubahan."""

from collections.abc import Callable

import pytest

from ppid.accounts.models import User
from ppid.register.models import Entry
from tests.cases.kinds.conftest import PLAIN, Walker, plain_answers


@pytest.fixture
def drawing(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case that waits for its change sheet."""
    walker = begin(classified())
    until(walker, 7)
    return walker


def test_it_starts_as_it_was_formulated_and_tested_by_who_met(
    drawing: Walker, officer: User
) -> None:
    fields = drawing.fields(officer)

    assert fields["rows-0-consequence_open"] == "Nilai orang per orang diketahui umum."
    assert fields["testers-0-name"] == "Contoh Satu"


def test_what_differs_is_marked_and_what_does_not_is_not(drawing: Walker, officer: User) -> None:
    page = drawing.page(officer)

    marked = [part.split("</strong>")[0] for part in page.split("is-changed")[1:]]
    assert [part.split("<strong>")[1] for part in marked] == [
        "Dasar hukum",
        "Konsekuensi bila dibuka",
    ]


def test_the_sheet_keeps_semula_and_pengubahan_in_words(drawing: Walker, officer: User) -> None:
    drawing.act(officer, plain_answers(drawing.fields(officer), 7))

    row = drawing.recorded(7)["rows"][0]
    assert row["before"]["consequence_open"] == "Nilai seseorang diketahui umum."
    assert row["before"]["determination"]
    assert row["consequence_open"] == "Nilai orang per orang diketahui umum."


def test_a_sheet_that_changes_nothing_is_refused(drawing: Walker, officer: User) -> None:
    same = {
        "rows-0-consequence_open": "Nilai seseorang diketahui umum.",
        "rows-0-bases-0-reasoning": "Alasan lama.",
    }

    page = drawing.press(officer, {**PLAIN[7], **same}, status=422).text

    assert "Pengubahan masih sama dengan Semula." in page
    assert 'href="#rows-0-keep"' in page


def test_a_sheet_without_testers_is_refused(drawing: Walker, officer: User) -> None:
    nobody = {name: "" for name in drawing.fields(officer) if name.startswith("testers-")}

    page = drawing.press(officer, {**PLAIN[7], **nobody}, status=422).text

    assert "Isi sedikitnya 1 penguji." in page


def test_after_a_return_to_the_formulation_the_sheet_follows_the_new_one(
    drawing: Walker, officer: User, superior: User, until: Callable[[Walker, int], None]
) -> None:
    until(drawing, 9)
    drawing.act(superior, {"answer": "tidak", "to": "6", "reason": "Akibatnya kurang jelas."})
    drawing.act(officer, {"rows-0-consequence_open": "Orangnya dapat dikenali."})

    fields = drawing.fields(officer)
    assert fields["rows-0-consequence_open"] == "Orangnya dapat dikenali."
    assert "number" not in fields


def test_after_a_return_for_its_wording_the_sheet_is_as_it_was_written(
    drawing: Walker, officer: User, superior: User, until: Callable[[Walker, int], None]
) -> None:
    answers = plain_answers(drawing.fields(officer), 7)
    drawing.act(officer, {**answers, "rows-0-benefit_closed": "Penilai tetap jujur."})
    until(drawing, 9)
    drawing.act(superior, {"answer": "tidak", "to": "7", "reason": "Perbaiki tata bahasanya."})

    assert drawing.fields(officer)["rows-0-benefit_closed"] == "Penilai tetap jujur."


def test_the_paper_can_be_previewed_from_the_saved_draft(drawing: Walker, officer: User) -> None:
    drawing.send(officer, "find", {"place": "Ruang 77"})

    preview = f"{drawing.address}/naskah/lembar-pengubahan"
    assert f'href="{preview}"' in drawing.page(officer)
    shown = drawing.sign_in(officer).browser.get(preview).text
    assert "Ruang 77" in shown
    assert "Nomor …/LPP/PPID/" in shown
