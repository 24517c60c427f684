"""Which law stands next to a run of provisions, before or behind it."""

from collections.abc import Sequence

from ppid.law.citations.complete import KIP, is_ground
from ppid.law.citations.scan import Gap, Law, Run

_CLOSE = frozenset({Gap.LINK, Gap.COMMA})


def forward_laws(events: Sequence[Law | Run]) -> dict[int, int]:
    """Map each run to the law right behind it, if only "dan", a comma or nothing stands between."""
    found: dict[int, int] = {}
    ahead: int | None = None
    for index in range(len(events) - 1, -1, -1):
        event = events[index]
        if isinstance(event, Law):
            ahead = index if _is_near(events, index) else None
            continue
        if ahead is not None:
            found[index] = ahead
        ahead = ahead if event.gap <= _CLOSE else None
    return found


def owns_run(events: Sequence[Law | Run], ahead: int) -> bool:
    """Return whether a law is directly followed by provisions of its own."""
    if ahead + 1 >= len(events):
        return False
    after = events[ahead + 1]
    return isinstance(after, Run) and after.gap <= {Gap.COMMA}


def _is_near(events: Sequence[Law | Run], index: int) -> bool:
    """A wrapped line may stand between a run and its law, if the text begins with the run."""
    law = events[index]
    if law.gap <= {Gap.COMMA}:
        return True
    wrapped = law.gap == {Gap.LINE} and not any(isinstance(event, Law) for event in events[:index])
    return wrapped and _may_be_wrapped(events[index - 1], law)


def _may_be_wrapped(run: Law | Run, law: Law | Run) -> bool:
    if isinstance(run, Law) or isinstance(law, Run):
        return False
    ground = any(is_ground(article) for article in run.provisions.articles)
    kip = law.head.ref.number == KIP.number and law.head.ref.year in (KIP.year, None)
    return kip or not ground
