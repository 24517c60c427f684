"""What differs between two versions, line by line."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Line:
    """A line of either version: kept, taken away or added."""

    text: str
    taken: bool = False
    added: bool = False


def compare_lines(before: str, after: str) -> list[Line]:
    """Every line of both, in order; what was taken away stands before what was added."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line(line) for line in old[i:j]]
        else:
            found += [Line(line, taken=True) for line in old[i:j]]
            found += [Line(line, added=True) for line in new[k:m]]
    return found
