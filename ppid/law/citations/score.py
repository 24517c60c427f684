"""Measures the reading of a register against labels made by hand.

``python -m ppid.law.citations.score FILE [LABELS]`` prints precision and recall per citation and
every miss; it ends with 1 if they fall below what the register needs.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ppid.law.citations.reading import parse

LEAST_PRECISION = 0.98
LEAST_RECALL = 0.95
_USAGE = "pemakaian: python -m ppid.law.citations.score BERKAS [LABEL]\n"


@dataclass(frozen=True)
class Miss:
    """A cell whose citations differ from its label."""

    cell: str
    missed: frozenset[str]
    invented: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How many citations were found rightly, in all, and by the labels; over how many cells."""

    right: int
    found: int
    labelled: int
    cells: int
    misses: tuple[Miss, ...]

    @property
    def precision(self) -> float:
        """The share of found citations that the labels have; 1 if none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of labelled citations that were found; 1 if none was labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def is_enough(self) -> bool:
        """True if both reach what the register needs."""
        return self.precision >= LEAST_PRECISION and self.recall >= LEAST_RECALL


def cites(text: str) -> frozenset[str]:
    """Return the compact wordings of all that a text cites, in lower case."""
    return frozenset(citation.compact().lower() for citation in parse(text).citations)


def score(cells: Iterable[tuple[str, str, Sequence[str]]]) -> Score:
    """Score cells given as (name, text, labelled citations in compact wording)."""
    right = found = labelled = count = 0
    misses = []
    for name, text, labels in cells:
        read, wanted = cites(text), frozenset(label.lower() for label in labels)
        right, found = right + len(read & wanted), found + len(read)
        labelled, count = labelled + len(wanted), count + 1
        if read != wanted:
            misses.append(Miss(name, wanted - read, read - wanted))
    return Score(right, found, labelled, count, tuple(misses))


def labelled_cells(
    entries: Iterable[Mapping[str, object]], labels: Mapping[str, Sequence[str]] | None
) -> list[tuple[str, str, Sequence[str]]]:
    """Join a register's entries to their labels by id; without labels they carry their own."""
    joined: list[tuple[str, str, Sequence[str]]] = []
    for entry in entries:
        name, own = str(entry["id"]), entry.get("cites", ())
        wanted = (labels.get(name) if labels is not None else None) or (
            own if isinstance(own, list) else []
        )
        if labels is None or name in labels:
            joined.append((name, str(entry["legal_bases_raw"]), wanted))
    return joined


def report(result: Score) -> str:
    """Return the figures and all misses as text."""
    lines = [
        f"sel {result.cells} · kutipan berlabel {result.labelled} · terbaca {result.found}",
        f"presisi {result.precision:.4f} · perolehan {result.recall:.4f}",
    ]
    for miss in result.misses:
        lines.extend(f"  {miss.cell}: tidak terbaca: {cite}" for cite in sorted(miss.missed))
        lines.extend(f"  {miss.cell}: tidak ada di label: {cite}" for cite in sorted(miss.invented))
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Score the file named first, with the labels named second; return the exit code."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write(_USAGE)
        return 2
    loaded = [json.loads(Path(path).read_text(encoding="utf-8")) for path in arguments]
    result = score(labelled_cells(loaded[0], loaded[1] if len(loaded) > 1 else None))
    sys.stdout.write(report(result))
    return 0 if result.is_enough else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
