"""A period between its fields and its data."""

import pytest

from ppid.cases.kinds.period_fields import period_words, read_period

EVERYTHING = {
    "starts_on": "2025-01-01",
    "ends_on": "2027-01-01",
    "years": 5,
    "months": 0,
    "days": 0,
    "start_event": "penandatanganan",
    "event": "terbitnya SK",
    "event_on": "2026-03-01",
    "condition": "proses berjalan",
    "regulation": "UU 43/2009",
    "review_on": "2026-06-01",
}


@pytest.mark.parametrize(
    ("kind", "speaking"),
    [
        ("sampai_tanggal", {"ends_on"}),
        ("selama_waktu", {"years", "start_event"}),
        ("sampai_peristiwa", {"event", "event_on"}),
        ("selama_keadaan", {"condition", "event_on"}),
        ("menurut_peraturan", {"regulation", "ends_on"}),
        ("tidak_terbatas", set()),
    ],
)
def test_only_what_speaks_for_the_chosen_kind_is_kept(kind: str, speaking: set[str]) -> None:
    kept = read_period({**EVERYTHING, "kind": kind})

    assert kept is not None
    assert set(kept) == speaking | {"kind", "starts_on", "review_on"}


def test_without_a_kind_there_is_no_period() -> None:
    assert read_period({**EVERYTHING, "kind": ""}) is None


def test_the_wording_of_an_older_paper_stands_while_no_period_is_stated() -> None:
    assert period_words(None, "Permanen") == "Permanen"
    stated = {"kind": "sampai_tanggal", "ends_on": "2028-01-18"}
    assert period_words(stated, "Permanen").startswith("sampai 18 Januari 2028")
