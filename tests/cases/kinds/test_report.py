"""Steps 8 and 11: the note that asks, the report that tells."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.register.models import Entry
from tests.cases.kinds.conftest import PLAIN, Walker

pytestmark = pytest.mark.usefixtures("signatories")
Until = Callable[[Walker, int], None]


@pytest.fixture
def walker(begin: Callable[..., Walker], classified: Callable[..., Entry]) -> Walker:
    return begin(classified())


def test_the_note_is_addressed_to_the_superior_and_names_the_sheet(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 8)

    fields = walker.fields(officer)
    assert fields["addressee"] == "Sekretaris Daerah selaku Atasan PPID"
    assert f"Lembar Pengubahan Nomor {walker.recorded(7)['number']}" in fields["content"]
    assert "DIK-0001" in fields["content"]


def test_a_note_of_tomorrow_has_not_been_written(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 8)
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()

    page = walker.press(officer, {**PLAIN[8], "written_on": tomorrow}, status=422).text

    assert "Tanggal ini belum tiba." in page


def test_figures_are_counted_and_cannot_be_typed(
    walker: Walker, until: Until, officer: User, superior: User
) -> None:
    until(walker, 9)
    walker.act(superior, {"answer": "tidak", "reason": "Jangka waktunya kurang jelas."})
    until(walker, 11)
    assert "Putaran 1: Jangka waktunya kurang jelas." in walker.fields(officer)["obstacles"]
    walker.act(officer, {**PLAIN[11], "figures-0-value": "99"})

    data = walker.recorded(11)
    assert [each["value"] for each in data["figures"]] == [1, 1, 0, 0, 1, 2, 0]
    change = data["changes"][0]
    assert change["old_bases"][0].endswith("Pasal 17 huruf i")
    assert change["differs"] == "dasar hukum, konsekuensi bila dibuka"


def test_the_report_goes_to_whom_the_procedure_names(
    walker: Walker, until: Until, officer: User
) -> None:
    until(walker, 11)

    recipients = walker.fields(officer)["recipients"].splitlines()
    assert recipients == ["Sekretaris Daerah selaku Atasan PPID", "Pengarah"]
