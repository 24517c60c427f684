"""The number on the paper of a step: as taken, as it will look, or room to write one."""

from dataclasses import replace

import pytest

from ppid.audit.actions import CommandLine
from ppid.cases.files import read_case
from ppid.office.number_actions import save_rule
from ppid.office.number_kinds import Mode, number_kind
from ppid.papers.case_papers import case_paper, find_record
from ppid.papers.composing import compose
from ppid.papers.minutes import minutes_paper
from ppid.papers.number_lines import BY_HAND, number_of

pytestmark = pytest.mark.usefixtures("demo")
DONE = "P-2025-001"


def test_a_paper_says_the_number_that_its_step_took() -> None:
    assert number_of(find_record(read_case(DONE), "berita-acara")) == "1/BA.PPID/II/2025"


def test_an_older_round_keeps_its_own_number() -> None:
    html = compose(case_paper(read_case(DONE), "lembar-pengubahan", 1))

    assert "Nomor 1/LPB.DIK/II/2025" in html


def test_a_draft_shows_how_its_number_will_look() -> None:
    record = find_record(read_case(DONE), "lembar-pengubahan")
    draft = replace(record, event=None, data={**record.data, "number": ""})

    assert number_of(draft) == "…/LPB.DIK/III/2025"


def test_a_draft_whose_number_is_filled_in_by_hand_waits_for_it() -> None:
    kind = number_kind("lembar-pengubahan")
    save_rule(CommandLine(), kind, pattern=kind.pattern, mode=Mode.TYPED)
    record = find_record(read_case(DONE), "lembar-pengubahan")

    assert number_of(replace(record, event=None, data={**record.data, "number": ""})) == "…"


@pytest.mark.parametrize(
    ("change", "line"),
    [({"number": ""}, ""), ({}, f"Nomor: {BY_HAND}")],
    ids=["bears none", "made before numbers were given here"],
)
def test_a_paper_without_number_leaves_room_only_where_one_is_due(
    change: dict[str, str], line: str
) -> None:
    record = find_record(read_case(DONE), "berita-acara")
    kept = {name: value for name, value in record.data.items() if name != "number"}
    html = compose(minutes_paper(replace(record, data={**kept, **change})))

    assert ("Nomor:" in html) == bool(line)
    assert line in html
