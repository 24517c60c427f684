"""Times of repeated acts, and tables to read them in."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Sorted times in milliseconds."""

    sorted_ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The middle one."""
        return self.sorted_ms[len(self.sorted_ms) // 2]

    @property
    def p99(self) -> float:
        """The one that 99 of 100 stay below."""
        return self.sorted_ms[min(len(self.sorted_ms) - 1, len(self.sorted_ms) * 99 // 100)]


def clock(act: Callable[[], object]) -> float:
    """Milliseconds that an act takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def side_by_side(acts: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Each act's times, the acts taking turns, so that all meet the same machine."""
    times: list[list[float]] = [[] for _act in acts]
    for _round in range(rounds):
        for own, act in zip(times, acts, strict=True):
            own.append(clock(act))
    return times


def gather(times: Iterable[float]) -> Times:
    """The times in order."""
    return Times(tuple(sorted(times)))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose first column is text and whose others are figures."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"
