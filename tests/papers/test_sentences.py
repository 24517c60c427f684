"""Fixed sentences stand on a paper as the office had written them when the step was done."""

from collections.abc import Callable

import pytest
from flask import Flask

from ppid.accounts.models import User
from ppid.cases.files import read_case
from ppid.papers.minutes import MinutesPaper, minutes_paper
from ppid.papers.sentences import write_sheet_opening
from ppid.papers.step_records import StepRecord, list_records
from ppid.register.models import Entry
from ppid.texts.actions import save_text
from ppid.texts.registry import TEXTS
from tests.cases.kinds.conftest import CLERK, Walker

OPENING = TEXTS["berita-acara-pembuka"]
OTHER = "Rapat {hari_tanggal}{pukul} di {tempat}, dipimpin {pimpinan_rapat}."


def record_of(number: str, step: int) -> StepRecord:
    """What the step said last."""
    file = read_case(number)
    return list_records(file, file.procedure.step(step))[-1]


def minutes_of(number: str) -> MinutesPaper:
    return minutes_paper(record_of(number, 5))


def test_minutes_of_before_keep_their_sentence(demo: Flask) -> None:
    before = minutes_of("P-2025-001").opening
    save_text(CLERK, OPENING, body=OTHER, note="", seen=0)

    assert minutes_of("P-2025-001").opening == before
    assert "pukul 09.00 sampai dengan 15.00 WITA, bertempat di Ruang Rapat" in before


@pytest.mark.usefixtures("signatories")
def test_minutes_held_after_a_change_have_the_office_s_sentence(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
) -> None:
    save_text(CLERK, OPENING, body=OTHER, note="", seen=0)
    walker = begin(classified())
    until(walker, 6)
    paper = minutes_of(walker.number)

    assert paper.opening.startswith("Rapat ")
    assert paper.closing.startswith("Demikian Berita Acara ini dibuat")


@pytest.mark.usefixtures("signatories")
def test_the_nota_dinas_begins_with_the_office_s_sentence(
    begin: Callable[..., Walker],
    classified: Callable[..., Entry],
    until: Callable[[Walker, int], None],
    officer: User,
) -> None:
    body = "Mohon pertimbangan atas Lembar {nomor_lembar} ({jumlah_entri} informasi):"
    save_text(CLERK, TEXTS["nota-dinas-pembuka"], body=body, note="", seen=0)
    walker = begin(classified())
    until(walker, 8)
    number = walker.recorded(7)["number"]

    begun = walker.fields(officer)["content"]
    assert begun.startswith(f"Mohon pertimbangan atas Lembar {number} (1 informasi):\n\n- DIK-0001")


def test_the_opening_of_a_sheet_is_whole(demo: Flask) -> None:
    record = record_of("P-2025-001", 7)
    told = write_sheet_opening("lembar-pengubahan-pembuka", record, record.on)

    assert " bertempat di " in told
    assert "{" not in told
