"""Step 9: Ya, Tidak, or ended."""

from collections.abc import Callable

import pytest

from ppid import clock
from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.legal_bases.actions import record_change
from ppid.legal_bases.force import ChangeKind
from ppid.legal_bases.models import Regulation
from ppid.register.models import Determination, Entry
from tests.cases.kinds.conftest import CLERK, PLAIN, Walker


@pytest.fixture
def deciding(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> Walker:
    """A case that waits for its decision."""
    walker = begin(classified())
    until(walker, 9)
    return walker


def test_the_change_sheet_is_read_where_it_is_decided(deciding: Walker, superior: User) -> None:
    page = deciding.page(superior)

    assert f"Lembar Pengubahan Nomor {deciding.recorded(7)['number']}" in page
    assert "Nilai orang per orang diketahui umum." in page
    assert f'href="/perkara/{deciding.number}/naskah/lembar-pengubahan"' in page


def test_a_decision_left_open_is_asked_for_once(deciding: Walker, superior: User) -> None:
    page = deciding.press(superior, {"considerations": "Sudah dibaca."}, status=422).text

    assert "Pilih salah satu keputusan." in page
    assert "Pilihan ini tidak dikenal" not in page


def test_tidak_returns_to_the_formulation_unless_another_step_is_chosen(
    deciding: Walker, superior: User
) -> None:
    deciding.act(superior, {"answer": "tidak", "reason": "Alasan huruf i belum jelas."})

    progress = read_case(deciding.number).progress
    assert (progress.current, progress.round) == (6, 2)


def test_tidak_needs_a_reason_beside_its_field_but_no_considerations(
    deciding: Walker, superior: User
) -> None:
    page = deciding.press(superior, {"answer": "tidak", "reason": "kurang"}, status=422).text

    assert 'id="reason-galat"' in page
    assert 'id="considerations-galat"' not in page


def test_what_was_considered_with_a_tidak_stays_readable(
    deciding: Walker, superior: User, officer: User
) -> None:
    typed = {
        "answer": "tidak",
        "reason": "Alasan huruf i belum jelas.",
        "considerations": "Sudah pernah ditolak tahun lalu.",
        "advice": "Kembalikan.",
    }
    deciding.act(superior, typed)

    page = deciding.sign_in(officer).get(f"{deciding.address}/langkah/9").text
    assert "Sudah pernah ditolak tahun lalu." in page
    assert "dikembalikan ke langkah 6" in page


def test_without_an_answer_nothing_is_decided(deciding: Walker, superior: User) -> None:
    page = deciding.press(superior, {"considerations": "Ya."}, status=422).text

    assert "Pilih salah satu keputusan." in page


def test_a_ya_keeps_neither_reason_nor_step(deciding: Walker, superior: User) -> None:
    deciding.act(superior, {**PLAIN[9], "reason": "Tidak jadi dipakai."})

    assert not {"reason", "to"} & deciding.recorded(9).keys()


def test_the_case_may_end_with_the_old_standing(deciding: Walker, superior: User) -> None:
    before = Determination.select().count()
    deciding.act(superior, {"answer": "akhiri", "reason": "Klasifikasi lama masih tepat."})

    assert read_case(deciding.number).progress.ended_label == "Tidak diubah"
    assert Determination.select().count() == before


def test_what_the_law_stops_by_now_is_told_before_a_ya(deciding: Walker, superior: User) -> None:
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

    page = deciding.press(superior, PLAIN[9], status=422).text

    assert "belum dapat disetujui" in page
    assert "tidak berlaku lagi" in page


def test_a_ya_on_a_sheet_that_keeps_everything_is_refused(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
    superior: User,
) -> None:
    walker = begin(classified())
    until(walker, 6)
    walker.act(officer, {"rows-0-keep": "y", "rows-0-keep_reason": "Dasarnya masih tepat."})
    until(walker, 9)

    assert "Tidak ada entri yang diubah" in walker.press(superior, PLAIN[9], status=422).text
