"""The scorer: what it counts, what it prints, how it ends."""

import json
from pathlib import Path

import pytest

from ppid.law.citations.score import labelled_cells, main, report, score


def test_a_citation_that_is_not_labelled_lowers_precision_only() -> None:
    result = score([("1", "UU 14/2008 Pasal 17 huruf a dan b", ["UU 14/2008 Pasal 17 huruf a"])])

    assert (result.precision, result.recall) == (0.5, 1.0)


def test_a_labelled_citation_that_is_not_read_lowers_recall_only() -> None:
    labels = ["UU 14/2008 Pasal 17 huruf a", "UU 14/2008 Pasal 17 huruf b"]

    result = score([("1", "UU 14/2008 Pasal 17 huruf a", labels)])

    assert (result.precision, result.recall) == (1.0, 0.5)


def test_the_report_names_the_cell_and_what_was_missed() -> None:
    result = score([("7", "rahasia", ["UU 14/2008"])])

    assert "7: tidak terbaca: uu 14/2008" in report(result)


def test_entries_without_a_label_are_left_out_when_labels_are_given() -> None:
    entries = [{"id": 1, "legal_bases_raw": "UU 14/2008"}, {"id": 2, "legal_bases_raw": "x"}]

    assert [cell[0] for cell in labelled_cells(entries, {"1": ["UU 14/2008"]})] == ["1"]


def test_the_command_ends_with_zero_when_all_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register, labels = tmp_path / "register.json", tmp_path / "labels.json"
    register.write_text(json.dumps([{"id": 1, "legal_bases_raw": "UU KIP Pasal 17 huruf h"}]))
    labels.write_text(json.dumps({"1": ["UU 14/2008 Pasal 17 huruf h"]}))

    assert main([str(register), str(labels)]) == 0
    assert "presisi 1.0000" in capsys.readouterr().out


def test_the_command_ends_with_one_when_too_much_is_missed(tmp_path: Path) -> None:
    register = tmp_path / "register.json"
    register.write_text(
        json.dumps([{"id": 1, "legal_bases_raw": "-", "cites": ["UU 14/2008 Pasal 17 huruf h"]}])
    )

    assert main([str(register)]) == 1


def test_the_command_without_a_file_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "pemakaian" in capsys.readouterr().err
