"""How well citations are read: our own corpus of faults, and the labels of a published register."""

import json
from pathlib import Path

from ppid.law.citations.score import labelled_cells, report, score

HERE = Path(__file__).parent
CORPUS = json.loads((HERE / "corpus.json").read_text(encoding="utf-8"))
LABELS = json.loads((HERE / "labels_published.json").read_text(encoding="utf-8"))


def test_the_corpus_holds_at_least_150_different_cells() -> None:
    assert len({entry["legal_bases_raw"] for entry in CORPUS}) >= 150


def test_precision_on_the_corpus_is_at_least_98_percent() -> None:
    result = score(labelled_cells(CORPUS, None))

    assert result.precision >= 0.98, report(result)


def test_recall_on_the_corpus_is_at_least_95_percent() -> None:
    result = score(labelled_cells(CORPUS, None))

    assert result.recall >= 0.95, report(result)


def test_at_least_150_cells_of_the_published_register_are_labelled_by_entry_id() -> None:
    assert len(LABELS) >= 150
    assert all(key.isdigit() for key in LABELS)


def test_labels_of_the_published_register_are_citations_and_no_text_of_theirs() -> None:
    longest = max(len(cite) for cites in LABELS.values() for cite in cites)

    assert longest < 80
    assert not any("\n" in cite or "tentang" in cite for cites in LABELS.values() for cite in cites)
